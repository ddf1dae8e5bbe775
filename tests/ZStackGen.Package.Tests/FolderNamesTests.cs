using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ZStack.Simulation;

namespace ZStackGen.Package.Tests;

/// <summary>Folders, files and references that only MSBuild sees. One command builds all projects, because starting it costs more than compiling.</summary>
public sealed class FolderNamesTests(PackedFeed feed)
{
    private const string Properties = "<TargetFramework>net10.0</TargetFramework><LangVersion>latest</LangVersion><TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>NU1603;ZSG2903</WarningsNotAsErrors>";

    [Fact]
    public async Task Pages_are_found_in_folders_of_any_name_and_however_the_project_lists_them()
    {
        ConsumerFolder folder = feed.NewFolder("names");

        // Characters that end a value, a section or an escape on the way to the compiler.
        Project("C# work = 100% (a)", "Special", Page("specs/v#m/a.md", "DoHash"), Page("specs/a;b/b.md", "DoSemicolon"), Page("specs/c%20d/c.md", "DoPercent"), Page("specs/e=f [g] !h/d.md", "DoOthers"));
        Project("_Folder", "Underscore", Page("specs/_drafts/a.md", "DoDraft"));
        folder.Write("_Folder/specs/_no.md", Text("DoNothing")).Write("_Folder/No.cs", "namespace ZStack.Api { internal static class DoNothingAction { } }");

        // The project's own items.
        Project("Removed", "Removed", """<AdditionalFiles Remove="specs/old.md" />""", Page("specs/new.md", "DoNew"));
        folder.Write("Removed/specs/old.md", Text("DoOld")).Write("Removed/No.cs", "namespace ZStack.Api { internal static class DoOldAction { } }");
        Project("Linked", "Linked", """
            <AdditionalFiles Include="../pages/linked.md" Link="specs/vm/linked.md" />
            <AdditionalFiles Include="../pages/plain.md" />
            <AdditionalFiles Include="../pages/BannedSymbols.txt" />
            """, Page("../pages/linked.md", "DoLinked"), Page("../pages/plain.md", "DoPlain"));
        folder.Write("pages/BannedSymbols.txt", "T:System.Foo;no");
        // An apostrophe would end the text of a property function.
        Project("Quoted", "Quoted", """
            <AdditionalFiles Include="../it's/linked.md" Link="specs/it's/linked.md" />
            <AdditionalFiles Include="..\it's\back.txt" Link="specs\it's\back.txt" />
            <AdditionalFiles Include="../it's/base/*.md" LinkBase="specs/it's" />
            <AdditionalFiles Include="../it's/it's.txt" Link="it's" />
            """, Page("../it's/linked.md", "DoQuoted"), Page("../it's/back.txt", "DoQuotedBack"), Page("../it's/base/base.md", "DoQuotedBase"));
        folder.Write("it's/it's.txt", "no page");
        Project("Listed", "Listed", """<AdditionalFiles Include="docs/*.md" />""", Page("docs/api.md", "DoListed"));

        // Folders in a property, with an escaped semicolon.
        Project("Places", "Places", "<ZStackGenSpecs>../pa ges/#x/**/*.md;../a%3Bb=c/*.md</ZStackGenSpecs>", "", Page("../pa ges/#x/vm/p.md", "DoPlace"), Page("../a;b=c/q.md", "DoOtherPlace"));
        Project("SinglePage", "SinglePage", "<ZStackGenSpecs>../single/vm/p.md</ZStackGenSpecs>", "", Page("../single/vm/p.md", "DoSingle"));

        // Two projects that generate the same types, which are public and, for a friend assembly, internal.
        Project("One", "One", Page("specs/a.md", "DoOne"), Page("specs/b.md", "DoBoth"));
        Project("Two", "Two", """<ProjectReference Include="../One/One.csproj" />""", Page("specs/b.md", "DoBoth"), Page("specs/c.md", "DoTwo"));
        Project("Inner", "Inner", "<ZStackGenAccessibility>internal</ZStackGenAccessibility>", "", Page("specs/b.md", "DoBoth"));
        folder.Write("Inner/Friends.cs", "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Friend\")]");
        Project("Friend", "Friend", "<ZStackGenAccessibility>internal</ZStackGenAccessibility>", """<ProjectReference Include="../Inner/Inner.csproj" />""", Page("specs/b.md", "DoBoth"));

        folder.Write("Private/Private.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{Properties}</PropertyGroup>
              <ItemGroup><PackageReference Include="ZStackGen" Version="{feed.Version}" PrivateAssets="all" /></ItemGroup>
            </Project>
            """).Write("Private/specs/a.md", Text("DoPrivate"));

        string[] projects = ["C# work = 100% (a)/Special", "_Folder/Underscore", "Removed/Removed", "Linked/Linked", "Quoted/Quoted", "Listed/Listed", "Places/Places", "SinglePage/SinglePage", "One/One", "Two/Two", "Inner/Inner", "Friend/Friend", "Private/Private"];
        folder.Write("All.slnx", "<Solution>" + string.Concat(projects.Select(project => $"<Project Path=\"{project}.csproj\" />")) + "</Solution>");

        CommandResult built = (await folder.BuildAsync("All.slnx")).Succeeded();

        string finding = Assert.Single(built.Findings, line => !line.Contains("NU1603", StringComparison.Ordinal));
        Assert.Contains("Private.csproj : warning ZSG2903: ", finding, StringComparison.Ordinal);

        void Project(string at, string name, params object[] parts)
        {
            string[] texts = [.. parts.OfType<string>()];
            folder.Project($"{at}/{name}.csproj", Properties + (texts.Length == 2 ? texts[0] : ""), texts.LastOrDefault() ?? "");
            string uses = "";
            foreach (PageFile page in parts.OfType<PageFile>())
            {
                string path = page.Path.StartsWith("../", StringComparison.Ordinal) ? page.Path[3..] : at + "/" + page.Path;
                folder.Write(path, Text(page.Api));
                uses += $"internal static ZStack.ZStackAction {page.Api}() => new ZStack.Api.{page.Api}Action {{ Uuid = \"u\" }};\n";
            }

            folder.Write(at + "/Uses.cs", "namespace Consumer\n{\ninternal static class Uses\n{\n" + uses + "}\n}\n");
        }
    }

    /// <summary>Runs samples/FileBased outside of the repository. By default the SDK skips MSBuild for a file-based program, which would then not notice a changed page.</summary>
    [Fact]
    public async Task The_file_based_sample_notices_edited_deleted_and_added_pages()
    {
        const string Page = "specs/zone-cluster/CreateZone.md";
        string program = await File.ReadAllTextAsync(Repository.At("samples", "FileBased", "app.cs"), TestContext.Current.CancellationToken);
        const string Project = "#:project ../../runtime/ZStackGen.Runtime/ZStackGen.Runtime.csproj";
        Assert.StartsWith(Project, program, StringComparison.Ordinal);
        ConsumerFolder folder = feed.NewFolder("one-file").CopyTree(Repository.At("samples", "FileBased", "specs"), "specs")
            .Write("app.cs", program.Replace(Project, $"#:package ZStackGen@{feed.Version}", StringComparison.Ordinal));
        string page = folder.Read(Page.Split('/'));
        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = folder.At("specs"), Port = 0 }, TestContext.Current.CancellationToken);

        Assert.EndsWith("\nlab: Enabled", (await RunAsync()).Succeeded().Output.ReplaceLineEndings("\n").TrimEnd(), StringComparison.Ordinal);
        folder.Write(Page, page.Replace("| name |", "| title |", StringComparison.Ordinal));
        Assert.Contains("CS0117", (await RunAsync()).Failed().Output, StringComparison.Ordinal);
        File.Delete(folder.At(Page.Split('/')));
        Assert.Contains("CS0246", (await RunAsync()).Failed().Output, StringComparison.Ordinal);
        folder.Write(Page, page);
        (await RunAsync()).Succeeded();
        Assert.Equal(2, zstack.ReceivedCalls.Count(static call => call.Api == "CreateZone"));

        Task<CommandResult> RunAsync() => folder.RunAsync("run", "app.cs", zstack.BaseAddress.GetLeftPart(UriPartial.Authority), "admin", "password");
    }

    private static PageFile Page(string path, string api) => new(path, api);

    private static string Text(string api) => $$"""
        # {{api}}

        Does it.

        `PUT /v1/things/{uuid}/{{api}}/actions`

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | Which. | | 0.6 |

        """;

    private sealed record PageFile(string Path, string Api);
}
