using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Queries;

public sealed class ZqlTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Statements_are_built_clause_by_clause_in_the_order_of_the_grammar()
    {
        ZqlStatement statement = Zql.Query("vminstance", "name", "uuid").NamedAs("it's").Offset(5).Limit(10).ReturnTotal().OrderBy("name").OrderBy("uuid", descending: true)
            .Where(f => f.Field("state") == "Running" | f.Field<int>("cpuNum") > 2).Where(f => f.Field("name") != "it's");

        Assert.Equal(
            "query vminstance.name,uuid where (state = 'Running' or cpuNum > '2') and name != 'it''s' return with (total) order by name asc,uuid desc limit 10 offset 5 named as 'it''s'",
            statement.ToString());
        Assert.Equal("count zone", Zql.Count("zone").ToString());
        Assert.Equal("query zone", Zql.Query("zone").Where(f => f.Field("a").NotIn()).ToString());
        Assert.Equal("anything at all", Zql.Raw("anything at all").ToString());
    }

    [Fact]
    public void A_typed_query_becomes_a_statement()
    {
        var query = VmInstanceInventory.Query.Where(f => f.Name == "a" | f.CpuNum > 2).OrderBy(f => f.Name).Select(f => f.Name).Skip(1).Take(2);

        Assert.Equal("query vminstance.name,uuid where name = 'a' or cpuNum > '2' order by name asc limit 2 offset 1", Zql.Query(query).ToString());
        Assert.Equal("count vminstance where name = 'a' or cpuNum > '2'", Zql.Count(query).ToString());
        Assert.Throws<ArgumentException>(() => Zql.Query(ShareInventory.Query));
        Assert.Throws<ArgumentException>(() => Zql.Query(VmInstanceInventory.Query.WithFilter("a:b")));
    }

    [Theory]
    [InlineData("vm-instance")]
    [InlineData("vm where name = 'x'")]
    [InlineData("order")]
    [InlineData("1a")]
    [InlineData("")]
    [InlineData("é")]
    public void A_name_that_is_invalid_in_ZQL_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => Zql.Query(name));
        Assert.Throws<ArgumentException>(() => Zql.Count(name));
        Assert.Throws<ArgumentException>(() => Zql.Query("zone", name));
        Assert.Throws<ArgumentException>(() => Zql.Query("zone").OrderBy(name));
        Assert.Throws<ArgumentException>(() => Zql.Query("zone").Where(f => f.Field(name) == "x").ToString());
    }

    [Fact]
    public void A_literal_cannot_be_ended_by_its_text()
    {
        Assert.Equal("'a''b'''", Zql.Literal("a'b'"));
        Assert.Throws<ArgumentException>(() => Zql.Literal("a\\"));
        Assert.Throws<ArgumentException>(() => Zql.Query("zone").NamedAs("\\"));
        Assert.Throws<InvalidOperationException>(() => Zql.Raw("query zone").Limit(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Zql.Query("zone").Limit(-1));
    }

    [Fact]
    public async Task Several_statements_are_sent_in_one_call_and_their_results_are_typed()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"results":[{"inventories":[{"uuid":"u","createDate":"Nov 14, 2017 10:20:57 PM"}],"total":7,"name":"x"},{"total":3}]}""") };
        await using var client = server.Client(static options => options.ServerTimeZone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(8), null, null));

        IReadOnlyList<ZqlResult> results = await client.QueryZqlAsync(
            [
                Zql.Query("vminstance").Where(f => f.Field<DateTimeOffset>("createDate") > new DateTimeOffset(2017, 1, 1, 0, 0, 0, TimeSpan.Zero)).ReturnTotal().NamedAs("x"),
                Zql.Count("zone"),
            ],
            Token);

        Assert.Equal("GET /zstack/v1/zql?zql=query vminstance where createDate > '2017-01-01 08:00:00' return with (total) named as 'x';count zone", Uri.UnescapeDataString(server.Calls.Single().Line));
        Assert.Equal((7L, "x"), (results[0].Total, results[0].Name));
        Assert.Equal(new DateTimeOffset(2017, 11, 14, 22, 20, 57, TimeSpan.FromHours(8)), Assert.Single(results[0].Inventories(VmInstanceInventory.Read)).CreateDate);
        Assert.Equal(3, results[1].Total);
        Assert.Empty(results[1].Inventories(VmInstanceInventory.Read));
    }

    [Fact]
    public async Task A_statement_that_is_too_long_or_cannot_match_is_refused()
    {
        var server = new StubServer();
        await using var client = server.Client();

        var tooLong = await Assert.ThrowsAsync<ArgumentException>(() => client.QueryZqlAsync(Zql.Query("zone").Where(f => f.Field("name") == new string('a', 70_000)), Token));
        Assert.Contains("API ZQLQuery: the address of the request has", tooLong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => client.QueryZqlAsync(Zql.Query("zone").Where(f => f.Field("name").In()), Token));
        Assert.Empty(await client.QueryZqlAsync([], Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_response_without_the_result_is_an_error()
    {
        await using var client = new StubServer { Answer = _ => StubServer.Json(200, """{"results":[]}""") }.Client();
        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.QueryZqlAsync(Zql.Query("zone"), Token));
    }

    [Fact]
    public async Task A_response_without_a_result_for_each_statement_is_an_error()
    {
        await using var client = new StubServer { Answer = _ => StubServer.Json(200, """{"results":[{"inventories":[]}]}""") }.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.QueryZqlAsync([Zql.Query("zone"), Zql.Query("host")], Token));
        Assert.Contains("the response has 1 results at $.results for 2 statements", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_another_kind_is_kept_and_reported_once_and_the_rest_is_read()
    {
        var observer = new MismatchObserver();
        var server = new StubServer { Answer = static _ => StubServer.Json(200, """{"results":[{"inventories":[{"uuid":"a","cpuNum":"many","name":"x"},{"uuid":"b","cpuNum":"more"}]}]}""") };
        await using var client = server.Client(o => o.Observer = observer);
        ZqlResult result = await client.QueryZqlAsync(Zql.Query("vminstance"), Token);
        IReadOnlyList<VmInstanceInventory> vms = result.Inventories(VmInstanceInventory.Read);
        Assert.Equal(["a", "b"], vms.Select(static vm => vm.Uuid));
        Assert.Equal("x", vms[0].Name);
        Assert.Equal("many", vms[0].UnknownMembers["cpuNum"].GetString());
        Assert.Equal("ZQLQuery: $[0].cpuNum is not a whole number", Assert.Single(observer.Mismatches));
    }

    [Fact]
    public async Task Resources_in_the_result_of_a_count_are_readable_without_a_time_zone()
    {
        var server = new StubServer { Answer = static _ => StubServer.Json(200, """{"results":[{"total":1,"inventories":[{"uuid":"a","createDate":"Nov 14, 2017 10:20:57 PM"}]}]}""") };
        await using var client = server.Client(static o => o.ServerTimeZone = null);
        ZqlResult result = await client.QueryZqlAsync(Zql.Count("vminstance"), Token);
        Assert.Equal(57, Assert.Single(result.Inventories(VmInstanceInventory.Read)).CreateDate!.Value.Second);
    }

    [Fact]
    public async Task Resources_that_cannot_be_read_are_reported_without_a_secret()
    {
        var server = new StubServer { Answer = static _ => StubServer.Json(200, """{"results":[{"inventories":["session-number-1 is no resource"]}]}""") };
        await using var client = server.Client();
        ZqlResult result = await client.QueryZqlAsync(Zql.Query("vminstance"), Token);
        var e = Assert.Throws<ZStackProtocolException>(() => result.Inventories(VmInstanceInventory.Read));
        Assert.Contains("ZQLQuery (GET /v1/zql at http://mn.example:8080): the resources: $[0] is not an object", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("session-number-1", e.ToString(), StringComparison.Ordinal);
    }

    private sealed class MismatchObserver : ZStackClientObserver
    {
        public List<string> Mismatches { get; } = [];

        public override void MemberMismatched(in ZStackClientEvent response) => Mismatches.Add(response.Api + ": " + response.Member + " is not " + response.Expected);
    }
}
