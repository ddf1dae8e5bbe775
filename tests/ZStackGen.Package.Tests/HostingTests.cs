using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ZStack.Simulation;

namespace ZStackGen.Package.Tests;

/// <summary>The package for hosts in programs with and without ASP.NET Core.</summary>
public sealed class HostingTests(PackedFeed feed)
{
    private const string Worker = """
        using System;
        using Microsoft.Extensions.DependencyInjection;
        using ZStack;

        var services = new ServiceCollection();
        services.AddZStack(o =>
        {
            o.BaseAddress = args[0];
            o.Credential = ZStackCredential.Password("admin", "password");
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ZStackClient>();
        ZStackRawResult version = await client.CallAsync(new ZStackRawAction("GetVersion", "PUT", "/v1/management-nodes/actions"));
        Console.WriteLine(version["version"]);
        """;

    private const string Web = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Services.AddZStack(o => o.BaseAddress = "http://mn.example:8080");
        builder.Services.AddHealthChecks().AddZStack();
        WebApplication app = builder.Build();
        app.MapZStackWebhook("/zstack/webhook").RequireHost("app.example");
        """;

    [Fact]
    public async Task A_worker_gets_a_client_and_does_not_need_ASP_NET_Core()
    {
        ConsumerFolder folder = NewProject("hosting-worker", "Microsoft.NET.Sdk", Worker);
        (await folder.BuildAsync()).Clean();
        string runtime = await File.ReadAllTextAsync(folder.At("bin", "Debug", "net10.0", "App.runtimeconfig.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Microsoft.AspNetCore.App", runtime, StringComparison.Ordinal);

        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Port = 0, Version = "4.7.11" }, TestContext.Current.CancellationToken);
        CommandResult ran = (await folder.RunAsync(folder.At("bin", "Debug", "net10.0", "App.dll"), zstack.BaseAddress.GetLeftPart(UriPartial.Authority))).Succeeded();
        Assert.Equal("4.7.11", ran.Output.Trim());
        Assert.Contains(zstack.ReceivedCalls, call => call.Api == "LogOut");
    }

    [Fact]
    public async Task A_web_application_maps_the_webhook()
        => (await NewProject("hosting-web", "Microsoft.NET.Sdk.Web", Web).BuildAsync()).Clean();

    private ConsumerFolder NewProject(string name, string sdk, string program) => feed.NewFolder(name).Write("Program.cs", program).Write("App.csproj", $"""
        <Project Sdk="{sdk}">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ZStackGen.Hosting" Version="{feed.Version}" />
            {(sdk.EndsWith("Web", StringComparison.Ordinal) ? "" : "<PackageReference Include=\"Microsoft.Extensions.DependencyInjection\" Version=\"10.0.13\" />")}
          </ItemGroup>
        </Project>
        """);
}
