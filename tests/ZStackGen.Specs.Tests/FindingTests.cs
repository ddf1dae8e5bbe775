using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Mistakes of a page are reported with their rule at the exact place.</summary>
public sealed class FindingTests
{
    private static string[] Findings(string text, string path = "specs/page1.md") =>
        [.. SpecReader.Read(path, text, TestContext.Current.CancellationToken).Findings.Select(f =>
            $"{f.Id} {f.Severity} {f.Span.StartLine + 1}:{f.Span.StartColumn + 1}-{f.Span.EndLine + 1}:{f.Span.EndColumn + 1} {text.Substring(f.Span.Start, f.Span.Length).Split('\n')[0].TrimEnd('\r')}")];

    private static string Row(string row) => Pages.Own.Replace("| systemTags (optional) | List<String> | body | Labels. | | 0.6 |", row, StringComparison.Ordinal);

    [Fact]
    public void An_empty_file_is_a_warning()
    {
        Assert.Equal(["ZSG1001 Warning 1:1-1:1 "], Findings(""));
        Assert.Equal(["ZSG1001 Warning 1:1-1:1 "], Findings(" \n\t\n\u200b\n"));
    }

    [Fact]
    public void A_binary_file_is_an_error_at_its_first_invalid_character()
    {
        Assert.Equal(["ZSG1002 Error 1:4-1:5 \0"], Findings("PNG\0\0\0IHDR"));
        Assert.Equal(["ZSG1002 Error 1:1-1:2 \ufffd"], Findings(new string('\ufffd', 40) + "ab\u0001"));
    }

    [Fact]
    public void A_file_without_API_and_structure_is_a_warning() =>
        Assert.Equal(["ZSG1003 Warning 1:1-1:14 Shopping list"], Findings("Shopping list\n\n- bread\n"));

