using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

public sealed class PageFindingTests
{
    [Fact]
    public async Task Pages_of_all_folders_are_in_ordinal_order_with_the_names_of_their_folders()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "specs/b/X.md", "specs/B/Y.txt", "specs/a.md", "more/Z.md" })
            folder.Write(name, "");
        ToolRun run = await ToolRun.InAsync(folder.Path, "inspect", "specs", Path.Combine(folder.Path, "more") + Path.DirectorySeparatorChar);
        Assert.Equal(["more/Z.md", "specs/B/Y.txt", "specs/a.md", "specs/b/X.md"], Files(run));
    }

    [Fact]
    public async Task The_working_folder_given_as_a_dot_keeps_its_name()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a/X.md", "");
        Assert.Equal([Path.GetFileName(folder.Path) + "/a/X.md"], Files(await ToolRun.InAsync(folder.Path, "inspect", ".")));
    }

    [Fact]
    public async Task Readme_glossary_names_with_underscores_hidden_folders_and_other_extensions_are_not_pages()
    {
        using var folder = new TemporaryFolder();
        foreach (string name in new[] { "s/README.md", "s/glossary.md", "s/_x.md", "s/expected.json", "s/.git/X.md", "s/X.MD", "s/readme.txt" })
            folder.Write(name, "");
        Assert.Equal(["s/X.MD", "s/readme.txt"], Files(await ToolRun.InAsync(folder.Path, "inspect", "s")));
    }

    [Fact]
    public async Task A_page_named_twice_is_read_once()
    {
        using var folder = new TemporaryFolder();
        folder.Write("s/X.md", "");
        Assert.Equal(["s/X.md"], Files(await ToolRun.InAsync(folder.Path, "inspect", "s", "s/X.md", "./s/X.md")));
    }

    [Fact]
    public async Task A_link_to_a_parent_folder_does_not_cause_an_endless_loop()
    {
        using var folder = new TemporaryFolder();
        folder.Write("s/X.md", "");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "s", "again"), Path.Combine(folder.Path, "s"));
        Assert.Equal(["s/X.md"], Files(await ToolRun.InAsync(folder.Path, "inspect", "s")));
    }

    [Fact]
    public async Task Every_missing_path_is_named_and_nothing_is_printed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("s/X.md", "");
        ToolRun run = await ToolRun.InAsync(folder.Path, "inspect", "s", "nowhere", "s/Y.md");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.Equal("zstackgen: error: 'nowhere' does not exist\nzstackgen: error: 's/Y.md' does not exist\n", run.Error);
    }

    [Fact]
    public async Task A_file_with_another_extension_is_refused_and_an_excluded_name_is_skipped()
    {
        using var folder = new TemporaryFolder();
        folder.Write("s/expected.json", "");
        folder.Write("s/README.md", "");
        ToolRun refused = await ToolRun.InAsync(folder.Path, "inspect", "s/expected.json");
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("'s/expected.json' is not a page", refused.Error, System.StringComparison.Ordinal);
        ToolRun passed = await ToolRun.InAsync(folder.Path, "inspect", "s/README.md");
        Assert.Equal((0, "[]"), (passed.ExitCode, passed.Output.Trim()));
        Assert.Contains("'s/README.md' is skipped", passed.Error, System.StringComparison.Ordinal);
    }

    private static string[] Files(ToolRun run)
    {
        using JsonDocument json = JsonDocument.Parse(run.Output);
        return [.. json.RootElement.EnumerateArray().Select(static page => page.GetProperty("file").GetString()!)];
    }
}
