using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Actions;

/// <summary>Arguments that are JSON values. Their text is read only when it is written, so it can be one that no request can hold.</summary>
public class JsonArgumentTests
{
    private const string LoneText = @"""a\ud800""";
    private const string LoneName = @"{""k"":{""a\udc00"":1}}";
    private static readonly string s_deep = new string('[', 200) + new string(']', 200);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, object> Invalid
    {
        get
        {
            var data = new TheoryData<string, object>();
            foreach (string json in new[] { LoneText, LoneName, s_deep })
            {
                data.Add("POST", Element(json));
                data.Add("POST", new object[] { 1, Element(json) });
                data.Add("POST", new Dictionary<string, object> { ["k"] = Element(json) });
            }

            data.Add("POST", JsonNode.Parse(LoneText)!);
            data.Add("POST", new JsonObject { ["k"] = JsonNode.Parse(LoneText) });
            data.Add("POST", JsonNode.Parse(LoneName)!);
            data.Add("GET", Element(LoneText));
            data.Add("GET", new object[] { Element(LoneText) });
            data.Add("DELETE", new Dictionary<string, object> { ["k"] = Element(LoneText) });
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Invalid), DisableDiscoveryEnumeration = true)]
    public async Task JSON_that_cannot_be_sent_is_refused_with_the_name_of_the_parameter(string method, object value)
    {
        var server = new StubServer();
        await using var client = server.Client();
        var action = new ZStackRawAction("X", method, "/v1/x") { Parameters = { ["p"] = value } };
        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(action, Stop));
        Assert.StartsWith("API X: parameter 'p' is JSON that cannot be sent: ", e.Message, StringComparison.Ordinal);
        Assert.Equal("p", e.ParamName);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Typed_members_and_long_jobs_refuse_it_too()
    {
        var server = new StubServer();
        await using var client = server.Client();
        foreach (string json in new[] { LoneText, LoneName, s_deep })
        {
            Assert.Equal("one", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new TypedAction { One = Element(json) }, Stop))).ParamName);
            Assert.Equal("list", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new TypedAction { List = [Element(json)] }, Stop))).ParamName);
            Assert.Equal("map", (await Assert.ThrowsAsync<ArgumentException>(() => client.SubmitLongJobAsync(new TypedAction { Map = new Dictionary<string, JsonElement> { ["k"] = Element(json) } }, Stop))).ParamName);
        }

        Assert.Equal("query", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new TypedAction { Query = Element(LoneText) }, Stop))).ParamName);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task A_null_in_a_query_string_is_left_out_instead_of_sent_as_a_word(string method)
    {
        var server = new StubServer();
        await using var client = server.Client();
        await client.CallAsync(new ZStackRawAction("X", method, "/v1/x") { Parameters = { ["a"] = Element("null"), ["b"] = default(JsonElement), ["c"] = Element("5"), ["d"] = Element("\"t\"") } }, Stop);
        Assert.Equal(method + " /zstack/v1/x?c=5&d=t", server.Calls.Single().Line);
        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new ZStackRawAction("X", method, "/v1/x") { Parameters = { ["p"] = new object[] { Element("null") } } }, Stop));
        Assert.Contains("API X: parameter 'p' has a value of type null", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_sends_JSON_as_deep_as_a_call_does()
    {
        string deep = new string('[', 100) + new string(']', 100);
        var server = new StubServer();
        await using var client = server.Client();
        await client.DryRunAsync(new ZStackRawAction("X", "POST", "/v1/x", traits: ApiTraits.Asynchronous) { Parameters = { ["p"] = Element(deep) } }, Stop);
        Assert.Equal("{\"params\":{\"p\":" + deep + "},\"systemTags\":[\"validationOnly\"]}", server.Calls.Single().Body);
    }

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        return document.RootElement.Clone();
    }

    private sealed class TypedAction : ZStackAction<ZStackRawResult>
    {
        private static readonly ApiDescriptor s_api = new("Typed", "POST", "/v1/x", ApiTraits.None);

        public JsonElement? One { get; init; }

        public JsonElement? Query { get; init; }

        public IReadOnlyList<JsonElement>? List { get; init; }

        public IReadOnlyDictionary<string, JsonElement>? Map { get; init; }

        public override ApiDescriptor Api => s_api;

        protected override void WriteQuery(ref QueryWriter query) => query.Add("query", Query);

        protected override void WriteBody(ref JsonBodyWriter body)
        {
            body.Member("one"u8, One);
            body.Member("list"u8, List);
            body.Member("map"u8, Map);
        }

        protected override ZStackRawResult ReadResult(ref JsonReader reader) => reader.ReadMembers(new ZStackRawResult());
    }
}
