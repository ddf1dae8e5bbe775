using System;
using System.Linq;
using System.Text;
using Xunit;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Tests;

/// <summary>HTML among the pages is recognized by its content and reported with the solution.</summary>
public sealed class HtmlPageTests
{
    private const string Page = "# StopDoor\n\nStops it.\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | The door. | | 0.6 |\n";

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><body></body></html>")]
    [InlineData("\ufeff\n  <!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<title>x</title>")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- made by a tool -->\n<html xmlns=\"http://www.w3.org/1999/xhtml\">")]
    [InlineData("<HTML>")]
    [InlineData("<div class=\"x\"><h1>StopDoor</h1></div>")]
    [InlineData("<table><tr><td>x</td></tr></table>")]
    [InlineData("<h1>StopDoor</h1>")]
    [InlineData("<p\nclass=x>y")]
    public void An_HTML_page_is_a_warning_that_names_the_import(string text)
    {
        foreach (string path in (string[])["a.md", "a.txt", "a.html"])
        {
            PageReadResult result = SpecReader.Read(path, text, TestContext.Current.CancellationToken);
            Finding finding = Assert.Single(result.Findings);
            Assert.Equal(("ZSG1050", FindingSeverity.Warning), (finding.Id, finding.Severity));
            Assert.Contains("zstackgen import", finding.Message, StringComparison.Ordinal);
            Assert.Empty(result.Page.Apis);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("<a name=\"x\"></a>\n\n")]
    [InlineData("<!-- a remark -->\n")]
    [InlineData("```html\n<table><tr><td>a</td></tr></table>\n```\n\n")]
    [InlineData("The `<table>` of <tr>.\n\n")]
    [InlineData("<br>\n")]
    [InlineData("<userTags> are tags.\n")]
    public void A_page_with_some_HTML_is_not_an_HTML_page(string before)
    {
        Assert.False(HtmlContent.IsHtml(before + Page));
        PageReadResult result = SpecReader.Read("a.md", before + Page, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(result.Findings, static finding => finding.Id == "ZSG1050");
        Assert.Equal("StopDoor", Assert.Single(result.Page.Apis).Name);
    }

    [Fact]
    public void An_HTML_table_in_a_page_is_reported_and_the_page_is_read()
    {
        PageReadResult result = SpecReader.Read("a.md", Page + "\n## Response\n\n  <TABLE class=\"x\">\n<tr><td>uuid</td></tr></TABLE>\n", TestContext.Current.CancellationToken);
        Finding finding = Assert.Single(result.Findings, static finding => finding.Id == "ZSG1050");
        Assert.Equal((14, 2), (finding.Span.StartLine, finding.Span.StartColumn));
        Assert.Single(result.Page.Apis);
    }

    [Fact]
    public void Searching_for_tables_takes_linear_time()
    {
        long small = Ticks(2_000), large = Ticks(32_000);
        Assert.True(large < small * 100 || large < TimeSpan.TicksPerSecond, $"{small} -> {large}");

        static long Ticks(int lines)
        {
            var text = new StringBuilder("x\n```\n");
            for (int i = 0; i < lines; i++)
                text.Append("<table <table <table\n");
            string page = text.ToString();
            long best = long.MaxValue;
            for (int i = 0; i < 3; i++)
            {
                long start = TimeProvider.System.GetTimestamp();
                Assert.Equal(-1, HtmlContent.FindTable(page));
                best = Math.Min(best, TimeProvider.System.GetElapsedTime(start).Ticks);
            }

            return best;
        }
    }
}
