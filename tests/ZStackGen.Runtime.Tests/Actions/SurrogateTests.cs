using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Actions;

/// <summary>Half of a surrogate pair in an argument is refused. Every encoder would send another character for it.</summary>
public class SurrogateTests
{
    private static readonly string s_half = "a" + (char)0xD83D;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, ZStackAction<ZStackRawResult>> Raw
    {
        get
        {
            var data = new TheoryData<string, ZStackAction<ZStackRawResult>>();
            object[] values = [s_half, (char)0xDE00 + "b", new[] { "ok", s_half }, new Dictionary<string, string> { ["k"] = s_half }, new Dictionary<string, string> { [s_half] = "v" }];
            foreach (object value in values)
            {
                data.Add("p", new ZStackRawAction("X", "POST", "/v1/x") { Parameters = { ["p"] = value } });
                data.Add("p", new ZStackRawAction("X", "DELETE", "/v1/x") { Parameters = { ["p"] = value } });
            }

            data.Add("p", new ZStackRawAction("X", "POST", "/v1/x") { Parameters = { ["p"] = new JsonObject { ["k"] = new JsonArray(JsonValue.Create(s_half)) } } });
            data.Add("p", new ZStackRawAction("X", "POST", "/v1/x") { Parameters = { ["p"] = new JsonObject { [s_half] = 1 } } });
            data.Add("p", new ZStackRawAction("X", "GET", "/v1/x/{p}") { Parameters = { ["p"] = s_half } });
            data.Add("systemTags", new ZStackRawAction("X", "POST", "/v1/x") { Parameters = { ["systemTags"] = new[] { s_half } } });
            data.Add(@"a\ud83d", new ZStackRawAction("X", "POST", "/v1/x") { Parameters = { [s_half] = 1 } });
            data.Add(@"a\ud83d", new ZStackRawAction("X", "GET", "/v1/x") { Parameters = { [s_half] = 1 } });
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Raw), DisableDiscoveryEnumeration = true)]
    public async Task A_raw_call_is_refused_with_the_name_of_the_parameter(string name, ZStackAction<ZStackRawResult> action)
    {
        var server = new StubServer();
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(action, Stop));
        Assert.Contains("API X: parameter '" + name + "' contains half of a surrogate pair at index ", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_typed_call_is_refused_with_the_name_of_the_parameter()
    {
        var server = new StubServer();
        await using var client = server.Client();
        Assert.Equal("name", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new CreateZoneAction { Name = s_half }, Stop))).ParamName);
        Assert.Equal("uuid", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new DeleteZoneAction { Uuid = s_half }, Stop))).ParamName);
        Assert.Equal("uuid", (await Assert.ThrowsAsync<ArgumentException>(() => client.SubmitLongJobAsync(new DeleteZoneAction { Uuid = s_half }, Stop))).ParamName);
        Assert.Equal("systemTags", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new DeleteZoneAction { Uuid = "u", SystemTags = [s_half] }, Stop))).ParamName);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_whole_pair_is_sent()
    {
        var server = new StubServer();
        await using var client = server.Client();
        await client.CallAsync(new CreateZoneAction { Name = "\U0001F600" }, Stop);
        await client.CallAsync(new ZStackRawAction("X", "POST", "/v1/x") { Parameters = { ["p"] = new JsonObject { ["k"] = new JsonArray("\U0001F600", 1, null, true) } } }, Stop);
        Assert.Equal("\U0001F600", JsonNode.Parse(server.Calls.First().Body!)!["params"]!["name"]!.GetValue<string>());
        Assert.Equal("""{"params":{"p":{"k":["\uD83D\uDE00",1,null,true]}}}""", server.Calls.Last().Body!.Replace("\U0001F600", @"\uD83D\uDE00", StringComparison.Ordinal));
    }
}
