using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Pages of the page format as people and chat tools rewrite them: the same facts are read, or a finding reports the difference.</summary>
public sealed class RewrittenPageTests
{
    private const string Header = "| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n";
    private const string Uuid = "| uuid | String | path | The door. | | |\n";
    private const string Colour = "| colour | String | body: paintDoor | The colour. | Red, Green | |\n";
    private const string Request = "`PUT /v1/doors/{uuid}/actions`";

    [Theory]
    [InlineData("自 4.7.0 起")]
    [InlineData("起始版本：4.7.0")]
    [InlineData("**Minimum version:** `4.7.0`")]
    [InlineData("Available in 4.7.0 and later.")]
    [InlineData("| | |\n|---|---|\n| **Since** | 4.7.0 |")]
    [InlineData("| Property | Value |\n|---|---|\n| Since | 4.7.0 |")]
    [InlineData("## Since\n\n4.7.0")]
    [InlineData("## Since version\n\n4.7.0+")]
    public void The_version_of_an_api_is_read_as_a_property(string lines)
    {
        ApiModel api = Own(lines).Page.Apis.Single();
        Assert.Equal(("4.7.0", "Paints.", 2), (api.Since, api.Description, api.Parameters.Count));
        Assert.Empty(api.Structures);
    }

    [Theory]
    [InlineData("PaintDoor (since 4.7.0)", null)]
    [InlineData("PaintDoor `4.7.0+`", null)]
    [InlineData("PaintDoor (deprecated)", "Deprecated.\nPaints.")]
    public void A_remark_in_the_title_is_read(string title, string? description)
    {
        ApiModel api = Read($"# {title}\n\nPaints.\n\n{Request}\n\n{Header}{Uuid}{Colour}").Page.Apis.Single();
        Assert.Equal(("PaintDoor", description ?? "Paints.", description is null ? "4.7.0" : null), (api.Name, api.Description, api.Since));
    }

    [Theory]
    [InlineData("Since 4.7.0 (zsv 4.1.0).")]
    [InlineData("Since 4.7.0.\n\n## Version\n\n4.8.0")]
    public void A_version_with_a_second_version_is_reported(string lines) => Assert.Contains(Own(lines).Findings, static finding => finding.Id == "ZSG1009");

    [Theory]
    [InlineData("This API is asynchronous.", true)]
    [InlineData("**Async:** ✅", true)]
    [InlineData("**Mode:** Asynchronous", true)]
    [InlineData("Execution: synchronous", false)]
    [InlineData("异步接口。", true)]
    [InlineData("| Asynchronous | Yes |", true)]
    [InlineData("## Asynchronous\n\nNo", false)]
    public void Other_words_for_a_mode_are_read(string lines, bool isAsync)
    {
        ApiModel api = Own(lines).Page.Apis.Single();
        Assert.Equal((isAsync, "Paints."), (api.IsAsync, api.Description));
    }

    [Theory]
    [InlineData("No authentication required.", false)]
    [InlineData("**Authentication:** none", false)]
    [InlineData("Auth required: ❌", false)]
    [InlineData("Authentication: required", true)]
    public void Other_words_for_a_session_are_read(string lines, bool requiresSession) => Assert.Equal(requiresSession, Own(lines).Page.Apis.Single().RequiresSession);

    [Theory]
    [InlineData("One of: `Red`, `Green`.")]
    [InlineData("one of Red, Green")]
    [InlineData("either Red or Green, ...")]
    [InlineData("Allowed: Red, Green")]
    [InlineData("Red, Green; default: Red")]
    [InlineData("Red, Green[^1]")]
    [InlineData("`Red`, `Green`.")]
    public void Words_around_values_are_no_values(string cell)
    {
        PageReadResult result = Own("", $"| colour | String | body: paintDoor | The colour. | {cell} | |\n");
        Assert.Equal("Red Green", string.Join(' ', result.Page.Apis.Single().Parameters[1].Values));
    }

    [Theory]
    [InlineData("x", "")]
    [InlineData("X", "")]
    [InlineData("*", "")]
    [InlineData("\\*", "")]
    [InlineData("[x]", "[ ]")]
    [InlineData("✔️", "✖️")]
    [InlineData(":white_check_mark:", ":x:")]
    [InlineData("🟢", "⚪")]
    [InlineData("☑", "☐")]
    [InlineData("■", "□")]
    [InlineData("1..1", "0..1")]
    [InlineData("yes", "x")]
    public void Marks_of_a_required_column_are_read(string yes, string no)
    {
        foreach (string heading in new[] { "Required", "Req.", "M/O", "是否必需" })
        {
            PageReadResult result = Read($"# PaintDoor\n\nPaints.\n\n{Request}\n\n| Name | Type | {heading} | Location | Description | Values | Since |\n|---|---|---|---|---|---|---|\n"
                + $"| uuid | String | {yes} | path | The door. | | |\n| colour | String | {yes} | body: paintDoor | The colour. | | |\n| coats | int | {no} | body: paintDoor | Coats. | | |\n");
            Assert.Equal("True True False", string.Join(' ', result.Page.Apis.Single().Parameters.Select(static parameter => parameter.IsRequired)));
            Assert.Empty(result.Findings);
        }
    }

    [Theory]
    [InlineData("Optional. The colour.")]
    [InlineData("(Optional, default: Red) The colour.")]
    [InlineData("The colour (optional).")]
    [InlineData("The colour. Optional.")]
    [InlineData("可选。颜色。")]
    public void A_description_that_says_optional_is_reported(string description)
    {
        PageReadResult result = Own("", $"| colour | String | body: paintDoor | {description} | | |\n");
        Assert.Equal("ZSG1005", Assert.Single(result.Findings).Id);
        Assert.Empty(Own("", $"| colour (optional) | String | body: paintDoor | {description} | | |\n").Findings);
    }

