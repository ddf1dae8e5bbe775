using System;
using System.Linq;
using System.Threading.Tasks;
using ZStack.Simulation;

namespace ZStackGen.Package.Tests;

/// <summary>The template <c>dotnet new zstack</c>, installed from the feed.</summary>
public sealed class TemplateTests(PackedFeed feed)
{
    [Fact]
    public async Task A_new_project_lists_the_zones_of_a_cloud()
    {
        ConsumerFolder folder = feed.NewFolder("template");
        string hive = folder.At("hive");
        (await folder.RunAsync("new", "install", feed.PackagePath("ZStackGen.Templates"), "--debug:custom-hive", hive)).Succeeded();
        (await folder.RunAsync("new", "zstack", "-o", "my-cloud", "--include", "*VmInstance;category:zone-cluster", "--zstackVersion", "4.7.0", "--skipRestore", "--debug:custom-hive", hive)).Succeeded();

        (await folder.RunAsync("build", "my-cloud")).Clean();
        string project = folder.Read("my-cloud", "my-cloud.csproj");
        Assert.Contains("<ZStackGenInclude>QueryZone;*VmInstance;category:zone-cluster</ZStackGenInclude>", project, StringComparison.Ordinal);
        Assert.Contains("<ZStackGenTargetVersion>4.7.0</ZStackGenTargetVersion>", project, StringComparison.Ordinal);
        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = Repository.Pages("zone-cluster"), Port = 0 }, TestContext.Current.CancellationToken);
        CommandResult ran = (await folder.RunAsync(folder.At("my-cloud", "bin", "Debug", "net10.0", "my-cloud.dll"), zstack.BaseAddress.GetLeftPart(UriPartial.Authority))).Succeeded();
        Assert.Contains("hall-a is Enabled", ran.Output.ReplaceLineEndings("\n").Split('\n'));
        string[] read = folder.Read("my-cloud", "obj", "Debug", "net10.0", "ZStackGen.pages.txt").Split('\n');
        Assert.Contains(read, static line => line.EndsWith("/vm/CreateVmInstance.md//vm/", StringComparison.Ordinal));
        Assert.DoesNotContain(read, static line => line.Contains("/volume/", StringComparison.Ordinal));
    }
}
