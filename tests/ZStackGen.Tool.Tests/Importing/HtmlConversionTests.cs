using System;
using System.Linq;
using System.Text;
using System.Threading;
using Xunit;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Importing.Html;
using ZStackGen.Tool.Importing.Planning;
using ZStackGen.Tool.Importing.Sources;

namespace ZStackGen.Tool.Tests.Importing;

/// <summary>The conversion of each HTML element.</summary>
public sealed class HtmlConversionTests
{
    [Theory]
    [InlineData("<h2>Create a <b>zone</b> (<code>CreateZone</code>)<a class=\"headerlink\" href=\"#x\">¶</a></h2>", "## Create a zone (CreateZone)")]
    [InlineData("<p>One <b>bold </b>word, <i>one</i> <code>code</code>,\n wrapped.</p>", "One **bold** word, *one* `code`, wrapped.")]
    [InlineData("<p>a</p><p>b</p>", "a\n\nb")]
    [InlineData("<div>a</div><div>b</div>", "a\nb")]
    [InlineData("a<br>b", "a\nb")]
    [InlineData("<p>GET zstack/v1/zones\nAuthorization: OAuth x</p>", "GET zstack/v1/zones\nAuthorization: OAuth x")]
    [InlineData("<pre class=\"x\"><code>{\n  <span>\"a\"</span>: 1\n}\n</code></pre><p>b</p>", "```\n{\n  \"a\": 1\n}\n```\n\nb")]
    [InlineData("<p><code>PUT /v1/a<br>{ }</code></p>", "```\nPUT /v1/a\n{ }\n```")]
    [InlineData("<pre>a\n```\nb</pre><p>c</p>", "````\na\n```\nb\n````\n\nc")]
    [InlineData("<table><tr><td class=\"linenos\"><pre>1\n2</pre></td><td><pre>GET /v1/a\nb</pre></td></tr></table><p>c</p>", "```\nGET /v1/a\nb\n```\n\nc")]
    [InlineData("<ul><li>a</li><li></li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n\n  - c")]
    [InlineData("<div class=\"admonition note\"><p>Careful.</p></div><p>b</p>", "> Careful.\n\nb")]
    [InlineData("<blockquote><p>Careful.</p></blockquote>", "> Careful.")]
    [InlineData("<dl><dt>a</dt><dd>b</dd></dl>", "a\n\nb")]
    [InlineData("<p>&lt;name&gt; and A &amp; B&nbsp;C</p>", "<name> and A & B C")]
    [InlineData("<p><a name=\"org.zstack.x.inventory\"></a><b>#inventory</b></p>", "<a name=\"org.zstack.x.inventory\">**#inventory**")]
    [InlineData("<a name=\"org.zstack.x.inventory\"> <strong>#inventory</strong><a/><table><tr><td>Name</td><td>Type</td></tr><tr><td>a</td><td>String</td></tr></table>",
        "<a name=\"org.zstack.x.inventory\">**#inventory**\n\n| Name | Type |\n| --- | --- |\n| a | String |")]
    [InlineData("<details><summary>Sample</summary><pre>{}</pre></details>", "Sample\n\n```\n{}\n```")]
    public void A_block_becomes_Markdown(string html, string expected) => Assert.Equal(expected, Convert("<p>x</p>" + html)["x\n\n".Length..]);