    [Theory]
    [InlineData("Since 4.7.0.", 0)]
    [InlineData("Since 4.7.0.\nSince 5.0.0.", 1)]
    public void A_version_above_the_request_line_is_read(string lines, int findings)
    {
        PageReadResult result = SpecReader.Read("specs/CloseDoor.md", $"# CloseDoor\n\nCloses.\n\n{lines}\n\n`DELETE /v1/doors/{{uuid}}`\n\n## Parameters\n\n{Header}{Uuid}", TestContext.Current.CancellationToken);
        Assert.Equal(("4.7.0", findings), (result.Page.Apis.Single().Since, result.Findings.Count));
    }

    [Theory]
    [InlineData("body, not in paintDoor")]
    [InlineData("body:")]
    [InlineData("`body`：")]
    [InlineData("body (outside paintDoor)")]
    [InlineData("body (same level as paintDoor)")]
    public void A_location_beside_the_wrapper_is_not_inside_of_it(string location)
    {
        ApiModel api = Own("", $"{Colour}| labels (optional) | List<String> | {location} | Labels. | | |\n").Page.Apis.Single();
        Assert.Equal((true, false), (api.Parameters[1].InWrapper, api.Parameters[2].InWrapper));
    }

    [Fact]
    public void An_example_without_the_wrapper_is_reported()
    {
        PageReadResult result = Own("## Example\n\nRequest:\n\n```json\n{ \"colour\": \"Red\" }\n```");
        Assert.Equal("ZSG1021", Assert.Single(result.Findings).Id);
        Assert.True(result.Page.Apis.Single().Parameters[1].InWrapper);
    }

    [Theory]
    [InlineData("* `force` – boolean – paints also a locked door")]
    [InlineData("* `force` — boolean — paints also a locked door")]
    [InlineData("- **force**: `boolean` – optional, paints also a locked door")]
    [InlineData("- `force`: boolean, paints also a locked door")]
    public void An_item_with_a_parameter_is_reported(string item) => Assert.Contains(Own("", Colour + "\n" + item + "\n").Findings, static finding => finding.Id == "ZSG1040");

    [Fact]
    public void A_name_with_an_asterisk_is_reported() =>
        Assert.Equal("ZSG1005", Assert.Single(Own("", Colour + "| coats\\* | int | body: paintDoor | Coats. | | |\n").Findings).Id);

    [Theory]
    [InlineData("## 📤 Response")]
    [InlineData("## 3. Response")]
    [InlineData("## Response body")]
    [InlineData("## Response (200 OK)")]
    [InlineData("## Returns")]
    [InlineData("## 响应结果")]
    public void A_heading_with_other_words_starts_the_response(string heading)
    {
        PageReadResult result = Own("", Colour + $"\n{heading}\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| success | boolean | Done. | |\n");
        Assert.Equal("success", Assert.Single(result.Page.Apis.Single().Response!.Fields).Name);
        Assert.Empty(result.Findings);
    }

    [Theory]
    [InlineData("```markdown", "```")]
    [InlineData("````md", "````")]
    [InlineData("~~~ markdown", "~~~")]
    public void A_fence_around_the_page_is_not_read(string open, string close)
    {
        PageReadResult result = Read(open + "\n" + Text("Since 4.7.0.") + "\n```json\n{ \"paintDoor\": { \"colour\": \"Red\" } }\n```\n" + close + "\n");
        Assert.Equal(("PaintDoor", "4.7.0", 2), (result.Page.Apis.Single().Name, result.Page.Apis.Single().Since, result.Page.Apis.Single().Parameters.Count));
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_fence_at_the_start_of_a_page_stays_an_example() =>
        Assert.Contains(Read("```markdown\n" + Text("") + "```\n\nText.\n").Findings, static finding => finding.Id == "ZSG1003");

    [Theory]
    [InlineData("See also:")]
    [InlineData("**Used by:**")]
    [InlineData("参见：")]
    public void References_of_an_enumeration_are_no_values(string label)
    {
        foreach (string text in new[] { $"- Gently: Slow.\n- Wide\n\n{label}\n\n- OpenDoor\n- CloseDoor\n", $"{label}\n\n- OpenDoor\n\nValues:\n\n- Gently: Slow.\n- Wide\n" })
            Assert.Equal("Gently Wide", string.Join(' ', Read($"# OpenMode\n\nHow.\n\n{text}").Page.Types.Single().Values));
    }

    [Fact]
    public void A_prompt_before_a_curl_call_does_not_hide_its_contradiction() =>
        Assert.Contains(Own("```shell\n$ curl --request POST --url http://localhost:8080/zstack/v1/doors/u1/actions\n```").Findings, static finding => finding.Id == "ZSG1030");

    [Fact]
    public void The_first_line_of_an_alert_is_no_description() =>
        Assert.Equal("Paints.\n> Deprecated since 4.7.0.", Own("> [!WARNING]\n> Deprecated since 4.7.0.").Page.Apis.Single().Description);

    private static string Text(string lines, string rows = Colour) => $"# PaintDoor\n\nPaints.\n\n{Request}\n\n{lines}\n\n## Parameters\n\n{Header}{Uuid}{rows}";

    private static PageReadResult Own(string lines, string rows = Colour) => Read(Text(lines, rows));

    private static PageReadResult Read(string text) => SpecReader.Read("specs/PaintDoor.md", text, TestContext.Current.CancellationToken);
}
