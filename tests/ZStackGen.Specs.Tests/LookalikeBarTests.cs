using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Tests;

/// <summary>Tables with other characters instead of bars: the full-width bar, box-drawing characters, the broken bar.</summary>
public sealed class LookalikeBarTests
{
    private const string Page = """
        # OpenDoor

        Opens a door.

        `PUT /v1/doors/{uuid}/actions`

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | The door. | | 0.6 |
        | speed (optional) | Integer | body: openDoor | Its speed. | 1..5 | 4.7.0 |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | DoorInventory | The door. | 0.6 |
        """;

    public static TheoryData<char, bool> Bars => [.. from bar in "｜￨│┃∣¦" from hasEnds in new[] { true, false } select new TheoryDataRow<char, bool>(bar, hasEnds)];

    [Theory]
    [MemberData(nameof(Bars))]
    public void A_table_with_other_bars_is_read_like_one_with_bars(char bar, bool hasEnds)
    {
        string page = Page;
        if (!hasEnds)
            page = string.Join('\n', page.Split('\n').Select(static line => line.StartsWith('|') ? line[1..].TrimEnd().TrimEnd('|').Trim() : line));
        PageReadResult expected = SpecReader.Read("specs/OpenDoor.md", page, TestContext.Current.CancellationToken);
        Assert.Empty(expected.Findings);
        Assert.Equal(2, Assert.Single(expected.Page.Apis).Parameters.Count);

        PageReadResult read = SpecReader.Read("specs/OpenDoor.md", page.Replace('|', bar), TestContext.Current.CancellationToken);

        Assert.Empty(read.Findings.Select(static finding => finding.Message));
        Assert.Equal(expected.Page, read.Page);
    }

    [Theory]
    [InlineData("| a | the mode A｜B | 0.6 |")]
    [InlineData("首页｜文档｜接口")]
    [InlineData("  \"mode\": \"A│B\",")]
    [InlineData("¦ one only")]
    [InlineData("")]
    public void Such_a_character_outside_of_a_row_stays(string line)
    {
        Assert.Equal(line, LookalikeBars.Replace(line));
        Assert.Equal("x\n" + line + "\r\ny", LookalikeBars.Replace("x\n" + line + "\r\ny"));
    }

    [Fact]
    public void An_example_on_a_page_with_such_a_table_keeps_its_text()
    {
        PageReadResult read = SpecReader.Read("specs/OpenDoor.md", Page.Replace('|', '｜') + "\n\n## Example\n\n```json\n{ \"openDoor\": {\n  \"speed\": \"1｜2\" } }\n```\n", TestContext.Current.CancellationToken);
        Assert.Contains("1｜2", Assert.Single(read.Page.Apis).RequestExample, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_in_no_table_is_reported_at_its_line()
    {
        string page = Page + "\n\n## Other parameters\n\n｜name｜String｜body｜A name.｜0.6｜\n";
        PageReadResult read = SpecReader.Read("specs/OpenDoor.md", page, TestContext.Current.CancellationToken);
        Assert.Contains(read.Findings, static finding => finding.Id == "ZSG1040" && finding.Span.StartLine + 1 == 22);
        Assert.Equal(SpecReader.Read("specs/OpenDoor.md", page.Replace('｜', '|'), TestContext.Current.CancellationToken).Findings, read.Findings);
    }
}
