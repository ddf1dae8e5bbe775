using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Commands;
using ZStackGen.Tool.Formatting;

namespace ZStackGen.Tool.Tests.Importing;

/// <summary>The files, messages and errors of <c>zstackgen import</c>.</summary>
public sealed class ImportCommandTests
{
    [Fact]
    public async Task Every_API_of_a_folder_becomes_a_page_in_its_category()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manual/door/open.html", Page("OpenDoor"));
        folder.Write("manual/Windows.html", Page("CleanWindow") + Page("BreakWindow"));
        folder.Write("manual/guide.html", "<html><body><h1>How to call</h1><p>Read on.</p></body></html>");
        folder.Write("manual/types.md", "# DoorInventory\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | The UUID. | 0.6 |\n");
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", "manual");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["specs/door/OpenDoor.md", "specs/types/DoorInventory.md", "specs/windows/BreakWindow.md", "specs/windows/CleanWindow.md"], Files(folder, "specs"));
        Assert.Contains("manual/door/open.html -> specs/door/OpenDoor.md\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("pages read     4, 1 without an API or a type\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("APIs           3\ntypes          1\npages written  4, 0 unchanged\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("unread lines   0\n", run.Output, StringComparison.Ordinal);
        string text = await File.ReadAllTextAsync(Path.Combine(folder.Path, "specs/door/OpenDoor.md"), TestContext.Current.CancellationToken);
        Assert.StartsWith("# OpenDoor\n", text, StringComparison.Ordinal);
        Assert.Contains("\n`PUT /v1/doors/{uuid}/actions`\n", text, StringComparison.Ordinal);
        // Importing again changes nothing.
        ToolRun again = await ToolRun.InAsync(folder.Path, "import", "manual");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("pages written  0, 4 unchanged\n", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_lists_the_files_and_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manual/open.html", Page("OpenDoor"));
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", "manual", "--dry-run", "-o", "out");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("manual/open.html -> out/doors/OpenDoor.md\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("pages to write 1, 0 unchanged\n", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "out")));
    }

