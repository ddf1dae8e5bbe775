using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Request lines in other notations, several requests on a page, and headings that name another API.</summary>
public sealed class RequestNotationTests
{
    private const string Native = """
        # PaintDoor

        Paints a door.

        `PUT /v1/doors/{uuid}/actions`

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | The door. | | 4.7.0 |
        | colour | String | body: paintDoor | The colour. | | 4.7.0 |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | [DoorInventory](#doorinventory) | The door. | 4.7.0 |

        ### DoorInventory

        | Name | Type | Description | Since |
        |---|---|---|---|
        | uuid | String | The door. | 4.7.0 |

        """;

    private const string Official = """
        ## door - 刷门(PaintDoor)

        ### URLs

        ```
        PUT /v1/doors/{uuid}/actions
        ```

        ### Headers

        ```
        Authorization: OAuth x
        ```

        ### 参数列表

        |名字|类型|位置|描述|可选值|起始版本|
        |---|---|---|---|---|---|
        |uuid|String|url|门||0.6|
        |conf|PaintConf|body(包含在`paintDoor`结构中)|详情参考[conf](#org.zstack.door.APIPaintDoorMsg.conf)||0.6|

        STRUCTURE
        ## API返回

        |名字|类型|描述|起始版本|
        |---|---|---|---|
        |success|boolean|成功|0.6|

        """;

