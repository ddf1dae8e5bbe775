using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests.Importing;

/// <summary>The pages of a site that an import reads.</summary>
public sealed class WebImportTests
{
    [Fact]
    public async Task Links_of_an_index_are_followed_only_on_its_origin_and_below_it()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        await using LoopbackSite other = await LoopbackSite.StartAsync();
        site.Add("/docs/api/index.html", $"""
            <html><body><nav><a href="door/Open.html#x">a</a><a href="/docs/api/door/Open.html">a again</a></nav>
            <a href="../above.html">above</a><a href="{other.Address}/docs/api/Foreign.html">foreign</a><a href="mailto:x@y">mail</a><a href="javascript:void(0)">js</a>
            <a href="a.pdf">pdf</a><a href="index.php?title=x&amp;action=edit">edit</a><a href="http://[bad">bad</a><a href="sub/">sub</a></body></html>
            """);
        site.Add("/docs/api/door/Open.html", ImportCommandTests.Page("OpenDoor"));
        site.Add("/docs/api/sub/", "<html><body><a href=\"../Close.md\">close</a></body></html>");
        site.Add("/docs/api/Close.md", "# CloseDoor\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | D. | | 0.6 |\n", "text/markdown");
        site.Add("/docs/above.html", ImportCommandTests.Page("AboveDoor"));
        other.Add("/docs/api/Foreign.html", ImportCommandTests.Page("ForeignDoor"));
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/docs/api/index.html");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["/docs/api/Close.md", "/docs/api/door/Open.html", "/docs/api/index.html", "/docs/api/sub/"], site.Requests.Order(StringComparer.Ordinal));
        Assert.Empty(other.Requests);
        Assert.True(File.Exists(Path.Combine(folder.Path, "specs/door/OpenDoor.md")));
        Assert.True(File.Exists(Path.Combine(folder.Path, "specs/doors/CloseDoor.md")));
    }

    // Each page is a problem of its own; the others are imported.
    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData(null)]
    public async Task A_page_that_is_not_compressed_as_stated_or_redirects_to_an_invalid_address_is_named(string? encoding)
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Add("/docs/", "<html><body><a href=\"Bad.html\">bad</a><a href=\"Open.html\">open</a></body></html>");
        site.Add("/docs/Open.html", ImportCommandTests.Page("OpenDoor"));
        site.Pages["/docs/Bad.html"] = context =>
        {
            if (encoding is null)
            {
                context.Response.StatusCode = 302;
                context.Response.Headers.Location = "//[bad";
                return Task.CompletedTask;
            }

            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = encoding;
            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(new string('x', 5000))).AsTask();
        };
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/docs/");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"zstackgen: {site.Address}/docs/Bad.html: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected", run.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.Path, "OpenDoor.md", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Links_start_at_the_base_that_a_page_states()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Add("/docs/", "<html><head><base href=\"/docs/v5/\"></head><body><a href=\"Open.html\">a</a></body></html>");
        site.Add("/docs/v5/Open.html", ImportCommandTests.Page("OpenDoor"));
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/docs/");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["/docs/", "/docs/v5/Open.html"], site.Requests);
    }

    [Fact]
    public async Task An_index_can_consist_of_the_address_of_its_newest_version()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Add("/docs/", "<html><head><meta http-equiv=Refresh content=\"0; URL='latest/Open.html'\"></head></html>");
        site.Add("/docs/latest/Open.html", ImportCommandTests.Page("OpenDoor"));
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/docs/");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["/docs/", "/docs/latest/Open.html"], site.Requests);
    }

    [Fact]
    public async Task A_page_with_an_API_is_not_an_index()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Add("/api/Open.html", ImportCommandTests.Page("OpenDoor") + "<a href=\"Close.html\">next</a>");
        site.Add("/api/Close.html", ImportCommandTests.Page("CloseDoor"));
        Assert.Equal(0, (await ToolRun.InAsync(folder.Path, "import", site.Address + "/api/Open.html")).ExitCode);
        Assert.Equal(["/api/Open.html"], site.Requests);
    }

    [Fact]
    public async Task A_redirect_to_another_origin_is_refused_before_a_request()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        await using LoopbackSite other = await LoopbackSite.StartAsync();
        site.AddRedirect("/api/", other.Address + "/api/");
        other.Add("/api/", ImportCommandTests.Page("OpenDoor"));
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/api/");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"the server redirects to {other.Address}, outside of {site.Address};", run.Error, StringComparison.Ordinal);
        Assert.Empty(other.Requests);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_redirect_on_the_same_origin_is_followed_and_its_folder_is_used()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.AddRedirect("/api", "/v5/api/");
        site.Add("/v5/api/", "<html><body><a href=\"Open.html\">a</a><a href=\"Away.html\">b</a></body></html>");
        site.Add("/v5/api/Open.html", ImportCommandTests.Page("OpenDoor"));
        site.AddRedirect("/v5/api/Away.html", "http://127.0.0.1:1/");
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/api");
        // The redirected link is named and fails the command. The other pages are imported.
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("/v5/api/Away.html: the server redirects to http://127.0.0.1:1,", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder.Path, "specs/doors/OpenDoor.md")));
    }

    [Fact]
    public async Task Endless_redirects_are_refused()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.AddRedirect("/api/", "/api/");
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/api/");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("redirected more than 5 times", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_of_50_MB_is_refused_without_a_complete_download(bool saysItsLength)
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        const long Size = 50L << 20;
        site.Pages["/api/large.html"] = async context =>
        {
            context.Response.ContentType = "text/html";
            if (saysItsLength)
                context.Response.ContentLength = Size;
            byte[] part = Encoding.ASCII.GetBytes(new string('x', 1 << 16));
            for (long sent = 0; sent < Size / 2; sent += part.Length)
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
            // The second half never arrives. A client that waits for it would not report the error.
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/api/large.html", "--max-size", "4");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(saysItsLength ? "the page has 50 MB, which exceeds the limit of 4 MB" : "the page has more than 4 MB", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task An_endless_site_is_refused()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        for (int i = 0; i < 20; i++)
            site.Add($"/api/{i}.html", $"<html><body><a href=\"{i + 1}.html\">next</a></body></html>");
        site.Add("/api/", "<html><body><a href=\"0.html\">first</a></body></html>");
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/api/", "--max-pages", "10");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("leads to more than 10 pages; import a part of the site, or increase --max-pages", run.Error, StringComparison.Ordinal);
        Assert.True(site.Requests.Count <= 11, $"{site.Requests.Count} requests");
    }

    [Theory]
    [InlineData(404, "the server responded with 404 Not Found")]
    [InlineData(500, "the server responded with 500 Internal Server Error")]
    public async Task A_missing_page_is_named(int status, string message)
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Pages["/api/"] = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/api/");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"zstackgen: error: {site.Address}/api/: {message}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_a_page_is_named()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Add("/api", [1, 2, 3], "image/png");
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", site.Address + "/api");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("the server sent image/png, which is not a page", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unreachable_server_is_named()
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.InAsync(folder.Path, "import", "http://127.0.0.1:1/api/");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("zstackgen: error: http://127.0.0.1:1/api/: ", run.Error, StringComparison.Ordinal);
    }

    // The default charset of a web server applies to all pages, also to pages in UTF-8.
    [Fact]
    public async Task A_page_in_UTF_8_is_read_although_the_server_sends_another_charset()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Add("/api/Open.html", ImportCommandTests.Page("OpenDoor", "打开门 “now”。"), "text/html; charset=ISO-8859-1");
        Assert.Equal(0, (await ToolRun.InAsync(folder.Path, "import", site.Address + "/api/Open.html")).ExitCode);
        Assert.Contains("打开门 “now”。", await File.ReadAllTextAsync(Path.Combine(folder.Path, "specs/doors/OpenDoor.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_labeled_ISO_8859_1_has_the_quotation_marks_of_Windows_1252()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        byte[] page = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(ImportCommandTests.Page("OpenDoor", "Opens a “door” – café."));
        site.Add("/api/Open.html", page, "text/html; charset=ISO-8859-1");
        Assert.Equal(0, (await ToolRun.InAsync(folder.Path, "import", site.Address + "/api/Open.html")).ExitCode);
        Assert.Contains("Opens a “door” – café.", await File.ReadAllTextAsync(Path.Combine(folder.Path, "specs/doors/OpenDoor.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_charset_that_the_server_sends_is_used()
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        byte[] page = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!.GetBytes(ImportCommandTests.Page("OpenDoor", "打开门。"));
        site.Add("/api/Open.html", page, "text/html; charset=GBK");
        Assert.Equal(0, (await ToolRun.InAsync(folder.Path, "import", site.Address + "/api/Open.html")).ExitCode);
        Assert.Contains("打开门。", await File.ReadAllTextAsync(Path.Combine(folder.Path, "specs/doors/OpenDoor.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
