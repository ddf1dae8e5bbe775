using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Rows with their cells on several lines, as wikis and converters write them. No layout reads such rows, so each is reported.</summary>
public sealed class SpreadRowTests
{
    [Theory]
    [InlineData("| 名字 | uuid |\n| 类型 | String |\n| 描述 | 门的 UUID |")]
    [InlineData("| | |\n|---|---|\n| 字段名 | uuid |\n| 数据类型 | String |")]
    [InlineData("- uuid\n  - 类型: String\n  - 描述: 门的 UUID")]
    [InlineData("- uuid\n  - Type: List<String>\n  - Description: The UUIDs.")]
    [InlineData("#### uuid\n\n- 类型：Timestamp\n- 描述：时间")]
    [InlineData("```yaml\n-\n  name: uuid\n  type: String\n```")]
    [InlineData("uuid\n: String, the UUID of the door")]
    [InlineData("uuid (optional)\n: VmInstanceInventory")]
    [InlineData("`uuid` is a String in the response.")]
    [InlineData("**uuid** is of type Timestamp.")]
    [InlineData("uuid\n\nString\n\nThe UUID of the door")]
    public void A_row_on_several_lines_is_reported(string row)
    {
        PageReadResult result = Read(row);
        Finding finding = Assert.Single(result.Findings, static finding => finding.Id == "ZSG1040");
        int first = Page(row).Split('\n').ToList().IndexOf(row.Split('\n')[0]);
        Assert.InRange(finding.Span.StartLine, first, first + row.Split('\n').Length);
    }

    [Theory]
    [InlineData("The type: a String of the door.")]
    [InlineData("Type: see below.")]
    [InlineData(": a colon")]
    [InlineData("`uuid` is a list of the doors.")]
    [InlineData("Note\n\nThe String is empty.")]
    public void A_sentence_is_no_row(string sentence) => Assert.DoesNotContain(Read(sentence).Findings, static finding => finding.Id == "ZSG1040");

    private static PageReadResult Read(string response) => SpecReader.Read("specs/door/GetDoor.md", Page(response), TestContext.Current.CancellationToken);

    private static string Page(string response) => "#### 查门(GetDoor)\n\n##### API请求\n\n URLs\n\n```\nGET zstack/v1/doors\n```\n\n Headers\n\n```\nAuthorization: OAuth the-session-uuid\n```\n\n##### API返回\n\n 返回示例\n\n```\n{ \"uuid\": \"x\" }\n```\n\n"
        + response + "\n\n##### SDK示例\n\n```\nGetDoorAction action = new GetDoorAction();\nGetDoorAction.Result res = action.call();\n```\n";
}
