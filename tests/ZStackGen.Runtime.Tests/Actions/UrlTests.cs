using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Actions;

public class UrlTests
{
    [Theory]
    [InlineData("plain-uuid", "plain-uuid")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a?b#c", "a%3Fb%23c")]
    [InlineData("../../x", "..%2F..%2Fx")]
    [InlineData("a b+%", "a%20b%2B%25")]
    [InlineData("中\U0001F600", "%E4%B8%AD%F0%9F%98%80")]
    public async Task A_path_value_is_one_escaped_segment(string value, string escaped)
    {
        var server = new StubServer();
        await using var client = server.Client();
        await client.StartAsync(new DeleteZoneAction { Uuid = value }, TestContext.Current.CancellationToken);
        Assert.Equal(StubServer.Base + "/zstack/v1/zones/" + escaped, server.Calls.Single().Url.AbsoluteUri);
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData("", "empty")]
    [InlineData("  ", "empty")]
    [InlineData(".", "'.'")]
    [InlineData("..", "'..'")]
    public async Task A_path_value_that_would_select_another_api_is_refused(string? value, string said)
    {
        var server = new StubServer();
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new DeleteZoneAction { Uuid = value! }, TestContext.Current.CancellationToken));
        Assert.Contains("API DeleteZone: parameter 'uuid' is " + said, e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Query_parameters_are_escaped_and_repeated_and_null_ones_omitted()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(
            new QueryVmInstanceAction { Conditions = ["name~=a+b%", "state=中&x"], Limit = 10, Start = 20, ReplyWithCount = true, Sort = "+name", Fields = ["uuid", "name"], FilterName = "applianceType:x" },
            ct);
        await client.CallAsync(new QueryVmInstanceAction { Count = true }, ct);
        await client.CallAsync(new QueryVmInstanceAction(), ct);
        Assert.Equal(
            [
                "GET /zstack/v1/vm-instances?q=name~%3Da%2Bb%25&q=state%3D%E4%B8%AD%26x&limit=10&start=20&replyWithCount=true&sort=%2Bname&fields=uuid%2Cname&filterName=applianceType%3Ax",
                "GET /zstack/v1/vm-instances?count=true",
                "GET /zstack/v1/vm-instances",
            ],
            server.Calls.Select(r => r.Line));
    }

    [Fact]
    public async Task A_uuid_uses_the_uuid_route_or_else_a_condition()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.CallAsync(new QueryVmInstanceAction { Uuid = "u/1", Limit = 3 }, ct);
        await client.CallAsync(new QueryEventLogAction { Uuid = "u1", Limit = 3 }, ct);
        Assert.Equal(["GET /zstack/v1/vm-instances/u%2F1", "GET /zstack/v1/eventlogs?q=uuid%3Du1&limit=3"], server.Calls.Select(r => r.Line));
        await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new QueryEventLogAction { Uuid = " " }, ct));
        foreach (string other in new[] { "a' or '1' = '1", "!=a", "?=a,b", "=a", "a\\" })
        {
            var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new QueryEventLogAction { Uuid = other }, ct));
            Assert.StartsWith("API QueryEventLog: parameter 'uuid' contains a quote, a backslash or an equals sign", e.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new QueryVmInstanceAction { Uuid = string.Empty }, ct));
    }

    [Fact]
    public async Task A_query_with_an_empty_condition_or_a_negative_page_is_refused()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        Assert.Contains("'q' has an empty condition at index 1", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new QueryVmInstanceAction { Conditions = ["a=b", " "] }, ct))).Message, StringComparison.Ordinal);
        Assert.Contains("'limit' is negative", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new QueryVmInstanceAction { Limit = -1 }, ct))).Message, StringComparison.Ordinal);
        Assert.Contains("'start' is negative", (await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new QueryVmInstanceAction { Start = -1 }, ct))).Message, StringComparison.Ordinal);
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task A_map_in_a_query_is_written_by_key_and_ambiguous_keys_are_refused()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var ct = TestContext.Current.CancellationToken;
        await client.StartAsync(new DeleteZoneAction { Uuid = "u", DeleteMode = "Enforcing", ClientInfo = new Dictionary<string, string> { ["os"] = "a b" } }, ct);
        Assert.Equal("DELETE /zstack/v1/zones/u?deleteMode=Enforcing&clientInfo.os=a%20b", server.Calls.Single().Line);
        foreach (string key in new[] { "a.b", "1", " " })
        {
            var e = await Assert.ThrowsAsync<ArgumentException>(() => client.StartAsync(new DeleteZoneAction { Uuid = "u", ClientInfo = new Dictionary<string, string> { [key] = "v" } }, ct));
            Assert.Contains("'clientInfo' has the key '" + key + "'", e.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("GET", "/v1/x")]
    [InlineData("POST", "/v1/x")]
    public void A_descriptor_accepts_the_methods_that_the_server_maps(string method, string path)
        => Assert.Equal(method + " " + path, method + " " + new ApiDescriptor("X", method, path, ApiTraits.None).Path);

    [Theory]
    [InlineData("PATCH", "/v1/x")]
    [InlineData("get", "/v1/x")]
    [InlineData("GET", "v1/x")]
    [InlineData("GET", "")]
    public void A_descriptor_refuses_other_methods(string method, string path)
        => Assert.Contains("API X", Assert.Throws<ArgumentException>(() => new ApiDescriptor("X", method, path, ApiTraits.None)).Message, StringComparison.Ordinal);
}
