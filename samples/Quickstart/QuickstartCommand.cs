using System;
using System.CommandLine;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;
using ZStack;

namespace Quickstart;

/// <summary>The command line of the sample.</summary>
internal static class QuickstartCommand
{
    private const string PasswordVariable = "ZSTACK_PASSWORD";

    public static RootCommand Create()
    {
        var endpoint = new Option<string?>("--endpoint") { Description = "Address of a cloud, such as http://mn.example:8080. Without it, a simulated one is started in this process.", HelpName = "URL" };
        var account = new Option<string>("--account") { Description = "Account to log in with.", DefaultValueFactory = static _ => "admin", HelpName = "NAME" };
        var password = new Option<string?>("--password") { Description = $"Its password; else the environment variable {PasswordVariable}, else you are asked for it.", HelpName = "TEXT" };
        var name = new Option<string>("--name") { Description = "Name of the VM instance to create.", DefaultValueFactory = static _ => "quickstart", HelpName = "NAME" };
        var image = new Option<string?>("--image") { Description = "Image to create the VM instance from. At a real cloud nothing is created without it.", HelpName = "UUID" };
        var network = new Option<string?>("--network") { Description = "L3 network to attach the VM instance to.", HelpName = "UUID" };
        var zone = new Option<string?>("--server-time-zone") { Description = "Time zone of the cloud's clock, such as Asia/Shanghai; the cloud is asked for it, unless given.", HelpName = "ZONE" };
        var command = new RootCommand("Logs in at a ZStack cloud, asks for the VM instances that can take an ISO, creates a VM instance, and lists all.")
        {
            endpoint, account, password, name, image, network, zone,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string? url = parsed.GetValue(endpoint);
            if ((parsed.GetValue(password) ?? Environment.GetEnvironmentVariable(PasswordVariable) ?? (url is null ? "password" : Ask())) is not { } secret)
                return Fail($"A password is missing: give --password or set {PasswordVariable}.");
            var settings = new Settings(
                url,
                parsed.GetRequiredValue(account),
                secret,
                parsed.GetRequiredValue(name),
                parsed.GetValue(image),
                parsed.GetValue(network),
                parsed.GetValue(zone));
            return await RunAsync(settings, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Settings settings, CancellationToken cancellationToken)
    {
        try
        {
            await Tour.RunAsync(settings, cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail("Cancelled. What the cloud has begun goes on there.");
        }
        catch (Exception failure) when (failure is ZStackException or ArgumentException or TimeZoneNotFoundException)
        {
            return Fail(failure.Message);
        }
    }

    private static string? Ask() =>
        Console.IsInputRedirected ? null : AnsiConsole.Prompt(new TextPrompt<string>("Password:").Secret());

    private static int Fail(string message)
    {
        Console.Error.WriteLine("error: " + message);
        return 1;
    }
}
