using System;
using System.Linq;
using System.Net;
using System.Text;
using Xunit;
using ZStackGen.Tool.Importing.Planning;
using ZStackGen.Tool.Importing.Sources;

namespace ZStackGen.Tool.Tests.Importing;

/// <summary>One page in the HTML of many sites, wikis and word processors: each is read like plain HTML.</summary>
public sealed class PublishedSiteTests
{
    private static readonly string[][] s_parameters =
    [
        ["Name", "Type", "Location", "Description", "Values", "Since"],
        ["uuid", "String", "path", "The door.", "", "4.7.0"],
        ["colour", "String", "body (paintDoor)", "The colour.", "Red, Green", "4.7.0"],
    ];

    private static readonly string[][] s_response = [["Name", "Type", "Description", "Since"], ["inventory", "DoorInventory", "The door.", "4.7.0"]];

    [Theory]
    [InlineData("a table that only roles mark")]
    [InlineData("a table beside the text")]
    [InlineData("a table of a complementary section")]
    [InlineData("a sample beside the text")]
    [InlineData("a sample for a highlighter in a script")]
    [InlineData("a sample that a highlighter shows as a table")]
    [InlineData("a sample in an editor")]
    [InlineData("a sample with an element for each line")]
    [InlineData("a sample in code with a style")]
    [InlineData("a sample in code alone in its block")]
    [InlineData("headings that are buttons")]
    [InlineData("headings that only roles mark")]
    [InlineData("a title of a word processor")]
    public void A_page_is_read_like_plain_HTML(string style)
    {
        ImportedPage plain = Read(Page(""));
        ImportedPage page = Read(Page(style));
        Assert.Equal("paintDoor", plain.Page.Apis[0].Wrapper);
        Assert.Contains("Green", plain.Page.Apis[0].RequestExample, StringComparison.Ordinal);
        Assert.NotEmpty(plain.Page.Apis[0].Response!.Fields);
        Assert.Equal(plain.Text, page.Text);
        Assert.Equal(plain.Page, page.Page);
    }

    [Fact]
    public void Two_samples_with_balanced_brackets_stay_two() =>
        Assert.Equal("# A\n\n```\n{}\n```\n\n```\n[]\n```", Read("<h1>A</h1><pre>{}</pre> <pre>[]</pre>").Text.TrimEnd());

    [Fact]
    public void A_sample_ends_at_other_text() =>
        Assert.Equal("# A\n\n```\n{\n```\n\nb\n\n```\n}\n```", Read("<h1>A</h1><pre>{</pre><p>b</p><pre>}</pre>").Text.TrimEnd());

    [Theory]
    [InlineData("<h2>Parameters <button>Copy link</button></h2>", "## Parameters")]
    [InlineData("<aside><ul><li>x</li></ul></aside><p>b</p>", "b")]
    [InlineData("<p>Use <code>a\nb</code> here</p>", "Use `a b` here")]
    [InlineData("<div role=table><p>b</p></div>", "b")]
    [InlineData("<script>x</script><p>b</p>", "b")]
    public void Other_parts_of_the_site_are_still_omitted(string html, string expected) => Assert.Equal("# A\n\n" + expected, Read("<h1>A</h1>" + html).Text.TrimEnd());

    [Theory]
    [InlineData("<pre>{</pre>")]
    [InlineData("<code>a\nb</code>")]
    [InlineData("<h2><button> </button></h2>")]
    [InlineData("<div role=table><div role=row><div role=cell>a</div><div role=cell>b</div></div></div>")]
    [InlineData("<div class=CodeMirror><pre class=CodeMirror-line>a</pre></div>")]
    public void The_work_grows_with_the_size_of_the_page(string piece)
    {
        // Quadratic work on so many pieces would take hours.
        string html = "<h1>A</h1><div>" + string.Concat(Enumerable.Repeat(piece, 200_000)) + "</div>";
        Assert.StartsWith("# A\n", Read(html).Text, StringComparison.Ordinal);
    }

