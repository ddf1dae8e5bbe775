using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public sealed class SimulatorRoutingTests
{
    [Fact]
    public async Task An_unknown_path_is_a_plain_text_404_even_without_a_session()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using var client = new RawClient(zstack);

        RawAnswer answer = await client.GetAsync("v1/no-such-things/1");

        Assert.Equal((404, "no api mapping to /v1/no-such-things/1", null), (answer.Status, answer.Text, answer.ContentType));
    }

    [Fact]
    public async Task Outside_of_the_API_the_servlet_container_responds_with_HTML()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using var client = new RawClient(zstack);

        RawAnswer answer = await client.GetAsync("/elsewhere");
        RawAnswer patch = await client.SendAsync("PATCH", "v1/zones", "{}");

        Assert.Equal((404, "text/html; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Equal(405, patch.Status);
    }

    [Theory]
    [InlineData("""{"startVmInstance":{}}""", "Running")]
    [InlineData("""{"stopVmInstance":{"type":"cold"}}""", "Stopped")]
    public async Task A_PUT_on_a_shared_path_is_selected_by_the_action_in_its_body(string body, string state)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        string uuid = (string)(await client.GetAsync("v1/vm-instances?q=name=web-1")).Json["inventories"]![0]!["uuid"]!;

        RawAnswer answer = await client.RunAsync("PUT", $"v1/vm-instances/{uuid}/actions", body);

        Assert.Equal(200, answer.Status);
        Assert.Equal(state, (string)answer.Json["inventory"]!["state"]!);
    }

    [Theory]
    [InlineData("PUT", """{"explodeVmInstance":{}}""", 400)]
    [InlineData("PUT", null, 500)]
    [InlineData("PUT", """{"startVmInstance":{""", 500)]
    [InlineData("PUT", """[1]""", 500)]
    [InlineData("PUT", """{"startVmInstance":{},"startVmInstance":{}}""", 400)]
    [InlineData("GET", null, 500)]
    [InlineData("DELETE", null, 500)]
    [InlineData("HEAD", null, 405)]
    public async Task A_shared_path_refuses_unknown_actions(string method, string? body, int status)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.SendAsync(method, "v1/vm-instances/0123456789abcdef0123456789abcdef/actions", body);

        Assert.Equal((status, null), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task A_path_with_one_API_does_not_compare_the_method()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.PostAsync("v1/images", "{}");

        Assert.Equal(200, answer.Status);
        Assert.True(answer.Json.ContainsKey("inventories"));
    }

    [Theory]
    [InlineData("""{"params":{"name":{"inner":1}}}""")]
    [InlineData("""{"params":[1,2]}""")]
    [InlineData("""{"params":{"name":"z","tagUuids":"t"}}""")]
    [InlineData("""{"params":{"name":"z","tagUuids":[["t"]]}}""")]
    [InlineData("""{"params":{"name":"z","tagUuids":["t",{"uuid":"t"}]}}""")]
    [InlineData("""{"params":{"name":"z"},"systemTags":[["a::b"]]}""")]
    public async Task An_argument_of_the_wrong_kind_is_a_plain_text_500(string body)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(500, (await client.PostAsync("v1/zones", body)).Status);
    }

    [Theory]
    [InlineData("cpuNum", "2147483648")]
    [InlineData("cpuNum", "-2147483649")]
    [InlineData("cpuNum", "\"99999999999\"")]
    [InlineData("cpuNum", "1e400")]
    [InlineData("memorySize", "9223372036854775808")]
    [InlineData("memorySize", "-9223372036854775809")]
    [InlineData("memorySize", "1e30")]
    public async Task An_integer_out_of_the_range_of_its_type_is_a_plain_text_500(string parameter, string value)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.PostAsync("v1/vm-instances", $$$"""{"params":{"name":"v","{{{parameter}}}":{{{value}}}}}""");

        Assert.Equal((500, null), (answer.Status, answer.ContentType));
        Assert.Contains(parameter, answer.Text, System.StringComparison.Ordinal);
    }

    // JSON has no such number, so the simulator could not store the value.
    [Theory]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("1e400")]
    [InlineData("x")]
    public async Task A_parameter_of_a_query_string_that_is_no_finite_number_is_a_plain_text_400(string value)
    {
        const string Page = "# GetDoors\n\n`GET /v1/doors`\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| size | Long | query | D. | | 0.6 |\n| width | Double | query | D. | | 0.6 |\n";
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Specs = SpecSource.Texts([new SpecText("GetDoors.md", Page)]));
        using RawClient client = await new RawClient(zstack).LogInAsync();

        foreach (string parameter in (string[])["size", "width"])
            Assert.Equal((400, $"'{value}' is not a number"), (await client.GetAsync($"v1/doors?{parameter}={value}")) is var answer ? (answer.Status, answer.Text) : default);
    }

    [Fact]
    public async Task A_number_beyond_a_double_is_kept_by_a_server_that_writes_doubles()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.NumbersAsDoubles = true);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.OnCall("QueryZone", static _ => SimulatedResponse.Success((JsonObject)JsonNode.Parse("""{"inventories":[],"total":1e400,"one":1}""")!));

        RawAnswer answer = await client.GetAsync("v1/zones");

        Assert.Equal(200, answer.Status);
        Assert.Contains("\"total\":1e400,\"one\":1.0", answer.Text, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cpuNum", "2147483647")]
    [InlineData("memorySize", "9223372036854775807")]
    [InlineData("memorySize", "-9223372036854775808")]
    public async Task The_largest_integers_of_a_type_are_accepted(string parameter, string value)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(202, (await client.PostAsync("v1/vm-instances", $$$"""{"params":{"name":"v","{{{parameter}}}":{{{value}}}}}""")).Status);
    }

    [Theory]
    [InlineData("v1/vm-instances", """{"params":{"name":"v","cpuNum":"many"}}""")]
    [InlineData("v1/zones", """{"params":{"name":"z","isDefault":"perhaps"}}""")]
    public async Task A_scalar_in_the_wrong_format_is_a_plain_text_400(string path, string body)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(400, (await client.PostAsync(path, body)).Status);
    }

    [Fact]
    public async Task Arguments_reach_the_API_from_path_query_and_body()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        await client.GetAsync("v1/images/iso/my%20iso/vm-candidates?systemTags=a&systemTags=b&userTags.1=y&userTags.0=x&unknown=1");
        await client.RunAsync("POST", "v1/zones", """{"params":{"name":"z","systemTags":["inside"]},"systemTags":["outside"]}""");
        await client.DeleteAsync("v1/accounts/sessions/abc?clientInfo.address=10.0.0.9&clientInfo.os=linux");

        Assert.Equal("""{"systemTags":["a","b"],"userTags":["x","y"],"isoUuid":"my iso"}""", zstack.ReceivedCalls[1].Arguments!.ToJsonString());
        Assert.Equal("""{"name":"z","systemTags":["outside"]}""", zstack.ReceivedCalls[2].Arguments!.ToJsonString());
        Assert.Equal("""{"clientInfo":{"address":"10.0.0.9","os":"linux"},"sessionUuid":"abc"}""", zstack.ReceivedCalls[^1].Arguments!.ToJsonString());
    }

    [Fact]
    public async Task Received_calls_contain_the_request_and_the_response()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.ClearReceivedCalls();

        await client.GetAsync("v1/zones?limit=1", ("X-Mine", "yes"));
        await client.GetAsync("v1/nothing");

        Assert.Collection(
            zstack.ReceivedCalls,
            call => Assert.Equal(("QueryZone", "GET", "/v1/zones", "?limit=1", "yes", 200), (call.Api, call.Method, call.Path, call.Query, call.Headers["x-mine"], call.Status)),
            call => Assert.Equal((null, "/v1/nothing", 404), (call.Api, call.Path, call.Status)));
    }

    [Fact]
    public async Task A_literal_segment_takes_precedence_over_a_variable()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Specs = SpecSource.Texts(
            new SpecText("Get.md", "# GetThing\n\nGets.\n\n`GET /v1/things/{uuid}/state`\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| a | String | A. | 1.0 |\n\n## Example\n\n### Response\n\n```json\n{\"a\": \"variable\"}\n```\n"),
            new SpecText("Get2.md", "# GetAllThings\n\nGets.\n\n`GET /v1/things/all/state`\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| a | String | A. | 1.0 |\n\n## Example\n\n### Response\n\n```json\n{\"a\": \"literal\"}\n```\n")));
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal("""{"a":"literal"}""", (await client.GetAsync("v1/things/all/state")).Text);
        Assert.Equal("""{"a":"variable"}""", (await client.GetAsync("v1/things/some/state")).Text);
    }
}
