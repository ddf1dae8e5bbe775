using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Tables of manuals and copies that people changed or exported: split, with other headings, with more columns.</summary>
public sealed class ManualTableTests
{
    private const string Begin = "#### 刷门(PaintDoor)\n\n##### API请求\n\n URLs\n\n```\nPUT zstack/v1/doors/{uuid}/actions\n```\n\n 参数列表\n\n"
        + "| 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |\n|---|---|---|---|---|---|\n| uuid | String | url | 门 |  | 0.6 |\n\n##### API返回\n\n";

    private const string End = "\n##### SDK示例\n\n```\nPaintDoorAction action = new PaintDoorAction();\nPaintDoorAction.Result res = action.call();\n```\n";

    [Theory]
    [InlineData("描述", "{0}")]
    [InlineData("注释", "{0}")]
    [InlineData("备忘内容", "{0}")]
    [InlineData("Info text", "{0}")]
    [InlineData("描述", "<p>{0}</p>")]
    public void A_reference_is_read_below_every_heading(string heading, string cell)
    {
        PageReadResult result = Read($"| 名字 | 类型 | {heading} | 起始版本 |\n|---|---|---|---|\n| inventory | DoorInventory | {cell.Replace("{0}", "详情参考inventory")} | 0.6 |\n| size | Integer | 门的大小 | 0.6 |\n\n#inventory\n\n| 名字 | 类型 | {heading} | 起始版本 |\n|---|---|---|---|\n| uuid | String | 门的 UUID | 0.6 |\n");
        Assert.Empty(result.Findings);
        Assert.NotNull(result.Page.Apis.Single().Response!.Fields[0].StructureId);
        Assert.Equal("门的大小", result.Page.Apis.Single().Response!.Fields[1].Description);
    }

    [Theory]
    [InlineData("请求示例", "返回示例")]
    [InlineData("### Request Example", "### Response Example")]
    [InlineData("## Sample Request", "## Sample Response")]
    [InlineData("Example Request", "Example Response")]
    [InlineData("### Request Example\n\n### Sample", "响应示例")]
    public void An_example_below_its_label_is_a_request_also_behind_the_tables(string request, string response)
    {
        ApiModel api = Read("| 名字 | 类型 | 描述 | 起始版本 |\n|---|---|---|---|\n| inventory | DoorInventory | 门 | 0.6 |\n\n"
            + request + "\n\n```\n{ \"paintDoor\": {} }\n```\n\n" + response + "\n\n```\n{ \"inventory\": {} }\n```\n").Page.Apis.Single();
        Assert.Equal(("{ \"paintDoor\": {} }", "{ \"inventory\": {} }"), (api.RequestExample, api.ResponseExample));
    }

    [Fact]
    public void A_table_that_no_row_refers_to_is_reported()
    {
        const string head = "| 名字 | 类型 | 描述 | 起始版本 |\n|---|---|---|---|\n";
        PageReadResult result = Read(head + "| success | boolean | 成功 | 0.6 |\n\n以下字段很少使用。\n\n" + head + "| colour | String | 颜色 | 0.6 |\n");
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal(("ZSG1022", 24), (finding.Id, finding.Span.StartLine));
    }

    [Theory]
    [InlineData("| 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 | Default |", "| colour (可选) | String | body | 颜色 | 4.7.0 |  | - |")]
    [InlineData("| 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 | Default |", "| colour (可选) | String | body | 4.7.0 | - |")]
    [InlineData("| 名字 | 起始版本 | 类型 | 描述 | 位置 | 可选值 |", "| colour (可选) |  | String | 颜色 | body | 4.7.0 |")]
    [InlineData("| 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |", "| colour (可选) | String | body | 颜色 | 4.7.0 | &nbsp; |")]
    public void The_version_of_a_shifted_row_is_no_value(string header, string row)
    {
        PageReadResult result = SpecReader.Read("specs/door/PaintDoor.md",
            $"刷门。\nPUT zstack/v1/doors/{{uuid}}/actions\nAuthorization: OAuth x\n{header}\n{row}\nPaintDoorAction action = new PaintDoorAction();\nPaintDoorAction.Result res = action.call();\n",
            TestContext.Current.CancellationToken);
        ParameterModel colour = result.Page.Apis.Single().Parameters.Single();
        Assert.Equal(("4.7.0", 0), (colour.Since, colour.Values.Count));
    }

    [Theory]
    [InlineData("- `uuid` (String): 门的 UUID")]
    [InlineData("* **uuid** - String - 门的 UUID")]
    [InlineData("uuid（String）：门的 UUID")]
    public void A_list_of_fields_is_reported(string line) => Assert.Contains(Read("字段如下。\n\n" + line + "\n").Findings, static finding => finding.Id == "ZSG1040");

    [Theory]
    [InlineData("# **PaintDoor**", "## `Parameters`")]
    [InlineData("# PaintDoor #", "## Parameters ##")]
    [InlineData("# [PaintDoor](#x)", "## [Parameters](#y)")]
    [InlineData("# PaintDoor {#paint}", "## Parameters:")]
    public void Headings_of_our_own_format_can_be_decorated(string title, string parameters)
    {
        PageReadResult result = SpecReader.Read("specs/door/x.md",
            title + "\n\nPaints.\n\n`PUT /v1/doors/{uuid}/actions`\n\n" + parameters + "\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| uuid | Map<String,\u00a0Long> | path | The door. | 4.7.0 | |\n",
            TestContext.Current.CancellationToken);
        Assert.Empty(result.Findings);
        ApiModel api = result.Page.Apis.Single();
        Assert.Equal(("PaintDoor", "Map<String, Long>"), (api.Name, api.Parameters.Single().Type));
    }

    private static PageReadResult Read(string response) => SpecReader.Read("specs/door/PaintDoor.md", Begin + response + End, TestContext.Current.CancellationToken);
}
