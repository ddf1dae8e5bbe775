using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;

namespace ZStackGen.Specs.Tests;

/// <summary>Pages written after the example of the page format alone: phrases, sections and locations are read, or reported.</summary>
public sealed class NewcomerPageTests
{
    private const string Header = "| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n";
    private const string Uuid = "| uuid | String | path | The door. | | |\n";

    [Theory]
    [InlineData("- Asynchronous.\n- Since 4.7.0.\n- No session required.")]
    [InlineData("> Asynchronous.\n> Since 4.7.0.\n> No session required.")]
    [InlineData("`Asynchronous.`\n`Since 4.7.0.`\n`No session required.`")]
    [InlineData("- [x] Asynchronous\n- [X] Since 4.7.0\n- [x] No session required")]
    [InlineData("Asynchronous: yes\nAvailable since 4.7.0.\nSession required: no")]
    [InlineData("* **Synchronous:** no\n* **Since:** 4.7.0\n* **Session:** none")]
    [InlineData("Async: true.\nAdded in 4.7.0.\nRequires session: false.")]
    [InlineData("Async: true.\n*New in version 4.7.0.*\nNo session required: yes.")]
    [InlineData("Asynchronous.\nVersion: 4.7.0\nSession: not required")]
    public void A_phrase_can_be_an_item_code_or_a_property(string lines)
    {
        ApiModel api = Own(lines: lines).Page.Apis.Single();
        Assert.Equal((true, false, "4.7.0", "Paints."), (api.IsAsync, api.RequiresSession, api.Since, api.Description));
    }

    [Theory]
    [InlineData("- [ ] No session required")]
    [InlineData("Session required: yes")]
    [InlineData("Added in winter.")]
    [InlineData("Session: a number")]
    public void Other_words_and_open_boxes_are_no_phrases(string line)
    {
        ApiModel api = Own(lines: line).Page.Apis.Single();
        Assert.Equal((true, null), (api.RequiresSession, api.Since));
    }

    [Theory]
    [InlineData("## Optional parameters\n\n")]
    [InlineData("### Optional parameters\n\n")]
    [InlineData("### Optional\n\n")]
    [InlineData("**Optional parameters:**\n\n")]
    [InlineData("## 可选参数\n\n")]
    public void Rows_below_a_heading_for_optional_parameters_are_optional(string heading)
    {
        ApiModel api = Own(rows: $"\n{heading}{Header}| coats | int | body: paintDoor | Coats. | | |\n\n## Required parameters\n\n{Header}| colour | String | body: paintDoor | Colour. | | |\n").Page.Apis.Single();
        Assert.Equal(["uuid True", "coats False", "colour True"], api.Parameters.Select(static parameter => $"{parameter.Name} {parameter.IsRequired}"));
    }

    [Theory]
    [InlineData("```json\n{ \"inventory\": { \"uuid\": \"x\" } }\n```", null)]
    [InlineData("Returns the door.", "ZSG1043")]
    [InlineData("`inventory`: DoorInventory, the door", "ZSG1040")]
    public void A_response_without_a_table_is_not_empty(string text, string? finding)
    {
        PageReadResult result = Own(rows: $"\n## Response\n\n{text}\n");
        Assert.Null(result.Page.Apis.Single().Response);
        Assert.Equal(finding, result.Findings.Select(static found => found.Id).SingleOrDefault());
    }

    [Theory]
    [InlineData("")]
    [InlineData("None.")]
    [InlineData("_No content_")]
    [InlineData("无")]
    public void A_response_can_be_empty_in_other_words(string text)
    {
        PageReadResult result = Own(rows: $"\n## Response\n\n{text}\n");
        Assert.Empty(result.Page.Apis.Single().Response!.Fields);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("\n## Parameters\n\nOne of colour and coats is needed.\n")]
    [InlineData("\n## Remarks\n\nOne of colour and coats is needed.\n")]
    [InlineData("\n## Note\n\nOne of colour and coats is needed.\n")]
    public void A_remark_beside_the_parameters_is_kept(string text)
    {
        ApiModel api = Own(rows: text + "\n## Response\n\nEmpty.\n").Page.Apis.Single();
        Assert.Equal("One of colour and coats is needed.", Assert.Single(api.Notes));
        Assert.Equal("Paints.", api.Description);
    }

    [Theory]
    [InlineData("-X PUT", "{\"paintDoor\":{}}", "doors/1/actions", null)]
    [InlineData("-X POST", "{\"paintDoor\":{}}", "doors/1/actions", "ZSG1030")]
    [InlineData("-X PUT", "{\"paintDoor\":{}}", "doors/1/paint", "ZSG1031")]
    public void A_curl_call_that_contradicts_the_request_line_is_reported(string method, string body, string path, string? finding)
    {
        PageReadResult result = Own(rows: $"\n## Example\n\n```bash\ncurl {method} -d '{body}' http://localhost:8080/zstack/v1/{path}\n```\n");
        Assert.Equal("PUT", result.Page.Apis.Single().Method);
        Assert.Equal(finding, result.Findings.Select(static found => found.Id).SingleOrDefault());
    }

    [Fact]
    public void Parameters_without_a_location_are_sent_in_the_wrapper_with_a_finding()
    {
        PageReadResult result = Own(rows: "| colour | String | | Colour. | | |\n");
        Assert.True(result.Page.Apis.Single().Parameters[1].InWrapper);
        Assert.Equal(("ZSG1017", 10), (Assert.Single(result.Findings).Id, result.Findings[0].Span.StartLine));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("No wrapper.", 0)]
    public void Parameters_outside_of_an_empty_wrapper_are_reported_once(string phrase, int findings)
    {
        PageReadResult result = Own(lines: phrase, rows: "| colour | String | body | Colour. | | |\n| coats | int | body | Coats. | | |\n| systemTags (optional) | List<String> | body | Tags. | | |\n");
        Assert.Equal(findings, result.Findings.Count(static finding => finding.Id == "ZSG1017"));
        Assert.Equal(findings, result.Findings.Count);
    }

    [Theory]
    [InlineData("GC")]
    [InlineData("VM")]
    public void The_name_of_a_type_can_be_an_abbreviation(string name)
    {
        PageReadResult result = SpecReader.Read("x.md", $"# {name}\n\nText.\n\n| Name | Type |\n|---|---|\n| uuid | String |\n", TestContext.Current.CancellationToken);
        Assert.Equal(name, Assert.Single(result.Page.Types).Name);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("`Asynchronous.`")]
    [InlineData("- Asynchronous.")]
    [InlineData("> `No session required.`")]
    [InlineData("Session required: no")]
    [InlineData("Async: true.")]
    [InlineData("**Session:** none")]
    [InlineData("Added in 4.7.0")]
    [InlineData("Version 4.7.0.")]
    [InlineData("New in 4.7.0")]
    [InlineData("Available since 4.7.0.")]
    [InlineData("+ Since `4.7.0`.")]
    public void A_description_that_looks_like_a_phrase_is_written_and_read_back(string description)
    {
        ApiModel api = Own().Page.Apis.Single() with { Description = "Paints.\n" + description };
        string written = PageWriter.Write(new PageModel("x.md", new EquatableArray<ApiModel>([api]), default));
        Assert.Equal(api, SpecReader.Read("x.md", written, TestContext.Current.CancellationToken).Page.Apis.Single());
    }

    private static PageReadResult Own(string lines = "", string rows = "") =>
        SpecReader.Read("specs/door/PaintDoor.md", $"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{{uuid}}/actions`\n{lines}\n\n{Header}{Uuid}{rows}", TestContext.Current.CancellationToken);
}
