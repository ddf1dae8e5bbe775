using System.Threading.Tasks;
using Xunit;
using ZStackGen.Analyzers.Tests.Support;
using ZStackGen.CodeFixes;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.Analyzers.Tests;

/// <summary>The target version is raised where the project states it, and nothing else of the file changes.</summary>
public sealed class RaiseTargetVersionTests
{
    private const string Use = "Use({|ZSG3001:disk.Label|});";
    private const string Project = "/0/App.csproj";
    private const string Props = "/0/Directory.Build.props";

    [Theory]
    [InlineData("<ZStackGenTargetVersion>3.0</ZStackGenTargetVersion>", "<ZStackGenTargetVersion>5.0.0</ZStackGenTargetVersion>")]
    [InlineData("<zstackgentargetversion Label=\"a > b\"\n>\r\n 3.0\t</zstackgentargetversion>", "<zstackgentargetversion Label=\"a > b\"\n>\r\n 5.0.0\t</zstackgentargetversion>")]
    [InlineData("<ZStackGenTargetVersion Condition=' '>3.0</ZStackGenTargetVersion>", "<ZStackGenTargetVersion Condition=' '>5.0.0</ZStackGenTargetVersion>")]
    public Task The_element_of_the_project_file_is_changed(string before, string after) => FixAsync(Use, (Project, InProject(before), InProject(after)));

    [Fact]
    public Task The_last_element_counts() => FixAsync(
        Use,
        (Project, InProject("<ZStackGenTargetVersion>2.0</ZStackGenTargetVersion><ZStackGenTargetVersion>3.0</ZStackGenTargetVersion>"),
            InProject("<ZStackGenTargetVersion>2.0</ZStackGenTargetVersion><ZStackGenTargetVersion>5.0.0</ZStackGenTargetVersion>")));

    [Theory]
    [InlineData("<ZStackGenTargetVersion>4.7.0</ZStackGenTargetVersion>")] // The command line sets 3.0.
    [InlineData("<ZStackGenTargetVersion>$(Cloud)</ZStackGenTargetVersion>")]
    [InlineData("<ZStackGenTargetVersion>3<!-- -->.0</ZStackGenTargetVersion>")]
    [InlineData("<ZStackGenTargetVersion />")]
    [InlineData("<ZStackGenTargetVersion></ZStackGenTargetVersion>")]
    [InlineData("<ZStackGenTargetVersion Condition=\"'$(A)' == ''\">3.0</ZStackGenTargetVersion>")]
    [InlineData("</PropertyGroup><PropertyGroup Condition=\"'$(A)' == ''\"><ZStackGenTargetVersion>3.0</ZStackGenTargetVersion>")]
    [InlineData("</PropertyGroup><Choose><When Condition=\"true\"><PropertyGroup><ZStackGenTargetVersion>3.0</ZStackGenTargetVersion></PropertyGroup></When></Choose><PropertyGroup>")]
    [InlineData("<No>")]
    public Task What_another_place_decides_is_left_alone(string element) => FixAsync(Use, (Project, InProject(element), InProject(element)));

    [Fact]
    public Task Without_the_project_file_nothing_is_offered() => FixAsync(Use, ("/0/notes.txt", "<Project/>", "<Project/>"), ("/0/Other.csproj.bak", InProject(""), InProject("")));

    [Fact]
    public Task The_project_file_comes_before_shared_properties() => FixAsync(
        Use,
        (Props, InProject("<ZStackGenTargetVersion>3.0</ZStackGenTargetVersion>"), InProject("<ZStackGenTargetVersion>3.0</ZStackGenTargetVersion>")),
        (Project, InProject("<ZStackGenTargetVersion>3.0</ZStackGenTargetVersion>"), InProject("<ZStackGenTargetVersion>5.0.0</ZStackGenTargetVersion>")));

    [Theory]
    [InlineData("")]
    [InlineData("<ZStackGenTargetVersion Condition=\"'$(ZStackGenTargetVersion)' == ''\">2.0</ZStackGenTargetVersion>")]
    public Task Shared_properties_are_changed_where_they_state_the_version(string own) => FixAsync(
        Use,
        (Project, InProject(own), InProject(own)),
        (Props, InProject("<ZStackGenTargetVersion>3.0</ZStackGenTargetVersion>"), InProject("<ZStackGenTargetVersion>5.0.0</ZStackGenTargetVersion>")));

    [Fact]
    public Task Shared_properties_are_changed_without_a_project_file() => FixAsync(
        Use,
        (Props, InProject("<ZStackGenTargetVersion>3.0</ZStackGenTargetVersion>"), InProject("<ZStackGenTargetVersion>5.0.0</ZStackGenTargetVersion>")));

