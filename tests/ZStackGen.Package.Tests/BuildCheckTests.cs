using System;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>Projects in which the package cannot generate a usable API, and the messages of their builds.</summary>
public sealed class BuildCheckTests(PackedFeed feed)
{
    private const string Net10 = "<TargetFramework>net10.0</TargetFramework>";

    [Theory]
    [InlineData("include", """<PackageReference Update="ZStackGen" IncludeAssets="runtime; build; native; contentfiles; analyzers; buildtransitive" />""", true)]
    [InlineData("exclude", """<PackageReference Update="ZStackGen" ExcludeAssets="compile" />""", true)]
    [InlineData("both", """<PackageReference Update="ZStackGen" ExcludeAssets="compile" /><PackageReference Include="ZStackGen.Runtime" Version="VERSION" />""", false)]
    public async Task A_reference_that_leaves_out_the_runtime_is_one_error_that_names_the_cause(string name, string items, bool isReported)
    {
        ConsumerFolder folder = feed.NewFolder("no-runtime-" + name).CopyTree(Repository.Pages(), "specs")
            .Project("App.csproj", Net10, items.Replace("VERSION", feed.Version, StringComparison.Ordinal));

        CommandResult built = await folder.BuildAsync();
        if (!isReported)
        {
            built.Clean();
            return;
        }

        string error = Assert.Single(built.Failed().Findings);
        Assert.Contains("App.csproj : error ZSG2905: The compiler does not get ZStackGen.Runtime", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vbproj", "VB")]
    [InlineData("fsproj", "F#")]
    public async Task A_project_of_another_language_gets_a_warning(string extension, string language)
    {
        ConsumerFolder folder = feed.NewFolder("language-" + extension).CopyTree(Repository.Pages(), "specs").Project("App." + extension, Net10);
        (await folder.RunAsync("restore")).Clean();

        CommandResult built = (await folder.RunAsync("msbuild", "-t:ZStackGenCheckLanguage", "-nologo")).Succeeded();
        string warning = Assert.Single(built.Findings);
        Assert.Contains($"App.{extension} : warning ZSG2906: ZStackGen generates C# only", warning, StringComparison.Ordinal);
        Assert.Contains($"of the language {language}.", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_pages_are_one_error_that_names_the_option()
    {
        ConsumerFolder folder = feed.NewFolder("missing-page").CopyTree(Repository.Pages(), "specs")
            .Project("App.csproj", Net10 + "<ZStackGenSpecs>specs/**/*.md;specs/vm/Strat.md;other folder/a.txt</ZStackGenSpecs>");

        string error = Assert.Single((await folder.BuildAsync()).Failed().Findings);
        Assert.Contains("App.csproj : error ZSG2907: ZStackGenSpecs contains pages that do not exist: specs/vm/Strat.md, other folder/a.txt.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_beside_pages_is_a_warning_that_names_the_wildcard()
    {
        ConsumerFolder folder = feed.NewFolder("folder-beside-pages").CopyTree(Repository.Pages(), "specs").Write("more/a.md", "# Title\n")
            .Project("App.csproj", Net10 + "<ZStackGenSpecs>specs/**/*.md;more</ZStackGenSpecs>");

        string warning = Assert.Single((await folder.BuildAsync()).Succeeded().Findings);
        Assert.Contains("warning ZSG2902: ZStackGenSpecs contains 'more', which is a folder", warning, StringComparison.Ordinal);
        Assert.Contains("more/**/*.md", warning, StringComparison.Ordinal);
    }
}
