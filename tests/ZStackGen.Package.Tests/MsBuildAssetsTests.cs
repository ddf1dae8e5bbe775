using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>The effects of build/ZStackGen.props and build/ZStackGen.targets in a user's project.</summary>
public sealed class MsBuildAssetsTests(PackedFeed feed)
{
    private const string Net10 = "<TargetFramework>net10.0</TargetFramework>";
    private const string EmptyPage = "# Title\n";

    [Fact]
    public async Task Pages_are_found_in_specs_except_readme_glossary_and_names_with_underscores()
    {
        ConsumerFolder folder = feed.NewFolder("globs").Project("App.csproj", Net10);
        foreach (string file in new[] { "a.md", "b.txt", "deep/er/c.md", "README.md", "deep/readme.md", "Glossary.md", "_draft.md", "deep/_notes.txt", "picture.png" })
            folder.Write("specs/" + file, EmptyPage);
        folder.Write("docs/no-page.md", EmptyPage).Write("bin/specs/copy.md", EmptyPage);

        Assert.Equal(["specs/a.md", "specs/b.txt", "specs/deep/er/c.md"], await PagesAsync(folder));
    }

    [Fact]
    public async Task HTML_among_the_pages_causes_a_warning_that_names_the_import()
    {
        ConsumerFolder folder = feed.NewFolder("html").Project("App.csproj", Net10);
        foreach (string file in new[] { "specs/a.html", "specs/deep/b.htm", "specs/_c.html", "wwwroot/d.html" })
            folder.Write(file, "<html><body></body></html>");

        Assert.Equal(["specs/a.html", "specs/deep/b.htm"], await PagesAsync(folder));
    }

    [Fact]
    public async Task A_page_that_the_project_also_lists_is_passed_on_once()
    {
        ConsumerFolder folder = feed.NewFolder("duplicates")
            .Project("App.csproj", Net10, """<AdditionalFiles Include="./specs/a.md;$(MSBuildProjectDirectory)/specs/b.md;specs/c.md" />""")
            .Write("specs/a.md", EmptyPage).Write("specs/b.md", EmptyPage).Write("specs/c.md", EmptyPage).Write("specs/d.md", EmptyPage);

        Assert.Equal(["specs/a.md", "specs/b.md", "specs/c.md", "specs/d.md"], await PagesAsync(folder));
    }

    [Fact]
    public async Task ZStackGenSpecs_replaces_the_default_folders_and_reaches_the_compiler_as_one_line()
    {
        ConsumerFolder folder = feed.NewFolder("places")
            .Project("App/App.csproj", Net10 + """
                <ZStackGenSpecs>
                  api/**/*.md;
                  ../common/*.txt ;
                </ZStackGenSpecs>
                <ZStackGenInclude>Query*; Start*</ZStackGenInclude>
                <ZStackGenExclude> *Image* </ZStackGenExclude>
                """)
            .Write("App/specs/not-this.md", EmptyPage).Write("App/api/vm/this.md", EmptyPage).Write("App/api/_not.md", EmptyPage).Write("common/that.txt", EmptyPage);

        CommandResult asked = await RestoredAsync(folder, "App/App.csproj", "-t:ZStackGenPassOptions", "-getItem:AdditionalFiles", "-getProperty:ZStackGenSpecs", "-getProperty:ZStackGenInclude", "-getProperty:ZStackGenExclude");
        JsonElement answer = JsonDocument.Parse(asked.Output).RootElement;
        Assert.Equal(["App/api/vm/this.md", "common/that.txt"], Pages(folder, answer));
        Assert.Equal("api/**/*.md|../common/*.txt", answer.GetProperty("Properties").GetProperty("ZStackGenSpecs").GetString());
        Assert.Equal("Query*|Start*", answer.GetProperty("Properties").GetProperty("ZStackGenInclude").GetString());
        Assert.Equal("*Image*", answer.GetProperty("Properties").GetProperty("ZStackGenExclude").GetString());
    }

    [Fact]
    public async Task Options_on_several_lines_reach_the_compiler_and_comment_characters_do_not_cut_them_off()
    {
        ConsumerFolder folder = feed.NewFolder("lines")
            .Project("App.csproj", Net10 + """
                <ZStackGenTargetVersion>
                  4.7
                </ZStackGenTargetVersion>
                <ZStackGenNamespace>
                  My.Cloud
                  Other
                </ZStackGenNamespace>
                <ZStackGenAccessibility>internal;public</ZStackGenAccessibility>
                <ZStackGenStrict>true # later</ZStackGenStrict>
                <ZStackGenTargetVersionMode>  </ZStackGenTargetVersionMode>
                <ZStackGenInclude>
                  Query*
                  Start*; #Stop*
                </ZStackGenInclude>
                """);
        (string Option, string Value)[] expected =
        [
            ("TargetVersion", "4.7"), ("Namespace", "My.Cloud Other"), ("Accessibility", "internal|public"), ("Strict", "true \uFF03 later"), ("TargetVersionMode", ""), ("Include", "Query*|Start*|\uFF03Stop*"),
        ];

        CommandResult asked = await RestoredAsync(folder, "App.csproj", ["-t:ZStackGenPassOptions", .. expected.Select(static option => "-getProperty:ZStackGen" + option.Option)]);
        JsonElement properties = JsonDocument.Parse(asked.Output).RootElement.GetProperty("Properties");
        Assert.Equal(expected, expected.Select(option => (option.Option, properties.GetProperty("ZStackGen" + option.Option).GetString()!)));
    }