    [Theory]
    [InlineData("", "")]
    [InlineData("<p class=\"p\">a</p>", "a")]
    [InlineData("<p>a</p>\n<p>b</p>", "a<br>b")]
    [InlineData("a<br/>b<br/>", "a<br>b")]
    [InlineData("<ul>\n <li>a</li>\n <li><p>b</p></li></ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("See:<ul><li>a<ol><li>b</li></ol></li></ul>", "See:<ul><li>a<ul><li>b</li></ul></li></ul>")]
    [InlineData("<ul></ul>", "")]
    [InlineData("a|b \\ ` &lt;c&gt; <code>d</code>", "a\\|b \\\\ \\` \\<c> `d`")]
    [InlineData("<code>a|b</code>", "a\\|b")]
    [InlineData("body(in <b> <code>params</code> </b>)", "body(in **`params`** )")]
    [InlineData("see <a href=\"#org.x\">vm</a> <a href=\"types.html\">Vm</a>", "see [vm](#org.x) Vm")]
    [InlineData("<pre>a\n  b</pre>", "a<br>b")]
    [InlineData("<script>x</script>a<!-- b -->", "a")]
    public void A_cell_becomes_one_line(string cell, string expected) => Assert.Equal(
        expected.Length == 0 ? "| Name | Type | Description |\n| --- | --- | --- |\n| a | b | |" : $"| Name | Type | Description |\n| --- | --- | --- |\n| a | b | {expected} |",
        Convert($"<table><thead><tr><th>Name</th><th><b>Type</b></th><th>Description</th></tr></thead><tbody><tr><td>a</td><td>b</td><td>{cell}</td></tr></tbody></table>"));

    [Theory]
    // A location for three rows.
    [InlineData("<tr><th>N</th><th>T</th></tr><tr><td>a</td><td rowspan=3>x</td></tr><tr><td>b</td></tr><tr><td>c</td></tr>", "| N | T |\n| --- | --- |\n| a | x |\n| b | x |\n| c | x |")]
    // The values of a parameter, one per row.
    [InlineData("<tr><th>N</th><th>T</th><th>V</th></tr><tr><td rowspan=2>a</td><td rowspan=2>x</td><td>1</td></tr><tr><td>2</td></tr>", "| N | T | V |\n| --- | --- | --- |\n| a | x | 1<br>2 |")]
    // The name of a group over the whole width.
    [InlineData("<tr><th>N</th><th>T</th></tr><tr><td>a</td><td>x</td></tr><tr><td colspan=2>Group</td></tr><tr><td>b</td><td>y</td></tr>", "| N | T |\n| --- | --- |\n| a | x |\n| b | y |\n\nGroup")]
    // The table's own name above its header.
    [InlineData("<tr><th colspan=2>inventory</th></tr><tr><th>N</th><th>T</th></tr><tr><td>a</td><td>x</td></tr>", "inventory\n\n| N | T |\n| --- | --- |\n| a | x |")]
    // A column that exists only because of a span.
    [InlineData("<tr><th>N</th><th colspan=2>T</th></tr><tr><td>a</td><td colspan=2>x</td></tr>", "| N | T |\n| --- | --- |\n| a | x |")]
    // A cell that spans columns leaves the others empty.
    [InlineData("<tr><th>N</th><th>T</th><th>D</th></tr><tr><td>a</td><td colspan=2>x</td></tr><tr><td>b</td><td>y</td><td>z</td></tr>", "| N | T | D |\n| --- | --- | --- |\n| a | x | |\n| b | y | z |")]
    // A head of two rows.
    [InlineData("<thead><tr><th rowspan=2>N</th><th>T</th></tr><tr><th>U</th></tr></thead><tbody><tr><td>a</td><td>x</td></tr></tbody>", "| N | T U |\n| --- | --- |\n| a | x |")]
    [InlineData("<caption>Parameters</caption><tr><th>N</th><th>T</th></tr><tr><td>a</td><td>x</td></tr>", "Parameters\n\n| N | T |\n| --- | --- |\n| a | x |")]
    [InlineData("<tr><th>URL</th><td>POST zstack/v1/zones</td></tr><tr><th>Session</th><td>yes</td></tr>", "URL\n\nPOST zstack/v1/zones\n\nSession\n\nyes")]
    [InlineData("<tr><th>N</th><th>T</th></tr><tr><td>vm</td><td>x <table><tr><th>N</th><th>T</th></tr><tr><td>c</td><td>y</td></tr></table></td></tr>", "| N | T |\n| --- | --- |\n| vm | x |\n\n#vm\n\n| N | T |\n| --- | --- |\n| c | y |")]
    [InlineData("<tr><td>menu</td><td><h2>T</h2><table><tr><td>N</td><td>T</td></tr><tr><td>a</td><td>x</td></tr></table></td></tr>", "menu\n\n## T\n\n| N | T |\n| --- | --- |\n| a | x |")]
    [InlineData("<tr><td rowspan=0>a</td><td rowspan=999999999 colspan=999999999>b</td></tr><tr><td>c</td></tr>", null)]
    public void A_table_becomes_a_grid(string rows, string? expected)
    {
        string text = Convert($"<table>{rows}</table>");
        if (expected is not null)
            Assert.Equal(expected, text);
    }

    [Theory]
    [InlineData("<nav><p>x</p></nav>")]
    [InlineData("<footer><p>x</p></footer>")]
    [InlineData("<aside><p>x</p></aside>")]
    [InlineData("<header><ul><li>x</li></ul></header>")]
    [InlineData("<div role=\"navigation\">x</div>")]
    [InlineData("<ol class=\"breadcrumb\"><li>x</li></ol>")]
    [InlineData("<div class=\"wh_breadcrumb\">x</div>")]
    [InlineData("<div id=\"toc\"><ul><li>x</li></ul></div>")]
    [InlineData("<div class=\"left-sidebar\">x</div>")]
    [InlineData("<span class=\"mw-editsection\">x</span>")]
    [InlineData("<ul><li><a href=\"x.html\">x</a></li><li><a href=\"y.html\">y</a><ul><li><a href=\"z.html\">z</a></li></ul></li></ul>")]
    [InlineData("<button>x</button><script>x</script><style>x</style><select><option>x</option></select><svg><text>x</text></svg>")]
    public void Parts_of_the_site_are_omitted(string html) => Assert.Equal("# A\n\nb", Convert($"<h1>A</h1>{html}<p>b</p>"));

    [Fact]
    public void A_title_in_a_header_is_kept() => Assert.Equal("# CreateZone\n\nb", Convert("<header id=\"title-block-header\"><p>menu</p><h1 class=\"title\">CreateZone</h1></header><p>b</p>"));

    [Fact]
    public void Only_the_main_part_is_read_if_the_page_marks_it() =>
        Assert.Equal("# A\n\nb", Convert("<div><p>menu</p></div><main><h1>A</h1><p>b</p></main><div>more</div>"));

    [Fact]
    public void A_text_file_shown_by_a_browser_is_not_changed() =>
        Assert.Equal("# A\n\n| a | b |\n```\n  c\n```", Convert("<html><head></head><body><pre style=\"white-space: pre-wrap\"># A\n\n| a | b |\n```\n  c\n```\n</pre></body></html>"));

    [Fact]
    public void A_finding_refers_to_the_place_in_the_HTML()
    {
        const string Html = """
            <html><body>
            <h1>StopDoor</h1>
            <h2>API Request</h2>
            <h3>URLs</h3>
            <pre>PUT zstack/v1/doors/{uuid}/actions</pre>
            <h3>Parameters</h3>
            <table>
              <thead>
                <tr><th>Name</th><th>Type</th><th>Location</th><th>Description</th><th>Starting Version</th></tr>
              </thead>
              <tbody>
                <tr><td>uuid</td><td>String</td><td>url</td><td>The door.</td><td>0.6</td></tr>
                <tr><td>how</td><td>Sting-y thing</td><td>body</td><td>How.</td><td>0.6</td></tr>
              </tbody>
            </table>
            </body></html>
            """;
        ImportedPage page = ImportReader.Read(new ImportSource("a.html", "a.html", Encoding.UTF8.GetBytes(Html), null, true), TestContext.Current.CancellationToken);
        Assert.Equal("StopDoor", Assert.Single(page.Page.Apis).Name);
        PlacedFinding finding = Assert.Single(page.Findings, static placed => placed.Finding.Id == "ZSG1006");
        Assert.Equal(new TextPosition(13, 5), finding.Place);
    }

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<div><p>", 200_000)]
    [InlineData("<table><td>", 100_000)]
    [InlineData("<b a=$><p>", 20_000)]
    [InlineData("<b a=$><p>x", 20_000)]
    [InlineData("<a><div>", 20_000)]
    public void HTML_that_would_take_too_long_is_refused_in_time(string piece, int times)
    {
        var html = new StringBuilder("<html>");
        for (int i = 0; i < times; i++)
            html.Append(piece.Replace("$", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        ImportedPage page = ImportReader.Read(new ImportSource("a.html", "a.html", Encoding.UTF8.GetBytes(html.ToString()), null, true), TestContext.Current.CancellationToken);
        PlacedFinding placed = Assert.Single(page.Findings);
        Assert.Equal(FindingSeverity.Error, placed.Finding.Severity);
        Assert.Matches("nested more than 500 deep|never closed", placed.Finding.Message);
    }

    [Fact]
    public void A_page_in_GBK_is_decoded_by_its_own_charset()
    {
        Encoding gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        byte[] bytes = gbk.GetBytes("<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><body><h1>区域(CreateZone)</h1><pre>POST zstack/v1/zones</pre></body></html>");
        ImportedPage page = ImportReader.Read(new ImportSource("a.html", "a.html", bytes, null, true), TestContext.Current.CancellationToken);
        Assert.StartsWith("# 区域(CreateZone)\n", page.Text, StringComparison.Ordinal);
    }

    private static string Convert(string html)
    {
        using var document = HtmlDocumentParser.Parse(html, CancellationToken.None);
        ConvertedPage page = HtmlPageConverter.Convert(document, CancellationToken.None);
        Assert.Equal(page.Text.Count(static c => c == '\n'), page.Positions.Count);
        return page.Text.Trim('\n');
    }
}
