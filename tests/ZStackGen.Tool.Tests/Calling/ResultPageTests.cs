using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStackGen.Explorer.Apis;
using ZStackGen.Specs;
using ZStackGen.Tool.Calling;

namespace ZStackGen.Tool.Tests.Calling;

/// <summary>The requests for several result pages. The server keeps its order only where the request defines one.</summary>
public sealed class ResultPageTests
{
    private static readonly ApiEntry s_query = ApiLibrary.Make([SpecReader.Read("QueryDoor.md", "# QueryDoor\n\n`GET /v1/doors`\n", default).Page], [], default).Apis[0];

    [Fact]
    public async Task A_short_result_keeps_the_order_of_the_server()
    {
        (JsonObject all, List<JsonObject> requests) = await FetchAsync(new JsonObject(), "uuid", Uuids(0, 3));
        Assert.Equal(Uuids(0, 3), Of(all));
        Assert.Null(Assert.Single(requests)["sort"]);
    }

    [Fact]
    public async Task A_longer_result_is_fetched_in_the_order_of_UUIDs_and_each_page_begins_after_the_last_resource()
    {
        var arguments = new JsonObject { ["q"] = new JsonArray("state=Open") };
        (JsonObject all, List<JsonObject> requests) = await FetchAsync(arguments, "uuid", Uuids(5, 1000), Uuids(0, 1000), Uuids(1000, 1000), Uuids(2000, 1));
        Assert.Equal(Uuids(0, 2001), Of(all));
        Assert.Equal([null, "+uuid", "+uuid", "+uuid"], requests.Select(static request => (string?)request["sort"]));
        Assert.Equal(
            ["""["state=Open"]""", """["state=Open"]""", """["state=Open","uuid\u003E0999"]""", """["state=Open","uuid\u003E1999"]"""],
            requests.Select(static request => request["q"]!.ToJsonString()));
        Assert.Equal([0L, 0, 0, 0], requests.Select(static request => (long)request["start"]!));
    }

    [Theory]
    [InlineData("-name", "+name desc,uuid")]
    [InlineData("+name", "+name asc,uuid")]
    [InlineData("name", "+name asc,uuid")]
    [InlineData("-uuid", "-uuid")]
    [InlineData("-name desc,state", "-name desc,state")]
    public async Task An_order_of_the_caller_is_kept_and_a_resource_that_moved_to_the_next_page_is_not_repeated(string sort, string expected)
    {
        (JsonObject all, List<JsonObject> requests) = await FetchAsync(new JsonObject { ["sort"] = sort, ["start"] = 7L }, "uuid", Uuids(0, 1000), Uuids(0, 1000), Uuids(999, 2));
        Assert.Equal(Uuids(0, 1001), Of(all));
        Assert.Equal([sort, expected, expected], requests.Select(static request => (string?)request["sort"]));
        Assert.Equal([7L, 7, 1007], requests.Select(static request => (long)request["start"]!));
    }

    [Theory]
    [InlineData("id", "+id")]
    [InlineData("accountUuid,resourceUuid", "+accountUuid,resourceUuid")]
    [InlineData(null, null)]
    public async Task Resources_without_a_UUID_are_fetched_by_offset_in_the_order_of_their_key(string? key, string? sort)
    {
        var pages = new List<string[]> { Uuids(0, 1000), Uuids(1000, 1) };
        if (key is not null)
            pages.Insert(0, Uuids(3, 1000));
        (JsonObject all, List<JsonObject> requests) = await FetchAsync(new JsonObject(), key, [.. pages]);
        Assert.Equal(1001, Of(all).Length);
        Assert.Equal((sort, 1000L), ((string?)requests[^1]["sort"], (long)requests[^1]["start"]!));
        Assert.Null(requests[^1]["q"]);
    }

    // The server, or a gateway before it, ignores start, limit and conditions.
    [Theory]
    [InlineData("uuid", true, 4, null)]
    [InlineData("uuid", false, 3, 1000L)]
    [InlineData(null, true, 11, null)]
    [InlineData(null, false, 3, 1500L)]
    [InlineData(null, false, 2, null)]
    public async Task The_same_result_page_again_and_again_ends_the_call(string? key, bool hasUuid, int most, long? total)
    {
        int requests = 0;
        var pages = new ResultPages(s_query, new JsonObject(), _ =>
        {
            requests++;
            Assert.InRange(requests, 1, 100);
            var response = new JsonObject { ["inventories"] = new JsonArray([.. Uuids(0, 1000).Select(uuid => hasUuid ? new JsonObject { ["uuid"] = uuid } : new JsonObject { ["state"] = "Open" })]) };
            if (total is not null)
                response["total"] = total;
            return Task.FromResult(response);
        });
        ZStackProtocolException e = await Assert.ThrowsAsync<ZStackProtocolException>(() => pages.FetchAsync(() => key, TestContext.Current.CancellationToken));
        Assert.Contains("ignores the parameters that select a result page", e.Message, StringComparison.Ordinal);
        Assert.InRange(requests, 2, most);
    }

    [Fact]
    public async Task Equal_resources_without_a_UUID_are_all_fetched()
    {
        int requests = 0;
        var pages = new ResultPages(s_query, new JsonObject(), request =>
        {
            int count = requests++ < 2 ? 1000 : 5;
            return Task.FromResult(new JsonObject { ["inventories"] = new JsonArray([.. Enumerable.Range(0, count).Select(static _ => new JsonObject { ["state"] = "Open" })]), ["total"] = 2005 });
        });
        JsonObject all = await pages.FetchAsync(static () => null, TestContext.Current.CancellationToken);
        Assert.Equal((3, 2005), (requests, all["inventories"]!.AsArray().Count));
    }

    private static string[] Uuids(int first, int count) => [.. Enumerable.Range(first, count).Select(static number => $"{number:d4}")];

    private static string[] Of(JsonObject response) => [.. response["inventories"]!.AsArray().Select(static row => (string)row!["uuid"]!)];

    private static async Task<(JsonObject All, List<JsonObject> Requests)> FetchAsync(JsonObject arguments, string? key, params string[][] responses)
    {
        var requests = new List<JsonObject>();
        var pages = new ResultPages(s_query, arguments, request =>
        {
            requests.Add(request);
            return Task.FromResult(new JsonObject { ["inventories"] = new JsonArray([.. responses[requests.Count - 1].Select(static uuid => new JsonObject { ["uuid"] = uuid })]) });
        });
        JsonObject all = await pages.FetchAsync(() => key, TestContext.Current.CancellationToken);
        Assert.Equal(responses.Length, requests.Count);
        return (all, requests);
    }
}