    [Fact]
    public async Task Exactly_the_documented_options_reach_the_generator()
    {
        string[] options = ["Namespace", "Include", "Exclude", "TargetVersion", "TargetVersionMode", "Accessibility", "PreCompilation", "Strict"];
        ConsumerFolder folder = feed.NewFolder("options").Project("App.csproj", Net10 + "<NoWarn>ZSG2902</NoWarn>").Write("Program.cs", "System.Console.WriteLine();");
        string[] values = ["My.Api", "Query*", "Create*", "4.7.0", "Warn", "internal", "off", "true"];

        CommandResult built = await folder.BuildAsync([.. options.Zip(values, (o, v) => $"-p:ZStackGen{o}={v}"), "-p:OutputType=Exe"]);
        built.Clean();
        string config = folder.Read("obj", "Debug", "net10.0", "App.GeneratedMSBuildEditorConfig.editorconfig");
        foreach ((string option, string value) in options.Zip(values))
            Assert.Contains($"build_property.ZStackGen{option} = {value}\n", config, StringComparison.Ordinal);
        Assert.Contains("build_property.ZStackGenSpecs = specs/**/*.md|specs/**/*.txt\n", config, StringComparison.Ordinal);
        Assert.Contains("build_property.TargetFrameworkIdentifier = .NETCoreApp\n", config, StringComparison.Ordinal);
        Assert.Contains("build_property.TargetFrameworkVersion = v10.0\n", config, StringComparison.Ordinal);
        Assert.Contains($"build_property.ProjectDir = {folder.Path}", config, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_fix_gets_the_files_that_can_state_the_target_version()
    {
        const string Target = "<ZStackGenTargetVersion>4.0</ZStackGenTargetVersion>";
        const string At = "a;b #1/";
        ConsumerFolder folder = feed.NewFolder("version-files")
            .Write(At + "Directory.Build.props", "<Project />")
            .Project(At + "App.csproj", Net10 + Target)
            .Project(At + "Listed.csproj", Net10 + Target, """<AdditionalFiles Include="./Listed.csproj;Directory.Build.props" />""")
            .Project(At + "Alone.csproj", Net10 + Target + "<ImportDirectoryBuildProps>false</ImportDirectoryBuildProps>")
            .Project(At + "Without.csproj", Net10);
        (await folder.RunAsync("restore", At + "App.csproj")).Clean();

        Assert.Equal([At + "App.csproj", At + "Directory.Build.props"], await FilesAsync("App.csproj"));
        Assert.Equal([At + "Directory.Build.props", At + "Listed.csproj"], await FilesAsync("Listed.csproj"));
        Assert.Equal([At + "Alone.csproj"], await FilesAsync("Alone.csproj"));
        Assert.Equal([], await FilesAsync("Without.csproj"));
        Assert.Equal([], await FilesAsync("App.csproj", "-p:ZStackGenPassProjectFile=False"));

        // The other projects use the package that the first has restored.
        async Task<IEnumerable<string>> FilesAsync(string project, params string[] arguments)
        {
            foreach (string restored in Directory.GetFiles(folder.At(At, "obj"), "App.csproj.nuget.g.*"))
            {
                if (project != "App.csproj")
                    File.Copy(restored, restored.Replace("App.csproj", project, StringComparison.Ordinal), overwrite: true);
            }

            CommandResult asked = (await folder.RunAsync(["msbuild", At + project, "-getItem:AdditionalFiles", .. arguments])).Succeeded();
            return Pages(folder, JsonDocument.Parse(asked.Output).RootElement);
        }
    }

    [Fact]
    public async Task Only_an_edited_added_or_removed_page_causes_a_compilation()
    {
        ConsumerFolder folder = feed.NewFolder("incremental").Project("App.csproj", Net10 + "<TreatWarningsAsErrors>false</TreatWarningsAsErrors>").Write("specs/a.md", EmptyPage).Write("specs/b.md", EmptyPage);
        string assembly = folder.At("obj", "Debug", "net10.0", "App.dll");

        (await folder.RunAsync("restore")).Succeeded();
        async Task<bool> CompilesAsync()
        {
            DateTime before = File.Exists(assembly) ? File.GetLastWriteTimeUtc(assembly) : default;
            (await folder.BuildAsync("--nologo", "--no-restore")).Succeeded();
            return File.GetLastWriteTimeUtc(assembly) != before;
        }

        Assert.True(await CompilesAsync());
        Assert.False(await CompilesAsync());
        folder.Write("specs/a.md", EmptyPage + "\nmore\n");
        Assert.True(await CompilesAsync());
        File.Delete(folder.At("specs", "b.md"));
        Assert.True(await CompilesAsync());
        Assert.False(await CompilesAsync());
        // As from a checkout or an unpacked archive: older than the last build.
        File.SetLastWriteTimeUtc(folder.Write("specs/c.md", EmptyPage).At("specs", "c.md"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.True(await CompilesAsync());
    }

    [Fact]
    public async Task A_compiler_that_is_too_old_is_an_error_with_the_required_version()
    {
        ConsumerFolder folder = feed.NewFolder("old-compiler").Project("App.csproj", Net10).Write("specs/a.md", EmptyPage)
            .Write("Uses.cs", "class Uses { ZStack.Api.Anything Missing; }");

        CommandResult built = (await folder.BuildAsync("-p:CompilerApiVersion=roslyn4.7")).Failed();
        string error = Assert.Single(built.Findings);
        Assert.StartsWith(folder.At("App.csproj"), error, StringComparison.Ordinal);
        Assert.Contains("error ZSG2901: ZStackGen needs the C# compiler of .NET SDK 8.0.100", error, StringComparison.Ordinal);
        Assert.Contains("Roslyn 4.7", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_pages_gets_a_warning_that_it_can_suppress()
    {
        ConsumerFolder folder = feed.NewFolder("no-pages").Project("App.csproj", Net10).Write("Some.cs", "class Some;").Write("specs/README.md", EmptyPage);

        CommandResult built = (await folder.BuildAsync()).Succeeded();
        string warning = Assert.Single(built.Findings);
        Assert.StartsWith(folder.At("App.csproj"), warning, StringComparison.Ordinal);
        Assert.Contains("warning ZSG2902: ZStackGen found no API page", warning, StringComparison.Ordinal);
        Assert.Contains("specs/**/*.md;specs/**/*.txt", warning, StringComparison.Ordinal);
        (await folder.BuildAsync("-p:NoWarn=ZSG2902", "--no-incremental")).Clean();
    }

    [Fact]
    public async Task A_folder_in_ZStackGenSpecs_is_no_page()
    {
        ConsumerFolder folder = feed.NewFolder("specs-folder").CopyTree(Repository.Pages(), "specs").Project("App.csproj", Net10 + "<ZStackGenSpecs>specs</ZStackGenSpecs>").Write("Some.cs", "class Some;");

        string warning = Assert.Single((await folder.BuildAsync()).Succeeded().Findings);
        Assert.Contains("warning ZSG2902: ZStackGen found no API page", warning, StringComparison.Ordinal);
        Assert.Contains("A folder needs a wildcard", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generated_files_written_to_disk_are_not_compiled_again()
    {
        ConsumerFolder folder = feed.NewFolder("emitted").CopyTree(Repository.Pages(), "specs").Project("App.csproj", Net10 + """
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            <CompilerGeneratedFilesOutputPath>Generated</CompilerGeneratedFilesOutputPath>
            """, """<Compile Remove="Generated/**" />""");

        (await folder.BuildAsync()).Clean();
        string[] written = Directory.GetFiles(folder.At("Generated"), "*.g.cs", SearchOption.AllDirectories);
        Assert.Contains(written, file => File.ReadAllText(file).Contains("class StartVmInstanceAction", StringComparison.Ordinal));
        (await folder.BuildAsync("--no-incremental")).Clean();
    }

    private static async Task<IEnumerable<string>> PagesAsync(ConsumerFolder folder)
    {
        CommandResult asked = await RestoredAsync(folder, "App.csproj", "-getItem:AdditionalFiles");
        return Pages(folder, JsonDocument.Parse(asked.Output).RootElement);
    }

    private static async Task<CommandResult> RestoredAsync(ConsumerFolder folder, string project, params string[] arguments)
    {
        (await folder.RunAsync("restore", project)).Clean();
        return (await folder.RunAsync(["msbuild", project, .. arguments])).Succeeded();
    }

    private static IEnumerable<string> Pages(ConsumerFolder folder, JsonElement answer) => answer.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
        .Select(item => Path.GetRelativePath(folder.Path, item.GetProperty("FullPath").GetString()!).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
