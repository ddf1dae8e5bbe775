using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Quirks of published pages. The quirks of the explorer have separate tests.</summary>
public sealed class QuirkTests
{
    private const string Header = "Name | Type | Location | Description | Optional Value | Starting Version |\n---|---|---|---|---|---|\n";
    private const string FieldHeader = "Name | Type | Description | Starting Version |\n---|---|---|---|\n";
    private const string Sdk = "OpenDoorAction action = new OpenDoorAction();\nOpenDoorAction.Result res = action.call();\n";

    private static PageReadResult Read(string text, string path = "specs/page1.txt") => SpecReader.Read(path, text, TestContext.Current.CancellationToken);

    private static ApiModel ReadClean(string text, string path = "specs/page1.txt")
    {
        PageReadResult result = Read(text, path);
        Assert.Empty(result.Findings.Select(f => f.Id + " " + f.Message));
        return Assert.Single(result.Page.Apis);
    }

    private static string Rows(ApiModel api) => string.Join("; ", api.Parameters.Select(p => $"{p.Name} {p.Type} {p.Location}{(p.IsRequired ? "!" : "")} [{p.Description}] {{{string.Join(",", p.Values)}}} {p.Since}"));

    private static string Request(string rows, string line = "PUT zstack/v1/doors/{uuid}/actions") => line + "\nAuthorization: OAuth x\n" + Header + rows + Sdk;

    [Fact]
    public void Quirk_01_without_a_title_the_SDK_sample_names_the_API() =>
        Assert.Equal("OpenDoor", ReadClean(Request("uuid | String | url | Id. | 0.6 | |\n")).Name);

    [Fact]
    public void Quirk_01_without_title_and_sample_the_wrapper_of_a_PUT_names_the_API() =>
        Assert.Equal("OpenDoor", ReadClean("PUT zstack/v1/doors/{uuid}/actions\n{\n\"openDoor\": {},\n\"systemTags\": []\n}\n" + Header + "uuid | String | url | Id. | 0.6 | |\n").Name);

    [Fact]
    public void Quirk_01_without_title_sample_and_wrapper_the_file_names_the_API_and_a_finding_reports_it()
    {
        PageReadResult result = Read("POST zstack/v1/doors\n" + Header + "name | String | body (contained in the params structure) | Name. | 0.6 | |\n", "specs/doors/AddDoor--help.site-v5.txt");
        Assert.Equal("AddDoor", Assert.Single(result.Page.Apis).Name);
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal("ZSG1012 1:1", $"{finding.Id} {finding.Span.StartLine + 1}:{finding.Span.StartColumn + 1}");
    }

    [Fact]
    public void Quirk_02_joined_words_are_separated()
    {
        ApiModel api = ReadClean("POST zstack/v1/doors/{uuid}/keysHeaders\nAuthorization: OAuth the-session-uuidBody\n{\n\"params\": {\n\"n\": 1\n}\n}Note: x.curl -H \"a\" \\\n-X POST http://h/zstack/v1/doors/u/keys| Name | Type | Location | Description | Optional Value | Starting Version |\n|---|---|---|---|---|---|\n| uuid | String | url | Id. | 0.6 | |\n| n | int | body (contained in the params structure) | N. | 0.6 |\nhintNumberOnehintNumberOne{\n\"inventory\": {\n\"uuid\": \"u\"\n}\n}| Name | Type | Description | Starting Version |\n|---|---|---|---|\n| inventory | DoorInventory | Seeinventory. | 0.6 |\n" + Sdk.TrimEnd() + "Python\n");
        Assert.Equal("/v1/doors/{uuid}/keys", api.Path);
        Assert.Equal("uuid String Path! [Id.] {} 0.6; n int Body! [N.] {} 0.6", Rows(api));
        Assert.NotNull(api.RequestExample);
        Assert.NotNull(api.ResponseExample);
        Assert.Equal("inventory", Assert.Single(api.Response!.Fields).Name);
    }

