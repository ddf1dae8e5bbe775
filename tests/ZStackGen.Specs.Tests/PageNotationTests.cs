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
    private const string FieldHeader = "| Name | Type | Description | Since |\n|---|---|---|---|\n";

    [Theory]
    [InlineData("| Name | Type | Location | Since | Description |", "| colour | String | body: paintDoor | 4.1 | Colour |", false)]
    [InlineData("| Name | Type | Location | Since | Description |", "| colour | String | body: paintDoor | 4.1.0 | colour |", false)]
    [InlineData("| Name | Type | Location | Since | Deprecated | Description |", "| colour | String | body: paintDoor | 4.1.0 | 4.7.0 | colour |", false)]
    [InlineData("| Name | Type | Location | Since | Description |", "| colour | String | body: paintDoor | 4.1 | Colour. | size | Integer | body: paintDoor | 4.2 | Size. |", true)]
    [InlineData("| Name | Type | Location | Description | Since |", "| colour | String | body: paintDoor | 4.1 | size |", true)]
    public void Cells_after_the_version_are_a_second_row_only_if_the_row_has_too_many(string header, string row, bool isReported)
    {
        string dashes = string.Concat(Enumerable.Repeat("|---", header.Count(static c => c == '|') - 1)) + "|";
        PageReadResult result = Read("# PaintDoor\n\n`POST /v1/doors`\n\n" + header + "\n" + dashes + "\n" + row + "\n");
        Assert.Equal(isReported, result.Findings.Any(static finding => finding.Id is "ZSG1040" or "ZSG1009"));
        Assert.Contains(result.Page.Apis.Single().Parameters, static parameter => parameter.Name == "colour");
    }

    [Theory]
    [InlineData("Since 4.7.0")]
    [InlineData("since 4.7.0.")]
    [InlineData("Since: 4.7.0")]
    [InlineData("**Since** 4.7.0.")]
    [InlineData("Since version 4.7.0。")]
    [InlineData("No session required. Since 4.7.0.")]
    public void The_version_of_an_api_needs_no_exact_wording(string line)
    {
        ApiModel api = Own(lines: line).Page.Apis.Single();
        Assert.Equal(("4.7.0", "Paints."), (api.Since, api.Description));
        Assert.Equal(!line.StartsWith("No session", System.StringComparison.Ordinal), api.RequiresSession);
    }

    [Theory]
    [InlineData("Asynchronous", true)]
    [InlineData("*Synchronous.*", false)]
    public void A_phrase_needs_no_period(string line, bool isAsync)
    {
        ApiModel api = Own(lines: line).Page.Apis.Single();
        Assert.Equal((isAsync, "Paints."), (api.IsAsync, api.Description));
    }

    [Theory]
    [InlineData("Since the door is gone, nothing happens")]
    [InlineData("Extends the door")]
    [InlineData("Synchronous doors open")]
    [InlineData("&#83;ynchronous")]
    public void A_sentence_is_no_phrase(string line) => Assert.StartsWith("Paints.\n", Own(lines: line).Page.Apis.Single().Description, System.StringComparison.Ordinal);

    [Fact]
    public void A_list_above_the_request_line_is_part_of_the_description()
    {
        PageReadResult result = Read("# PaintDoor\n\nPaints.\n\n- once\n- twice\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n" + Header + Uuid);
        Assert.Equal("Paints.\n- once\n- twice", result.Page.Apis.Single().Description);
        Assert.Empty(result.Page.Types);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_field_table_above_the_request_line_is_reported()
    {
        PageReadResult result = Read("# PaintDoor\n\n" + FieldHeader + "| colour | String | The colour. | |\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n" + Header + Uuid);
        Assert.Empty(result.Page.Types);
        Assert.Contains(result.Findings, static finding => (finding.Id, finding.Span.StartLine) == ("ZSG1040", 2));
    }

    [Theory]
    [InlineData("- `PUT /v1/doors/{uuid}/actions`")]
    [InlineData("> `PUT /v1/doors/{uuid}/actions`")]
    public void A_request_line_can_be_an_item_or_a_quote(string request)
    {
        PageReadResult result = Read($"# PaintDoor\n\nPaints.\n\n{request}\n\n## Parameters\n\n{Header}{Uuid}");
        Assert.Equal("/v1/doors/{uuid}/actions", result.Page.Apis.Single().Path);
        Assert.Empty(result.Page.Types);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("| Name | Type | Location | Description | Values | Since |\n")]
    [InlineData(Header)]
    [InlineData("| **Name** | **Type** | **Location** | **Description** | **Values** | **Since** |\n|---|---|---|---|---|---|\n")]
    public void A_header_repeated_inside_a_table_is_no_row(string again)
    {
        PageReadResult result = Own(Uuid + again + Colour);
        Assert.Equal(["uuid", "colour"], result.Page.Apis.Single().Parameters.Select(static parameter => parameter.Name));
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_row_named_like_a_column_is_a_row() =>
        Assert.Equal(["uuid", "name", "type"], Own(Uuid + "| name | String | body: paintDoor | Name. | | 4.7.0 |\n| type | String | body: paintDoor | Type. | | |\n").Page.Apis.Single().Parameters.Select(static parameter => parameter.Name));

    [Fact]
    public void A_table_without_outer_bars_is_read_in_a_manual()
    {
        PageReadResult result = Read("#### 刷门(PaintDoor)\n\n##### API请求\n\n URLs\n\n```\nPUT zstack/v1/doors/{uuid}/actions\n```\n\n 参数列表\n\n名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本\n--- | --- | --- | --- | --- | ---\n"
            + "uuid | String | url | 门 | | 0.6\ncolour (可选) | String | body(包含在paintDoor结构中) | 颜色 | Red, Green | 0.6\n\n之后 | 的文字\n");
        Assert.Equal(["Red", "Green"], result.Page.Apis.Single().Parameters[1].Values);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("yes", "yes")]
    [InlineData("no", "no")]
    public void Contradicting_columns_for_required_and_optional_are_reported(string required, string optional)
    {
        PageReadResult result = Read($"# PaintDoor\n\n`PUT /v1/doors/{{uuid}}/actions`\n\n## Parameters\n\n| Name | Type | Location | Required | Optional | Description |\n|---|---|---|---|---|---|\n| uuid | String | path | yes | no | The door. |\n| colour | String | body: paintDoor | {required} | {optional} | The colour. |\n");
        Assert.False(result.Page.Apis.Single().Parameters[1].IsRequired);
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal(("ZSG1005", 9), (finding.Id, finding.Span.StartLine));
    }

    [Fact]
    public void A_mark_that_contradicts_the_column_is_reported()
    {
        PageReadResult result = Read("# PaintDoor\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n| Name | Type | Location | Required | Description |\n|---|---|---|---|---|\n| uuid | String | path | yes | The door. |\n| colour (optional) | String | body: paintDoor | yes | The colour. |\n");
        Assert.Equal("It is not clear whether colour is required: the row marks it as optional, but its column says that it is required; colour is optional.", Assert.Single(result.Findings).Message);
    }

    [Theory]
    [InlineData("Default", "5", "Default: 5")]
    [InlineData("Example", "Blue", "Example: Blue")]
    [InlineData("Notes", "Only for admins.", "Notes: Only for admins.")]
    [InlineData("Deprecated", "5.0.0", "Deprecated since 5.0.0.")]
    [InlineData("Removed in", "5.0.0", "Removed in 5.0.0.")]
    [InlineData("Deprecated", "yes", "Deprecated.")]
    [InlineData("Deprecated", "no", null)]
    [InlineData("Default", "-", null)]
    public void The_text_of_other_columns_is_kept_in_the_description(string heading, string cell, string? text)
    {
        PageReadResult result = Read($"# PaintDoor\n\n`PUT /v1/doors/{{uuid}}/actions`\n\n## Parameters\n\n| Name | Type | Location | Description | {heading} |\n|---|---|---|---|---|\n| uuid | String | path | The door. | |\n| colour | String | body: paintDoor | The colour. | {cell} |\n");
        Assert.Equal(text is null ? "The colour." : "The colour.\n" + text, result.Page.Apis.Single().Parameters[1].Description);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void Parameters_without_locations_are_not_the_response()
    {
        PageReadResult result = Read("# PaintDoor\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n" + FieldHeader + "| uuid | String | The door. | |\n\n## Response\n\n" + FieldHeader + "| inventory | String | The door. | |\n");
        Assert.Equal("inventory", result.Page.Apis.Single().Response!.Fields.Single().Name);
        Assert.Equal("The table is not read: a parameter table needs a location column (path, query or body).", Assert.Single(result.Findings, static finding => (finding.Id, finding.Span.StartLine) == ("ZSG1044", 6)).Message);
        Assert.DoesNotContain(result.Findings, static finding => finding.Id == "ZSG1040");
    }

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

    [Theory]
    [InlineData("inventory.uuid")]
    [InlineData("--uuid")]
    public void A_member_of_a_member_is_reported(string name)
    {
        PageReadResult result = Read("# GetDoor\n\n`GET /v1/doors`\n\n## Response\n\n" + FieldHeader + $"| inventory | Object | The door. | |\n| {name} | String | Its id. | |\n");
        Assert.Equal("inventory", result.Page.Apis.Single().Response!.Fields.Single().Name);
        Assert.Equal(("ZSG1005", 9), Assert.Single(result.Findings) is var finding ? (finding.Id, finding.Span.StartLine) : default);
    }

    [Fact]
    public void A_name_can_start_with_the_wrapper()
    {
        ParameterModel parameter = Own(Uuid + "| paintDoor.colour | String | body: paintDoor | The colour. | | |\n").Page.Apis.Single().Parameters[1];
        Assert.Equal(("colour", true), (parameter.Name, parameter.InWrapper));
    }

    [Theory]
    [InlineData("body: paintDoor.colours")]
    [InlineData("")]
    public void A_location_that_is_deeper_or_missing_is_reported(string location)
    {
        PageReadResult result = Own(Uuid + Colour + $"| key | String | {location} | The key. | | |\n");
        Assert.True(result.Page.Apis.Single().Parameters[2].InWrapper);
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal(("ZSG1017", 12), (finding.Id, finding.Span.StartLine));
    }

    [Theory]
    [InlineData("{\"paintDoor\":{\"colour\":\"Red\",\"size\":1}}", "size")]
    [InlineData("{\"paintDoor\":{\"colour\":\"Red\"},\"extra\":1,\"systemTags\":[]}", "extra")]
    public void A_member_of_the_request_example_without_a_row_is_reported_in_every_layout(string body, string name)
    {
        string official = "#### 刷门(PaintDoor)\n\n##### API请求\n\n URLs\n\n```\nPUT zstack/v1/doors/{uuid}/actions\n```\n\n Body\n\n```\n" + body + "\n```\n\n 参数列表\n\n| 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |\n|---|---|---|---|---|---|\n| uuid | String | url | 门 |  | 0.6 |\n| colour | String | body(包含在paintDoor结构中) | 颜色 |  | 0.6 |\n";
        string pipe = "刷门。\nPUT zstack/v1/doors/{uuid}/actions\nAuthorization: OAuth x\n" + body + "\n名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |\n---|---|---|---|---|---|\nuuid | String | url | 门 | 0.6 | |\ncolour | String | body(包含在paintDoor结构中) | 颜色 | 0.6 | |\nPaintDoorAction action = new PaintDoorAction();\nPaintDoorAction.Result res = action.call();\n";
        foreach (PageReadResult result in new[] { Read(official), Read(pipe), Own(Uuid + Colour + "\n## Example\n\nRequest:\n\n```json\n" + body + "\n```\n") })
        {
            Finding finding = Assert.Single(result.Findings);
            Assert.Equal(("ZSG1010", $"The example contains {name}, which has no row in its table."), (finding.Id, finding.Message));
        }
    }

    [Theory]
    [InlineData("{\"lockDoor\":{\"colour\":\"Red\"}}")]
    [InlineData("{\"paintdoor\":{},\"systemTags\":[]}")]
    public void A_wrong_wrapper_in_the_request_example_is_no_member_without_a_row(string body) =>
        Assert.DoesNotContain(Own(Uuid + Colour + "\n## Example\n\nRequest:\n\n```json\n" + body + "\n```\n").Findings, static finding => finding.Id == "ZSG1010");

    private static PageReadResult Own(string? rows = null, string lines = "") =>
        Read($"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{{uuid}}/actions`\n\n{(lines.Length == 0 ? "" : lines + "\n\n")}## Parameters\n\n{Header}{rows ?? Uuid + Colour}");

    private static PageReadResult Read(string text) => SpecReader.Read("specs/door/PaintDoor.md", text, TestContext.Current.CancellationToken);
}