    [Fact]
    public async Task A_page_that_differs_stops_the_import_unless_forced_and_keeps_its_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manual/open.html", Page("OpenDoor") + Page("CloseDoor"));
        string mine = folder.Write("specs/house/OpenDoor.md", "# OpenDoor\n\nMine.\n\n`PUT /v1/doors/{uuid}/actions`\n");
        ToolRun refused = await ToolRun.InAsync(folder.Path, "import", "manual");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("'specs/house/OpenDoor.md' already exists and differs", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--force", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["specs/house/OpenDoor.md"], Files(folder, "specs"));
        Assert.Equal(0, (await ToolRun.InAsync(folder.Path, "import", "manual", "--force")).ExitCode);
        Assert.Equal(["specs/doors/CloseDoor.md", "specs/house/OpenDoor.md"], Files(folder, "specs"));
        Assert.DoesNotContain("Mine.", await File.ReadAllTextAsync(mine, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_undoes_all_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manual/a.html", Page("OpenDoor") + Page("ShutDoor"));
        folder.Write("specs/doors/OpenDoor.md", "# OpenDoor\n\nMine.\n\n`PUT /v1/doors/{uuid}/actions`\n");
        // There is a folder at the path of the second page.
        Directory.CreateDirectory(Path.Combine(folder.Path, "specs/doors/ShutDoor.md"));
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", "manual", "--force");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("'specs/doors/ShutDoor.md' cannot be written, so no page was written", run.Error, StringComparison.Ordinal);
        Assert.Equal(["specs/doors/OpenDoor.md"], Files(folder, "specs"));
        Assert.Contains("Mine.", await File.ReadAllTextAsync(Path.Combine(folder.Path, "specs/doors/OpenDoor.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "'nowhere' does not exist", "nowhere")]
    [InlineData(2, "'nowhere' does not exist", "manual", "nowhere")]
    [InlineData(1, "manual/none.html: no API and no type found", "manual/none.html")]
    [InlineData(2, "'manual/large.html' has 2 MB, which exceeds the limit of 1 MB", "manual", "--max-size", "1")]
    [InlineData(2, "has the unsupported scheme ftp; use http or https", "ftp://example.invalid/a")]
    [InlineData(2, "is not a URL; use the form", "http://")]
    [InlineData(2, "a user name or a password", "http://a:b@example.invalid/a")]
    [InlineData(2, "'manual/none.html' is a file; specify a folder for -o", "manual", "-o", "manual/none.html")]
    public async Task Invalid_input_is_explained_and_nothing_is_written(int exitCode, string message, params string[] args)
    {
        using var folder = new TemporaryFolder();
        folder.Write("manual/open.html", Page("OpenDoor"));
        folder.Write("manual/none.html", "<html><body><p>Nothing.</p></body></html>");
        folder.Write("manual/large.html", new string(' ', 2 << 20));
        ToolRun run = await ToolRun.InAsync(folder.Path, ["import", .. args]);
        Assert.True(exitCode == run.ExitCode, run.Error);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "specs")));
    }

    [Fact]
    public async Task An_API_with_an_error_is_skipped_and_the_others_are_imported()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manual/bad.txt", [.. "# A\n\n"u8, 0xC7, 0xF8]);
        folder.Write("manual/open.html", Page("OpenDoor"));
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", "manual");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("manual/bad.txt(3,1): error ZSG1002: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["specs/doors/OpenDoor.md"], Files(folder, "specs"));
    }

    [Fact]
    public async Task Two_pages_with_different_descriptions_of_an_API_are_named()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manual/a.html", Page("OpenDoor"));
        folder.Write("manual/b.html", Page("OpenDoor"));
        folder.Write("manual/c.html", Page("OpenDoor", "Another description."));
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", "manual");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("zstackgen: manual/c.html: OpenDoor is not imported: manual/a.html also describes it, with a difference (", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("manual/b.html", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canceled_import_writes_nothing()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        using var stop = new CancellationTokenSource();
        site.Add("/api/", "<html><body><a href=a.html>a</a><a href=b.html>b</a></body></html>");
        site.Add("/api/a.html", Page("OpenDoor"));
        site.Pages["/api/b.html"] = async context =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(new StringWriter(), error) { WorkingDirectory = folder.Path };
        Assert.Equal(130, await ZStackGenCommand.RunAsync(["import", site.Address + "/api/"], terminal, stop.Token));
        Assert.Equal("zstackgen: canceled\n", error.ToString());
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_manual_served_as_HTML_becomes_pages_with_the_same_content()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        var expected = new SortedDictionary<string, PageModel>(StringComparer.Ordinal);
        var links = new List<string>();
        HtmlStyle[] styles = Enum.GetValues<HtmlStyle>();
        foreach (string file in Directory.EnumerateFiles(SharedFolder.Require("manual/manual-md-chapters")).Order(StringComparer.Ordinal))
        {
            string text = await File.ReadAllTextAsync(file, cancellationToken), name = Path.GetFileNameWithoutExtension(file);
            foreach (ApiModel api in SpecReader.Read(name, text, cancellationToken).Page.Apis)
                expected.Add(api.Name, new PageModel("", new EquatableArray<ApiModel>([api]), default));
            site.Add($"/manual/{name}.html", HtmlRendering.Render(text, styles[links.Count % styles.Length]));
            links.Add($"<li><a href=\"{name}.html#top\">{name}</a></li>");
        }

        site.Add("/manual/", $"<html><body><h1>Manual</h1><ul>{string.Concat(links)}</ul></body></html>");
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/manual/", "-o", "out");
        Assert.True(run.ExitCode == 0, run.Error);
        var actual = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(folder.Path, "out"), "*.md", SearchOption.AllDirectories))
            actual.Add(Path.GetFileNameWithoutExtension(file), file);
        Assert.True(expected.Count > 300, $"only {expected.Count} APIs");
        Assert.Equal(expected.Keys, actual.Keys);
        foreach ((string name, PageModel page) in expected)
        {
            PageModel imported = SpecReader.Read(name, await File.ReadAllTextAsync(actual[name], cancellationToken), cancellationToken).Page;
            Assert.Null(ModelDifference.Find(CorpusImportTests.WithoutIndent(page), CorpusImportTests.WithoutIndent(imported)));
        }

        Assert.Contains("zone", Directory.GetDirectories(Path.Combine(folder.Path, "out")).Select(Path.GetFileName));
    }

    /// <summary>Returns a page in our own words, as HTML.</summary>
    internal static string Page(string api, string description = "Does it.") => $"""
        <html><body>
        <h1>{api}</h1><p>{description}</p>
        <h2>API Request</h2><h3>URLs</h3><pre>PUT zstack/v1/doors/&#123;uuid&#125;/actions</pre>
        <h3>Parameters</h3>
        <table><thead><tr><th>Name</th><th>Type</th><th>Location</th><th>Description</th><th>Optional Value</th><th>Starting Version</th></tr></thead>
        <tbody><tr><td>uuid</td><td>String</td><td>url</td><td>The door.</td><td></td><td>0.6</td></tr>
        <tr><td>how (optional)</td><td>String</td><td>body (contained in the {char.ToLowerInvariant(api[0])}{api[1..]} structure)</td><td>How.</td><td><ul><li>Slowly</li><li>Fast</li></ul></td><td>0.6</td></tr></tbody></table>
        </body></html>

        """;

    private static string[] Files(TemporaryFolder folder, string below) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder.Path, below), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
