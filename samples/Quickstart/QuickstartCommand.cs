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
        var endpoint = new Option<string?>("--endpoint") { Description = "Address of a cloud, such as http://mn.example:8080. By default, the sample starts a simulated cloud in this process.", HelpName = "URL" };
        var account = new Option<string>("--account") { Description = "Account to log in with.", DefaultValueFactory = static _ => "admin", HelpName = "NAME" };
        var password = new Option<string?>("--password") { Description = $"Password of the account. The default is the environment variable {PasswordVariable}, or else a prompt.", HelpName = "TEXT" };
        var name = new Option<string>("--name") { Description = "Name of the VM instance to create.", DefaultValueFactory = static _ => "quickstart", HelpName = "NAME" };
        var image = new Option<string?>("--image") { Description = "Image to create the VM instance from. Required to create a VM instance on a real cloud.", HelpName = "UUID" };
        var network = new Option<string?>("--network") { Description = "L3 network to attach the VM instance to.", HelpName = "UUID" };
        var zone = new Option<string?>("--server-time-zone") { Description = "Time zone of the cloud's clock, such as Asia/Shanghai. By default, the cloud is asked.", HelpName = "ZONE" };
        var command = new RootCommand("Logs in to a ZStack cloud, lists the VM instances that an ISO can be attached to, creates a VM instance, and lists all VM instances.")
        {
            endpoint, account, password, name, image, network, zone,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string? url = parsed.GetValue(endpoint);
            if ((parsed.GetValue(password) ?? Environment.GetEnvironmentVariable(PasswordVariable) ?? (url is null ? "password" : await AskAsync(cancellationToken))) is not { } secret)
                return Fail($"No password: specify --password or set {PasswordVariable}.");
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
            return Fail("Canceled. Jobs that have started continue on the cloud.");
        }
        catch (Exception failure) when (failure is ZStackException or ArgumentException or TimeZoneNotFoundException)
        {
            return Fail(failure.Message);
        }
    }

    private static async Task<string?> AskAsync(CancellationToken cancellationToken) =>
        Console.IsInputRedirected ? null : await AnsiConsole.PromptAsync(new TextPrompt<string>("Password:").Secret(), cancellationToken);

    private static int Fail(string message)
    {
        Console.Error.WriteLine("error: " + message);
        return 1;
    }
}
