using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text;
using System.Threading.Tasks;
using ZStack.Simulation;

namespace ZStackGen.Package.Tests;

/// <summary>
/// The package for hosts together with the compiled API of all pages, in an ASP.NET Core program that is published as native code. The APIs that the
/// program does not use are not in it.
/// </summary>
public sealed class HostingAotTests(PackedFeed feed)
{
    private const string Program = """
        using System;
        using System.Linq;
        using System.Net.Http;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        using ZStack;
        using ZStack.Api;

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddZStack(o => o.ServerTimeZone = TimeZoneInfo.Utc);
        builder.Services.AddZStack("east");
        builder.Services.AddHealthChecks().AddZStack().AddZStack("east");
        await using WebApplication app = builder.Build();
        app.MapZStackWebhook("/zstack/webhook");
        app.MapHealthChecks("/health");
        await app.StartAsync();

        ZStackClientOptions options = app.Services.GetRequiredService<IOptionsMonitor<ZStackClientOptions>>().CurrentValue;
        Console.WriteLine($"options: {options.Credential}, jobs {options.JobTimeout}, arguments {options.ValidateArguments}");
        var client = app.Services.GetRequiredService<ZStackClient>();
        CreateZoneAction.Result created = await client.CallAsync(new CreateZoneAction { Name = "native" });
        Console.WriteLine($"created: {created.Inventory!.Name}");
        var east = app.Services.GetRequiredKeyedService<ZStackClient>("east");
        Console.WriteLine($"east: {(await east.Query(ZoneInventory.Query.Where(f => f.Name == "native")).ToListAsync()).Count} of that name");
        using var http = new HttpClient();
        Console.WriteLine("health: " + await http.GetStringAsync(app.Urls.Single() + "/health"));
        await app.StopAsync();
        """;

    // The wait depends on the callback: without it, the next poll would be in ten minutes, after the program is stopped.
    private const string Settings = """
        {
          "Logging": { "LogLevel": { "ZStack": "Debug" } },
          "ZStack": {
            "AccountName": "admin",
            "JobTimeout": "00:20:00",
            "ValidateArguments": false,
            "WebhookPollInterval": "00:10:00",
            "east": { "AccountName": "admin", "UserAgent": "east/1" }
          }
        }
        """;

    [Fact]
    public async Task A_web_application_publishes_without_a_trim_or_aot_warning_binds_its_options_calls_and_receives_callbacks()
    {
        NativeProgram.SkipWithoutLinker();
        ConsumerFolder folder = feed.NewFolder("hosting-aot").Write("Program.cs", Program).Write("App.csproj", Project()).Write("appsettings.json", Settings);
        CommandResult published = await folder.RunAsync("publish", "-c", "Release", "-o", folder.At("out"));
        published.Clean();
        Assert.DoesNotContain(" IL2", published.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" IL3", published.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.At("out", "App.dll")), "The program is no native code.");

        // Native code contains the name of each type in it.
        byte[] code = await File.ReadAllBytesAsync(folder.At("out", "App"), TestContext.Current.CancellationToken);
        Assert.True(Contains(code, "CreateZoneAction"), "The used API is not found by its name.");
        string[] others = [.. OtherActions().Where(name => Contains(code, name)).Order(StringComparer.Ordinal)];
        // Only the actions that the runtime itself calls.
        Assert.Equal(["GetCurrentTimeAction", "GetPlatformTimeZoneAction", "GetTaskProgressAction", "LogOutAction"], others);

        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(
            new ZStackSimulatorOptions { Specs = Repository.Pages(), Port = 0 }, TestContext.Current.CancellationToken);
        string server = zstack.BaseAddress.GetLeftPart(UriPartial.Authority), own = FreeAddress();
        (int exitCode, string output, TimeSpan time) = await NativeProgram.RunAsync(
            folder.At("out", "App"),
            ["--urls", own, "--ZStack:BaseAddress", server, "--ZStack:east:BaseAddress", server, "--ZStack:WebhookAddress", own + "/zstack/webhook"],
            new Dictionary<string, string?> { ["ZStack__Password"] = "password", ["ZStack__east__Password"] = "password" });

        TestContext.Current.TestOutputHelper!.WriteLine($"{new FileInfo(folder.At("out", "App")).Length} bytes, whole run {time.TotalMilliseconds:F0} ms\n{output}");
        Assert.Equal(0, exitCode);
        string[] lines = [.. output.Split('\n').Select(static line => line.Trim())];
        Assert.Contains("options: account 'admin', jobs 00:20:00, arguments False", lines);
        Assert.Contains("created: native", lines);
        Assert.Contains("east: 1 of that name", lines);
        Assert.Contains("health: Healthy", lines);
        Assert.Contains(lines, static line => line.StartsWith("A callback reports that the job has ended, success True", StringComparison.Ordinal));
        Assert.Equal(2, zstack.ReceivedCalls.Count(static call => call.Api == "LogOut"));
    }

    private string Project() => $"""
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <PublishAot>true</PublishAot>
            <!-- Each warning, also of packages, by itself. -->
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <InvariantGlobalization>true</InvariantGlobalization>
            <!-- Reduces the compile time. The analysis is the same. -->
            <Optimize>false</Optimize>
            <NativeDebugSymbols>false</NativeDebugSymbols>
            <StripSymbols>false</StripSymbols>
            <EventSourceSupport>false</EventSourceSupport>
            <StackTraceSupport>false</StackTraceSupport>
            <UseSystemResourceKeys>true</UseSystemResourceKeys>
            {NativeProgram.Linker}
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{AllApis}" />
            <PackageReference Include="ZStackGen.Hosting" Version="{feed.Version}" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>The assembly of all APIs. It is not taken from the feed, because packing it would compile 2,041 APIs twice more.</summary>
    private static string AllApis { get; } = typeof(HostingAotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static attribute => attribute.Key == "AllApis").Value!;

    /// <summary>Returns the classes of all actions that the program does not use.</summary>
    private static string[] OtherActions()
    {
        string types = Repository.At("specs", "types") + Path.DirectorySeparatorChar;
        string[] names = [.. Directory.EnumerateFiles(Repository.At("specs"), "*.md", SearchOption.AllDirectories)
            .Where(file => !file.StartsWith(types, StringComparison.Ordinal))
            .Select(static file => Path.GetFileNameWithoutExtension(file) + "Action")
            .Where(static name => name.Length > "QueryAction".Length && !"CreateZoneAction".EndsWith(name, StringComparison.Ordinal))];
        Assert.True(names.Length > 2000, $"only {names.Length} actions");
        return names;
    }

    private static bool Contains(byte[] code, string name) => code.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) >= 0;

    // Only this test listens on this loopback address, so no other process takes the port before the program does.
    private static string FreeAddress()
    {
        byte[] last = Guid.NewGuid().ToByteArray();
        using var listener = new TcpListener(new IPAddress([127, last[0], last[1], (byte)(last[2] | 2)]), 0);
        listener.Start();
        return "http://" + listener.LocalEndpoint;
    }
}
