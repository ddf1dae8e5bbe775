using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>The package of all pages together with the generator.</summary>
public sealed class PagesPackageTests(PackedFeed feed)
{
    private const string Properties = "<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>NU1603</WarningsNotAsErrors>";

    [Fact]
    public void The_package_contains_every_page_in_its_category_and_no_assembly()
    {
        string[] files = [.. PackedFeed.Read(feed.PackagePath("ZStackGen.Pages")).Keys];
        Assert.Contains("README.md", files);
        Assert.Contains("build/ZStackGen.Pages.targets", files);
        Assert.Contains("pages/vm/CreateVmInstance.md", files);
        Assert.Contains("pages/types/VmInstanceInventory.md", files);
        Assert.True(files.Count(static file => file.StartsWith("pages/", StringComparison.Ordinal)) > 2600);
        Assert.DoesNotContain(files, static file => file.EndsWith(".dll", StringComparison.Ordinal) || file.EndsWith("pages/README.md", StringComparison.Ordinal) || file.EndsWith("glossary.md", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_project_gets_only_the_APIs_that_it_includes_with_their_types()
    {
        ConsumerFolder folder = feed.NewFolder("pages")
            .Write("Calls.cs", """
                using ZStack.Api;

                public static class Calls
                {
                    public static object[] All => [new CreateVmInstanceAction { Name = "web" }, new QueryZoneAction(), new DeleteClusterAction { Uuid = "c" }];
                    public static object? Vm(CreateVmInstanceAction.Result result) => result.Inventory.VmNics;
                }
                """)
            .Project("App.csproj", Properties + "<ZStackGenInclude>createvminstance; category : zone-*</ZStackGenInclude>", Reference);

        (await folder.BuildAsync()).Clean();

        string[] read = await File.ReadAllLinesAsync(folder.At("obj", "Debug", "net10.0", "ZStackGen.pages.txt"), TestContext.Current.CancellationToken);
        string[] apis = [.. read.Where(static line => !line.Contains("/types/", StringComparison.Ordinal))];
        Assert.Contains(apis, static line => line.EndsWith("/vm/CreateVmInstance.md//vm/", StringComparison.Ordinal));
        Assert.DoesNotContain(apis, static line => line.Contains("/volume/", StringComparison.Ordinal));
        Assert.InRange(apis.Length, 15, 40);
    }

    [Fact]
    public async Task An_entry_without_a_match_is_a_warning()
    {
        ConsumerFolder folder = feed.NewFolder("pages-unmatched")
            .Project("App.csproj", Properties.Replace("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "", StringComparison.Ordinal) + "<ZStackGenInclude>QueryZone;FrobZone;category:zone-clutser</ZStackGenInclude>", Reference);
        CommandResult built = (await folder.BuildAsync()).Succeeded();
        Assert.Contains(built.Findings, static finding => finding.Contains("'FrobZone', which matches no API", StringComparison.Ordinal));
        Assert.Contains(built.Findings, static finding => finding.Contains("'category:zone-clutser'", StringComparison.Ordinal) && finding.Contains("did you mean 'category:zone-cluster'", StringComparison.Ordinal));
    }

    private string Reference => $"""<PackageReference Include="ZStackGen.Pages" Version="{feed.Version}" />""";
}
