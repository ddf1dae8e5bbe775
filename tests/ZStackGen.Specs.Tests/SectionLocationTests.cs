using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Facts of a parameter that are stated by the section or by an unusual column are read; a label without a table is reported.</summary>
public sealed class SectionLocationTests
{
    private const string Head = "# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{uuid}/actions`\n\n";
    private const string Header = "\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n";

    [Theory]
    [InlineData("### Path parameters", "### Query parameters", "### Body (paintDoor)")]
    [InlineData("## Path", "## Query string", "## Body: paintDoor")]
    [InlineData("## URL variables", "## Query", "## Request body (paintDoor)")]
    [InlineData("**Path parameters**", "**Query parameters:**", "**Body (paintDoor)**")]
    [InlineData("Path parameters:", "Query parameters:", "Body (paintDoor):")]
    [InlineData("### 路径参数", "### 查询参数", "### 请求体（paintDoor）")]
    public void A_section_states_the_location_of_its_parameters(string path, string query, string body)
    {
        PageReadResult result = Read($"{Head}{path}{Header}| uuid | String | The door. | |\n\n{query}{Header}| force (optional) | boolean | Without a question. | |\n\n{body}{Header}| color | String | The color. | |\n\n## Response{Header}| inventory | DoorInventory | The door. | |\n");
        ApiModel api = Assert.Single(result.Page.Apis);
        Assert.Equal([("uuid", ParameterLocation.Path, false), ("force", ParameterLocation.Query, false), ("color", ParameterLocation.Body, true)], api.Parameters.Select(row => (row.Name, row.Location, row.InWrapper)));
        Assert.Equal("inventory", Assert.Single(api.Response!.Fields).Name);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("R", "yes", "no")]
    [InlineData("M", "✓", "")]
    [InlineData("R/O", "R", "O")]
    [InlineData("Must", "yes", "no")]
    [InlineData("Required (Y/N)", "Y", "N")]
    [InlineData("非空", "是", "否")]
    [InlineData("O", "", "x")]
    [InlineData("Opt.", "no", "yes")]
    [InlineData("Nullable", "no", "yes")]
    [InlineData("Nullable?", "false", "true")]
    [InlineData("可为空", "否", "是")]
    [InlineData("Usage", "mandatory", "optional")]
    [InlineData("Condition", "M", "O")]
    public void A_column_states_whether_a_parameter_is_required(string heading, string required, string optional)
    {
        ApiModel api = Assert.Single(Read($"{Head}## Parameters\n\n| Name | Type | {heading} | Location | Description | Since |\n|---|---|---|---|---|---|\n| uuid | String | {required} | path | The door. | 4.7.0 |\n| color | String | {optional} | body: paintDoor | The color. | 4.7.0 |\n").Page.Apis);
        Assert.Equal([true, false], api.Parameters.Select(row => row.IsRequired));
    }

    [Fact]
    public void A_field_that_can_be_missing_says_so_in_its_description()
    {
        ApiModel api = Assert.Single(Read($"{Head}## Response\n\n| Name | Type | Nullable | Description | Since |\n|---|---|---|---|---|\n| inventory | DoorInventory | no | The door. | 4.7.0 |\n| warning | String | yes | A warning. | 4.7.0 |\n").Page.Apis);
        Assert.Equal(["The door.", "A warning.\nOptional."], api.Response!.Fields.Select(field => field.Description));
    }

    [Theory]
    [InlineData("#paint", "<table><tr><td>color</td><td>String</td></tr></table>")]
    [InlineData("[paint]", "color\n:   String. The color.")]
    [InlineData("[paint]", "- color：颜色")]
    [InlineData("**paint**", "    color   String   颜色")]
    [InlineData("###### paint", "The color.")]
    [InlineData("<a name=\"org.zstack.DoorInventory.paint\"></a>", "- color：颜色")]
    public void A_label_without_a_table_that_was_read_is_reported_at_the_label(string label, string content)
    {
        string reference = label[0] == '<' ? "org.zstack.DoorInventory.paint" : "paint";
        PageReadResult result = Read("#### 添加门(AddDoor)\n\n##### API请求\n\n URLs\n\n```\nPOST zstack/v1/doors\n```\n\n 参数列表\n\n| 名字 | 类型 | 位置 | 描述 | 可选值 | 起始版本 |\n| --- | --- | --- | --- | --- | --- |\n| name | String | body(包含在**params**结构中) | 名称 |  | 0.6 |\n\n##### API返回\n\n"
            + $"| 名字 | 类型 | 描述 | 起始版本 |\n| --- | --- | --- | --- |\n| paint | List | 详情参考[paint](#{reference}) | 0.6 |\n\n {label}\n\n{content}\n");
        Finding finding = Assert.Single(result.Findings, finding => finding.Id == "ZSG1043");
        Assert.Equal(22, finding.Span.StartLine);
    }

