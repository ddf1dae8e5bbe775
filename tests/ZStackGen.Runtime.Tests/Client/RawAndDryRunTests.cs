using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public class RawAndDryRunTests
{
    [Fact]
    public async Task A_raw_call_sends_each_parameter_at_its_location()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"success":true,"hostIp":"10.0.0.1","list":[1]}""") };
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        var read = new ZStackRawAction("GetThing", "GET", "/v1/things/{uuid}/parts/{part}") { Parameters = { ["uuid"] = "a/b", ["part"] = 7, ["flag"] = true, ["names"] = new[] { "x", "y" }, ["none"] = null, ["ids"] = new[] { 1L, 2L }, ["map"] = new Dictionary<string, string> { ["k"] = "v" } } };
        var answer = await client.CallAsync(read, ct);
        Assert.Equal("10.0.0.1", answer["hostIp"]!.Value.GetString());
        Assert.Null(answer["other"]);
        Assert.True(answer.Success);
        var write = new ZStackRawAction("DoThing", "PUT", "/v1/things/{uuid}/actions")
        {
            Parameters =
            {
                ["uuid"] = "u",
                ["name"] = "n",
                ["count"] = 1,
                ["ratio"] = 0.5,
                ["nested"] = new Dictionary<string, object?> { ["a"] = new object?[] { 1, "b", null, false } },
                ["node"] = new JsonObject { ["x"] = 1 },
                ["nic"] = new VmNicInventory { Ip = "1" },
                ["systemTags"] = new[] { "t::1" },
            },
        };
        await client.CallAsync(write, ct);
        Assert.Equal(
            [
                "GET /zstack/v1/things/a%2Fb/parts/7?flag=true&names=x&names=y&ids=1&ids=2&map.k=v ",
                """PUT /zstack/v1/things/u/actions {"doThing":{"name":"n","count":1,"ratio":0.5,"nested":{"a":[1,"b",null,false]},"node":{"x":1},"nic":{"ip":"1"}},"systemTags":["t::1"]}""",
            ],
            server.Calls.Select(r => r.Line + " " + r.Body));
    }

    [Fact]
    public async Task A_raw_call_without_a_path_argument_or_with_an_unsupported_value_is_refused()
    {
        await using var client = new StubServer().Client();
        var ct = TestContext.Current.CancellationToken;
        Assert.Contains("API GetThing: parameter 'uuid' is null", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new ZStackRawAction("GetThing", "GET", "/v1/t/{uuid}"), ct))).Message, StringComparison.Ordinal);
        Assert.Contains("parameter 'x' has a value of type Uri", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new ZStackRawAction("GetThing", "GET", "/v1/t") { Parameters = { ["x"] = new Uri("http://h") } }, ct))).Message, StringComparison.Ordinal);
        Assert.Contains("parameter 'x' has a value of type Uri", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new ZStackRawAction("DoThing", "POST", "/v1/t") { Parameters = { ["x"] = new Uri("http://h") } }, ct))).Message, StringComparison.Ordinal);
        var ring = new List<object?>();
        ring.Add(ring);
        Assert.Contains("nested too deeply", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new ZStackRawAction("DoThing", "POST", "/v1/t") { Parameters = { ["x"] = ring } }, ct))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_adds_its_tag_to_the_tags_of_the_action()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "GET" ? StubServer.Json(200, "{}") : StubServer.Accepted(r.JobId);
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await server.Pass(client.DryRunAsync(new StartVmInstanceAction { Uuid = "u", SystemTags = ["a::b"] }, ct));
        await server.Pass(client.DryRunAsync(new CreateZoneAction { Name = "z" }, ct));
        await server.Pass(client.DryRunAsync(new DeleteZoneAction { Uuid = "z", DeleteMode = "Enforcing" }, ct));
        await server.Pass(client.DryRunAsync(new TaggedInside(), ct));
        Assert.Equal(
            [
                """PUT /zstack/v1/vm-instances/u/actions {"startVmInstance":{},"systemTags":["a::b","validationOnly"]}""",
                """POST /zstack/v1/zones {"params":{"name":"z"},"systemTags":["validationOnly"]}""",
                "DELETE /zstack/v1/zones/z?deleteMode=Enforcing&systemTags=validationOnly ",
                """POST /zstack/v1/inside {"params":{"systemTags":["in::side"]},"systemTags":["in::side","validationOnly"]}""",
            ],
            server.Calls.Where(r => r.Method != "GET").Select(r => r.Line + " " + r.Body));
    }

    [Fact]
    public async Task A_dry_run_throws_the_exceptions_of_the_call()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "GET" ? StubServer.Error("SYS.1007") : StubServer.Accepted(r.JobId);
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackInvalidParameterException>(() => server.Pass(client.DryRunAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_dry_run_is_refused_for_an_api_that_would_run_anyway()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => client.DryRunAsync(new GetVersionAction(), TestContext.Current.CancellationToken));
        Assert.Contains("API GetVersion does not support dry runs", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.DryRunAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
        Assert.Empty(server.Requests);
    }

    private sealed class TaggedInside : ZStackAction<EmptyResult>
    {
        public override ApiDescriptor Api { get; } = new("TaggedInside", "POST", "/v1/inside", ApiTraits.Asynchronous);

        protected override void WriteBody(ref JsonBodyWriter body) => body.Member("systemTags"u8, (IReadOnlyList<string>)["in::side"]);

        protected override EmptyResult ReadResult(ref JsonReader reader) => EmptyResult.Read(ref reader);
    }

    [Theory]
    [InlineData("/v1/x?a=b", "'?'")]
    [InlineData("/v1/x#f", "'#'")]
    [InlineData("/v1/../x", "'..'")]
    [InlineData("/v1/./x", "'..'")]
    [InlineData("//evil/x", "an empty segment")]
    [InlineData("/v1/x y", "white space")]
    [InlineData("/v1/x\r\ny", @"x\r\ny")]
    [InlineData("/v1/a\\b", "white space")]
    [InlineData("/v1/%2e%2e/x", "'%'")]
    [InlineData("/v1/{", "without a name")]
    [InlineData("/v1/{}", "without a name")]
    public void A_path_that_would_be_sent_as_another_path_is_refused(string path, string said)
    {
        var e = Assert.Throws<ArgumentException>(() => new ZStackRawAction("DoIt", "GET", path));
        Assert.Contains("API DoIt: the path '", e.Message, StringComparison.Ordinal);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/cas/login/")]
    [InlineData("/v1/x/{uuid}/y-{name}")]
    public void A_path_of_the_protocol_is_accepted(string path) => Assert.Equal(path, new ZStackRawAction("DoIt", "GET", path).Api.Path);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(float.NaN)]
    public async Task A_number_that_is_not_finite_is_refused_in_a_query_string(object value)
    {
        var server = new StubServer();
        await using var client = server.Client();
        var action = new ZStackRawAction("DoIt", "GET", "/v1/x") { Parameters = { ["a"] = value } };
        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(action, TestContext.Current.CancellationToken));
        Assert.StartsWith("API DoIt: parameter 'a' is not a finite number.", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_fake_handler_without_a_response_is_named()
    {
        var server = new StubServer { Answer = static _ => null! };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<InvalidOperationException>(() => client.CallAsync(new ZStackRawAction("DoIt", "GET", "/v1/x"), TestContext.Current.CancellationToken));
        Assert.Contains("returned no response. If it is a fake, set up a response for GET /v1/x", e.Message, StringComparison.Ordinal);
    }
}
