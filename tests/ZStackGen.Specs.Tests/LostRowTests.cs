using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Rows whose form was spoiled in copying: each is read under its own name, or a finding stands at its line.</summary>
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
    public void A_row_of_the_explorer_that_begins_no_line_is_found_by_the_name_that_the_call_sends(string original, string spoiled, string names)
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
    public void A_row_of_the_explorer_that_was_broken_is_reported_and_its_rest_is_no_parameter(string original, string spoiled, string name)
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
    public void Locations_under_the_header_of_the_names_are_locations(string header)
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
    public void A_row_behind_another_one_is_reported(string rows)
    {
        string text = $"OpenDoor\n\nURLs\n\nPUT zstack/v1/doors/{{uuid}}/actions\n\nHeaders\n\nAuthorization: OAuth the-session-uuid\n\nAPI Response\n\n| Name | Type | Description | Starting Version |\n|---|---|---|---|\n{rows}\n";
        PageReadResult result = Read(text);
        int line = text.Split('\n').ToList().FindIndex(l => l.Contains("error", StringComparison.Ordinal));
        Assert.Contains(result.Findings, finding => finding.Span.StartLine <= line && line <= finding.Span.EndLine);
    }

    [Fact]
    public void A_cut_row_behind_another_one_takes_nothing_else_away()
    {
        PageReadResult result = SpecReader.Read("specs/types/Door.md", "# Door\n\nA door.\n\n| Type | Name |\n|---|---|\n| String | key | | String |\n| int | speed |\n", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(result.Findings, finding => finding.Id == "ZSG1013");
        Assert.Equal(["key", "speed"], result.Page.Types.Single().Fields.Select(field => field.Name));
    }

    private static PageReadResult Read(string text) => SpecReader.Read("specs/doors/OpenDoor.md", text, TestContext.Current.CancellationToken);
}
