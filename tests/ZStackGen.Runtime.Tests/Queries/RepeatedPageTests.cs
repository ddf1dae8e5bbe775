using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Queries;

/// <summary>A server, or a gateway before it, that ignores the parameters of result pages neither ends in an endless loop nor in wrong resources.</summary>
public class RepeatedPageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Vms(params string[] uuids) => "[" + string.Join(",", uuids.Select(static uuid => $$"""{"uuid":"{{uuid}}"}""")) + "]";

    private static StubServer Always(string json) => new() { Answer = _ => StubServer.Json(200, json) };

    [Fact]
    public async Task The_same_result_page_again_in_the_order_of_uuids_is_reported()
    {
        StubServer server = Always("{\"inventories\":" + Vms("a", "b") + "}");
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.Query(VmInstanceInventory.Query.WithPageSize(2)).ToListAsync(Stop));
        Assert.Contains("the next result page has the same resources again", e.Message, StringComparison.Ordinal);
        Assert.InRange(server.Calls.Count(), 2, 3);
    }

    [Fact]
    public async Task The_same_result_page_again_in_another_order_is_reported()
    {
        StubServer server = Always("{\"inventories\":" + Vms("a", "b") + "}");
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.Query(VmInstanceInventory.Query.OrderBy(f => f.Name).WithPageSize(2)).ToListAsync(Stop));
        Assert.InRange(server.Calls.Count(), 2, 20);
    }

    [Fact]
    public async Task The_same_result_page_of_resources_without_uuid_is_reported_by_the_total()
    {
        StubServer server = Always("""{"inventories":[{"ownerUuid":"a"},{"ownerUuid":"a"}],"total":5}""");
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.Query(ShareInventory.Query.WithPageSize(2)).ToListAsync(Stop));
        Assert.InRange(server.Calls.Count(), 4, 20);
        Assert.DoesNotContain("replyWithCount", server.Calls.First().Line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_result_page_of_resources_whose_uuid_is_missing_is_reported(bool byKey)
    {
        StubServer server = Always("""{"inventories":[{},{"name":"n"}],"total":5}""");
        await using var client = server.Client();
        ZStackQuery<VmInstanceInventory, VmInstanceInventory.QueryFields> query = VmInstanceInventory.Query.WithPageSize(2);
        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.Query(byKey ? query : query.OrderBy(f => f.Name)).ToListAsync(Stop));
        Assert.InRange(server.Calls.Count(), 4, 20);
    }

    [Fact]
    public async Task Resources_without_uuid_and_without_a_total_end_with_an_exception()
    {
        StubServer server = Always("""{"inventories":[{"ownerUuid":"a"},{"ownerUuid":"a"}]}""");
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.Query(ShareInventory.Query.WithPageSize(2)).ToListAsync(Stop));
        Assert.Contains("no valid $.total", e.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Calls.Count());
    }

    [Fact]
    public async Task A_last_result_page_needs_no_total()
    {
        var server = new StubServer { Answer = static r => StubServer.Json(200, PagedVms.Parameters(r)["start"] is null ? """{"inventories":[{"ownerUuid":"a"},{"ownerUuid":"b"}]}""" : """{"inventories":[{"ownerUuid":"c"}]}""") };
        await using var client = server.Client();
        Assert.Equal(3, (await client.Query(ShareInventory.Query.WithPageSize(2)).ToListAsync(Stop)).Count);
    }

    [Fact]
    public async Task The_greatest_number_to_skip_does_not_overflow()
    {
        StubServer server = Always("{\"inventories\":" + Vms("a", "b") + "}");
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(
            () => client.Query(VmInstanceInventory.Query.OrderBy(f => f.Name).Skip(int.MaxValue).WithPageSize(2)).ToListAsync(Stop));
        Assert.Contains("the same resources again", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_resources_without_uuid_are_all_returned()
    {
        var server = new StubServer();
        server.Answer = r => StubServer.Json(200, "{\"inventories\":[" + string.Join(",", Enumerable.Repeat("""{"ownerUuid":"a"}""", int.Parse(PagedVms.Parameters(r)["start"] ?? "0") < 60 ? 2 : 1)) + "],\"total\":61}");
        await using var client = server.Client();
        Assert.Equal(61, (await client.Query(ShareInventory.Query.WithPageSize(2)).ToListAsync(Stop)).Count);
    }

    [Fact]
    public async Task Resources_that_are_created_between_small_result_pages_are_no_fault()
    {
        var vms = new PagedVms(10);
        int created = 0;
        // Each of the first requests finds a new resource at the start of the list.
        vms.Before = (page, _) =>
        {
            if (page is > 0 and < 6)
                vms.All.Insert(0, "!" + (9 - created++));
            return Task.CompletedTask;
        };
        await using var client = vms.Client();
        IReadOnlyList<VmInstanceInventory> all = await client.Query(VmInstanceInventory.Query.OrderBy(f => f.Name).WithPageSize(1)).ToListAsync(Stop);
        Assert.Equal(10, all.Select(static vm => vm.Uuid).Distinct().Count());
        Assert.Equal(10, all.Count);
    }

    [Fact]
    public async Task A_server_that_ignores_the_limit_does_not_return_more_than_was_asked_for()
    {
        StubServer server = Always("{\"inventories\":" + Vms("a", "b", "c", "d") + "}");
        await using var client = server.Client();
        Assert.Equal(["a", "b", "c"], (await client.Query(VmInstanceInventory.Query.Take(3)).ToListAsync(Stop)).Select(static vm => vm.Uuid));
        server.Answer = static _ => StubServer.Json(200, "{\"inventories\":" + Vms("a", "b", "c", "d") + ",\"total\":9}");
        ZStackPage<VmInstanceInventory> page = await client.Query(VmInstanceInventory.Query.Take(3)).GetPageAsync(Stop);
        Assert.Equal(3, page.Items.Count);
        Assert.Equal(9, page.Total);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_resource_with_another_uuid_is_not_the_requested_resource(bool byRoute)
    {
        StubServer server = Always("{\"inventories\":" + Vms("a") + "}");
        await using var client = server.Client();
        ZStackQuery<VmInstanceInventory, VmInstanceInventory.QueryFields> query = byRoute ? VmInstanceInventory.Query : VmInstanceInventory.Query.Where(f => f.Name == "n");
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.GetAsync(query, "b", Stop));
        Assert.Contains("another uuid", e.Message, StringComparison.Ordinal);
        Assert.Equal("a", (await client.GetAsync(query, "A", Stop))!.Uuid);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"inventories":null}""")]
    [InlineData("""{"inventories":"none"}""")]
    [InlineData("""{"inventories":[7]}""")]
    [InlineData("""{"total":3}""")]
    public async Task A_query_action_fails_without_a_readable_list(string json)
    {
        StubServer server = Always(json);
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryZoneAction(), Stop));
        Assert.Contains("$.inventories", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.TryCallAsync(new QueryZoneAction { Uuid = "a" }, Stop));
    }

    [Fact]
    public async Task A_query_action_that_counts_needs_the_total_only()
    {
        StubServer server = Always("""{"total":3}""");
        await using var client = server.Client();
        Assert.Equal(3, (await client.CallAsync(new QueryZoneAction { Count = true }, Stop)).Total);
        server.Answer = _ => StubServer.Json(200, "{}");
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryZoneAction { Count = true }, Stop));
        Assert.Contains("$.total", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"results":[{},{"total":1}]}""", "$.results[0].inventories")]
    [InlineData("""{"results":[{"inventories":null},{"total":1}]}""", "$.results[0].inventories")]
    [InlineData("""{"results":[{"inventories":[]},{"inventories":[]}]}""", "$.results[1].total")]
    public async Task A_result_of_ZQL_without_its_list_or_total_is_no_empty_result(string json, string place)
    {
        StubServer server = Always(json);
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.QueryZqlAsync([Zql.Query("vminstance"), Zql.Count("zone")], Stop));
        Assert.Contains(place, e.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await client.QueryZqlAsync([Zql.Raw("query vminstance"), Zql.Raw("sum x")], Stop)).Count);
    }

    [Fact]
    public async Task A_query_action_accepts_an_empty_list()
    {
        StubServer server = Always("""{"inventories":[]}""");
        await using var client = server.Client();
        Assert.Empty((await client.CallAsync(new QueryZoneAction(), Stop)).Inventories);
    }
}