    [Fact]
    public void Parameters_without_a_request_line_are_an_error_at_the_table()
    {
        Assert.Contains("ZSG1004 Error 9:1-13:66 | Name | Type | Location | Description | Values | Since |", Findings(Pages.Own.Replace("`PUT /v1/doors/{uuid}/actions`\n\n", "", StringComparison.Ordinal)));
        Assert.Contains(Findings(Pages.Pipe.Replace("PUT zstack/v1/doors/{uuid}/actions\n", "", StringComparison.Ordinal)), f => f.StartsWith("ZSG1004 Error 10:1-", StringComparison.Ordinal));
        Assert.Contains(Findings(Pages.Official.Replace("PUT /v1/doors/{uuid}/actions\n", "", StringComparison.Ordinal)), f => f.StartsWith("ZSG1004 Error 35:1-", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("| tags | String | body | Labels. | 0.6 |", "ZSG1005 Warning 15:3-15:39 tags | String | body | Labels. | 0.6")]
    [InlineData("| tags | String | body | A | B | | 0.6 |", "ZSG1005 Warning 15:3-15:39 tags | String | body | A | B | | 0.6")]
    [InlineData("just words", "ZSG1005 Warning 15:1-15:11 just words")]
    [InlineData("tags | String | body", "ZSG1005 Warning 15:1-15:21 tags | String | body")]
    [InlineData("| | String | body | Labels. | | 0.6 |", "ZSG1005 Warning 15:2-15:2 ")]
    [InlineData("| two words | String | body | Labels. | | 0.6 |", "ZSG1005 Warning 15:3-15:12 two words")]
    [InlineData("| tags | | body | Labels. | | 0.6 |", "ZSG1005 Warning 15:3-15:7 tags")]
    [InlineData("| tags | Strng? | body | Labels. | | 0.6 |", "ZSG1006 Warning 15:10-15:16 Strng?")]
    [InlineData("| tags | blob | body | Labels. | | 0.6 |", "ZSG1006 Warning 15:10-15:14 blob")]
    [InlineData("| tags | String | cookie | Labels. | | 0.6 |", "ZSG1017 Warning 15:19-15:25 cookie")]
    [InlineData("| tags | String | header | Labels. | | 0.6 |", "ZSG1017 Warning 15:19-15:25 header")]
    [InlineData("| uuid | String | body | Again. | | 0.6 |", "ZSG1007 Warning 15:3-15:7 uuid")]
    [InlineData("| tags | String | body | Labels. | | soon |", "ZSG1009 Warning 15:38-15:42 soon")]
    public void A_mistake_in_a_row_is_reported_in_its_cell(string row, string finding) => Assert.Equal([finding], Findings(Row(row)));

    [Theory]
    [InlineData("größe", "'größe', the name of the row, contains 'ö'; a name has only the letters A to Z, digits and underscores.")]
    [InlineData("door😀", "'door😀', the name of the row, contains '😀'; a name has only the letters A to Z, digits and underscores.")]
    [InlineData("two words", "'two words', the name of the row, contains a blank; a name has only the letters A to Z, digits and underscores.")]
    [InlineData("4.7.0", "'4.7.0', the name of the row, contains no letter of A to Z.")]
    [InlineData("door.", "'door.', the name of the row, ends with a period.")]
    [InlineData("-door", "'-door', the name of the row, begins with a hyphen.")]
    [InlineData("door.uuid", "'door.uuid', the name of the row, is a path of members. Describe the members of a structure in a table of the structure.")]
    public void The_reason_why_a_name_is_refused_is_reported(string name, string message) =>
        Assert.Equal(message, Assert.Single(SpecReader.Read("specs/OpenDoor.md", Row($"| {name} | String | body | Labels. | | 0.6 |"), TestContext.Current.CancellationToken).Findings).Message);

    [Fact]
    public void A_name_that_is_too_long_is_reported_with_its_length() =>
        Assert.EndsWith(
            "…', the name of the row, has 129 characters; a name has at most 128.",
            Assert.Single(SpecReader.Read("specs/OpenDoor.md", Row($"| {new string('x', 129)} | String | body | Labels. | | 0.6 |"), TestContext.Current.CancellationToken).Findings).Message);

    [Theory]
    [InlineData("| uuid | String | path | Which door. | | 0.6 |\n", "| uuid | String | path | Which door. | | 0.6 |\n\n", "ZSG1040 Warning 15:1-16:66 | speed (optional) | String | body: openDoor | How fast. | Slow, Fast | 1.2.0 |")]
    [InlineData("|---|---|---|---|---|---|\n", "", "ZSG1040 Warning 11:1-14:66 | Name | Type | Location | Description | Values | Since |")]
    [InlineData("| Name | Type | Location |", "| Kind | Name | Location |", "ZSG1044 Warning 11:1-15:66 | Kind | Name | Location | Description | Values | Since |")]
    [InlineData("| Name | Type | Description | Since |\n|---|---|---|---|\n| inventory", "| Notes | Values | Description | Since |\n|---|---|---|---|\n| inventory", "ZSG1044 Warning 19:1-21:66 | Notes | Values | Description | Since |")]
    [InlineData("| uuid | String | Its id. | 0.6 |\n", "| uuid | String | Its id. | 0.6 |\n\n| kind | String | Its kind. | 0.6 |\n| last | String | More. | 0.6 |\n", "ZSG1040 Warning 29:1-30:32 | kind | String | Its kind. | 0.6 |")]
    [InlineData("## Response\n", "<TABLE><tr><td>speed</td></tr>\n</TABLE>\n\n## Response\n", "ZSG1040 Warning 17:1-18:9 <TABLE><tr><td>speed</td></tr>")]
    public void Consecutive_rows_outside_of_a_table_are_reported_once(string instead, string with, string finding)
    {
        string page = Pages.Own.ReplaceLineEndings("\n");
        int at = page.IndexOf(instead, StringComparison.Ordinal);
        Assert.Equal(finding, Assert.Single(Findings(page[..at] + with + page[(at + instead.Length)..]), finding => finding.StartsWith("ZSG104", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_row_after_a_blank_line_is_also_reported_on_type_and_official_pages()
    {
        Assert.Equal(["ZSG1040 Warning 13:1-13:36 | kind | String | Its kind. | 0.6 |"], Findings(Pages.OwnType.ReplaceLineEndings("\n") + "\n\n| kind | String | Its kind. | 0.6 |\n"));
        Assert.Contains(
            Findings(Pages.Official.ReplaceLineEndings("\n").Replace("|speed (可选)|", "\n|speed (可选)|", StringComparison.Ordinal)),
            finding => finding.StartsWith("ZSG1040 Warning 40:1-", StringComparison.Ordinal) && finding.Contains("|speed (可选)|", StringComparison.Ordinal));
    }

    [Fact]
    public void A_response_under_another_heading_is_reported_there()
    {
        string page = Pages.Own.ReplaceLineEndings("\n").Replace("## Response\n", "## Yielded\n", StringComparison.Ordinal);
        Assert.Contains("ZSG1022 Warning 17:4-17:11 Yielded", Findings(page));
        Assert.Single(Findings(page), finding => finding.StartsWith("ZSG1022", StringComparison.Ordinal));
        Assert.Empty(Findings(Pages.Own));
    }

    [Fact]
    public void An_unrelated_table_is_ignored() =>
        Assert.Empty(Findings(Pages.Own + "\n\n## Error codes\n\n| Code | Meaning |\n|---|---|\n| 1 | The door is stuck. |\n"));

    [Theory]
    [InlineData("Str*ng", "Str*ng")]
    [InlineData("*String*", "String")]
    [InlineData("**String**", "String")]
    [InlineData("String*", "String")]
    [InlineData("List<**String**>", "List<String>")]
    public void A_star_in_a_type_is_kept_and_emphasis_is_removed(string cell, string type)
    {
        PageReadResult result = SpecReader.Read("specs/page1.md", Row("| tags | " + cell + " | body | Labels. | | 0.6 |"), TestContext.Current.CancellationToken);
        Assert.Equal(type, result.Page.Apis[0].Parameters.Single(parameter => parameter.Name == "tags").Type);
        Assert.Equal(type.Contains('*', StringComparison.Ordinal), result.Findings.Any(finding => finding.Id == "ZSG1006" && finding.Message.Contains("'" + type + "'", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_line_that_is_not_a_row_affects_no_other_row()
    {
        string bars = new('|', 3000);
        foreach (string line in new[] { "just words", bars, "\\|", "|", "| |", "|---|---|" })
        {
            foreach (string page in new[] { Row(line), Pages.Official.Replace("|systemTags (可选)|List|body|||0.6|", line, StringComparison.Ordinal), Pages.Pipe.Replace("systemTags (可选) | List | body | 0.6 | | |", line, StringComparison.Ordinal) })
            {
                ApiModel api = Assert.Single(SpecReader.Read("p.md", page, TestContext.Current.CancellationToken).Page.Apis);
                Assert.Equal(["uuid", "speed"], api.Parameters.Take(2).Select(p => p.Name));
                Assert.NotEmpty(api.Response!.Fields);
                Assert.NotEmpty(api.Structures[^1].Fields);
            }
        }
    }

    [Fact]
    public void A_row_with_an_extra_bar_keeps_its_first_and_last_cells()
    {
        ParameterModel tags = SpecReader.Read("p.md", Row("| tags | String | body | A | B | x, y | 0.6 |"), TestContext.Current.CancellationToken).Page.Apis[0].Parameters[2];
        Assert.Equal("tags String Body A | B x,y 0.6", $"{tags.Name} {tags.Type} {tags.Location} {tags.Description} {string.Join(",", tags.Values)} {tags.Since}");
    }

    [Fact]
    public void A_path_variable_without_a_row_is_reported_at_the_request_line() =>
        Assert.Equal(["ZSG1008 Warning 5:2-5:34 PUT /v1/doors/{doorUuid}/actions"], Findings(Pages.Own.Replace("PUT /v1/doors/{uuid}/actions", "PUT /v1/doors/{doorUuid}/actions", StringComparison.Ordinal).Replace("| uuid | String | path |", "| uuid | String | query |", StringComparison.Ordinal)));

    [Fact]
    public void A_member_of_the_example_without_a_row_is_reported_at_its_name() =>
        Assert.Equal(["ZSG1010 Info 42:2-42:8 colour"], Findings(Pages.Own.Replace("\"uuid\": \"u1\"", "\"colour\": \"red\"", StringComparison.Ordinal)));

    [Fact]
    public void A_member_in_every_element_is_reported_once() =>
        Assert.Single(Findings(Pages.Own.Replace("\"uuid\": \"u1\"", "\"uuid\": 1 }, \"inventory\": {\"colour\": 1}, \"inventory\": {\"colour\": 2", StringComparison.Ordinal)), f => f.StartsWith("ZSG1010", StringComparison.Ordinal));

    [Fact]
    public void A_repaired_example_is_an_info_at_the_mistake() =>
        Assert.Equal(["ZSG1011 Info"], Findings(Pages.Own.Replace("\"uuid\": \"u1\"", "\"uuid\": \"u1\",", StringComparison.Ordinal)).Select(f => f[..12]));

    [Fact]
    public void A_field_with_two_types_is_reported_at_both_rows() =>
        Assert.Equal(["ZSG1015 Warning 27:3-27:7 uuid", "ZSG1015 Warning 28:3-28:7 uuid"], Findings(Pages.Own.Replace("| uuid | String | Its id. | 0.6 |", "| uuid | String | Its id. | 0.6 |\n| uuid | Long | Again. | 0.6 |", StringComparison.Ordinal)));

    [Fact]
    public void A_repeated_field_row_is_an_info() =>
        Assert.Equal(["ZSG1015 Info 28:3-28:7 uuid"], Findings(Pages.Own.Replace("| uuid | String | Its id. | 0.6 |", "| uuid | String | Its id. | 0.6 |\n| uuid | String | Again. | 0.6 |", StringComparison.Ordinal)));

    [Theory]
    [InlineData("/v1/doors/{uuid}\"x", "/v1/doors/{uuid}", false)]
    [InlineData("/v1/doors/{uuid}\\x", "\\", true)]
    [InlineData("/v1/do^ors/{uuid}", "^", true)]
    [InlineData("/v1/doors/{uuid", "{", true)]
    [InlineData("/v1/doors/uuid}", "}", true)]
    [InlineData("/v1/döors/{uuid}", "ö", true)]
    [InlineData("/v1/doors/{uuid}/a-b.c_d~e:f@g%20", "", false)]
    [InlineData("/v1/../doors/{uuid}", "..", true)]
    [InlineData("/v1/%2E%2e/doors", "%2E%2e", true)]
    [InlineData("/v1/doors/.", ".", true)]
    [InlineData("/v1/.doors/{uuid}/...", "", false)]
    public void A_character_or_segment_that_is_invalid_in_a_path_is_reported(string path, string part, bool isReported)
    {
        string[] messages = [.. SpecReader.Read("p.md", $"# OpenDoor\n\n`GET {path}`\n", TestContext.Current.CancellationToken).Findings.Where(finding => finding.Id == "ZSG1033").Select(finding => finding.Message)];
        Assert.Equal(isReported ? 1 : 0, messages.Length);
        Assert.All(messages, message => Assert.Contains($"'{part}'", message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_duplicate_API_on_a_page_counts_once()
    {
        string[] findings = Findings(Pages.Own + "\n" + Pages.Own);
        Assert.StartsWith("ZSG1016 Warning 46:3-46:11 OpenDoor", Assert.Single(findings), StringComparison.Ordinal);
        Assert.Single(SpecReader.Read("p.md", Pages.Own + "\n" + Pages.Own, TestContext.Current.CancellationToken).Page.Apis);
    }

    [Fact]
    public void A_reference_to_a_missing_table_is_an_info_at_the_row()
    {
        string page = Pages.Pipe.Replace("error | ErrorCode | 失败原因。 详情参考error | 0.6 |\n", "error | ErrorCode | 失败原因。 详情参考error | 0.6 |\nkeys | List | 详情参考keys | 0.6 |\n", StringComparison.Ordinal)
            .Replace("inventory | DoorInventory | 详情参考inventory", "inventory | DoorInventory | 门", StringComparison.Ordinal);
        page = page[..page.LastIndexOf("名字", StringComparison.Ordinal)];
        Assert.Equal(["ZSG1018 Info 25:1-25:5 keys"], Findings(page).Where(f => f.StartsWith("ZSG1018", StringComparison.Ordinal)));
    }

    [Fact]
    public void Places_refer_to_the_original_text_with_its_line_endings_and_byte_order_mark()
    {
        string page = "\ufeff" + Row("| tags | String | body | Labels. | | soon |").Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(["ZSG1009 Warning 15:38-15:42 soon"], Findings(page));
        Assert.Equal(["ZSG1009 Warning 15:38-15:42 soon"], Findings(Row("| tags | String | body | Labels. | | soon |").Replace("\n", "\r", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_place_in_a_restored_row_refers_to_the_page()
    {
        string page = Pages.Pipe.Replace("speed (可选) | String |", "speed (可选) | strang | ", StringComparison.Ordinal);
        Assert.Equal(["ZSG1006 Warning 14:14-14:20 strang"], Findings(page));
        page = Pages.GluedPipe.Replace("| uuid | String | url |", "| uuid | String | uri2 |", StringComparison.Ordinal);
        Assert.Equal(["ZSG1017 Warning 17:19-17:23 uri2"], Findings(page));
    }

    [Fact]
    public void A_page_of_garbage_has_a_limited_number_of_findings()
    {
        string rows = string.Concat(Enumerable.Range(0, 5000).Select(i => $"| n{i} | blob | body | x | | 0.6 |\n"));
        string[] findings = Findings(Row(rows.TrimEnd()));
        Assert.InRange(findings.Length, 100, 600);
        Assert.Contains(findings, f => f.StartsWith("ZSG1014", StringComparison.Ordinal));
    }
}