    [Fact]
    public void Quirk_02_everything_on_one_line_is_separated()
    {
        ApiModel api = ReadClean("POST zstack/v1/doorsAuthorization: OAuth the-session-uuid{ \"params\": { \"name\": \"a {b}\" }, \"systemTags\": [] }curl -H \"a\" \\ -X POST -d '{\"params\":{}}' \\ http://h/zstack/v1/doors| Name | Type | Location | Description | Optional Value | Starting Version |\n|---|---|---|---|---|---|\n| name | String | body (contained in the params structure) | N. | 0.6 | |\n" + Sdk);
        Assert.Equal("/v1/doors params", api.Path + " " + api.Wrapper);
        Assert.True(api.RequiresSession);
        Assert.Equal("{ \"params\": { \"name\": \"a {b}\" }, \"systemTags\": [] }", api.RequestExample);
        Assert.Equal("name String Body! [N.] {} 0.6", Rows(api));
    }

    [Theory]
    [InlineData("GET zstack/v1/doors GET zstack/v1/doors/{uuid}\n")]
    [InlineData("GET zstack/v1/doors\nGET zstack/v1/doors/{uuid}Headers\n")]
    [InlineData("GET zstack/v1/doorsGET zstack/v1/doors/{uuid}\n")]
    public void Quirk_03_two_URLs_may_be_on_one_line_or_on_two(string lines)
    {
        ApiModel api = ReadClean("QueryDoor\nAPI Request\nURLs\n" + lines + "Authorization: OAuth x\ncurl -X GET http://h/zstack/v1/doors?q=name=xcurl -X GET http://h/zstack/v1/doors/u\n");
        Assert.Equal("/v1/doors", api.Path);
        Assert.Equal(["/v1/doors/{uuid}"], api.AlternatePaths);
        Assert.True(api.IsQuery);
    }

    [Theory]
    [InlineData("speed (可选) | String | url | Pace. | 0.6 | |", "Pace.")]
    [InlineData("speed（可选） | String | url | Pace. | 0.6 | |", "Pace.")]
    [InlineData("speed (optional) | String | url | Pace. | 0.6 | |", "Pace.")]
    [InlineData("speed (Optional) | String | url | Pace. | 0.6 | |", "Pace.")]
    [InlineData("speed | String | url | Optional. Pace. | 0.6 | |", "Pace.")]
    [InlineData("speed | String | url | Optional. Optional. Pace. | 0.6 | |", "Pace.")]
    [InlineData("speed | String | url | Optional. | 0.6 | |", null)]
    public void Quirk_04_optional_has_many_notations(string row, string? description)
    {
        ParameterModel parameter = Assert.Single(ReadClean(Request(row + "\n", "GET zstack/v1/doors/{speed}")).Parameters);
        Assert.False(parameter.IsRequired);
        Assert.Equal("speed", parameter.Name);
        Assert.Equal(description, parameter.Description);
    }

    [Fact]
    public void Quirk_04_a_description_that_only_starts_with_the_word_leaves_the_parameter_required()
    {
        ParameterModel parameter = Assert.Single(ReadClean(Request("speed | String | url | Optional values are slow and fast. | 0.6 | |\n", "GET zstack/v1/doors/{speed}")).Parameters);
        Assert.True(parameter.IsRequired);
    }

    [Theory]
    [InlineData("Optional Value")]
    [InlineData("Valid Value")]
    [InlineData("Allowed Values")]
    public void Quirk_05_the_fifth_column_contains_values_under_any_name(string heading)
    {
        ApiModel api = ReadClean("OpenDoor\nAPI Request\nURLs\nGET zstack/v1/doors\nAuthorization: OAuth x\nName Type Location Description " + heading + " Starting Version\nspeed String query Pace.\n  • Slow\n  • Fast\n0.6\n");
        Assert.Equal("speed String Query! [Pace.] {Slow,Fast} 0.6", Rows(api));
    }

    [Theory]
    [InlineData("body (contained in the openDoor structure)")]
    [InlineData("body(contained in the openDoor structure)")]
    [InlineData("body (contained in openDoor structure)")]
    [InlineData("body (included in openDoor structure)")]
    [InlineData("body(包含在openDoor结构中)")]
    [InlineData("body(包含在openDoor 结构中)")]
    [InlineData("body（包含在openDoor结构中）")]
    [InlineData("body: openDoor")]
    public void Quirk_06_the_wrapper_has_many_notations(string location)
    {
        ApiModel api = ReadClean(Request($"uuid | String | url | Id. | 0.6 | |\nspeed | String | {location} | Pace. | 0.6 | |\n"));
        Assert.Equal("openDoor", api.Wrapper);
        Assert.True(api.Parameters[1].InWrapper);
    }

