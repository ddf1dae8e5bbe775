using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Sections and tables of our own format with other headings, underlined headings, or without headings.</summary>
public sealed class OwnSectionTests
{
    private const string Fields = "| Name | Type | Description | Since |\n|---|---|---|---|\n| inventory | DoorInventory | The door. | 4.7.0 |\n";
    private const string Parameters = "| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| uuid | String | path | The door. | 4.7.0 |\n| colour | String | body: paintDoor | The colour. | 4.7.0 |\n";
    private const string Unplaced = "| Field | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | The door. | 4.7.0 |\n| colour | String | The colour. | 4.7.0 |\n";

    [Theory]
    [InlineData("\n## Response\n\n" + Fields)]
    [InlineData("\n" + Fields)]
    public void A_table_without_locations_above_the_response_is_reported_and_not_read_as_the_response(string response)
    {
        PageReadResult result = Read("`PUT /v1/doors/{uuid}/actions`\n\n" + Unplaced + response);
        Assert.Equal(["inventory"], result.Page.Apis.Single().Response!.Fields.Select(static field => field.Name));
        Assert.Equal(("ZSG1044", 6), Finding(result));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\n## Response\n\nThe response is empty.\n")]
    public void A_table_with_a_variable_of_the_path_lists_parameters(string end)
    {
        PageReadResult result = Read("`PUT /v1/doors/{uuid}/actions`\n\n" + Unplaced + end);
        Assert.True(result.Page.Apis.Single().Response is not { Fields.Count: > 0 });
        Assert.Equal(("ZSG1044", 6), Finding(result));
    }

    [Fact]
    public void A_table_alone_is_the_response()
    {
        PageReadResult result = Read("`PUT /v1/doors/{uuid}/actions`\n\n" + Fields);
        Assert.Equal(["inventory"], result.Page.Apis.Single().Response!.Fields.Select(static field => field.Name));
    }

    [Fact]
    public void A_table_with_other_headings_is_read_by_its_content()
    {
        PageReadResult result = Read("`PUT /v1/doors/{uuid}/actions`\n\n" + Parameters.Replace("| Type | Location |", "| Kind | Where |", StringComparison.Ordinal));
        Assert.Equal([("uuid", "String", ParameterLocation.Path), ("colour", "String", ParameterLocation.Body)],
            result.Page.Apis.Single().Parameters.Select(static parameter => (parameter.Name, parameter.Type!, parameter.Location)));
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_table_of_other_content_stays_in_the_description()
    {
        PageReadResult result = Read("Errors:\n\n| Code | Meaning |\n|---|---|\n| DOOR.1000 | The door is locked. |\n\n`PUT /v1/doors/{uuid}/actions`\n");
        Assert.Contains("DOOR.1000", result.Page.Apis.Single().Description, StringComparison.Ordinal);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("## 参数", "## 返回")]
    [InlineData("## Request parameters", "## Response fields")]
    [InlineData("### Request fields", "### Return value")]
    [InlineData("# Parameters", "# Response")]
    [InlineData("Parameters\n----------", "Response\n---")]
    public void Sections_can_have_other_headings(string parameters, string response)
    {
        PageReadResult result = Read($"`PUT /v1/doors/{{uuid}}/actions`\n\n{parameters}\n\n{Parameters}\n{response}\n\n{Fields}");
        ApiModel api = result.Page.Apis.Single();
        Assert.Equal(("PaintDoor", "Paints.", 2, 1), (api.Name, api.Description, api.Parameters.Count, api.Response!.Fields.Count));
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("PaintDoor\n=========\n\nPaints.\n\n---\n\n`PUT /v1/doors/{uuid}/actions`\n\n")]
    [InlineData("# PaintDoor\n\nPaints.\n***\n\n`PUT /v1/doors/{uuid}/actions`\n\n")]
    [InlineData("# PaintDoor\n\nPaints.\n---\n`PUT /v1/doors/{uuid}/actions`\n\n")]
    [InlineData("# PaintDoor\n\nPaints.\n\n# Details\n\nMore.\n\n`PUT /v1/doors/{uuid}/actions`\n\n")]
    [InlineData("# PaintDoor\n\nPaints.\n\n## Details\n\nMore.\n\n`PUT /v1/doors/{uuid}/actions`\n\n")]
    [InlineData("# PaintDoor\n\nPaints.\n\n## Request\n\n`PUT /v1/doors/{uuid}/actions`\n\n")]
    [InlineData("# PaintDoor\n\nPaints.\n\n### How to call it\n\n`PUT /v1/doors/{uuid}/actions`\n\n")]
    [InlineData("# PaintDoor\n\nPaints.\n\nDetails\n=======\n\n`PUT /v1/doors/{uuid}/actions`\n\n")]
    public void Underlines_rulers_and_other_headings_change_neither_name_nor_description(string page)
    {
        PageReadResult result = SpecReader.Read("specs/door/PaintDoor.md", page + Parameters, TestContext.Current.CancellationToken);
        ApiModel api = result.Page.Apis.Single();
        Assert.Equal(("PaintDoor", "Paints.", 2), (api.Name, api.Description, api.Parameters.Count));
    }

    [Fact]
    public void A_type_can_have_an_underlined_title()
    {
        PageReadResult result = SpecReader.Read("specs/types/DoorInventory.md", "DoorInventory\n=============\n\nA door.\n\n" + Fields, TestContext.Current.CancellationToken);
        Assert.Equal(("DoorInventory", "A door."), (result.Page.Types.Single().Name, result.Page.Types.Single().Description));
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("&nbsp;&nbsp;name")]
    [InlineData("&emsp;name")]
    [InlineData("\u3000name")]
    [InlineData("\u00a0\u00a0name")]
    [InlineData("└ name")]
    [InlineData("- name")]
    [InlineData("&gt; name")]
    [InlineData("inventory.name")]
    public void An_indented_row_is_reported_and_is_no_member_of_the_result(string name)
    {
        PageReadResult result = Read("`PUT /v1/doors/{uuid}/actions`\n\n" + Parameters + "\n## Response\n\n" + Fields + $"| {name} | String | Name. | 4.7.0 |\n");
        Assert.Equal(["inventory"], result.Page.Apis.Single().Response!.Fields.Select(static field => field.Name));
        Assert.Equal(("ZSG1005", 16), Finding(result));
    }

    [Fact]
    public void Rows_with_equal_indentation_are_read()
    {
        PageReadResult result = Read("`PUT /v1/doors/{uuid}/actions`\n\n" + Parameters.Replace("| uuid", "| &nbsp;uuid").Replace("| colour", "| &nbsp;colour"));
        Assert.Equal(2, result.Page.Apis.Single().Parameters.Count);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("body", "paintDoor", true)]
    [InlineData("body", "`paintDoor`", true)]
    [InlineData("body: paintDoor", "paintDoor", true)]
    [InlineData("body", "", false)]
    [InlineData("body", "-", false)]
    public void The_wrapper_can_have_a_column(string location, string wrapper, bool inWrapper)
    {
        PageReadResult result = WithWrapper(location, wrapper);
        ParameterModel colour = result.Page.Apis.Single().Parameters[^1];
        Assert.Equal((inWrapper, "The colour."), (colour.InWrapper, colour.Description));
        Assert.Equal(inWrapper ? 0 : 1, result.Findings.Count);
    }

    [Theory]
    [InlineData("query", "paintDoor")]
    [InlineData("body: paintDoor", "the paint of the door")]
    public void A_wrapper_that_does_not_fit_is_reported(string location, string wrapper) =>
        Assert.Equal(("ZSG1017", 9), Finding(WithWrapper(location, wrapper)));

    [Fact]
    public void A_request_line_with_another_version_is_read_or_reported()
    {
        PageReadResult result = Read("`PUT /v2/doors/{uuid}/actions`\n\n" + Parameters);
        Assert.Equal("/v2/doors/{uuid}/actions", result.Page.Apis.Single().Path);
        Assert.Empty(result.Findings);
        result = Read("`PUT /v1/doors/{uuid}/actions`\n\n`POST /v2/doors`\n\n" + Parameters);
        Assert.Equal(("ZSG1041", 6), Finding(result));
    }

    private static PageReadResult WithWrapper(string location, string wrapper) => Read(
        "`PUT /v1/doors/{uuid}/actions`\n\n| Name | Type | Location | Wrapper | Description | Since |\n|---|---|---|---|---|---|\n"
        + $"| uuid | String | path | | The door. | 4.7.0 |\n| colour | String | {location} | {wrapper} | The colour. | 4.7.0 |\n");

    private static (string Id, int Line) Finding(PageReadResult result)
    {
        Finding finding = Assert.Single(result.Findings);
        return (finding.Id, finding.Span.StartLine);
    }

    private static PageReadResult Read(string rest) =>
        SpecReader.Read("specs/door/PaintDoor.md", "# PaintDoor\n\nPaints.\n\n" + rest, TestContext.Current.CancellationToken);
}
