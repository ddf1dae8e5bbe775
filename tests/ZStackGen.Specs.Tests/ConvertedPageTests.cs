using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Pages that people changed or converters wrote: the facts stay as they were, or the change is reported.</summary>
public sealed class ConvertedPageTests
{
    private const string Head = "| 名字 | 类型 | 描述 | 起始版本 |\n|---|---|---|---|\n";
    private const string Error = "| code | String | 错误码 | 0.6 |\n| details | String | 详情 | 0.6 |\n| cause | ErrorCode | 原因 | 0.6 |\n";
    private const string Root = "| error | ErrorCode | 详情参考[error] | 0.6 |\n| inventories | List | 详情参考[inventories] | 0.6 |\n";

    [Theory]
    [InlineData("4.1.0 (removed in 5.0)", "4.1.0", "The door.\nRemoved in 5.0.")]
    [InlineData("4.1.0, deprecated since 4.8.0", "4.1.0", "The door.\nDeprecated since 4.8.0.")]
    [InlineData("4.1.0（5.0 移除）", "4.1.0", "The door.\nRemoved in 5.0.")]
    [InlineData("4.1.0 deprecated", "4.1.0", "The door.\nDeprecated.")]
    [InlineData("\"4.1.0\"", "4.1.0", "The door.")]
    [InlineData("_4.1.0_", "4.1.0", "The door.")]
    public void A_version_cell_can_state_the_end_of_a_parameter(string cell, string since, string description)
    {
        PageReadResult result = Own($"| uuid | String | path | The door. | | {cell} |");
        Assert.Empty(result.Findings);
        Assert.Equal((since, description), (result.Page.Apis.Single().Parameters.Single().Since, result.Page.Apis.Single().Parameters.Single().Description));
    }

    [Theory]
    [InlineData("4.1.0 (removed in spring)")]
    [InlineData("4.1.0 (new)")]
    public void Other_words_behind_a_version_are_reported(string cell) =>
        Assert.Equal("ZSG1009", Assert.Single(Own($"| uuid | String | path | The door. | | {cell} |").Findings).Id);

    [Theory]
    [InlineData("Deprecated from")]
    [InlineData("废弃")]
    public void A_column_of_deprecations_is_no_version_column(string heading)
    {
        PageReadResult result = Read("# OpenDoor\n\n`GET /v1/doors/{uuid}`\n\n## Parameters\n\n| Name | Type | Location | Description | " + heading + " |\n|---|---|---|---|---|\n| uuid | String | path | The door. | 4.7.0 |\n");
        Assert.Equal((null, "The door.\nDeprecated since 4.7.0."), (result.Page.Apis.Single().Parameters.Single().Since, result.Page.Apis.Single().Parameters.Single().Description));
    }

    [Theory]
    [InlineData("First version")]
    [InlineData("")]
    public void An_unknown_heading_above_versions_is_the_version_column(string heading) =>
        Assert.Equal("4.7.0", Read("# OpenDoor\n\n`GET /v1/doors/{uuid}`\n\n## Parameters\n\n| Name | Type | Location | Description | " + heading + " |\n|---|---|---|---|---|\n| uuid | String | path | The door. | 4.7.0 |\n").Page.Apis.Single().Parameters.Single().Since);

    [Theory]
    [InlineData("soon")]
    [InlineData("4.7.0 ★")]
    [InlineData("同上")]
    public void An_invalid_version_in_a_complete_row_of_a_copy_is_reported(string version)
    {
        PageReadResult result = Copy("uuid | String | url | The door. | Red | " + version + " |");
        Assert.Equal("ZSG1009", Assert.Single(result.Findings).Id);
        Assert.Equal(["Red"], result.Page.Apis.Single().Parameters.Single().Values);
    }

    [Fact]
    public void An_optional_parameter_stays_optional_below_an_unknown_heading_of_descriptions() =>
        Assert.False(Copy("uuid | String | query | Optional. The door. | Red | 0.6 |", "Purpose").Page.Apis.Single().Parameters.Single().IsRequired);

    [Fact]
    public void A_copy_of_a_table_describes_no_other_row()
    {
        PageReadResult result = Manual(Head + Root + "\n#error\n\n" + Head + Error + "\n" + Head + Error);
        Assert.Equal("ZSG1022", Assert.Single(result.Findings, static finding => finding.Severity == FindingSeverity.Warning).Id);
        Assert.Null(result.Page.Apis.Single().Response!.Fields[1].StructureId);
    }

    [Theory]
    [InlineData("\n##### SDK示例\n\n```\nGetDoorAction action = new GetDoorAction();\n```\n")]
    [InlineData("")]
    public void The_second_part_of_a_split_response_table_is_reported(string sdk)
    {
        PageReadResult result = Manual(Head + "| success | boolean | 成功 | 0.6 |\n\n---\n\n" + Head + Root + "\n#error\n\n" + Head + Error, sdk);
        Assert.Contains(result.Findings, static finding => finding.Id == "ZSG1022");
    }

