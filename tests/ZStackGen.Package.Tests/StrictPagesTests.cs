using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>Hundreds of published pages in a project with the strictest settings, compiled by the SDK with its analyzers.</summary>
public sealed class StrictPagesTests(PackedFeed feed)
{
    private const string Strict = "<Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>";

    [Theory]
    [InlineData("official-zh", "net10.0;netstandard2.0", 2)]
    [InlineData("english", "net10.0", 3)]
    public async Task All_pages_of_a_layout_compile_without_a_warning_under_the_strictest_settings(string layout, string frameworks, int forms)
    {
        string[] all = [.. Directory.GetFiles(Path.GetDirectoryName(SharedFolder.RequireFile("corpus", layout, "AddImage.md"))!, "*.md").Order(StringComparer.Ordinal)];
        // All layouts describe the same APIs.
        string[] pages = Exhaustive.Choose(all, forms, 0);
        ConsumerFolder folder = feed.NewFolder("strict-" + layout)
            .Write("Directory.Build.props", StrictSettings.Properties(""))
            .Write("AssemblyInfo.cs", StrictSettings.AssemblyInfo)
            .Project("App.csproj", $"<TargetFrameworks>{frameworks}</TargetFrameworks><LangVersion>latest</LangVersion>{Strict}");

        foreach (string page in pages)
            folder.Write("specs/" + Path.GetFileName(page), await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken));

        CommandResult built = (await folder.BuildAsync()).Succeeded();

        string[] findings = [.. built.Findings.Where(finding => !finding.Contains("NU1603", StringComparison.Ordinal))];
        Assert.Empty(findings);
        string[] apis = [.. pages.Select(page => "ZStack.Api." + Path.GetFileNameWithoutExtension(page) + "Action")];
        Assert.NotEmpty(apis);
        foreach (string framework in frameworks.Split(';'))
        {
            var assembly = ConsumerAssembly.Open(folder.At("bin", "Debug", framework, "App.dll"));
            Assert.All(apis, api => Assert.True(assembly.IsPublic(api)));
        }
    }

    [Fact]
    public async Task The_settings_are_in_force()
    {
        ConsumerFolder folder = feed.NewFolder("strict-control")
            .Write("Directory.Build.props", StrictSettings.Properties(""))
            .Write("AssemblyInfo.cs", StrictSettings.AssemblyInfo)
            .Write("Control.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>")
            .Write("Control.cs", "namespace Control\n{\n    public class Bad_Name\n    {\n        public int Zero() => 0;\n    }\n}\n");

        CommandResult built = (await folder.BuildAsync()).Failed();

        foreach (string rule in new[] { "CA1707", "CA1822", "CS1591" })
            Assert.Contains(built.Findings, finding => finding.Contains(": error " + rule + ": ", StringComparison.Ordinal));
    }
}
