using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>Hundreds of real pages in a project with the strictest settings, compiled by the SDK with its analyzers.</summary>
public sealed class StrictPagesTests(PackedFeed feed)
{
    private const string Strict = "<Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>";

    [Theory]
    [InlineData("official-zh", "net10.0;netstandard2.0", "")]
    [InlineData("english", "net10.0", "")]
    // One page of this look has lost what names its API; the name that it gets is a warning, which does not concern the code.
    [InlineData("scraped-zh", "net10.0", "ZSG1012")]
    [InlineData("explorer", "net10.0", "")]
    public async Task All_pages_of_a_look_compile_without_a_warning_under_the_strictest_settings(string look, string frameworks, string knownWarning)
    {
        string pages = Path.GetDirectoryName(Repository.Shared("corpus", look, "AddImage.md"))!;
        ConsumerFolder folder = feed.NewFolder("strict-" + look)
            .CopyTree(pages, "specs")
            .Write("Directory.Build.props", StrictSettings.Properties(""))
            .Write("AssemblyInfo.cs", StrictSettings.AssemblyInfo)
            .Project("App.csproj", $"<TargetFrameworks>{frameworks}</TargetFrameworks><LangVersion>latest</LangVersion>{Strict}<WarningsNotAsErrors>$(WarningsNotAsErrors);{knownWarning}</WarningsNotAsErrors>");

        CommandResult built = (await folder.BuildAsync()).Succeeded();

        string[] findings = [.. built.Findings.Where(finding => !finding.Contains("NU1603", StringComparison.Ordinal))];
        if (knownWarning.Length == 0)
            Assert.Empty(findings);
        else
            Assert.Contains(": warning " + knownWarning + ": ", Assert.Single(findings), StringComparison.Ordinal);
        string[] apis = [.. Directory.GetFiles(pages, "*.md").Select(page => "ZStack.Api." + Path.GetFileNameWithoutExtension(page) + "Action")];
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