    [Theory]
    [InlineData("Pace. |\n| 0.6 |\n", "Pace.")]
    [InlineData("Pace. |\n|\n0.6 |\n", "Pace.")]
    [InlineData("Pace.\n|\n0.6 | |\n", "Pace.")]
    [InlineData("Pace.\n|\n|\n0.6 |\n", "Pace.")]
    [InlineData("Pace. | Choose one\nof these\n| 0.6 |\n", "Pace.\nChoose one of these")]
    [InlineData("Pace.\nIn two lines. | 0.6 | |\n", "Pace. In two lines.")]
    [InlineData("0.6 | ||\n", null)]
    public void Quirk_07_a_row_broken_into_lines_is_one_row(string rest, string? description)
    {
        ApiModel api = ReadClean(Request("speed | String | query | " + rest + "uuid | String | url | Id. | 2.0 | |\n"));
        Assert.Equal("speed String 0.6, uuid String 2.0", string.Join(", ", api.Parameters.Select(p => $"{p.Name} {p.Type} {p.Since}")));
        Assert.Equal(description, api.Parameters[0].Description?.Split('|')[0].Trim());
    }

    [Fact]
    public void Quirk_08_plain_copies_keep_value_lists_and_distinguish_them_from_bulleted_descriptions()
    {
        ApiModel api = ReadClean("OpenDoor\nAPI Request\nURLs\nGET zstack/v1/doors\nAuthorization: OAuth x\nName Type Location Description Optional Value Starting Version\nspeed String query Pace.\n  • Slow\n  • Fast\n0.6\nmode String query Which way:\n  • to the left\n  • to the right\n1.0.0\nnote String query 1.2\n");
        Assert.Equal("speed String Query! [Pace.] {Slow,Fast} 0.6; mode String Query! [Which way:\nto the left\nto the right] {} 1.0.0; note String Query! [] {} 1.2", Rows(api));
    }

    [Fact]
    public void Quirk_12_a_path_variable_listed_under_body_is_sent_in_the_path_and_a_GET_may_have_body_rows()
    {
        Assert.Equal(ParameterLocation.Path, ReadClean(Request("uuid | String | body | Id. | 0.6 | |\n")).Parameters[0].Location);
        Assert.Equal(ParameterLocation.Body, ReadClean(Request("n | int | body | N. | 0.6 | |\n", "GET zstack/v1/doors")).Parameters[0].Location);
    }

    [Fact]
    public void Quirk_13_a_path_variable_without_a_row_is_a_finding_at_the_request_line()
    {
        PageReadResult result = Read(Request("doorUuid | String | url | Id. | 0.6 | |\n"));
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal("ZSG1008 Warning 1:1", $"{finding.Id} {finding.Severity} {finding.Span.StartLine + 1}:{finding.Span.StartColumn + 1}");
        Assert.Equal(ParameterLocation.Path, result.Page.Apis[0].Parameters[0].Location);
        Assert.Equal("/v1/doors/{uuid}/actions", result.Page.Apis[0].Path);
    }

    [Fact]
    public void Quirk_14_contradictions_between_line_curl_table_and_sample_are_findings()
    {
        PageReadResult result = Read("GET zstack/v1/doors/{uuid}/actions\n{\n\"lockDoor\": {}\n}\ncurl -X PUT http://h/zstack/v1/doors/u/actions\n" + Header + "uuid | String | url | Id. | 0.6 | |\n" + Sdk);
        Assert.Equal("GET", result.Page.Apis[0].Method);
        Assert.Equal("ZSG1030 1", Assert.Single(result.Findings.Select(f => $"{f.Id} {f.Span.StartLine + 1}")));

        result = Read("PUT zstack/v1/doors/{uuid}/actions\n{\n\"lockDoor\": {},\n\"systemTags\": []\n}\n" + Header + "uuid | String | url | Id. | 0.6 | |\nn | int | body (contained in the openDoor structure) | N. | 0.6 | |\n" + Sdk);
        Assert.Equal("openDoor", result.Page.Apis[0].Wrapper);
        Assert.Equal("ZSG1021 9:11", Assert.Single(result.Findings.Select(f => $"{f.Id} {f.Span.StartLine + 1}:{f.Span.StartColumn + 1}")));

        result = Read("PUT zstack/v1/doors/{uuid}/actions\ncurl -X PUT -d '{\"lockDoor\":{}}' http://h/zstack/v1/doors/u/actions\n" + Header + "uuid | String | url | Id. | 0.6 | |\nn | int | body (contained in the openDoor structure) | N. | 0.6 | |\n" + Sdk);
        Assert.Equal("openDoor", result.Page.Apis[0].Wrapper);
        Assert.StartsWith("2 The curl call names the wrapper lockDoor", Assert.Single(result.Findings.Select(f => $"{f.Span.StartLine + 1} {f.Message}")), StringComparison.Ordinal);

        result = Read("LockDoor\nAPI Request\nURLs\n" + Request("uuid | String | url | Id. | 0.6 | |\n"));
        Assert.Equal("OpenDoor", result.Page.Apis[0].Name);
    }