    [Theory]
    [InlineData("详情参考\\[inventories\\]")]
    [InlineData("详情参考[inventories]")]
    public void Escaped_brackets_are_brackets(string reference)
    {
        PageReadResult result = Manual(Head + $"| inventories | List | {reference} | 0.6 |\n| error | ErrorCode | 错误 | 0.6 |\n\n#inventories\n\n" + Head + "| uuid | String | UUID | 0.6 |\n");
        Assert.NotNull(result.Page.Apis.Single().Response!.Fields[0].StructureId);
    }

    [Theory]
    [InlineData("> Authorization: OAuth the-session-uuid")]
    [InlineData("+Authorization: OAuth the-session-uuid")]
    [InlineData("- **Authorization**: OAuth the-session-uuid")]
    public void The_session_header_can_be_decorated(string line) =>
        Assert.True(SpecReader.Read("x.md", "#### 查门(GetDoor)\n\n##### API请求\n\n URLs\n\n```\nGET zstack/v1/doors\n```\n\n" + line + "\n\n##### API返回\n", TestContext.Current.CancellationToken).Page.Apis.Single().RequiresSession);

    [Fact]
    public void A_bold_label_is_a_label()
    {
        const string parameters = "| 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |\n|---|---|---|---|---|---|\n| uuid | String | query | 门 |  | 0.6 |\n";
        PageReadResult result = SpecReader.Read("x.md", "#### 查门(GetDoor)\n\n##### API请求\n\n**URLs**\n\n```\nGET zstack/v1/doors\n```\n\n**参数列表**\n\n" + parameters + "\n**API返回**\n\n" + Head + "| uuid | String | UUID | 0.6 |\n", TestContext.Current.CancellationToken);
        Assert.Empty(result.Page.Apis.Single().Notes);
        Assert.Equal("uuid", result.Page.Apis.Single().Response!.Fields.Single().Name);
    }

    [Theory]
    [InlineData("GET /v1/doors/&lt;uuid&gt;")]
    [InlineData("GET /v1/doors/{ uuid }")]
    [InlineData("GET /v1/doors/(uuid)")]
    public void A_variable_can_be_in_other_marks(string request) =>
        Assert.Equal("/v1/doors/{uuid}", Read($"# OpenDoor\n\n`{request}`\n").Page.Apis.Single().Path);

    [Theory]
    [InlineData("GET zstack/v1/doors/{ uuid }")]
    [InlineData("GET zstack/v1/doors/｛uuid｝")]
    public void A_variable_of_a_copy_can_be_in_other_marks(string request)
    {
        PageReadResult result = SpecReader.Read("x.md", "Open a Door (OpenDoor)\n\nAPI Request\n\nURLs\n" + request + "\nHeaders\nAuthorization: OAuth the-session-uuid\nParameter List\nName Type Location Description Allowed Values Starting Version\nuuid String url Which door 0.6\n", TestContext.Current.CancellationToken);
        Assert.Equal("/v1/doors/{uuid}", result.Page.Apis.Single().Path);
    }

    [Theory]
    [InlineData("No session required.\\")]
    [InlineData("No session required.<br/>")]
    [InlineData("No\u00a0session\u00a0required.")]
    public void A_phrase_can_end_in_a_break_and_have_other_blanks(string line) => Assert.False(Read("# OpenDoor\n\n`GET /v1/doors`\n\n" + line + "\n").Page.Apis.Single().RequiresSession);

    [Theory]
    [InlineData("## 3. Response")]
    [InlineData("## Result of the call")]
    public void An_empty_response_can_be_below_another_heading(string heading) =>
        Assert.NotNull(Read("# OpenDoor\n\n`GET /v1/doors`\n\n" + heading + "\n\nThe response is empty.\n").Page.Apis.Single().Response);

    [Theory]
    [InlineData("# OpenDoor - Details", "OpenDoor")]
    [InlineData("# DoorByColor - Details", "DoorByColor")]
    [InlineData("# Door - ByColorOfDoor", "ByColorOfDoor")]
    [InlineData("# OpenDoor - 开门", "OpenDoor")]
    [InlineData("# door - OpenDoor", "OpenDoor")]
    public void The_name_of_an_API_can_precede_other_words(string title, string name) => Assert.Equal(name, Read(title + "\n\n`GET /v1/doors`\n").Page.Apis.Single().Name);

    [Theory]
    [InlineData("# DoorInventory[#](#doorinventory)\n\n")]
    [InlineData("# DoorInventory\n\n## Fields\n\n")]
    public void A_type_keeps_its_name(string title)
    {
        PageReadResult result = Read(title + "| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | The UUID. | 4.7.0 |\n");
        Assert.Equal("DoorInventory", result.Page.Types.Single().Name);
    }

