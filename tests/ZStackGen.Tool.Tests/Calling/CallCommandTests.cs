using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.Tool.Tests.Calling;

public sealed class CallCommandTests(SimulatedCloud cloud) : IClassFixture<SimulatedCloud>
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("state")]
    [InlineData("=Enabled")]
    [InlineData("!=Enabled")]
    [InlineData(" is null")]
    public async Task A_text_that_is_not_a_condition_is_not_sent(string condition)
    {
        ToolRun run = await cloud.RunAsync("call", "QueryZone", "-q", condition);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"zstackgen: error: --q '{condition}' is not a condition; use a form such as", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name=")]
    [InlineData("description is null")]
    [InlineData("description not null")]
    [InlineData("name!?=a,b")]
    [InlineData("createDate>2020-01-01 00:00:00")]
    public async Task Every_form_of_a_condition_is_sent(string condition) =>
        Assert.Equal(0, (await cloud.RunAsync("call", "QueryZone", "-q", condition)).ExitCode);

    [Fact]
    public async Task A_text_that_is_not_UTF8_is_not_sent()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(Path.Combine(folder.Path, "gbk.txt"), [0xBB, 0xFA, 0xB7, 0xBF]);
        ToolRun file = await RunAsync("@gbk.txt");
        Assert.Equal((2, "zstackgen: error: --name: 'gbk.txt' is not UTF-8 text\n"), (file.ExitCode, file.Error));
        ToolRun word = await RunAsync("\uFFFD\uFFFD");
        Assert.Equal((2, true), (word.ExitCode, word.Error.StartsWith("zstackgen: error: --name contains U+FFFD", StringComparison.Ordinal)));
        ToolRun twice = await RunAsync("@-", "--description", "@-");
        Assert.Equal((2, "zstackgen: error: @- is specified more than once, but the standard input can be read only once\n"), (twice.ExitCode, twice.Error));

        Task<ToolRun> RunAsync(string name, params string[] more) =>
            cloud.RunAsync(folder, new Dictionary<string, string> { ["ZSTACK_PASSWORD"] = "password" }, "text", ["call", "CreateZone", "--name", name, .. more]);
    }

    [Fact]
    public async Task A_call_waits_for_its_job_and_prints_the_resource()
    {
        ToolRun run = await cloud.RunAsync("call", "CreateZone", "--name", "first zone", "description=a=b", "--isDefault");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[][] rows = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        Assert.Contains(rows, static row => row is ["name", "first zone"]);
        Assert.Contains(rows, static row => row is ["description", "a=b"]);
        Assert.Contains(rows, static row => row is ["isDefault", "true"]);
    }

    [Fact]
    public async Task Json_and_yaml_hold_the_whole_response()
    {
        ToolRun json = await cloud.RunAsync("call", "CreateZone", "--name", "数据中心", "-f", "json");
        using JsonDocument parsed = JsonDocument.Parse(json.Output);
        Assert.Equal("数据中心", parsed.RootElement.GetProperty("inventory").GetProperty("name").GetString());
        Assert.Contains("数据中心", json.Output, StringComparison.Ordinal);
        ToolRun yaml = await cloud.RunAsync("call", "CreateZone", "--name", "yes", "--format", "yaml");
        Assert.StartsWith("inventory:\n", yaml.Output, StringComparison.Ordinal);
        // A text that YAML would read as a Boolean is quoted.
        Assert.Matches("\n  name: [\"']yes[\"']\n", yaml.Output);
        Assert.Contains("\n  isDefault: false\n", yaml.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_has_conditions_columns_and_all_result_pages()
    {
        string prefix = Guid.NewGuid().ToString("N");
        foreach (string name in (string[])["a", "b"])
            Assert.Equal(0, (await cloud.RunAsync("call", "CreateZone", "--name", prefix + name)).ExitCode);
        ToolRun run = await cloud.RunAsync("call", "QueryZone", "-q", $"name~={prefix}%", "--columns", "name,state", "--sort", "-name");
        string[] lines = [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))];
        Assert.Equal(["NAME STATE", $"{prefix}b Enabled", $"{prefix}a Enabled"], lines);
        ToolRun count = await cloud.RunAsync("call", "QueryZone", "-q", $"name~={prefix}%", "--count", "-f", "json");
        Assert.Equal("""{"total":2}""", count.Output.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace(""","inventories":[]""", "", StringComparison.Ordinal));
        ToolRun one = await cloud.RunAsync("call", "QueryZone", "-q", $"name~={prefix}%", "--limit", "1", "-f", "json");
        Assert.Equal(1, JsonDocument.Parse(one.Output).RootElement.GetProperty("inventories").GetArrayLength());
    }

    [Fact]
    public async Task An_unknown_column_is_refused_and_a_member_without_a_value_is_not()
    {
        string name = Guid.NewGuid().ToString("N");
        ToolRun refused = await cloud.RunAsync("call", "CreateZone", "--name", name, "--columns", "nme");
        Assert.Equal((2, "", "zstackgen: error: no column 'nme'; did you mean 'name'?\n"), (refused.ExitCode, refused.Output, refused.Error));
        // The call was not executed.
        Assert.Equal("", (await cloud.RunAsync("call", "QueryZone", "-q", $"name={name}")).Output);
        Assert.Equal(0, (await cloud.RunAsync("call", "CreateZone", "--name", name)).ExitCode);
        ToolRun unknown = await cloud.RunAsync("call", "QueryZone", "-q", $"name={name}", "--columns", "name,nope");
        Assert.Equal((2, ""), (unknown.ExitCode, unknown.Output));
        Assert.StartsWith("zstackgen: error: no column 'nope'", unknown.Error, StringComparison.Ordinal);
        ToolRun empty = await cloud.RunAsync("call", "QueryZone", "-q", $"name={name}", "--columns", "name,description");
        Assert.True(empty.ExitCode == 0, empty.Error);
        Assert.StartsWith("NAME", empty.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_resources_of_each_statement_of_zql_are_rows()
    {
        string name = Guid.NewGuid().ToString("N");
        Assert.Equal(0, (await cloud.RunAsync("call", "CreateZone", "--name", name)).ExitCode);
        ToolRun run = await cloud.RunAsync("call", "ZQLQuery", "--zql", $"query zone.name,state where name='{name}' return with (total); count zone where name='{name}'; query zone where name='none'");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal($"NAME{new string(' ', 28)} STATE\n{name} Enabled\ntotal 1\n\ntotal 1\n\n", run.Output);
        Assert.Equal("zstackgen: note: inventories is empty\n", run.Error);
        ToolRun columns = await cloud.RunAsync("call", "ZQLQuery", "--zql", $"query zone where name='{name}'", "--columns", "name");
        Assert.Equal((0, $"NAME\n{name}\n"), (columns.ExitCode, columns.Output));
        ToolRun unknown = await cloud.RunAsync("call", "ZQLQuery", "--zql", $"query zone where name='{name}'", "--columns", "nme");
        Assert.Equal((2, "zstackgen: error: no column 'nme'; did you mean 'name'?\n"), (unknown.ExitCode, unknown.Error));
    }

    [Fact]
    public async Task Members_of_elements_without_a_value_of_their_own_are_printed()
    {
        const string body = """{"inventories":[{"internal":{"ip":"10.0.0.1"}},{"internal":{"ip":"10.0.0.2"}}]}""";
        cloud.Simulator.AddFault(SimulatedFault.PlainText(200, body).For("QueryCluster"));
        Assert.Equal("ip 10.0.0.1\n\nip 10.0.0.2\n", (await cloud.RunAsync("call", "QueryCluster")).Output);
        cloud.Simulator.AddFault(SimulatedFault.PlainText(200, body).For("QueryCluster"));
        Assert.Equal("INTERNAL.IP\n10.0.0.1\n10.0.0.2\n", (await cloud.RunAsync("call", "QueryCluster", "--columns", "internal.ip")).Output);
    }

    [Fact]
    public async Task Lines_of_tables_have_no_trailing_blanks()
    {
        string name = Guid.NewGuid().ToString("N");
        ToolRun run = await cloud.RunAsync("call", "CreateZone", "--name", name, "--description", new string('d', 500));
        Assert.All(run.Output.Split('\n'), static line => Assert.Equal(line.TrimEnd(), line));
        ToolRun query = await cloud.RunAsync("call", "QueryZone", "--columns", "name,description");
        Assert.All(query.Output.Split('\n'), static line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public async Task A_job_can_be_awaited_later()
    {
        ToolRun started = await cloud.RunAsync("call", "CreateZone", "--name", "later", "--no-wait", "-f", "json");
        string id = JsonDocument.Parse(started.Output).RootElement.GetProperty("jobId").GetString()!;
        ToolRun ended = await cloud.RunAsync("job", id, "-f", "json");
        Assert.Equal("later", JsonDocument.Parse(ended.Output).RootElement.GetProperty("inventory").GetProperty("name").GetString());
        ToolRun state = await cloud.RunAsync("job", id, "--no-wait", "-f", "json");
        Assert.Equal("Succeeded", JsonDocument.Parse(state.Output).RootElement.GetProperty("phase").GetString());
        Assert.Equal(3, (await cloud.RunAsync("job", Guid.NewGuid().ToString("N"))).ExitCode);
    }

    [Fact]
    public async Task A_dry_run_creates_nothing()
    {
        string name = Guid.NewGuid().ToString("N");
        Assert.Equal(new ToolRun(0, "", "zstackgen: note: the server accepts CreateZone; nothing was executed\n"), await cloud.RunAsync("call", "CreateZone", "--name", name, "--dry-run"));
        ToolRun found = await cloud.RunAsync("call", "QueryZone", "-q", "name=" + name);
        Assert.Equal(new ToolRun(0, "", "zstackgen: note: inventories is empty\n"), found);
        ToolRun query = await cloud.RunAsync("call", "QueryZone", "--dry-run");
        Assert.Equal((2, "zstackgen: error: QueryZone is synchronous and does not support dry runs\n"), (query.ExitCode, query.Error));
    }

    [Fact]
    public async Task A_value_can_come_from_a_file_or_from_the_standard_input()
    {
        using var folder = new TemporaryFolder();
        folder.Write("name.txt", "from a file\n");
        var environment = new Dictionary<string, string> { ["ZSTACK_PASSWORD"] = "password" };
        ToolRun run = await cloud.RunAsync(folder, environment, "from the input\n", "call", "CreateZone", "--name", "@name.txt", "--description", "@-", "-f", "json");
        JsonElement zone = JsonDocument.Parse(run.Output).RootElement.GetProperty("inventory");
        Assert.Equal(("from a file", "from the input"), (zone.GetProperty("name").GetString(), zone.GetProperty("description").GetString()));
        ToolRun literal = await cloud.RunAsync("call", "CreateZone", "--name", "@@home", "-f", "json");
        Assert.Equal("@home", JsonDocument.Parse(literal.Output).RootElement.GetProperty("inventory").GetProperty("name").GetString());
        ToolRun missing = await cloud.RunAsync("call", "CreateZone", "--name", "@nowhere");
        Assert.Equal(2, missing.ExitCode);
        Assert.StartsWith("zstackgen: error: --name: 'nowhere' cannot be read: ", missing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CreateZone", "--name is required")]
    [InlineData("createzone --nam x", "CreateZone has no parameter 'nam'; did you mean 'name'?")]
    [InlineData("QueryZone state=Enabled", "QueryZone has no parameter 'state'; did you mean 'start'? (a condition on a field is '-q state=VALUE')")]
    [InlineData("QueryZone --limi 1", "QueryZone has no parameter 'limi'; did you mean 'limit'?")]
    [InlineData("CreateZone --name a --name b", "--name is specified more than once")]
    [InlineData("CreateZone --name a --isDefault maybe", "--isDefault 'maybe' is neither true nor false")]
    [InlineData("CreateZone --name a b", "'b' is not an argument; use the form --name value or name=value")]
    [InlineData("CreateZone --name", "--name has no value")]
    [InlineData("CreateZone --name --description=x", "--name has no value; if '--description=x' is the value, use the form --name=VALUE")]
    [InlineData("CreateZone --description --name x", "--description has no value; if '--name' is the value, use the form --description=VALUE")]
    [InlineData("CreateZone --name x --wait", "CreateZone has no parameter 'wait'")]
    [InlineData("CreateZone --wait --name x", "CreateZone has no parameter 'wait'")]
    [InlineData("CreateZon --name a", "no page describes an API 'CreateZon'; did you mean 'CreateZone'?")]
    [InlineData("QueryZone --limit many", "--limit 'many' is not an integer")]
    [InlineData("QueryZone --limit 99999999999", "--limit '99999999999' is not an integer of 32 bits")]
    [InlineData("ChangeZoneState --uuid u --stateEvent enabel", "--stateEvent 'enabel' is not one of enable, disable; did you mean 'enable'?")]
    [InlineData("CreateVmInstance --name a --dataDiskSizes [1,1.5]", "--dataDiskSizes '1.5' is not an integer")]
    [InlineData("CreateVmInstance --name a --dataDiskSizes [1,[2]]", "--dataDiskSizes '[2]' is not a single value")]
    [InlineData("CreateVmInstance --name a --l3NetworkUuids [{}]", "--l3NetworkUuids '{}' is not a single value")]
    [InlineData("CreateVmInstance --name a --l3NetworkUuids [\"b\",null]", "--l3NetworkUuids has an element that is null")]
    [InlineData("CreateVmInstance --name a --l3NetworkUuids [\"\\ud800\"]", "--l3NetworkUuids contains half of a surrogate pair")]
    [InlineData("CreateVmInstance --name a --diskAOs {\"name\":\"\\udc00\"}", "--diskAOs contains half of a surrogate pair")]
    [InlineData("CreateVmInstance --name a --diskAOs {\"\\udc00\":1}", "--diskAOs contains half of a surrogate pair")]
    [InlineData("CreateVmInstance --name a --dataVolumeSystemTagsOnIndex {\"0\":\"b\"}", "--dataVolumeSystemTagsOnIndex '\"b\"' is not a JSON array")]
    [InlineData("CreateVmInstance --name a --dataVolumeSystemTagsOnIndex {\"0\":[{}]}", "--dataVolumeSystemTagsOnIndex '{}' is not a single value")]
    [InlineData("CreateVmInstance --name a --dataVolumeSystemTagsOnIndex {\"0\":[null]}", "--dataVolumeSystemTagsOnIndex has an element that is null")]
    [InlineData("ExecuteGuestVmScript --uuid u --vmInstanceUuids [\"v\"] --scriptTimeout 0", "--scriptTimeout 0 is out of range")]
    public async Task A_wrong_argument_is_reported_before_anything_is_sent(string line, string message)
    {
        int before = cloud.Simulator.ReceivedCalls.Count;
        ToolRun run = await cloud.RunAsync(["call", .. line.Split(' ')]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($"zstackgen: error: {message}", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, cloud.Simulator.ReceivedCalls.Count);
    }

    [Fact]
    public async Task The_exit_code_tells_the_kind_of_failure()
    {
        ToolRun refused = await cloud.RunAsync("call", "DeleteZone", "--uuid", "deadbeef");
        Assert.Equal(3, refused.ExitCode);
        Assert.Contains("SYS.1003", refused.Error, StringComparison.Ordinal);
        ToolRun login = await cloud.RunAsync(new Dictionary<string, string> { ["ZSTACK_PASSWORD"] = "S3cret!" }, "call", "QueryZone");
        Assert.Equal(4, login.ExitCode);
        Assert.DoesNotContain("S3cret!", login.Error, StringComparison.Ordinal);
        Assert.Equal(5, (await cloud.RunAsync("call", "QueryZone", "--endpoint", "http://127.0.0.1:1")).ExitCode);
        Assert.Equal(2, (await cloud.RunAsync("call", "QueryZone", "--endpoint", "nonsense://")).ExitCode);
        ToolRun withoutPassword = await cloud.RunAsync(new Dictionary<string, string>(), "call", "QueryZone");
        Assert.Equal((2, "zstackgen: error: no password of admin; set ZSTACK_PASSWORD, or add it to a profile\n"), (withoutPassword.ExitCode, withoutPassword.Error));
    }

    [Fact]
    public async Task A_call_without_a_session_needs_no_credential()
    {
        ToolRun run = await cloud.RunAsync(new Dictionary<string, string>(), "call", "GetVersion");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("version ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_an_API_lists_its_parameters()
    {
        ToolRun run = await cloud.RunAsync("call", "ChangeZoneState", "--help");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("\n  zstackgen call ChangeZoneState --uuid TEXT --stateEvent TEXT ", run.Output, StringComparison.Ordinal);
        Assert.Contains("One of enable, disable.", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nExit codes:\n  0 ", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await cloud.RunAsync("call", "Frobnicate", "--help")).ExitCode);
    }

    /// <summary>ZStack's documentation generator writes 0.6 if the author states no version.</summary>
    [Theory]
    [InlineData("4.7.0", "\n  Since 4.7.0.\n")]
    [InlineData("<= 1.9", "\n  Since 1.9 or earlier.\n")]
    [InlineData("0.6", null)]
    public async Task The_help_of_an_API_states_a_known_version_as_the_page_knows_it(string since, string? expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/Own.md", $"# PokeZone\n\n`PUT /v1/zones/{{uuid}}/actions`\n\nSince {since}.\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| uuid | String | path | UUID. | {since} |\n");
        ToolRun help = await cloud.RunAsync(folder, [], "", "call", "PokeZone", "--pages", "mine", "--help");
        if (expected is null)
            Assert.DoesNotContain("since", help.Output, StringComparison.OrdinalIgnoreCase);
        else
            Assert.Contains(expected, help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_with_the_name_of_an_option_is_set_as_name_and_value()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/Own.md", "# PokeZone\n\n`PUT /v1/zones/{uuid}/actions`\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| uuid | String | path | UUID. | |\n| format | String | body: pokeZone | Format. | |\n");
        ToolRun help = await cloud.RunAsync(folder, [], "", "call", "PokeZone", "--pages", "mine", "--help");
        Assert.Contains("zstackgen call PokeZone --uuid TEXT format=TEXT ", help.Output, StringComparison.Ordinal);
        ToolRun run = await cloud.RunAsync(folder, new Dictionary<string, string> { ["ZSTACK_PASSWORD"] = "password" }, "", "call", "PokeZone", "--pages", "mine", "--uuid", "u", "format=x", "--format", "json");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("\"format\":\"x\"", cloud.Simulator.ReceivedCalls[^1].Body + cloud.Simulator.ReceivedCalls[^2].Body + cloud.Simulator.ReceivedCalls[^3].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--sizes a=1 --sizes a=2", "--sizes has the key 'a' more than once")]
    [InlineData("--sizes a=1 --sizes {\"a\":2}", "--sizes has the key 'a' more than once")]
    [InlineData("--sizes {\"a\":\"x\"}", "--sizes 'x' is not an integer")]
    [InlineData("--doors [1]", "--doors '1' is not a JSON object")]
    public async Task The_values_of_maps_and_lists_are_checked_also_in_JSON(string arguments, string message)
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/Own.md", """
            # FrobnicateZone

            `POST /v1/frobnications`

            ## Parameters

            | Name | Type | Location | Description | Since |
            |---|---|---|---|---|
            | sizes (optional) | Map<String, Long> | body: params | Sizes. | 5.0.0 |
            | doors (optional) | List<DoorInventory> | body: params | Doors. | 5.0.0 |

            ### DoorInventory

            | Name | Type | Description | Since |
            |---|---|---|---|
            | uuid | String | UUID. | 5.0.0 |

            """);
        ToolRun run = await cloud.RunAsync(folder, new() { ["ZSTACK_PASSWORD"] = "password" }, "", ["call", "FrobnicateZone", "--pages", "mine", .. arguments.Split(' ')]);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"zstackgen: error: {message}\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("call QueryZone --endpoint ftp://x")]
    [InlineData("call QueryZone --endpoint x:1")]
    [InlineData("job ../x")]
    public async Task A_message_does_not_name_a_parameter_of_the_client(string line)
    {
        ToolRun run = await cloud.RunAsync(line.Split(' '));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("(Parameter", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_of_a_query_states_that_all_resources_are_returned() =>
        Assert.Contains("By default, all are returned.", (await cloud.RunAsync("call", "QueryZone", "--help")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("contains a user or password; use --account, a variable or a profile instead.", "call", "QueryZone", "--endpoint", "http://u:p@127.0.0.1:1")]
    [InlineData("use the id that 'zstackgen call --no-wait' printed", "job", "../x")]
    public async Task A_message_names_the_options_of_the_command_line(string expected, params string[] args)
    {
        ToolRun run = await cloud.RunAsync(args);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the response is larger than ZStackClientOptions.MaxResponseBytes (9)", "the response is larger than the limit of the tool (9)")]
    [InlineData("no complete response within 30 s (RequestTimeout)", "no complete response within 30 s")]
    [InlineData("set ZStackClientOptions.CertificateAuthorities, and", "set ZSTACK_CA_FILE or certificateAuthorityFile of the profile, and")]
    [InlineData("set ZStackClientOptions.Retries", "set Retries of the .NET client")]
    [InlineData("SYS.1000: ZStackHost.Name is wrong", "SYS.1000: ZStackHost.Name is wrong")]
    public void Terms_of_the_client_are_replaced(string message, string expected) => Assert.Equal(expected, ToolException.TextOf(new InvalidOperationException(message)));

    [Fact]
    public async Task A_list_without_a_name_says_so()
    {
        ToolRun run = await cloud.RunAsync("call", "--list", "nosuchword");
        Assert.Equal((0, "", "zstackgen: note: no API has a name with 'nosuchword'\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public async Task The_list_holds_the_APIs_of_all_pages_or_of_those_given()
    {
        string[] all = (await cloud.RunAsync("call", "--list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(all.Length > 2000, $"{all.Length}");
        Assert.Contains("CreateVmInstance", all);
        string[] given = (await cloud.RunAsync("call", "--list", "--pages", SimulatedCloud.Pages, "zone")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("QueryZone", given);
        Assert.DoesNotContain("CreateVmInstance", given);
    }

    [Fact]
    public async Task A_page_of_the_user_describes_an_API_that_the_tool_does_not_know()
    {
        using var folder = new TemporaryFolder();
        folder.Write("mine/Own.md", "# FrobnicateZone\n\n`GET /v1/frobnications`\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| how | String | query | How. | 5.0.0 |\n");
        ToolRun run = await cloud.RunAsync(folder, new() { ["ZSTACK_PASSWORD"] = "password" }, "", "call", "FrobnicateZone", "--how", "gently", "--pages", "mine");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("GET /v1/frobnications", run.Error, StringComparison.Ordinal);
    }
}