    /// <summary>Each wrapper in a location cell is used or is a finding at its first cell.</summary>
    [Theory]
    [InlineData("openDoor", "openDoor", "", "openDoor", "")]
    [InlineData("openDoor", "lockDoor", "", "lockDoor", "ZSG1021 10:13")]
    [InlineData("lockDoor", "openDoor", "", "openDoor", "ZSG1021 10:13")]
    [InlineData("lockDoor", "shutDoor", "", "shutDoor", "ZSG1021 10:13")]
    [InlineData("openDoor", "openDoor", "Wrapper: lockDoor.", "lockDoor", "ZSG1021 10:13")]
    [InlineData("openDoor", "lockDoor", "Wrapper: lockDoor.", "lockDoor", "ZSG1021 10:13")]
    [InlineData("openDoor", "openDoor", "No wrapper.", null, "ZSG1021 10:13")]
    public void Quirk_14_every_wrapper_in_a_cell_is_used_or_a_finding(string first, string second, string phrase, string? wrapper, string findings)
    {
        PageReadResult result = Read($"# OpenDoor\n\n`PUT /v1/doors`\n\n{phrase}\n\n## Parameters\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| a | int | body: {first} | A. | 1.0 |\n| b | int | body: {second} | B. | 1.0 |\n| c | int | body: {second} | C. | 1.0 |\n", "specs/OpenDoor.md");
        Assert.Equal(wrapper, Assert.Single(result.Page.Apis).Wrapper);
        Assert.Equal(findings, string.Join(", ", result.Findings.Select(f => $"{f.Id} {f.Span.StartLine + 1}:{f.Span.StartColumn + 1}")));
    }

    [Fact]
    public void Quirk_15_a_duplicate_parameter_is_a_finding_and_counts_once()
    {
        PageReadResult result = Read(Request("uuid | String | url | Id. | 0.6 | |\nn | int | body(包含在openDoor结构中) | N. | 0.6 | |\nn | long | body | N. | 1.0 | |\n"));
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal("ZSG1007 7:1 1", $"{finding.Id} {finding.Span.StartLine + 1}:{finding.Span.StartColumn + 1} {finding.Span.Length}");
        Assert.Equal(["uuid", "n"], result.Page.Apis[0].Parameters.Select(p => p.Name));
        Assert.Equal("int", result.Page.Apis[0].Parameters[1].Type);
    }