    private static string Page(string style) => $"""
        <!DOCTYPE html><html><body><main>
        {(style == "a title of a word processor" ? "<p class=MsoTitle>PaintDoor<o:p></o:p></p>" : Heading(style, 1, "PaintDoor"))}
        <p>Paints a door.</p>
        {Heading(style, 2, "URLs")}{Sample(style, "PUT zstack/v1/doors/{uuid}/actions")}
        {Heading(style, 2, "Parameter List")}{Table(style, s_parameters)}
        {Heading(style, 2, "Request example")}{Sample(style, "{\n  \"paintDoor\": {\n    \"colour\": \"Green\"\n  }\n}")}
        {Heading(style, 2, "Response")}{Table(style, s_response)}
        {Heading(style, 2, "Response example")}{Sample(style, "{\n  \"inventory\": {\n    \"uuid\": \"d0a1\"\n  }\n}")}
        </main></body></html>
        """;

    private static string Heading(string style, int level, string text) => style switch
    {
        "headings that are buttons" => $"<h{level} class=\"accordion-header\"><button type=\"button\">{text}</button></h{level}>",
        "headings that only roles mark" => $"<div role=\"heading\" aria-level=\"{level}\"><span>{text}</span></div>",
        _ => $"<h{level}>{text}</h{level}>",
    };

    private static string Table(string style, string[][] rows)
    {
        string table = "<table>" + string.Concat(rows.Select(static (row, i) => $"<tr>{string.Concat(row.Select(cell => i == 0 ? $"<th>{cell}</th>" : $"<td>{cell}</td>"))}</tr>")) + "</table>";
        return style switch
        {
            "a table that only roles mark" => "<div role=table><div role=rowgroup>" + string.Concat(rows.Select(static (row, i) =>
                $"<div role=row class=flex>{string.Concat(row.Select(cell => $"<div role={(i == 0 ? "columnheader" : "cell")}><p>{cell}</p></div>"))}</div>")) + "</div></div>",
            "a table beside the text" => $"<aside class=note>{table}</aside>",
            "a table of a complementary section" => $"<div role=complementary>{table}</div>",
            _ => table,
        };
    }

    private static string Sample(string style, string text)
    {
        string code = WebUtility.HtmlEncode(text);
        string[] lines = code.Split('\n');
        return style switch
        {
            "a sample beside the text" => $"<aside><pre>{code}</pre></aside>",
            "a sample for a highlighter in a script" => $"<div><script type=\"syntaxhighlighter\" class=\"brush: js\"><![CDATA[{text}]]></script></div>",
            "a sample that a highlighter shows as a table" => "<div class=\"syntaxhighlighter js\"><table><tr><td class=gutter><div class=line>1</div></td><td class=code><div class=container>"
                + string.Concat(lines.Select(static line => $"<div class=\"line\"><code>{line.Replace(" ", "&nbsp;", StringComparison.Ordinal)}</code></div>")) + "</div></td></tr></table></div>",
            "a sample in an editor" => "<div class=CodeMirror><textarea></textarea><div class=CodeMirror-measure><pre>x</pre></div>"
                + string.Concat(lines.Select(static line => $"<div><div class=CodeMirror-linenumber>1</div><pre class=CodeMirror-line><span>{line}</span></pre></div>")) + "</div>",
            "a sample with an element for each line" => string.Concat(lines.Select(static line => $"<pre>{line}</pre>\n")),
            "a sample in code with a style" => $"<div><code style=\"white-space: pre\">{code}</code></div>",
            "a sample in code alone in its block" when lines.Length > 1 => $"<p><code>{code}</code></p>",
            _ => $"<pre>{code}</pre>",
        };
    }

    private static ImportedPage Read(string html) =>
        ImportReader.Read(new ImportSource("a.html", "a.html", Encoding.UTF8.GetBytes(html), null, true), TestContext.Current.CancellationToken);
}
