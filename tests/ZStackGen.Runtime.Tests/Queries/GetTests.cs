using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Queries;

public sealed class GetTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static StubServer Answering(string json) => new() { Answer = _ => StubServer.Json(200, json) };

    [Fact]
    public async Task A_resource_is_requested_by_its_route()
    {
        StubServer server = Answering("""{"inventories":[{"uuid":"a/b","name":"n"}]}""");
        await using var client = server.Client();

        VmInstanceInventory? vm = await client.GetAsync(VmInstanceInventory.Query, "a/b", Token);

        Assert.Equal("n", vm!.Name);
        Assert.Equal("GET /zstack/v1/vm-instances/a%2Fb", server.Calls.Single().Line);
    }

    [Fact]
    public async Task A_missing_resource_is_null()
    {
        await using var client = Answering("""{"inventories":[]}""").Client();
        Assert.Null(await client.GetAsync(VmInstanceInventory.Query, "u", Token));
    }

    public static TheoryData<int, string> WithoutList => new()
    {
        { 200, "{}" },
        { 200, """{"message":"maintenance"}""" },
        { 200, """{"inventories":null}""" },
        { 200, """{"total":3}""" },
        { 204, "" },
    };

    [Theory]
    [MemberData(nameof(WithoutList))]
    public async Task A_response_without_the_list_is_an_error_instead_of_no_resources(int status, string json)
    {
        await using var client = new StubServer { Answer = _ => StubServer.Json(status, json) }.Client();
        foreach (Func<Task> query in new Func<Task>[]
        {
            () => client.GetAsync(VmInstanceInventory.Query, "u", Token),
            () => client.GetAsync(VmInstanceInventory.Query.Where(f => f.Name != "x"), "u", Token),
            () => client.GetAsync(VmInstanceInventory.Query, "it's", Token),
            () => client.Query(VmInstanceInventory.Query, Token).ToListAsync(Token),
            () => client.Query(VmInstanceInventory.Query.Where(f => f.Name == "it's"), Token).ToListAsync(Token),
            () => client.Query(VmInstanceInventory.Query, Token).FirstOrDefaultAsync(Token),
            () => client.Query(VmInstanceInventory.Query, Token).GetPageAsync(Token),
        })
        {
            var e = await Assert.ThrowsAsync<ZStackProtocolException>(query);
            Assert.Contains("QueryVmInstance (GET /v1/vm-instances at http://mn.example:8080): the response has no list at $.inventories", e.Message, StringComparison.Ordinal);
        }

        var ended = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.ResumeLongJob<ZoneResult>("a-job").GetStateAsync(Token));
        Assert.Contains("the response has no list of long jobs at $.inventories", ended.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_resources_with_one_uuid_are_an_error()
    {
        await using var client = Answering("""{"inventories":[{"uuid":"u"},{"uuid":"u"}]}""").Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.GetAsync(VmInstanceInventory.Query, "u", Token));
        Assert.Contains("QueryVmInstance (GET /v1/vm-instances at http://mn.example:8080): the response has 2 resources with the same uuid", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("u", "GET /zstack/v1/vm-instances?q=name!=x&q=uuid=u&limit=2&sort=+uuid&fields=name,uuid")]
    [InlineData("it's", "GET /zstack/v1/zql?zql=query vminstance.name,uuid where name != 'x' and uuid = 'it''s' order by uuid asc limit 2")]
    public async Task With_conditions_or_fields_the_route_is_not_used_because_it_would_ignore_them(string uuid, string expected)
    {
        StubServer server = Answering("""{"inventories":[]}""");
        await using var client = server.Client();

        await client.GetAsync(VmInstanceInventory.Query.Where(f => f.Name != "x").Select(f => f.Name), uuid, Token);

        Assert.Equal(expected, Uri.UnescapeDataString(server.Calls.Single().Line));
    }

    [Fact]
    public async Task A_resource_is_found_in_any_of_several_requests()
    {
        var vms = new PagedVms(5000);
        await using var client = vms.Client();

        Assert.Equal(vms.All[4999], (await client.GetAsync(VmInstanceInventory.Query.Where(f => f.Name.In(vms.All)), vms.All[4999], Token))!.Uuid);
        Assert.True(vms.Pages > 1);
        Assert.Null(await client.GetAsync(VmInstanceInventory.Query.Where(f => f.Name.In(vms.All)), "none", Token));
    }

    [Fact]
    public async Task A_resource_without_route_and_uuid_is_refused()
    {
        StubServer server = Answering("{}");
        await using var client = server.Client();

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetAsync(ShareInventory.Query, "u", Token));
        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.GetAsync(VmInstanceInventory.Query, " ", Token));
        Assert.Contains("API QueryVmInstance: the uuid is empty", e.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }
}