    [Theory]
    [InlineData("Seeinventory.")]
    [InlineData("See inventory.")]
    [InlineData("The door. For details, see inventory")]
    [InlineData("For more information, see inventory.")]
    [InlineData("那扇门。 详情参考inventory")]
    public void Quirk_15_references_are_found_in_every_notation(string description)
    {
        ApiModel api = ReadClean(Request("uuid | String | url | Id. | 0.6 | |\n").Replace(Sdk, FieldHeader + "inventory | Door | " + description + " | 0.6 |\n" + FieldHeader + "uuid | String | Id. | 0.6 |\n" + Sdk, StringComparison.Ordinal));
        Assert.Equal("s1", api.Response!.Fields[0].StructureId);
        Assert.Equal("Door", api.Structures[0].Name);
        Assert.DoesNotContain("see", api.Response.Fields[0].Description ?? "", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Quirk_16_a_DELETE_loses_its_query_and_sends_its_body_rows_in_the_query()
    {
        ApiModel api = ReadClean(Request("uuid | String | url | Id. | 0.6 | |\ndeleteMode | String | body | Optional. How. | 0.6 | |\n", "DELETE zstack/v1/doors/{uuid}?deleteMode={deleteMode}").Replace("OAuth x", "OAuth: b86c", StringComparison.Ordinal));
        Assert.Equal("/v1/doors/{uuid}", api.Path);
        Assert.Equal("uuid String Path! [Id.] {} 0.6; deleteMode String Query [How.] {} 0.6", Rows(api));
        Assert.Null(api.Wrapper);
        Assert.True(api.RequiresSession);
    }

    [Fact]
    public void Quirk_17_samples_that_are_not_JSON_are_repaired_and_reported_at_the_mistake()
    {
        PageReadResult result = Read("POST zstack/v1/doors\n{\n\"params\": {\n\"n\": 623.0\n\"kind\": \"\\u003d\"\n},\n# a remark\n\"systemTags\": []\n}\ncurl -X POST http://h/zstack/v1/doors\n" + Header + "n | int | body (contained in the params structure) | N. | 0.6 | |\nkind | String | body (contained in the params structure) | Kind. | 0.6 | |\n" + Sdk);
        Assert.Equal("{\"params\":{\"n\":623.0,\"kind\":\"\\u003d\"},\"systemTags\":[]}", string.Concat(result.Page.Apis[0].RequestExample!.Where(c => !char.IsWhiteSpace(c))));
        Assert.Contains(result.Findings, f => f.Id == "ZSG1011" && f.Severity == FindingSeverity.Info && f.Span.StartLine + 1 == 4);
        Assert.All(result.Findings, f => Assert.Equal("ZSG1011", f.Id));
    }

    [Fact]
    public void Quirk_18_notes_are_neither_rows_nor_samples()
    {
        ApiModel api = ReadClean(Request("uuid | String | url | Id. | 0.6 | |\n").Replace(Sdk, "uploadImage::{IMAGE_ID}\n.uploadImage::68b3\n.{ \"inventory\": { \"uuid\": \"u\" } }\n" + FieldHeader + "inventory | Door | See inventory. | 0.6 |\n" + FieldHeader + "uuid | String | Id. | 0.6 |\n" + Sdk, StringComparison.Ordinal));
        Assert.Single(api.Parameters);
        Assert.Equal("{ \"inventory\": { \"uuid\": \"u\" } }", api.ResponseExample);
        api = ReadClean("OpenDoor\nAPI Request\nURLs\nGET zstack/v1/doors\nAuthorization: OAuth x\nRequest Parameters\nNote:\nName Type Location Description Optional Value Starting Version\nspeed String query Pace. 0.6\nNote:\n  • You may add it.\n    • Format: x\nAPI Response\n");
        Assert.Equal("speed String Query! [Pace.] {} 0.6", Rows(api));
    }

    [Fact]
    public void Quirk_19_several_APIs_on_a_page_are_separated_at_their_request_lines()
    {
        string one = Request("uuid | String | url | Id. | 0.6 | |\n");
        string two = Request("uuid | String | url | Id. | 0.6 | |\n", "DELETE zstack/v1/doors/{uuid}").Replace("OpenDoor", "RemoveDoor", StringComparison.Ordinal);
        PageReadResult result = Read(one + two);
        Assert.Empty(result.Findings);
        Assert.Equal(["OpenDoor PUT 1", "RemoveDoor DELETE 1"], result.Page.Apis.Select(a => $"{a.Name} {a.Method} {a.Parameters.Count}"));
        result = Read("OpenDoor\n\nAPI Request\n\nURLs\n" + one + "RemoveDoor\n\nAPI Request\n\nURLs\n" + two);
        Assert.Empty(result.Findings);
        Assert.Equal(["OpenDoor", "RemoveDoor"], result.Page.Apis.Select(a => a.Name));
    }

    [Fact]
    public void Quirk_20_banners_and_breadcrumbs_are_not_descriptions()
    {
        ApiModel api = ReadClean("Some Cloud 4.8.10>Manual>Doors\nBuy now\nDoors need a licence.\n" + Request("uuid | String | url | Id. | 0.6 | |\n"));
        Assert.Equal("Doors need a licence.", api.Description);
        api = ReadClean("Skip to main content\nManual\n\nOpen a Door (OpenDoor)\nOpens it.\nAPI Request\nURLs\n" + Request("uuid | String | url | Id. | 0.6 | |\n"));
        Assert.Equal("OpenDoor: Opens it.", $"{api.Name}: {api.Description}");
    }

    [Fact]
    public void Quirk_20_a_page_start_shown_twice_is_one_API()
    {
        string begin = "Opens a door.\nPUT zstack/v1/doors/{uuid}/actions\nAuthorization: OAuth x\ncurl -H \"a\" \\\n";
        ApiModel api = ReadClean(begin + begin.Replace("curl -H \"a\" \\\n", "{\n\"openDoor\": {},\n\"systemTags\": []\n}\n", StringComparison.Ordinal) + Header + "uuid | String | url | Id. | 0.6 | |\n" + Sdk);
        Assert.Empty(api.AlternatePaths);
        Assert.NotNull(api.RequestExample);
        Assert.Equal("Opens a door.", api.Description);
    }

    [Theory]
    [InlineData("0.6")]
    [InlineData("2.3.2")]
    [InlineData("4.3.12")]
    [InlineData("5.3.20")]
    [InlineData("zsv 4.1.6")]
    public void Quirk_21_versions_are_kept_as_written(string version) =>
        Assert.Equal(version, ReadClean(Request($"uuid | String | url | Id. | {version} | |\n")).Parameters[0].Since);

    [Theory]
    [InlineData("int")]
    [InlineData("Integer")]
    [InlineData("boolean")]
    [InlineData("Map")]
    [InlineData("Double")]
    [InlineData("byte[]")]
    [InlineData("VmInstanceInventory")]
    [InlineData("List<Map<String, Long>>")]
    public void Quirk_22_types_are_kept_as_documented(string type) =>
        Assert.Equal(type, ReadClean(Request($"uuid | {type} | url | Id. | 0.6 | |\n")).Parameters[0].Type);

    [Fact]
    public void Quirk_23_a_command_line_manual_contains_no_API()
    {
        PageReadResult result = Read("OpenDoor\nUsage\nOpenDoor uuid=...\nName Description Optional Value Starting Version\nuuid Which door 0.6\nspeed How fast 0.6\n");
        Assert.Empty(result.Page.Apis);
        Assert.Empty(result.Page.Types);
        Assert.Equal("ZSG1003", Assert.Single(result.Findings).Id);
    }

    [Fact]
    public void Quirk_23_a_page_cut_in_a_row_keeps_its_complete_parts_and_reports_it()
    {
        PageReadResult result = Read("OpenDoor\nAPI Request\nURLs\nGET zstack/v1/doors\n" + Header + "a | String | query | A. | 0.6 | |\nb | String | que");
        Assert.Equal("ZSG1019 8:1", Assert.Single(result.Findings.Where(f => f.Id == "ZSG1019").Select(f => $"{f.Id} {f.Span.StartLine + 1}:{f.Span.StartColumn + 1}")));
        Assert.Equal(["a", "b"], result.Page.Apis[0].Parameters.Select(p => p.Name));
    }

    [Fact]
    public void A_bare_bar_in_a_description_does_not_shift_the_other_cells()
    {
        ApiModel api = ReadClean(Request("uuid | String | url | one | or two | 0.6 | |\nn | int | body(包含在openDoor结构中) | 0.6 | | |\n"));
        Assert.Equal("0.6 0.6", string.Join(" ", api.Parameters.Select(p => p.Since)));
    }

    [Fact]
    public void An_empty_response_described_in_words_has_no_fields_and_an_empty_example()
    {
        ApiModel api = ReadClean(Request("uuid | String | url | Id. | 0.6 | |\n").Replace(Sdk, "On success an empty structure {} comes back, for example,\n{\n\"error\": {\n\"code\": \"SYS.1\"\n}\n}\n" + Sdk, StringComparison.Ordinal));
        Assert.Empty(api.Response!.Fields);
        Assert.Equal("{}", api.ResponseExample);
    }

    [Fact]
    public void A_table_repeated_under_one_anchor_is_one_structure()
    {
        int at = Pages.Official.IndexOf("<a name=\"org.house.APIOpenDoorEvent.inventory\">", StringComparison.Ordinal), end = Pages.Official.IndexOf("## SDK", StringComparison.Ordinal);
        ApiModel api = ReadClean(Pages.Official.Insert(end, Pages.Official[at..end]));
        Assert.Equal(2, api.Structures.Count);
    }

    [Fact]
    public void A_row_whose_own_table_is_missing_does_not_use_the_next_table()
    {
        ApiModel api = Assert.Single(Read(Request("uuid | String | url | Id. | 0.6 | |\n").Replace(Sdk,
            FieldHeader + "error | ErrorCode | See error. | 0.6 |\ndoors | List | See doors. | 0.6 |\nkeys | List | See keys. | 0.6 |\n"
            + "#error\n" + FieldHeader + "code | String | C. | 0.6 |\n#keys\n" + FieldHeader + "uuid | String | Id. | 0.6 |\n" + Sdk, StringComparison.Ordinal)).Page.Apis);
        Assert.Equal(["error s1", "doors ", "keys s2"], api.Response!.Fields.Select(f => $"{f.Name} {f.StructureId}"));
    }

    [Fact]
    public void A_list_of_its_own_structure_refers_to_the_table_that_contains_it()
    {
        ApiModel api = ReadClean(Request("uuid | String | url | Id. | 0.6 | |\n").Replace(Sdk,
            FieldHeader + "tasks | List | See tasks. | 0.6 |\n#tasks\n" + FieldHeader + "uuid | String | Id. | 0.6 |\nsubTasks | List | See subTasks. | 0.6 |\n" + Sdk, StringComparison.Ordinal));
        Assert.Equal("s1", api.Structures[0].Fields[1].StructureId);
    }

    [Fact]
    public void The_owner_in_an_anchor_path_names_the_table_that_contains_the_row()
    {
        string page = Pages.Official.Replace("|uuid|String|编号|0.6|\n\n## SDK", "|keys|List|详情参考[keys](#org.house.Door$DoorInventory.keys)|0.6|\n\n<a name=\"org.house.Door$DoorInventory.keys\"> **#keys**<a/>\n\n|名字|类型|描述|起始版本|\n|---|---|---|---|\n|uuid|String|编号|0.6|\n\n## SDK", StringComparison.Ordinal)
            .Replace("|inventory|DoorInventory|", "|inventory|List|", StringComparison.Ordinal);
        ApiModel api = Assert.Single(Read(page).Page.Apis);
        Assert.Equal(["ErrorCode", "DoorInventory", ""], api.Structures.Select(s => s.Name ?? ""));
        Assert.Equal("s3", api.Structures[1].Fields[0].StructureId);
    }

    [Fact]
    public void Rows_of_the_same_name_in_two_tables_are_distinguished_by_their_anchors()
    {
        static string Table(string anchor, string rows) => $"<a name=\"org.house.{anchor}\"> **#x**<a/>\n\n|名字|类型|描述|起始版本|\n|---|---|---|---|\n{rows}\n";
        string page = Pages.Official[..Pages.Official.IndexOf("|error|ErrorCode", StringComparison.Ordinal)]
            + "|a|List|详情参考[a](#org.house.R.a)|0.6|\n|b|List|详情参考[b](#org.house.R.b)|0.6|\n\n"
            + Table("R.a", "|keys|List|详情参考[keys](#org.house.A.keys)|0.6|\n")
            + Table("R.b", "|keys|List|详情参考[keys](#org.house.B.keys)|0.6|\n")
            + Table("A.keys", "|uuid|String|x|0.6|\n")
            + Table("B.keys", "|uuid|String|x|0.6|\n");
        ApiModel api = Assert.Single(Read(page).Page.Apis);
        Assert.Equal(["a s1", "b s2"], api.Response!.Fields.Select(f => $"{f.Name} {f.StructureId}"));
        Assert.Equal(["s3", "s4", "", ""], api.Structures.Select(s => s.Fields[0].StructureId ?? ""));
    }

    [Fact]
    public void Site_boilerplate_after_the_sample_is_ignored()
    {
        ApiModel api = ReadClean(Pages.Pipe + "\n学习路径\n商务咨询:\n000-000 转 1售后咨询:\n{\n回到顶部\n");
        Assert.Equal(3, api.Parameters.Count);
        Assert.Equal(2, api.Structures.Count);
    }
}
