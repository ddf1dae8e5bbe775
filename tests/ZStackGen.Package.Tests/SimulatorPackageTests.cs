using System;
using System.Linq;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>The simulator in a user's test project: from a feed, together with the generator, without the source tree.</summary>
public sealed class SimulatorPackageTests(PackedFeed feed)
{
    private const string Test = """
        using System;
        using System.IO;
        using System.Linq;
        using System.Text.Json.Nodes;
        using System.Threading.Tasks;
        using Xunit;
        using ZStack;
        using ZStack.Api;
        using ZStack.Simulation;

        public sealed class ZoneTests
        {
            [Fact]
            public async Task A_normal_client_meets_seeded_and_created_resources()
            {
                await using var zstack = await ZStackSimulator.StartAsync("specs");
                await using ZStackClient client = Connect(zstack);
                string lab = zstack.Seed("QueryZone", new JsonObject { ["name"] = "lab" });

                CreateZoneAction.Result created = await client.CallAsync(new CreateZoneAction { Name = "new" });
                QueryZoneAction.Result zones = await client.CallAsync(new QueryZoneAction { Sort = "+name" });

                Assert.Contains(zones.Inventories, zone => zone.Uuid == lab);
                Assert.Contains(zones.Inventories, zone => zone.Uuid == created.Inventory!.Uuid);
                Assert.Equal("new", (string?)zstack.ReceivedCalls.Single(call => call.Api == "CreateZone").Arguments!["name"]);
            }

            [Fact]
            public async Task A_file_keeps_them()
            {
                string file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("n") + ".db");
                try
                {
                    for (int run = 1; run <= 2; run++)
                    {
                        await using var zstack = await ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = "specs", StartWithExamples = false, Storage = new SqliteSimulatorStorage(file) });
                        await using ZStackClient client = Connect(zstack);
                        await client.CallAsync(new CreateZoneAction { Name = "zone" });
                        Assert.Equal(run, (await client.CallAsync(new QueryZoneAction())).Inventories.Count);
                    }
                }
                finally
                {
                    File.Delete(file);
                }
            }

            private static ZStackClient Connect(ZStackSimulator zstack) => new(new ZStackClientOptions
            {
                BaseAddress = zstack.BaseAddress.ToString(),
                HandlerFactory = zstack.CreateHandler,
                Credential = ZStackCredential.Password("admin", "password"),
            });
        }
        """;

    [Fact]
    public async Task A_test_project_of_the_user_runs_against_the_packed_simulator()
    {
        string[] files = [.. PackedFeed.Read(feed.PackagePath("ZStackGen.Simulator")).Keys];
        foreach (string framework in (string[])["net8.0", "net10.0"])
            Assert.Equal(["ZStackGen.Markdig.dll", "ZStackGen.Simulator.dll", "ZStackGen.Specs.dll"], files.Where(file => file.StartsWith($"lib/{framework}/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal)).Select(System.IO.Path.GetFileName));
        ConsumerFolder folder = feed.NewFolder("simulator-tests").CopyTree(Repository.Pages(), "specs").Write("ZoneTests.cs", Test).Project(
            "Zones.Tests.csproj",
            """
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <NoWarn>$(NoWarn);xUnit1051</NoWarn>
            """,
            $"""
            <PackageReference Include="ZStackGen.Simulator.Sqlite" Version="{feed.Version}" />
            <PackageReference Include="xunit.v3" Version="4.0.2" />
            <None Update="specs/**" CopyToOutputDirectory="PreserveNewest" />
            """);

        CommandResult built = (await folder.BuildAsync()).Succeeded();
        string[] warnings = [.. built.Findings.Where(static finding => !finding.Contains("NU1603", StringComparison.Ordinal))];
        Assert.True(warnings.Length == 0, string.Join('\n', warnings));
        CommandResult ran = (await folder.RunAsync(folder.At("bin", "Debug", "net10.0", "Zones.Tests.dll"))).Succeeded();

        Assert.Matches(@"(total|Total): 2\b", ran.Output);
    }
}