    [Theory]
    [InlineData("\n", "  ")]
    [InlineData("\r\n", "\t")]
    [InlineData("\r", "    ")]
    public Task An_element_is_added_to_the_first_group_without_a_condition(string lineEnd, string indent)
    {
        const string Before = """
            <?xml version="1.0"?>
            <Project Sdk="Microsoft.NET.Sdk">
            -<PropertyGroup />
            -<PropertyGroup Condition="true">
            --<A>1</A>
            -</PropertyGroup>
            -<PropertyGroup>
            --<TargetFramework>net8.0</TargetFramework> <!-- ä  -->
            --<Text>
            a
            --</Text>
            -</PropertyGroup>
            -<PropertyGroup>
            -</PropertyGroup>
            -<Target Name="T"><PropertyGroup><ZStackGenTargetVersion>1</ZStackGenTargetVersion></PropertyGroup></Target>
            </Project>
            """;
        return FixAsync(Use, (Project, Formatted(Before), Formatted(Before.Replace("--</Text>", "--</Text>\n--<ZStackGenTargetVersion>5.0.0</ZStackGenTargetVersion>", System.StringComparison.Ordinal))));

        string Formatted(string text) => text.Replace("\r", "", System.StringComparison.Ordinal).Replace("-<", indent + "<", System.StringComparison.Ordinal).Replace("-" + indent, indent + indent, System.StringComparison.Ordinal).Replace("\n", lineEnd, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<Project><PropertyGroup><A/></PropertyGroup></Project>", "<Project><PropertyGroup><A/><ZStackGenTargetVersion>5.0.0</ZStackGenTargetVersion></PropertyGroup></Project>")]
    [InlineData("<Project>\n <PropertyGroup>\n </PropertyGroup>\n</Project>", "<Project>\n <PropertyGroup>\n   <ZStackGenTargetVersion>5.0.0</ZStackGenTargetVersion>\n </PropertyGroup>\n</Project>")]
    [InlineData("<Project><PropertyGroup /></Project>", "<Project><PropertyGroup /></Project>")]
    [InlineData("<Project />", "<Project />")]
    [InlineData("<Solution><PropertyGroup></PropertyGroup></Solution>", "<Solution><PropertyGroup></PropertyGroup></Solution>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><Project><PropertyGroup></PropertyGroup></Project>", "<!DOCTYPE a [<!ENTITY b 'c'>]><Project><PropertyGroup></PropertyGroup></Project>")]
    [InlineData("", "")]
    public Task An_element_is_added_where_a_group_has_room(string before, string after) => FixAsync(Use, (Project, before, after));

    [Fact]
    public Task All_uses_get_the_latest_version() => FixRun<TargetVersionAnalyzer, RaiseTargetVersionFixProvider>.AllFilesAsync(
        "Use({|ZSG3001:disk.Load|}); Use({|ZSG3001:disk.Parent|}); Use({|ZSG3001:disk.Label|});",
        RaiseTargetVersionFixProvider.Key,
        (Project, InProject("<ZStackGenTargetVersion>3.0</ZStackGenTargetVersion>"), InProject("<ZStackGenTargetVersion>4.0.0</ZStackGenTargetVersion>"), InProject("<ZStackGenTargetVersion>5.1</ZStackGenTargetVersion>")));

    [Fact]
    public Task Projects_that_share_the_file_get_the_latest_version_of_all() => FixRun<TargetVersionAnalyzer, RaiseTargetVersionFixProvider>.SharedFileAsync(
        Use,
        "Use({|ZSG3001:disk.Parent|});",
        RaiseTargetVersionFixProvider.Key,
        (Props, InProject("<ZStackGenTargetVersion>3.0</ZStackGenTargetVersion>"), InProject("<ZStackGenTargetVersion>5.0.0</ZStackGenTargetVersion>"), InProject("<ZStackGenTargetVersion>5.1</ZStackGenTargetVersion>")));

    [Theory]
    [InlineData("#:property ZStackGenTargetVersion=3.0", "#:property ZStackGenTargetVersion=5.0.0")]
    [InlineData("#:property PublishAot=false\r\n// 3.0\r\n#: property  zstackgentargetversion = 3.0 \r\n", "#:property PublishAot=false\r\n// 3.0\r\n#: property  zstackgentargetversion = 5.0.0 \r\n")]
    [InlineData("#:property ZStackGenTargetVersion=4.0", "#:property ZStackGenTargetVersion=4.0")]
    [InlineData("#:property ZStackGenTargetVersions=3.0", "#:property ZStackGenTargetVersions=3.0")]
    [InlineData("// #:property ZStackGenTargetVersion=3.0", "// #:property ZStackGenTargetVersion=3.0")]
    public Task The_directive_of_a_file_based_program_is_changed(string before, string after)
    {
        const string Program = "\nusing ZStack.Api;\nSystem.Console.WriteLine({|ZSG3001:new Disk().Label|});\n";
        return FixRun<TargetVersionAnalyzer, RaiseTargetVersionFixProvider>.ProgramAsync(before + Program, after + Program, RaiseTargetVersionFixProvider.Key);
    }

    private static string InProject(string element) => "<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n    " + element + "\n  </PropertyGroup>\n</Project>\n";

    private static Task FixAsync(string statements, params (string Path, string Before, string After)[] files) =>
        FixRun<TargetVersionAnalyzer, RaiseTargetVersionFixProvider>.FilesAsync(statements, RaiseTargetVersionFixProvider.Key, files);
}
