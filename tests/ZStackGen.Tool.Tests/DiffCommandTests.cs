using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Tool.Tests;

public sealed class DiffCommandTests
{
    private const string Header = "| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n";

    private const string Fields = "| Name | Type | Description | Since |\n|---|---|---|---|\n";

    private const string ValuedFields = "| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n";

    private static string Api(string request = "`PUT /v1/doors/{uuid}/actions`", string traits = "Asynchronous.\nSince 4.7.0.", string rows = "", string response = "The response is empty.", string name = "PaintDoor") =>
        $"# {name}\n\nPaints it.\n\n{request}\n\n{traits}\n\n## Parameters\n\n{Header}| uuid | String | path | It. | | 4.7.0 |\n{rows}\n## Response\n\n{response}\n";

    private static string Row(string name = "colour", string type = "String", string place = "body: paintDoor", string values = "", string since = "4.7.0", bool optional = true, string description = "Colour.") =>
        $"| {name}{(optional ? " (optional)" : "")} | {type} | {place} | {description} | {values} | {since} |\n";

    private static string Type(string rows, string name = "DoorInventory", string fields = Fields) => $"# {name}\n\nA door.\n\n{fields}{rows}";

    private static string State(string type = "String", string values = "") => $"{ValuedFields}| state | {type} | x. | {values} | 1.0 |\n";

    private static string Answer(string type = "String", string values = "", string rows = "") => Api(rows: rows, response: State(type, values));

