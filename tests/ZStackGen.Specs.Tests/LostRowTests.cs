using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Rows whose form was damaged in copying. Each is read under its own name, or reported at its line.</summary>
public sealed class LostRowTests
{
    private const string Explorer = """
        Resource Center/Door Operations
        PUTDoor OperationsSince 0.6Synchronous
        OpenDoor
        OpenDoor
        Try It Out
        Request Inputs
        Path Parameters
        uuidStringRequiredThe door.
        Body Fields
        opendoorObjectRequiredopendoor request body object.
        speedIntegerOptional. How fast.
        keyNameStringOptional. Which key.
        systemTagsListOptional.
        Responses
        Endpoint
        PUT/zstack/v1/doors/{uuid}/actions
        Request Example
        curl -X PUT 'http://{host}/zstack/v1/doors/{uuid}/actions' -H 'Authorization: OAuth {sessionUuid}' -d '{"opendoor":{"speed":"<speed>","keyName":"<keyName>"},"systemTags":["<systemTags>"]}'
        """;

    [Theory]
    [InlineData("How fast.\nkeyName", "How fast. keyName", "speed keyName systemTags uuid")]
    [InlineData("How fast.\nkeyName", "How fast.keyName", "speed keyName systemTags uuid")]
    [InlineData("How fast.\nkeyName", "快慢keyName", "speed keyName systemTags uuid")]
    [InlineData("How fast.\nkeyName", "how fastkeyName", "speed keyName systemTags uuid")]
    [InlineData("keyNameStringOptional. Which key.", "[keyNameStringOptional.](#x) Which key.", "speed keyName systemTags uuid")]
    [InlineData("keyNameString", "_keyNameString", "speed keyName systemTags uuid")]
    [InlineData("keyNameString", "**keyName**String", "speed keyName systemTags uuid")]
    public void A_row_of_the_explorer_inside_a_line_is_found_by_the_name_that_the_call_sends(string original, string spoiled, string names)
    {
        PageReadResult result = Read(Explorer.Replace(original, spoiled, StringComparison.Ordinal));
        Assert.Equal(names.Split(' ').Order(StringComparer.Ordinal), result.Page.Apis.Single().Parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("keyNameString", "keyNameStr\ning", "keyName")]
    [InlineData("keyNameString", "keyName\nString", "keyName")]
    [InlineData("keyNameString", "keyName\n\nStr\ning", "keyName")]
    [InlineData("uuidString", "uuid\nString", "uuid")]
    [InlineData("uuidString", "uuid|String", "uuid")]
    [InlineData("uuidStringRequired", "uuidStrin gRequired", "uuid")]
    public void A_broken_row_of_the_explorer_is_reported_and_its_rest_is_not_a_parameter(string original, string spoiled, string name)
    {
        string text = Explorer.Replace("\n" + original, "\n" + spoiled, StringComparison.Ordinal);
        PageReadResult result = Read(text);
        int line = text.Split('\n').ToList().FindIndex(l => l.StartsWith(name, StringComparison.Ordinal));
        Assert.Contains(result.Findings, finding => finding.Span.StartLine <= line && line <= finding.Span.EndLine);
        string[] known = ["uuid", "speed", "keyName", "systemTags"];
        Assert.DoesNotContain(result.Page.Apis.Single().Parameters, parameter => !known.Contains(parameter.Name));
    }

    [Theory]
    [InlineData("| 编号 | Type | Name | Description | Since |")]
    [InlineData("| Key | Type | Name | Description | Since |")]
    public void Locations_under_the_header_of_the_names_are_read_as_locations(string header)
    {
        PageReadResult result = Read($"OpenDoor\n\nURLs\n\nPUT zstack/v1/doors/{{uuid}}/actions\n\nHeaders\n\nAuthorization: OAuth the-session-uuid\n\nRequest Parameters\n\n{header}\n|---|---|---|---|---|\n| uuid | String | url | Which. | 0.6 |\n| speed | Integer | body (contained in the openDoor structure) | Optional. How fast. | 0.6 |\n\nAPI Response\n");
        Assert.Equal(["uuid", "speed"], result.Page.Apis.Single().Parameters.Select(parameter => parameter.Name));
    }

    [Theory]
    [InlineData("| success | boolean | It went well. | 0.6 || error | ErrorCode | The fault. | 0.6 |")]
    [InlineData("| success | boolean | It went well. | | error | ErrorCode | The fault. |")]
    [InlineData("| success | boolean | It went well. | 0.6 | error | Err|orCode | The fault. | 0.6 |")]
    [InlineData("| success | boolean | It went well. | 0.6 |\n```\n| ErrorCode | error | The fault. |")]
    [InlineData("| success | boolean | It went well. | 0.6 |\n\n| error |\n\n| ErrorCode | The fault. | 0.6 |")]
    public void A_row_appended_to_another_row_is_reported(string rows)
    {
        string text = $"OpenDoor\n\nURLs\n\nPUT zstack/v1/doors/{{uuid}}/actions\n\nHeaders\n\nAuthorization: OAuth the-session-uuid\n\nAPI Response\n\n| Name | Type | Description | Starting Version |\n|---|---|---|---|\n{rows}\n";
        PageReadResult result = Read(text);
        int line = text.Split('\n').ToList().FindIndex(l => l.Contains("error", StringComparison.Ordinal));
        Assert.Contains(result.Findings, finding => finding.Span.StartLine <= line && line <= finding.Span.EndLine);
    }

    [Fact]
    public void A_cut_row_appended_to_another_row_affects_no_other_row()
    {
        PageReadResult result = SpecReader.Read("specs/types/Door.md", "# Door\n\nA door.\n\n| Type | Name |\n|---|---|\n| String | key | | String |\n| int | speed |\n", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(result.Findings, finding => finding.Id == "ZSG1013");
        Assert.Equal(["key", "speed"], result.Page.Types.Single().Fields.Select(field => field.Name));
    }

    [Theory]
    [InlineData("| Type | Name | Description |\n|---|---|---|\n| StateType | Enabled | On. |\n| Disabled | StateType | Off. |", "Disabled")]
    [InlineData("| Type | Name | Description |\n|---|---|---|\n| Enabled | StateType | On. |\n| Disabled | StateType | Off. |", "Enabled")]
    [InlineData("| Description | Type | Name |\n|---|---|---|\n| Optional. | String | speed |\n| key | String | Optional. |", "key")]
    [InlineData("| Note | Description | Name |\n|---|---|---|\n| | 0.6 | success |\n| | 4.1.0 | networkServices |", "success")]
    [InlineData("| Name | Comment | Description |\n|---|---|---|\n| Enabled | StateType | On. |\n| Disabled | StateType | Off. |", "Enabled")]
    [InlineData("| Name | Type | Description | Since |\n|---|---|---|---|\nEnabled\n| StateType | 3.7 | |\n| Disabled | StateType | 3.7 |", "Enabled")]
    [InlineData("| Name | Type | Description |\n|---|---|---|\n| opaque | Map | Anything. |cause | ErrorCode | The cause. |", "cause")]
    [InlineData("| Name | Type | Description | Since |\n|---|---|---|---|\n| success | boolean | | 0.6 || 【signals】 | 【List】 | | 【3.6.0】 |", "signals")]
    [InlineData("| Name | Since | Description | Type |\n|---|---|---|---|\n| inventories | 0.6 | The doors. | List |\n\n| total | | Number of all, only with `count` or `rep\nlyWithCount`. | Long |", "total")]
    public void A_row_whose_cells_do_not_match_the_header_is_reported(string table, string name)
    {
        string text = $"OpenDoor\n\nURLs\n\nPUT zstack/v1/doors/{{uuid}}/actions\n\nHeaders\n\nAuthorization: OAuth the-session-uuid\n\nAPI Response\n\n{table}\n";
        PageReadResult result = Read(text);
        int line = text.Split('\n').ToList().FindLastIndex(l => l.Contains(name, StringComparison.Ordinal));
        if (name == "Enabled")
            line = text.Split('\n').ToList().FindIndex(l => l.Contains(name, StringComparison.Ordinal));
        bool isRead = result.Page.Apis.Single().Response?.Fields.Any(field => field.Name == name) == true;
        Assert.True(isRead || result.Findings.Any(finding => finding.Span.StartLine <= line && line <= finding.Span.EndLine));
    }

    [Fact]
    public void Names_and_locations_are_distinguished_by_their_cells_regardless_of_the_header()
    {
        PageReadResult result = Read("""
            OpenDoor

            URLs

            PUT zstack/v1/doors/{uuid}/actions

            Headers

            Authorization: OAuth the-session-uuid

            Request Parameters

            | No. | Type | Field name | Description | Starting Version |
            |---|---|---|---|---|
            | uuid | String | url | Which. | 0.6 |
            | speed | Integer | body (contained in the openDoor structure) | Optional. How fast. |
            | 4.7.0 |
            | systemTags | List | body | Optional. | 0.6 |
            | userTags | List | body | Optional. | 0.6 |

            API Response
            """);
        Assert.Equal(["systemTags", "userTags", "uuid"], result.Page.Apis.Single().Parameters.Select(parameter => parameter.Name).Where(name => name != "speed").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("systemTags (optional\n) List body 0.6", "systemTags")]
    [InlineData("systemTags (op\ntional) List body 0.6", "systemTags")]
    [InlineData("speed (optional) String body (contained in the openDoor structure) How fast 1.2.0|mode (optiona\nl) String body (contained in the openDoor structure) Kind 0.6", "mode")]
    public void A_plain_row_broken_inside_its_marker_is_reported(string rows, string name)
    {
        string text = "OpenDoor\nAPI Request\nURLs\nPUT zstack/v1/doors/{uuid}/actions\nHeaders\nAuthorization: OAuth the-session-uuid\nParameter List\n"
            + "Name Type Location Description Allowed Values Starting Version\nuuid String url Which door 0.6\n" + rows + "\n\nAPI Response\n\nResponse Example\n{\n}\n";
        PageReadResult result = Read(text);
        int line = text.Split('\n').ToList().FindIndex(l => l.Contains(name + " (", StringComparison.Ordinal));
        Assert.Contains(result.Findings, finding => finding.Span.StartLine <= line && line <= finding.Span.EndLine);
    }

    [Theory]
    [InlineData("  • codeStrin|gRequired")]
    [InlineData(" _• codeStringRequired_ |")]
    [InlineData("  ~ codeStringRequired")]
    public void A_damaged_row_of_a_list_is_reported(string row)
    {
        string text = Explorer.Replace("Responses\n", "Responses\n200 OK\n• successBooleanRequired\nIt went well.\n• errorErrorCodeRequired\nThe fault.\n" + row + "\nThe id.\n", StringComparison.Ordinal)
            .Replace("uuidString", "• uuidString", StringComparison.Ordinal).Replace("opendoorObject", "• opendoorObject", StringComparison.Ordinal)
            .Replace("speedInteger", "  • speedInteger", StringComparison.Ordinal).Replace("keyNameString", "  • keyNameString", StringComparison.Ordinal).Replace("systemTagsList", "• systemTagsList", StringComparison.Ordinal);
        PageReadResult result = Read(text);
        int line = text.Split('\n').ToList().IndexOf(row);
        Assert.Contains(result.Findings, finding => finding.Span.StartLine <= line && line <= finding.Span.EndLine);
    }

    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("{uuid", "/")]
    public void A_path_variable_without_a_name_is_reported_as_a_mistake_of_the_path(string variable, string fault)
    {
        PageReadResult result = Read($"# OpenDoor\n\n`PUT /v1/doors/{variable}/actions`\n\n| Name | Type | Location |\n|---|---|---|\n| uuid | String | path |\n");
        Assert.Contains(result.Findings, finding => finding.Id == "ZSG1033" && finding.Message.Contains($"'{fault}'", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Findings, finding => finding.Id == "ZSG1008");
    }

    [Fact]
    public void Text_above_a_table_is_not_a_row_of_the_table()
    {
        PageReadResult result = SpecReader.Read("specs/types/Door.md", "# Door\n\nA door has two fields.\n\n| Type | Name |\n|---|---|\n| a\\|b | first mode |\n| c\\|d | second mode |\n", TestContext.Current.CancellationToken);
        Assert.Equal(["ZSG1005", "ZSG1005"], result.Findings.Select(finding => finding.Id));
        Assert.Contains("'first mode'", result.Findings[0].Message, StringComparison.Ordinal);
    }

    private static PageReadResult Read(string text) => SpecReader.Read("specs/doors/OpenDoor.md", text, TestContext.Current.CancellationToken);
}
