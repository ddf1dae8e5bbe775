using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Lines, columns and rows of pages in other forms than the documented ones: they are read, or reported at their places.</summary>
public sealed class PageNotationTests
{
    private const string Header = "| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n";
    private const string Uuid = "| uuid | String | path | The door. | | |\n";
    private const string Colour = "| colour | String | body: paintDoor | The colour. | Red, Green | |\n";

    [Theory]
    [InlineData("<!--\n`GET /v1/others`\n-->\n")]
    [InlineData("<!-- reviewed -->\n")]
    public void A_comment_is_not_part_of_the_page(string comment)
    {
        PageReadResult result = Own(lines: comment);
        Assert.Equal("Paints.", result.Page.Apis.Single().Description);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("Keeps `<!-- x -->` here.")]
    [InlineData("Keeps \\<!-- x --> here.")]
    [InlineData("Keeps <!-- x here.")]
    public void A_comment_in_code_or_without_an_end_is_text(string line) => Assert.Contains("<!-- x", Own(lines: line).Page.Apis.Single().Description!, System.StringComparison.Ordinal);

    [Fact]
    public void A_comment_does_not_move_findings()
    {
        PageReadResult result = Own(Uuid + "| colour <!-- é\n--> | Sting | body: paintDoor | The colour. | | 4.x |\n");
        Assert.All(result.Findings, static finding => Assert.InRange(finding.Span.StartLine, 11, 12));
    }

    private static PageReadResult Own(string? rows = null, string lines = "") =>
        Read($"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{{uuid}}/actions`\n\n{(lines.Length == 0 ? "" : lines + "\n\n")}## Parameters\n\n{Header}{rows ?? Uuid + Colour}");

    private static PageReadResult Read(string text) => SpecReader.Read("specs/door/PaintDoor.md", text, TestContext.Current.CancellationToken);
}