    private static async Task<(ToolRun Run, string[] Lines)> DiffAsync(string before, string after, params string[] options)
    {
        using var folder = new TemporaryFolder();
        folder.Write("old/door/Page.md", before);
        folder.Write("new/door/Page.md", after);
        ToolRun run = await ToolRun.InAsync(folder.Path, ["diff", "old", "new", .. options]);
        return (run, run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_is_an_error_and_its_content_is_not_removed()
    {
        using var folder = new TemporaryFolder();
        foreach (string set in (string[])["old", "new"])
        {
            folder.Write(set + "/door/Doors.md", Api());
            folder.Write(set + "/door/OpenDoor.md", Api(name: "OpenDoor", request: "`POST /v1/doors/{uuid}`", response: State()));
            folder.Write(set + "/door/CloseDoor.md", Api(name: "CloseDoor", request: "`POST /v1/doors/{uuid}/lock`"));
            folder.Write(set + "/types/DoorInventory.md", Type("| uuid | String | It. | 4.7.0 |\n"));
        }

        byte[] binary = [0, 1, 2, 0xFF, 0, 3, 4, 5, 6, 0, 0, 0];
        folder.Write("new/door/Doors.md", binary);
        folder.Write("new/types/DoorInventory.md", binary);
        foreach (string[] sides in (string[][])[["old", "new"], ["new", "old"]])
        {
            ToolRun run = await ToolRun.InAsync(folder.Path, ["diff", .. sides]);
            Assert.Equal(1, run.ExitCode);
            Assert.DoesNotContain("PaintDoor", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("DoorInventory", run.Output, StringComparison.Ordinal);
            Assert.Contains("'new/door/Doors.md' has errors", run.Error, StringComparison.Ordinal);
        }

        // Readable pages are still compared.
        File.Delete(Path.Combine(folder.Path, "new/door/OpenDoor.md"));
        Assert.Contains("OpenDoor", (await ToolRun.InAsync(folder.Path, "diff", "old", "new")).Output, StringComparison.Ordinal);
        // A single page has any name.
        ToolRun single = await ToolRun.InAsync(folder.Path, "diff", "old/door/OpenDoor.md", "new/door/Doors.md");
        Assert.Equal(1, single.ExitCode);
        Assert.DoesNotContain("OpenDoor", single.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Changes => new()
    {
        // The API's request.
        { Api(), Api(request: "`POST /v1/doors/{uuid}/actions`"), "  ! ~ API: method PUT -> POST: requests with the old method fail" },
        { Api(), Api(request: "`PUT /v1/gates/{uuid}/actions`"), "  ! ~ API: path /v1/doors/{uuid}/actions -> /v1/gates/{uuid}/actions: requests to the old path fail" },
        { Api(), Api(request: "`PUT /v1/gates/{uuid}/actions`\n\n`PUT /v1/doors/{uuid}/actions`"), "    ~ API: path /v1/doors/{uuid}/actions -> /v1/gates/{uuid}/actions: the old path continues to work" },
        { Api(request: "`PUT /v1/doors/{uuid}/actions`\n\n`PUT /v1/gates/{uuid}/actions`"), Api(), "  ! ~ API: alternate path /v1/gates/{uuid}/actions -> (none): requests to it fail" },
        { Api(), Api(traits: "Synchronous.\nSince 4.7.0."), "  ! ~ API: execution asynchronous -> synchronous: the response is a result instead of a job" },
        { Api(), Api(traits: "Asynchronous.\nNo session required.\nSince 4.7.0."), "    ~ API: session required -> not required: a session is still accepted" },
        { Api(traits: "Asynchronous.\nNo session required.\nSince 4.7.0."), Api(), "  ! ~ API: session not required -> required: calls without a session fail" },
        { Api(rows: Row()), Api(rows: Row(place: "body: paint")), "  ! ~ API: wrapper 'paintDoor' -> 'paint': the server ignores arguments under the old key" },
        { Api(), Api(traits: "Asynchronous.\nSince 4.8.0."), "    ~ API: since 4.7.0 -> 4.8.0: the server is unchanged; the target version analyzer may report more or less" },

        // Parameters.
        { Api(rows: Row()), Api(), "  ! - parameter colour removed (String, body: paintDoor, optional, since 4.7.0): programs that name it do not compile" },
        { Api(), Api(rows: Row()), "    + parameter colour added (String, body: paintDoor, optional, since 4.7.0): calls may leave it out" },
        { Api(), Api(rows: Row(optional: false)), "  ! + parameter colour added (String, body: paintDoor, required, since 4.7.0): calls without it fail" },
        { Api(rows: Row()), Api(rows: Row(optional: false)), "  ! ~ parameter colour: required optional -> required: calls without it fail" },
        { Api(rows: Row(optional: false)), Api(rows: Row()), "    ~ parameter colour: required required -> optional: calls with it continue to work" },
        { Api(rows: Row(type: "int")), Api(rows: Row(type: "Long")), "    ~ parameter colour: type int -> long: every old value fits" },
        { Api(rows: Row(type: "Long")), Api(rows: Row(type: "int")), "  ! ~ parameter colour: type long -> int: values of the old type may not compile, or the server may reject them" },
        { Api(rows: Row()), Api(rows: Row(place: "body")), "  ! ~ parameter colour: location body: paintDoor -> body: the server ignores it at the old location" },
        { Api(rows: Row(values: "Red, Green")), Api(rows: Row(values: "Red, Blue")), "  ! ~ parameter colour: values Red, Green -> Red, Blue: Green is now rejected" },
        { Api(rows: Row(values: "Red")), Api(rows: Row(values: "Red, Blue")), "    ~ parameter colour: values Red -> Red, Blue: Blue is new" },
        { Api(rows: Row()), Api(rows: Row(values: "Red, Blue")), "  ! ~ parameter colour: values (none) -> Red, Blue: the server now rejects other values" },

        { Api(rows: Row(values: "length ..255")), Api(rows: Row(values: "length ..512")), "    ~ parameter colour: limits At most 255 characters. -> At most 512 characters.: every old value fits" },
        { Api(rows: Row(values: "length ..255")), Api(rows: Row(values: "length 1..255")), "  ! ~ parameter colour: limits At most 255 characters. -> 1 to 255 characters.: the server may now reject values that were valid" },
        { Api(rows: Row(type: "int", values: "1..10")), Api(rows: Row(type: "int")), "    ~ parameter colour: limits 1 to 10. -> (none): every old value fits" },
        { Api(rows: Row(type: "int")), Api(rows: Row(type: "int", values: "1..")), "  ! ~ parameter colour: limits (none) -> At least 1.: the server may now reject values that were valid" },

        // Versions in which elements came and went.
        { Api(rows: Row(description: "Colour. Removed in 5.0.0.")), Api(), "  ! - parameter colour removed (String, body: paintDoor, optional, since 4.7.0, removed in 5.0.0): programs that name it do not compile" },
        { Api(), Api(rows: Row(since: "<= 1.9")), "    + parameter colour added (String, body: paintDoor, optional, since 1.9 or earlier): calls may leave it out" },
        { Api(), Api(rows: Row(since: "0.6")), "    + parameter colour added (String, body: paintDoor, optional): calls may leave it out" },
        { Api(rows: Row()), Api(rows: Row(description: "Colour. Deprecated since 5.0.0: use tint.")), "    ~ parameter colour: deprecated (none) -> since 5.0.0, use tint: programs that name it compile with a warning" },
        { Api(rows: Row()), Api(rows: Row(description: "Colour. Removed in 5.0.0.")), "    ~ parameter colour: removed in (none) -> 5.0.0: programs that name it compile with a warning" },

        // Responses and structures.
        { Api(response: $"{Fields}| coats | int | n. | 1.0 |\n"), Api(response: $"{Fields}| coats | String | n. | 1.0 |\n"), "  ! ~ response field coats: type int -> String: programs that read it as the old type may not compile" },
        { Api(response: $"{Fields}| coats | int | n. | 1.0 |\n"), Api(response: $"{Fields}| coats | int | n. | 1.0 |\n| pots | int | n. | 1.1 |\n"), "    + response field pots added (int, since 1.1): older programs ignore it" },
        { Type("| uuid | String | x. | 1.0 |\n| width | int | x. | 1.0 |\n"), Type("| uuid | String | x. | 1.0 |\n"), "  ! - field width removed (int, since 1.0): programs that name it do not compile" },
        { Type("| uuid | String | x. | 1.0 |\n"), Type("| uuid | String | x. | 1.0 |\n", "GateInventory"), "  ! - structure removed: programs that name it do not compile" },
    };

    public static TheoryData<string, string, string> TypeChanges => new()
    {
        // A string that gains or loses values, alone or in a list: a string converts to an enumeration when set, but not when read.
        { Api(rows: Row()), Api(rows: Row(values: "Red, Blue")), "    ~ parameter colour: type String -> ColourValue: programs that set a string still compile" },
        { Api(rows: Row(values: "Red, Blue")), Api(rows: Row()), "  ! ~ parameter colour: type ColourValue -> String: programs that name the old enumeration do not compile" },
        { Api(rows: Row(values: "Red, Blue")), Api(rows: Row()), "    ~ parameter colour: values Red, Blue -> (none): the server now accepts every value" },
        { Api(rows: Row(type: "List\\<String>")), Api(rows: Row(type: "List\\<String>", values: "Red, Blue")), "  ! ~ parameter colour: type List<String> -> List<ColourValue>: programs that set a list of strings may not compile" },
        { Api(rows: Row(type: "List\\<String>", values: "Red, Blue")), Api(rows: Row(type: "List\\<String>")), "  ! ~ parameter colour: type List<ColourValue> -> List<String>: programs that name the old enumeration do not compile" },
        { Answer(), Answer(values: "Up, Down"), "  ! ~ response field state: type String -> StateValue: programs that read it as a string may not compile" },
        { Answer(), Answer(values: "Up, Down"), "    ~ response field state: values (none) -> Up, Down: the change of its type states the effect" },
        { Answer(values: "Up, Down"), Answer(), "  ! ~ response field state: type StateValue -> String: programs that name the old enumeration do not compile" },
        { Answer("List\\<String>"), Answer("List\\<String>", "Up, Down"), "  ! ~ response field state: type List<String> -> List<StateValue>: programs that read it as a string may not compile" },
        { Answer("List\\<String>", "Up, Down"), Answer("List\\<String>"), "  ! ~ response field state: type List<StateValue> -> List<String>: programs that name the old enumeration do not compile" },
        { Type(State(), fields: ""), Type(State(values: "Up, Down"), fields: ""), "  ! ~ field state: type String -> StateValue: programs that read it as a string may not compile" },
        { Type(State(values: "Up, Down"), fields: ""), Type(State(), fields: ""), "  ! ~ field state: type StateValue -> String: programs that name the old enumeration do not compile" },
        { Type(State("List\\<String>"), fields: ""), Type(State("List\\<String>", "Up, Down"), fields: ""), "  ! ~ field state: type List<String> -> List<StateValue>: programs that read it as a string may not compile" },

        // Values of an enumeration that stays one, and of other types.
        { Answer(values: "Up, Down"), Answer(values: "Up"), "  ! ~ response field state: values Up, Down -> Up: programs that name Down do not compile" },
        { Answer(values: "Up"), Answer(values: "Up, Down"), "    ~ response field state: values Up -> Up, Down: Down is new" },
        { Answer("int"), Answer("int", "1, 2"), "    ~ response field state: values (none) -> 1, 2: its type has no names for them" },
        { Answer("int", "1, 2"), Answer("int", "1"), "    ~ response field state: values 1, 2 -> 1: its type has no names for them" },
        { Api(rows: Row(type: "int")), Api(rows: Row(type: "int", values: "1, 2")), "  ! ~ parameter colour: values (none) -> 1, 2: the server now rejects other values" },
        { Api(rows: Row(type: "int", values: "1, 2")), Api(rows: Row(type: "int")), "    ~ parameter colour: values 1, 2 -> (none): the server now accepts every value" },

        // An enumeration that a response field and a parameter share only while their values are equal.
        {
            Answer(values: "Up, Down", rows: Row("state", values: "Up, Down")), Answer(values: "Up, Down, Lost", rows: Row("state", values: "Up, Down")),
            "  ! ~ response field state: type StateValue -> StateValue2: programs that name the old enumeration do not compile"
        },

        // C# names that another name of the same page takes or frees.
        { Answer(values: "Up"), Answer(values: "Up", rows: Row("stateValue", "int")), "  ! ~ response field state: type StateValue -> StateValue2: programs that name the old enumeration do not compile" },
        { Api(rows: Row("paint_door", "int")), Api(rows: Row("paintDoor", "int") + Row("paint_door", "int")), "  ! ~ parameter paint_door: C# name PaintDoor -> PaintDoor2: programs that name it do not compile" },
        { Api(rows: Row(values: "a_b")), Api(rows: Row(values: "a-b, a_b")), "  ! ~ value ColourValue a_b: C# name AB -> AB2: programs that name it do not compile" },
        { Type(State(values: "a_b"), fields: ""), Type(State(values: "a-b, a_b"), fields: ""), "  ! ~ value StateValue a_b: C# name AB -> AB2: programs that name it do not compile" },

        // Changed types, set and read.
        { Api(rows: Row(type: "int")), Api(rows: Row(type: "Double")), "    ~ parameter colour: type int -> double: every old value fits" },
        { Api(rows: Row(type: "boolean")), Api(rows: Row()), "  ! ~ parameter colour: type boolean -> String: values of the old type may not compile, or the server may reject them" },
        { Api(rows: Row(type: "List\\<Integer>")), Api(rows: Row(type: "List\\<Long>")), "  ! ~ parameter colour: type List<int> -> List<long>: values of the old type may not compile, or the server may reject them" },
        { Answer("int"), Answer("Long"), "  ! ~ response field state: type int -> long: programs that read it as the old type may not compile" },
        { Answer("Timestamp"), Answer(), "  ! ~ response field state: type Timestamp -> String: programs that read it as the old type may not compile" },
        { Answer("Map\\<String, String>"), Answer("Map\\<String, Long>"), "  ! ~ response field state: type Map<String, String> -> Map<String, long>: programs that read it as the old type may not compile" },
    };

    [Theory]
    [MemberData(nameof(TypeChanges))]
    public async Task The_effect_of_a_changed_CSharp_type_or_name_on_programs_is_reported(string before, string after, string expected)
    {
        (_, string[] lines) = await DiffAsync(before, after);

        Assert.True(lines.Contains(expected), string.Join('\n', lines));
    }

    [Theory]
    [InlineData("", "Extends [BaseInventory](BaseInventory.md).\n\n", "    ~ structure: extends (none) -> BaseInventory: it is still convertible to all old base classes")]
    [InlineData("Extends [BaseInventory](BaseInventory.md).\n\n", "", "  ! ~ structure: extends BaseInventory -> (none): it is no longer convertible to BaseInventory")]
    [InlineData("Extends [BaseInventory](BaseInventory.md).\n\n", "Extends [OtherInventory](OtherInventory.md).\n\n", "  ! ~ structure: extends BaseInventory -> OtherInventory: it is no longer convertible to BaseInventory")]
    [InlineData("Extends [BaseInventory](BaseInventory.md).\n\n", "Extends [MiddleInventory](MiddleInventory.md).\n\n", "    ~ structure: extends BaseInventory -> MiddleInventory: it is still convertible to all old base classes")]
    public async Task A_changed_base_class_breaks_only_lost_conversions(string before, string after, string expected)
    {
        string[] lines = await DiffTypesAsync(before, after, "");

        Assert.True(lines.Contains(expected), string.Join('\n', lines));
    }

    [Theory]
    [InlineData("DoorInventory", "BaseInventory", "    ~ parameter door: type DoorInventory -> BaseInventory: every old value fits")]
    [InlineData("List\\<DoorInventory>", "List\\<BaseInventory>", "    ~ parameter door: type List<DoorInventory> -> List<BaseInventory>: every old value fits")]
    [InlineData("BaseInventory", "DoorInventory", "  ! ~ parameter door: type BaseInventory -> DoorInventory: values of the old type may not compile, or the server may reject them")]
    public async Task A_base_class_accepts_values_of_a_derived_class_but_not_vice_versa(string before, string after, string expected)
    {
        const string Extends = "Extends [BaseInventory](BaseInventory.md).\n\n";

        string[] lines = await DiffTypesAsync(Extends, Extends, "door", before, after);

        Assert.True(lines.Contains(expected), string.Join('\n', lines));
    }

    private static async Task<string[]> DiffTypesAsync(string oldExtends, string newExtends, string parameter, string? oldType = null, string? newType = null)
    {
        using var folder = new TemporaryFolder();
        foreach ((string side, string extends, string? type) in new[] { ("old", oldExtends, oldType), ("new", newExtends, newType) })
        {
            folder.Write($"{side}/types/BaseInventory.md", $"# BaseInventory\n\nx.\n\n{Fields}| uuid | String | x. | 1.0 |\n");
            folder.Write($"{side}/types/OtherInventory.md", $"# OtherInventory\n\nx.\n\n{Fields}| uuid | String | x. | 1.0 |\n| other | int | x. | 1.0 |\n");
            folder.Write($"{side}/types/MiddleInventory.md", $"# MiddleInventory\n\nx.\n\nExtends [BaseInventory](BaseInventory.md).\n\n{Fields}| middle | int | x. | 1.0 |\n");
            folder.Write($"{side}/types/DoorInventory.md", $"# DoorInventory\n\nx.\n\n{extends}{Fields}| uuid | String | x. | 1.0 |\n| door | int | x. | 1.0 |\n");
            folder.Write($"{side}/door/PaintDoor.md", Api(rows: type is null ? "" : Row(parameter, type)));
        }

        return (await ToolRun.InAsync(folder.Path, "diff", "old", "new")).Output.Split('\n');
    }

    [Fact]
    public async Task A_structure_that_is_no_longer_queryable_breaks_programs_that_query_it()
    {
        const string Query = "# QueryDoor\n\nFinds doors.\n\n`GET /v1/doors`\n\nSynchronous.\nSince 1.0.\n\n## Response\n\n" + Fields + "| inventories | List\\<DoorInventory> | x. | 1.0 |\n";
        using var folder = new TemporaryFolder();
        foreach (string side in new[] { "old", "new" })
            folder.Write($"{side}/types/DoorInventory.md", Type("| uuid | String | x. | 1.0 |\n"));
        folder.Write("old/door/QueryDoor.md", Query);

        string[] lines = (await ToolRun.InAsync(folder.Path, "diff", "old", "new")).Output.Split('\n');
        string[] back = (await ToolRun.InAsync(folder.Path, "diff", "new", "old")).Output.Split('\n');

        Assert.True(lines.Contains("  ! ~ structure: query own query -> (none): programs that query it do not compile"), string.Join('\n', lines));
        Assert.Contains("    ~ structure: query (none) -> own query: nothing used it", back);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Each_change_is_reported_with_its_impact_and_reason(string before, string after, string expected)
    {
        (ToolRun run, string[] lines) = await DiffAsync(before, after, "--fail-on-breaking");

        Assert.Contains(expected, lines);
        Assert.Equal(expected.StartsWith("  !", StringComparison.Ordinal) ? 1 : 0, run.ExitCode);
    }

    [Fact]
    public async Task Equal_pages_and_equivalent_versions_are_no_change()
    {
        (ToolRun run, string[] lines) = await DiffAsync(Api(rows: Row(since: "4.7")), Api(request: "`PUT /v1/doors/{uuid}/actions`", rows: Row(since: "4.7.0")), "--fail-on-breaking");

        Assert.Equal((0, "0 breaking, 0 not breaking, 0 documentation only"), (run.ExitCode, Assert.Single(lines)));
    }

    [Theory]
    [InlineData("Asynchronous.\n", "", "  ! ~ API: execution asynchronous -> not stated: dry runs throw an exception, and calls are not retried")]
    [InlineData("", "Asynchronous.\n", "    ~ API: execution not stated -> asynchronous: dry runs are possible, and calls are retried")]
    [InlineData("Synchronous.\n", "", "    ~ API: execution synchronous -> not stated: calls continue to work")]
    public async Task A_statement_about_execution_that_only_the_page_of_a_side_has_is_a_change(string old, string now, string expected)
    {
        using var folder = new TemporaryFolder();
        foreach ((string side, string traits) in new[] { ("old", old), ("new", now) })
        {
            folder.Write(side + "/door/PaintDoor.md", Api(traits: traits + "Since 4.7.0."));
            folder.Write(side + "/door/OpenDoor.md", Api(name: "OpenDoor", request: "`POST /v1/doors/{uuid}`"));
        }

        ToolRun run = await ToolRun.InAsync(folder.Path, "diff", "old", "new");

        Assert.Contains(expected, run.Output.Split('\n'));
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Execution_is_not_compared_with_pages_that_never_state_it_and_a_note_says_so()
    {
        (ToolRun run, string[] lines) = await DiffAsync(Api(), Api(traits: "Since 4.7.0."), "--fail-on-breaking");

        Assert.Equal((0, "0 breaking, 0 not breaking, 0 documentation only"), (run.ExitCode, Assert.Single(lines)));
        Assert.Contains("'new' does not state whether APIs are asynchronous, so this is not compared", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_of_descriptions_are_counted_and_shown_only_with_the_option()
    {
        string before = Api(rows: Row()), after = Api(rows: Row(description: "Which colour."));

        (_, string[] counted) = await DiffAsync(before, after);
        (ToolRun run, string[] shown) = await DiffAsync(before, after, "--descriptions", "--fail-on-breaking");

        Assert.Equal(["0 breaking, 0 not breaking, 1 documentation only (use --descriptions to show them)"], counted);
        Assert.Equal(["door", "  PaintDoor", "    ~ parameter colour: description Colour. -> Which colour.: only people read it", "0 breaking, 0 not breaking, 1 documentation only"], shown);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_new_name_for_the_same_request_is_a_rename_and_its_members_are_compared()
    {
        const string Create = "`POST /v1/doors`";

        (_, string[] lines) = await DiffAsync(
            Api(Create, rows: Row(place: "body: params"), name: "CreateDoor"), Api(Create, rows: Row(place: "body: params", optional: false), name: "AddDoor"));

        Assert.Contains("  AddDoor", lines);
        Assert.Contains("  ! ~ API: name CreateDoor -> AddDoor: programs that name it do not compile; the request is the same", lines);
        Assert.Contains("  ! ~ parameter colour: required optional -> required: calls without it fail", lines);
        Assert.Equal("2 breaking, 0 not breaking, 0 documentation only", lines[^1]);
    }

    [Fact]
    public async Task Changes_are_grouped_by_category_and_API_in_order()
    {
        using var folder = new TemporaryFolder();
        folder.Write("old/zone/B.md", Api(name: "ShutDoor"));
        folder.Write("old/door/A.md", Api(rows: Row(place: "body: openDoor"), name: "OpenDoor"));
        folder.Write("new/door/A.md", Api(name: "OpenDoor"));
        folder.Write("new/door/C.md", Api(name: "LockDoor"));

        ToolRun run = await ToolRun.InAsync(folder.Path, "diff", "old", "new");

        string[] headings = [.. run.Output.Split('\n').Where(static line => line.Length > 0 && (line[0] != ' ' || (line[1] == ' ' && char.IsLetter(line[2]))))];
        Assert.Equal(["door", "  LockDoor", "  OpenDoor", "zone", "  ShutDoor", "2 breaking, 1 not breaking, 0 documentation only"], headings);
    }

    [Fact]
    public async Task JSON_contains_the_same_as_the_text()
    {
        (ToolRun run, _) = await DiffAsync(Api(rows: Row()), Api(rows: Row(optional: false, description: "Other.")), "--format", "json");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement root = json.RootElement;
        Assert.Equal((1, 0, 1), (root.GetProperty("breaking").GetInt32(), root.GetProperty("compatible").GetInt32(), root.GetProperty("documentation").GetInt32()));
        JsonElement api = root.GetProperty("categories")[0].GetProperty("apis")[0];
        Assert.Equal("PaintDoor", api.GetProperty("name").GetString());
        JsonElement change = Assert.Single(api.GetProperty("changes").EnumerateArray());
        Assert.Equal(
            ("changed", "parameter", "colour", "required", "optional", "required", "breaking"),
            (Text("kind"), Text("element"), Text("member"), Text("aspect"), Text("before"), Text("after"), Text("impact")));

        string Text(string name) => change.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task Markdown_escapes_text_of_pages()
    {
        (ToolRun run, _) = await DiffAsync(Api(rows: Row()), Api(rows: Row(description: "[x](y)")), "--format", "markdown", "--descriptions");

        Assert.Contains("# API changes\n\n0 breaking, 0 not breaking, 1 documentation only.\n\n## door\n\n### PaintDoor\n\n- parameter colour: description Colour. -> \\[x\\](y): only people read it.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_gets_colors_unless_NO_COLOR_is_set_and_a_pipe_never()
    {
        using var folder = new TemporaryFolder();
        folder.Write("old/A.md", Api(rows: Row()));
        folder.Write("new/A.md", Api());

        string piped = await OutputAsync(isTerminal: false, noColor: false);
        string plain = await OutputAsync(isTerminal: true, noColor: true);
        string coloured = await OutputAsync(isTerminal: true, noColor: false);

        Assert.DoesNotContain('\u001b', piped);
        Assert.DoesNotContain('\u001b', plain);
        Assert.Contains("\u001b[", coloured, StringComparison.Ordinal);

        async Task<string> OutputAsync(bool isTerminal, bool noColor)
        {
            var output = new StringWriter { NewLine = "\n" };
            var terminal = new Terminal(output, new StringWriter()) { WorkingDirectory = folder.Path, IsOutputTerminal = isTerminal, NoColor = noColor };
            await ZStackGenCommand.RunAsync(["diff", "old", "new"], terminal, TestContext.Current.CancellationToken);
            return output.ToString();
        }
    }

    [Fact]
    public async Task If_one_side_documents_no_response_neither_it_nor_its_types_are_reported_as_removed()
    {
        string noResponse = Api()[..Api().IndexOf("## Response", StringComparison.Ordinal)];

        (ToolRun run, string[] lines) = await DiffAsync(
            Api(response: $"{Fields}| pots | [PotInventory](#potinventory) | x. | 1.0 |\n\n### PotInventory\n\n{Fields}| litres | int | x. | 1.0 |\n"), noResponse);

        Assert.Equal("0 breaking, 0 not breaking, 0 documentation only", Assert.Single(lines));
        Assert.Equal("zstackgen: note: the response of PaintDoor is not compared: 'new' does not document it\n", run.Error);
    }

    [Fact]
    public async Task A_missing_path_or_a_folder_without_pages_is_an_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("old/A.md", Api());
        Directory.CreateDirectory(Path.Combine(folder.Path, "empty"));

        ToolRun missing = await ToolRun.InAsync(folder.Path, "diff", "old", "nowhere");
        ToolRun empty = await ToolRun.InAsync(folder.Path, "diff", "empty", "old");

        Assert.Equal((2, "", "zstackgen: error: 'nowhere' does not exist\n"), (missing.ExitCode, missing.Output, missing.Error));
        Assert.Equal((2, ""), (empty.ExitCode, empty.Output));
        Assert.Contains("'empty' contains no page", empty.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-pipe-titled/CreateEip--www.zstack.io-4.3.6.txt", "en-plain/CreateEip--www.zstack.io-4.3.6.txt")]
    [InlineData("en-pipe-titled/CreateEip--www.zstack.io-4.3.6.txt", "en-pipe-titled-glued/CreateEip--www.zstack.io-4.3.6.txt")]
    [InlineData("zh-pipe/AddLdapServer--www.zstack.io-v4.txt", "zh-pipe-glued/AddLdapServer--www.zstack.io-v4.txt")]
    public async Task A_published_page_in_two_layouts_is_no_change(string before, string after)
    {
        string looks = SharedFolder.Require("looks");

        ToolRun run = await ToolRun.InAsync(looks, "diff", before, after);

        Assert.Equal((0, "0 breaking, 0 not breaking, 0 documentation only\n"), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task An_explorer_page_and_a_manual_page_differ_only_in_text()
    {
        string corpus = SharedFolder.Require("corpus");

        // The explorer states no versions, and only a sample of the response.
        ToolRun run = await ToolRun.InAsync(corpus, "diff", "--fail-on-breaking", "official-zh/StartVmInstance.md", "explorer/StartVmInstance.md");

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("VmInstanceInventory is not compared: 'explorer/StartVmInstance.md' refers to it but does not describe it", run.Error, StringComparison.Ordinal);
        Assert.StartsWith("0 breaking, 0 not breaking, ", run.Output, StringComparison.Ordinal);
    }
}