    [Fact]
    public void An_image_behind_a_heading_is_no_part_of_it() =>
        Assert.NotNull(Read("# OpenDoor\n\n`GET /v1/doors`\n\n## Response ![](response.png)\n\nThe response is empty.\n").Page.Apis.Single().Response);

    [Theory]
    [InlineData("Red Green (new)", "")]
    [InlineData("Red Green[^1]", "")]
    [InlineData("Red, Green (new)", "Red Green")]
    [InlineData("Red, Green¹", "")]
    [InlineData("Red, Green<sup>1</sup>", "")]
    [InlineData("- Red, Green", "Red Green")]
    [InlineData("Red Green<br>", "Red Green")]
    [InlineData("Red Green,", "Red Green")]
    [InlineData("‘Red’, ‘Green’", "Red Green")]
    [InlineData("_Red Green_", "Red Green")]
    [InlineData("Enum: Red Green", "Red Green")]
    [InlineData("TBD", "")]
    public void Remarks_and_footnotes_are_not_allowed_values(string cell, string values)
    {
        PageReadResult result = SpecReader.Read("x.md", "## door - 开门(OpenDoor)\n\n### URLs\n\n```\nPUT /v1/doors/{uuid}/actions\n```\n\n### 参数列表\n\n|名字|类型|位置|描述|可选值|起始版本|\n|---|---|---|---|---|---|\n|uuid|String|url|门||0.6|\n|colour|String|body|颜色|" + cell + "|0.6|\n", TestContext.Current.CancellationToken);
        Assert.Equal(values, string.Join(' ', result.Page.Apis.Single().Parameters[1].Values));
    }

    [Fact]
    public void Values_in_one_code_span_are_several_values() =>
        Assert.Equal(["Red", "Green"], Own("| uuid | String | path | The door. | `Red, Green` | |").Page.Apis.Single().Parameters.Single().Values);

    [Fact]
    public void A_parameter_without_a_location_is_where_the_example_has_it()
    {
        PageReadResult result = SpecReader.Read("x.md", "## door - 开门(OpenDoor)\n\n### URLs\n\n```\nPUT /v1/doors/{uuid}/actions\n```\n\n### Body\n\n```\n{ \"openDoor\": { \"colour\": \"Red\" } }\n```\n\n### 参数列表\n\n|名字|类型|位置|描述|可选值|起始版本|\n|---|---|---|---|---|---|\n|uuid|String|url|门||0.6|\n|colour|String||颜色||0.6|\n", TestContext.Current.CancellationToken);
        Assert.True(result.Page.Apis.Single().Parameters[1].InWrapper);
    }

    [Theory]
    [InlineData("$colour$", "colour")]
    [InlineData("$.colour", null)]
    [InlineData(".colour", null)]
    public void A_name_in_a_formula_is_the_name_and_a_path_is_reported(string cell, string? name)
    {
        PageReadResult result = Own($"| {cell} | String | query | The colour. | | |");
        Assert.Equal(name, result.Page.Apis.Single().Parameters.SingleOrDefault()?.Name);
        Assert.Equal(name is null, result.Findings.Any(static finding => finding.Id == "ZSG1005"));
    }

    [Fact]
    public void A_system_tag_is_read_once_and_as_a_list_item()
    {
        PageReadResult result = Read("# OpenDoor\n\n`GET /v1/doors`\n\n## System tags\n\n| Tag | Description | Since |\n|---|---|---|\n- | `key::{uuid}` | The key. | 4.7.0 |\n| `key::{uuid}` | The key. | 4.7.0 |\n");
        Assert.Equal("key::{uuid}", result.Page.Apis.Single().SystemTags.Single().Tag);
        Assert.Equal("ZSG1007", Assert.Single(result.Findings).Id);
    }

    private static PageReadResult Own(string row) => Read("# OpenDoor\n\n`GET /v1/doors/{uuid}`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n" + row + "\n");

    private static PageReadResult Copy(string row, string heading = "Description") => SpecReader.Read("x.md",
        $"Opens a door.\nGET zstack/v1/doors/{{uuid}}\nAuthorization: OAuth x\nName | Type | Location | {heading} | Optional Value | Starting Version |\n---|---|---|---|---|---|\n{row}\nOpenDoorAction action = new OpenDoorAction();\nOpenDoorAction.Result res = action.call();\n", TestContext.Current.CancellationToken);

    private static PageReadResult Manual(string response, string sdk = "\n##### SDK示例\n\n```\nGetDoorAction action = new GetDoorAction();\n```\n") => SpecReader.Read("x.md",
        "#### 查门(GetDoor)\n\n##### API请求\n\n URLs\n\n```\nGET zstack/v1/doors\n```\n\n Headers\n\n```\nAuthorization: OAuth the-session-uuid\n```\n\n##### API返回\n\n" + response + sdk, TestContext.Current.CancellationToken);

    private static PageReadResult Read(string text) => SpecReader.Read("specs/door/x.md", text, TestContext.Current.CancellationToken);
}