    [Theory]
    [InlineData("~~color~~", "Deprecated.", true)]
    [InlineData("color (deprecated)", "Deprecated.", true)]
    [InlineData("`color` [DEPRECATED]", "DEPRECATED.", true)]
    [InlineData("color (optional, deprecated since 5.0.0)", "Deprecated since 5.0.0.", false)]
    [InlineData("~~color~~ (removed in 5.0.0)", "Removed in 5.0.0.", true)]
    [InlineData("color（已废弃）", "已废弃.", true)]
    public void A_name_cell_states_a_deprecation(string cell, string sentence, bool isRequired)
    {
        PageReadResult result = Read($"{Head}## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| uuid | String | path | The door. | 4.7.0 |\n| {cell} | String | body: paintDoor | The color. | 4.7.0 |\n\n## Response{Header}| {(isRequired ? cell : "color")} | String | The color. | 4.7.0 |\n");
        ApiModel api = Assert.Single(result.Page.Apis);
        Assert.Equal(("color", "The color.\n" + sentence, isRequired), (api.Parameters[1].Name, api.Parameters[1].Description, api.Parameters[1].IsRequired));
        Assert.False(Lifetime.Of(api.Parameters[1].Description).IsCurrent);
        Assert.Equal("color", api.Response!.Fields[0].Name);
        Assert.Equal(isRequired, !Lifetime.Of(api.Response.Fields[0].Description).IsCurrent);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("uuid", 1)]
    [InlineData("[uuid]", 0)]
    public void Brackets_around_some_names_are_reported(string first, int findings)
    {
        PageReadResult result = Read($"{Head}## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| {first} | String | path | The door. | 4.7.0 |\n| [coats] | int | body: paintDoor | How often. | 4.7.0 |\n");
        Assert.Equal(findings, result.Findings.Count);
        Assert.Equal(findings == 0, Assert.Single(result.Page.Apis).Parameters[1].IsRequired);
    }

    [Theory]
    [InlineData("# Appendix", 2)]
    [InlineData("# Appendix B", 2)]
    [InlineData("# 附录", 2)]
    [InlineData("# WindowInventory", 0)]
    public void A_structure_that_loses_its_table_to_an_appendix_is_reported(string heading, int findings) =>
        Assert.Equal(findings, Read($"{Head}## Response{Header}| inventory | [DoorInventory](#doorinventory) | The door. | |\n| pot | [PaintPot](#paintpot) | The pot. | |\n\n### DoorInventory\n\n### PaintPot\n\n{heading}{Header}| uuid | String | The door. | |\n").Findings.Count(finding => finding.Id == "ZSG1043"));

    [Theory]
    [InlineData("either Red or Green", "Red|Green", 0)]
    [InlineData("between 1 and 5", "between 1 and 5", 1)]
    [InlineData("[1, 5]", "[1, 5]", 1)]
    [InlineData("not blank", "not blank", 1)]
    [InlineData("see Color", "see Color", 1)]
    [InlineData("[Color](Color.md)", "Color", 1)]
    [InlineData("[Red](#red), [Green](#green)", "Red|Green", 0)]
    [InlineData("in use, not in use", "in use|not in use", 0)]
    public void Words_that_describe_values_are_reported(string cell, string values, int findings)
    {
        PageReadResult result = Read($"{Head}## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | The door. | | 4.7.0 |\n| color | String | body: paintDoor | The color. | {cell} | 4.7.0 |\n");
        Assert.Equal(values, string.Join("|", Assert.Single(result.Page.Apis).Parameters[1].Values));
        Assert.Equal(findings, result.Findings.Count(finding => finding.Id == "ZSG1023"));
    }

    private static PageReadResult Read(string text) => SpecReader.Read("door.md", text, TestContext.Current.CancellationToken);
}