    [Theory]
    [InlineData("`PUT /v1/doors/:uuid/actions`")]
    [InlineData("`PUT /v1/doors/<uuid>/actions`")]
    [InlineData("`PUT /v1/doors/${uuid}/actions`")]
    [InlineData("`PUT /v1/doors/{{uuid}}/actions`")]
    [InlineData("`PUT /v1/doors/｛uuid｝/actions`")]
    [InlineData("`PUT /v1/doors/%7Buuid%7D/actions`")]
    [InlineData("`PUT /v1/doors/\u200b{uuid}/actions`")]
    [InlineData("`PUT /v1/doors/{uuid} /actions`")]
    [InlineData("`put /v1/doors/{uuid}/actions`")]
    [InlineData("`PUT` `/v1/doors/{uuid}/actions`")]
    [InlineData("**`PUT /v1/doors/{uuid}/actions`**")]
    [InlineData("**PUT** `/v1/doors/{uuid}/actions`")]
    public void A_request_line_in_another_notation_is_read(string line)
    {
        PageReadResult result = Read(Native.Replace("`PUT /v1/doors/{uuid}/actions`", line, StringComparison.Ordinal));
        ApiModel api = Assert.Single(result.Page.Apis);
        Assert.Equal("PUT /v1/doors/{uuid}/actions", api.Method + " " + api.Path);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_sentence_that_starts_like_a_lowercase_request_is_no_request_line()
    {
        PageReadResult result = Read(Native.Replace("Paints a door.", "get /v1/doors returns all doors.", StringComparison.Ordinal));
        Assert.Equal("PUT", Assert.Single(result.Page.Apis).Method);
    }

    [Theory]
    [InlineData("`PUT /v1/doors/{uuid}/actions`\n`DELETE /v1/doors/{uuid}`", 5)]
    [InlineData("`PUT /v1/doors/{uuid}/actions or POST /v1/doors/{uuid}/paint`", 4)]
    public void A_request_with_another_method_is_no_path_of_the_same_API(string lines, int line)
    {
        PageReadResult result = Read(Native.Replace("`PUT /v1/doors/{uuid}/actions`", lines, StringComparison.Ordinal));
        Assert.Empty(Assert.Single(result.Page.Apis).AlternatePaths);
        Assert.Equal(["ZSG1041 " + line], Summary(result));
    }

    [Fact]
    public void A_path_parameter_without_a_variable_in_the_path_is_reported_at_its_location()
    {
        PageReadResult result = Read(Native.Replace("/v1/doors/{uuid}/actions", "/v1/doors/actions", StringComparison.Ordinal));
        Assert.Equal(["ZSG1031 10"], Summary(result));
        Assert.Contains("no variable uuid", result.Findings.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_of_the_query_string_without_a_row_is_reported()
    {
        PageReadResult result = Read(Native.Replace("/actions`", "/actions?force={force}`", StringComparison.Ordinal));
        Assert.Equal(["ZSG1008 4"], Summary(result));
        Assert.Contains("force", result.Findings.Single().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_below_level_1_with_a_request_line_starts_an_API()
    {
        const string Second = """

            ## OpenDoor

            Opens a door.

            `GET /v1/doors/{uuid}`

            ### Parameters

            | Name | Type | Location | Description |
            |---|---|---|---|
            | uuid | String | path | The door. |

            """;
        PageReadResult result = Read(Native + Second);
        Assert.Equal(["PaintDoor PUT /v1/doors/{uuid}/actions uuid,colour", "OpenDoor GET /v1/doors/{uuid} uuid"], Apis(result));
        Assert.Equal("Opens a door.", result.Page.Apis[1].Description);
        Assert.Empty(result.Findings);
        Assert.Equal(["PaintDoor PUT /v1/doors/{uuid}/actions uuid,colour"], Apis(Read("# Doors\n\nAll about doors.\n\n#" + Native)));
    }

    [Theory]
    [InlineData("### DoorInventory", "### `DoorInventory` structure")]
    [InlineData("### DoorInventory\n", "### PaintPot\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| litres | Double | The rest. | 4.8.0 |\n\n**DoorInventory:**\n")]
    [InlineData("[DoorInventory](#doorinventory)", "DoorInventoryy")]
    public void A_field_table_without_a_place_in_the_model_is_reported(string heading, string spoiled)
    {
        PageReadResult result = Read(Native.Replace(heading, spoiled, StringComparison.Ordinal));
        Assert.Equal(["inventory"], Assert.Single(result.Page.Apis).Response!.Fields.Select(static field => field.Name));
        Assert.Contains(result.Findings, static finding => finding.Id is "ZSG1022" or "ZSG1040");
    }

    [Theory]
    [InlineData("## door - 开门(OpenDoor)\n\n")]
    [InlineData("OpenDoor\n\n")]
    [InlineData("")]
    public void Parameters_of_an_API_without_a_request_line_are_not_added_to_the_API_above(string heading)
    {
        const string Second = """
            ### 参数列表

            |名字|类型|位置|描述|可选值|起始版本|
            |---|---|---|---|---|---|
            |key|String|body|钥匙||0.6|

            """;
        PageReadResult result = Read(Official.Replace("STRUCTURE\n", "", StringComparison.Ordinal) + heading + Second);
        Assert.Equal(["PaintDoor PUT /v1/doors/{uuid}/actions uuid,conf"], Apis(result));
        Assert.Contains(result.Findings, static finding => finding.Id == "ZSG1040" && finding.Message.Contains("key", StringComparison.Ordinal));
        Assert.Equal(heading.StartsWith('#'), result.Findings.Any(static finding => finding.Id == "ZSG1042"));
    }

    [Theory]
    [InlineData("## Close a door (CloseDoor)\n\n", true)]
    [InlineData("## CloseDoor\n\n", true)]
    [InlineData("", false)]
    public void Parameters_of_a_native_API_without_a_request_line_are_not_added_to_the_API_above(string heading, bool isNamed)
    {
        const string Second = "## Parameters\n\n| Name | Type | Location |\n|---|---|---|\n| key | String | body |\n";
        PageReadResult result = Read(Native + heading + Second);
        Assert.Equal(["PaintDoor PUT /v1/doors/{uuid}/actions uuid,colour"], Apis(result));
        Assert.Contains(result.Findings, static finding => finding.Id == "ZSG1040" && finding.Message.Contains("key", StringComparison.Ordinal));
        Assert.Equal(isNamed, result.Findings.Any(static finding => finding.Id == "ZSG1042"));
        // The heading alone is enough where the API above has no response.
        string withoutResponse = Native[..Native.IndexOf("## Response", StringComparison.Ordinal)];
        if (heading.Contains('(', StringComparison.Ordinal))
            Assert.Equal(["PaintDoor PUT /v1/doors/{uuid}/actions uuid,colour"], Apis(Read(withoutResponse + heading + Second)));
    }

    [Theory]
    [InlineData("<a name=\"org.zstack.door.APIPaintDoorMsg.conf\"> **#conf**<a/>\n\n")]
    [InlineData("")]
    public void The_table_of_a_parameter_above_the_response_is_its_structure(string label)
    {
        string table = label + "|名字|类型|描述|起始版本|\n|---|---|---|---|\n|coats|int|次数|0.6|\n\n";
        ApiModel api = Assert.Single(Read(Official.Replace("STRUCTURE\n", table, StringComparison.Ordinal)).Page.Apis);
        Assert.Equal(["success"], api.Response!.Fields.Select(static field => field.Name));
        Assert.Equal(["PaintConf: coats"], api.Structures.Select(static structure => structure.Name + ": " + string.Join(",", structure.Fields.Select(static field => field.Name))));
        Assert.Equal(api.Structures[0].Id, api.Parameters[1].StructureId);
    }

    private static PageReadResult Read(string text) => SpecReader.Read("specs/door/PaintDoor.md", text, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Summary(PageReadResult result) => result.Findings.Select(static finding => FormattableString.Invariant($"{finding.Id} {finding.Span.StartLine}"));

    private static IEnumerable<string> Apis(PageReadResult result) =>
        result.Page.Apis.Select(static api => $"{api.Name} {api.Method} {api.Path} {string.Join(",", api.Parameters.Select(static parameter => parameter.Name))}");
}
