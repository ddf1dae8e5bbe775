using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Queries;

// The text that a typed query sends.
public sealed class QueryTextTests
{
    private static async Task<string> SentAsync<T>(ZStackQuery<T> query, TimeZoneInfo? zone = null)
        where T : ZStackStructure
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"inventories":[],"results":[{"inventories":[]}]}""") };
        await using var client = server.Client(options => options.ServerTimeZone = zone ?? TimeZoneInfo.Utc);
        await client.Query(query).ToListAsync(TestContext.Current.CancellationToken);
        return Uri.UnescapeDataString(server.Calls.Single().Url.PathAndQuery)["/zstack/v1/".Length..];
    }

    private static Task<string> SentAsync(Func<VmInstanceInventory.QueryFields, QueryCondition> condition) => SentAsync(VmInstanceInventory.Query.Where(condition));

    [Theory]
    [InlineData("50%", '%', 2)]
    [InlineData("web_1", '_', 3)]
    public void A_text_with_a_wildcard_is_refused_where_it_would_match_more(string text, char wildcard, int index)
    {
        foreach (Func<string, QueryCondition> condition in (Func<string, QueryCondition>[])[new VmInstanceInventory.QueryFields().Name.Contains, new VmInstanceInventory.QueryFields().Name.StartsWith, new VmInstanceInventory.QueryFields().Name.EndsWith])
        {
            var e = Assert.Throws<ArgumentException>(() => condition(text));
            Assert.Contains($"'name' contains '{wildcard}' at index {index}", e.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentNullException>(() => condition(null!));
        }
    }

    private static async Task<string> RefusedAsync<T>(ZStackQuery<T> query)
        where T : ZStackStructure
    {
        var server = new StubServer();
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.Query(query).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(server.Requests);
        return e.Message;
    }

    public static TheoryData<Func<VmInstanceInventory.QueryFields, QueryCondition>, string> Plain => new()
    {
        { f => f.Name == "a", "q=name=a" },
        { f => f.Name != "a", "q=name!=a" },
        { f => f.CpuNum > 2, "q=cpuNum>2" },
        { f => f.CpuNum >= -2, "q=cpuNum>=-2" },
        { f => f.MemorySize < 4L << 30, "q=memorySize<4294967296" },
        { f => f.Load <= 0.1, "q=load<=0.1" },
        { f => f.Enabled == true, "q=enabled=true" },
        { f => f.Name == null, "q=name is null" },
        { f => f.Name != null, "q=name not null" },
        { f => f.CpuNum.IsNull(), "q=cpuNum is null" },
        { f => f.Name.In("a", "b"), "q=name?=a,b" },
        { f => f.CpuNum.NotIn(1, 2), "q=cpuNum!?=1,2" },
        { f => f.Name.Like("w%_"), "q=name~=w%_" },
        { f => f.Name.NotLike("w%"), "q=name!~=w%" },
        { f => f.Name.Contains("web 1"), "q=name~=%web 1%" },
        { f => f.Name.StartsWith("web"), "q=name~=web%" },
        { f => f.Name.EndsWith("-1"), "q=name~=%-1" },
        { f => f.Name.EqualTo("a"), "q=name=a" },
        { f => f.Name.EqualTo(null), "q=name is null" },
        { f => f.Name.NotEqualTo("a"), "q=name!=a" },
        { f => f.CpuNum.LessThan(2), "q=cpuNum<2" },
        { f => f.CpuNum.LessThanOrEqualTo(2), "q=cpuNum<=2" },
        { f => f.CpuNum.GreaterThan(2), "q=cpuNum>2" },
        { f => f.CpuNum.GreaterThanOrEqualTo(2), "q=cpuNum>=2" },
        { f => f.CpuNum.GreaterThan(2).And(f.Name.EqualTo("a")), "q=cpuNum>2&q=name=a" },
        { f => f.CpuNum.GreaterThan(2).Not(), "q=cpuNum<=2" },
        { f => f.VmNics.Ip == "10.0.0.1", "q=vmNics.ip=10.0.0.1" },
        { f => f.VmNics.Vm.VmNics.Ip == "10.0.0.1", "q=vmNics.vm.vmNics.ip=10.0.0.1" },
        { f => f.Field("vmNics.eip.vipIp") == "10.0.0.1", "q=vmNics.eip.vipIp=10.0.0.1" },
        { f => f.Field<int>("gpuNum") > 1, "q=gpuNum>1" },
        { f => f.SystemTag == "a::b", "q=__systemTag__=a::b" },
        { f => f.VmNics.UserTag.Like("a%"), "q=vmNics.__userTag__~=a%" },
        { f => f.TagUuid.In("t"), "q=__tagUuid__?=t" },
        { f => f.Tags == "x", "q=tags=x" },
        { f => f.Name == "", "q=name=" },
        { f => f.CreateDate > new DateTimeOffset(2024, 3, 5, 1, 2, 3, TimeSpan.FromHours(8)), "q=createDate>2024-03-04 17:02:03" },
        { f => f.Name == "a" & f.CpuNum > 2 & f.Enabled == false, "q=name=a&q=cpuNum>2&q=enabled=false" },
        { f => f.Name == "a" && f.CpuNum > 2, "q=name=a&q=cpuNum>2" },
        { f => !(f.Name == "a"), "q=name!=a" },
        { f => !(f.CpuNum > 2 | f.Name.Like("a%")), "q=cpuNum<=2&q=name!~=a%" },
        { f => !(f.SystemTag == "x"), "q=__systemTag__!=x" },
        { f => !!(f.VmNics.Ip == "x"), "q=vmNics.ip=x" },
        { f => f.Field<VmPlatform>("platform") == "Linux", "q=platform=Linux" },
        { f => f.Field<VmPlatform>("platform").In("Linux", new VmPlatform("Own")), "q=platform?=Linux,Own" },
        { f => f.Name == "a" | f.CpuNum.NotIn(Array.Empty<int>()), "" },
        { f => f.Name == "a" & f.CpuNum.NotIn(new List<int>()), "q=name=a" },
    };

    [Theory]
    [MemberData(nameof(Plain))]
    public async Task Conditions_are_sent_as_parameters_if_possible(Func<VmInstanceInventory.QueryFields, QueryCondition> condition, string expected)
        => Assert.Equal("vm-instances?" + (expected.Length > 0 ? expected + "&" : "") + "limit=500&sort=+uuid", await SentAsync(condition));

    public static TheoryData<Func<VmInstanceInventory.QueryFields, QueryCondition>, string> Rerouted => new()
    {
        { f => f.Name == "it's", "name = 'it''s'" },
        { f => f.Name == "a>=b", "name = 'a>=b'" },
        { f => f.Name == "=a", "name = '=a'" },
        { f => f.CpuNum > 2 & f.Name > "a=b", "cpuNum > '2' and name > 'a=b'" },
        { f => f.Name != "", "name != ''" },
        { f => f.Name.In("a,b", "c"), "name in ('a,b','c')" },
        { f => f.Name.In("a", ""), "name in ('a','')" },
        { f => f.Name.NotIn(" a"), "name not in (' a')" },
        { f => f.Name == "a" | f.CpuNum > 2, "name = 'a' or cpuNum > '2'" },
        { f => f.Name == "a" || f.CpuNum > 2 && f.Enabled == true, "name = 'a' or (cpuNum > '2' and enabled = 'true')" },
        { f => (f.Name == "a" | f.CpuNum > 2) & f.Enabled == true, "(name = 'a' or cpuNum > '2') and enabled = 'true'" },
        { f => f.Name == null | f.CpuNum.IsNotNull(), "name is null or cpuNum is not null" },
        { f => !(f.VmNics.Ip == "x"), "uuid not in (query vminstance.uuid where vmNics.ip = 'x')" },
        { f => !(f.VmNics.Ip == "x" | f.Tags.Like("t%")), "uuid not in (query vminstance.uuid where vmNics.ip = 'x') and uuid not in (query vminstance.uuid where tags like 't%')" },
    };

    [Theory]
    [MemberData(nameof(Rerouted))]
    public async Task Conditions_that_a_parameter_cannot_express_are_sent_as_ZQL(Func<VmInstanceInventory.QueryFields, QueryCondition> condition, string expected)
        => Assert.Equal("zql?zql=query vminstance where " + expected + " order by uuid asc limit 500", await SentAsync(condition));

    [Fact]
    public async Task Order_fields_filter_and_page_are_sent_in_both_forms()
    {
        var query = VmInstanceInventory.Query.Where(f => f.CpuNum > 1).Where(f => f.Name != "x")
            .OrderBy(f => f.CpuNum).OrderByDescending(f => f.Name).ThenBy(f => f.CpuNum).Select(f => f.Name, f => f.CpuNum).Skip(20).Take(10).WithPageSize(40);

        Assert.Equal("vm-instances?q=cpuNum>1&q=name!=x&limit=10&start=20&sort=+name desc,cpuNum asc,uuid&fields=name,cpuNum,uuid&filterName=a:b", await SentAsync(query.WithFilter("a:b")));
        Assert.Equal(
            "zql?zql=query vminstance.name,cpuNum,uuid where cpuNum > '1' and name != 'x' and name != 'it''s' order by name desc,cpuNum asc,uuid asc limit 10 offset 20",
            await SentAsync(query.Where(f => f.Name != "it's")));
        Assert.Equal("vm-instances?limit=500&sort=-uuid", await SentAsync(VmInstanceInventory.Query.OrderByDescending(f => f.Uuid)));
        Assert.Equal("shares?limit=500&sort=+ownerUuid desc,resourceUuid", await SentAsync(ShareInventory.Query.OrderByDescending(f => f.OwnerUuid)));
    }

    [Fact]
    public async Task A_timestamp_is_sent_in_the_servers_time_zone_and_rounded_without_changing_the_meaning()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(8), null, null);
        var moment = new DateTimeOffset(2024, 1, 1, 0, 0, 0, 500, TimeSpan.Zero);

        Assert.Contains("createDate<2024-01-01 08:00:01&", await SentAsync(VmInstanceInventory.Query.Where(f => f.CreateDate < moment), zone), StringComparison.Ordinal);
        Assert.Contains("createDate>=2024-01-01 08:00:01&", await SentAsync(VmInstanceInventory.Query.Where(f => f.CreateDate >= moment), zone), StringComparison.Ordinal);
        Assert.Contains("createDate<=2024-01-01 08:00:00&", await SentAsync(VmInstanceInventory.Query.Where(f => f.CreateDate <= moment), zone), StringComparison.Ordinal);
        Assert.Contains("createDate>2024-01-01 08:00:00&", await SentAsync(VmInstanceInventory.Query.Where(f => f.CreateDate > moment), zone), StringComparison.Ordinal);
        Assert.Contains("'createDate' has a fraction of a second", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.CreateDate == moment)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-8)]
    [InlineData(0)]
    [InlineData(8)]
    public async Task The_greatest_timestamp_is_a_bound_like_any_other(int hours)
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("zone", TimeSpan.FromHours(hours), null, null);
        string last = hours < 0 ? "9999-12-31 15:59:59&" : "9999-12-31 23:59:59&";
        Assert.Contains("createDate<" + last, await SentAsync(VmInstanceInventory.Query.Where(f => f.CreateDate < DateTimeOffset.MaxValue), zone), StringComparison.Ordinal);
        Assert.Contains("createDate<=" + last, await SentAsync(VmInstanceInventory.Query.Where(f => f.CreateDate <= DateTimeOffset.MaxValue), zone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_servers_time_zone_is_requested_only_for_conditions_with_a_timestamp()
    {
        var server = new StubServer
        {
            Answer = static call => call.Line.EndsWith("platform-timezone", StringComparison.Ordinal)
                ? StubServer.Json(200, """{"timezone":"GMT+08:00","offset":"+08:00"}""")
                : StubServer.Json(200, """{"inventories":[],"total":0,"results":[{"inventories":[],"total":0}]}"""),
        };
        await using var client = server.Client(static options => options.ServerTimeZone = null);
        var moment = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var ct = TestContext.Current.CancellationToken;

        await client.Query(VmInstanceInventory.Query.Where(f => f.Name == "a")).ToListAsync(ct);
        await client.QueryZqlAsync(Zql.Count("zone"), ct);
        await client.Query(VmInstanceInventory.Query.Where(f => f.CreateDate > moment)).CountAsync(ct);
        await client.QueryZqlAsync(Zql.Count("zone").Where(f => f.Field<DateTimeOffset>("createDate") > moment), ct);

        Assert.Equal(
            [
                "GET /zstack/v1/vm-instances?q=name=a&limit=500&sort=+uuid",
                "GET /zstack/v1/zql?zql=count zone",
                "GET /zstack/v1/management-nodes/platform-timezone",
                "GET /zstack/v1/vm-instances?q=createDate>2024-01-01 08:00:00&count=true",
                "GET /zstack/v1/zql?zql=count zone where createDate > '2024-01-01 08:00:00'",
            ],
            server.Calls.Select(static call => Uri.UnescapeDataString(call.Line)));
    }

    [Fact]
    public async Task A_condition_that_cannot_be_sent_is_refused_with_api_field_and_reason()
    {
        Assert.Equal(
            "API QueryShare: the query cannot be sent: in the condition on 'ownerUuid' the value contains a single quote, which the parameter q cannot express, and the ZQL name of the resource is not known.",
            await RefusedAsync(ShareInventory.Query.Where(f => f.OwnerUuid == "it's")));
        Assert.Contains("'|' combines conditions", await RefusedAsync(ShareInventory.Query.Where(f => f.OwnerUuid == "a" | f.OwnerUuid == "b")), StringComparison.Ordinal);
        Assert.Contains("'name' contains a backslash", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Name == @"a\b")), StringComparison.Ordinal);
        Assert.Contains("does not support WithFilter", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Name == "it's").WithFilter("a:b")), StringComparison.Ordinal);
        Assert.Contains("'load' is not a finite number", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Load > double.PositiveInfinity)), StringComparison.Ordinal);
        Assert.Contains("is the default of an open enumeration", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Field<VmPlatform>("platform") == default(VmPlatform))), StringComparison.Ordinal);
        Assert.Contains("is of the type DateTime;", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Field<DateTime>("createDate") > DateTime.UnixEpoch)), StringComparison.Ordinal);
        Assert.Contains("'a b' is not a valid field name", await RefusedAsync(VmInstanceInventory.Query.Where(f => f.Field("a b") == "x")), StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_that_the_server_cannot_sort_by_or_select_are_refused_at_once()
    {
        Assert.Contains("cannot sort by 'vmNics.ip'", Assert.Throws<ArgumentException>(() => VmInstanceInventory.Query.OrderBy(f => f.VmNics.Ip)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot sort by 'tags'", Assert.Throws<ArgumentException>(() => VmInstanceInventory.Query.ThenBy(f => f.Tags)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot sort by 'name desc'", Assert.Throws<ArgumentException>(() => VmInstanceInventory.Query.OrderBy(f => f.Field("name desc"))).Message, StringComparison.Ordinal);
        Assert.Contains("'vmNics.ip' cannot be selected", Assert.Throws<ArgumentException>(() => VmInstanceInventory.Query.Select(f => f.VmNics.Ip)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => VmInstanceInventory.Query.Where(f => f.Name.In("a", null!)));
        Assert.Throws<ArgumentException>(() => VmInstanceInventory.Query.Where(_ => null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => VmInstanceInventory.Query.Take(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VmInstanceInventory.Query.Skip(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VmInstanceInventory.Query.WithPageSize(0));
    }

    [Fact]
    public async Task An_empty_list_finds_nothing_without_a_request()
    {
        var server = new StubServer();
        await using var client = server.Client();
        var query = VmInstanceInventory.Query.Where(f => f.Name == "a" & f.CpuNum.In(Array.Empty<int>()));
        var ct = TestContext.Current.CancellationToken;

        Assert.Empty(await client.Query(query).ToListAsync(ct));
        Assert.Equal(0, await client.Query(query).CountAsync(ct));
        Assert.Null(await client.Query(query).FirstOrDefaultAsync(ct));
        Assert.Null(await client.GetAsync(query, "u", ct));
        Assert.Equal(0, (await client.Query(query).GetPageAsync(ct)).Total);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Fields_with_equal_paths_are_equal()
    {
        var f = new VmInstanceInventory.QueryFields();
        Assert.Equal(f.Name, f.Field("name"));
        Assert.Equal(f.Name.GetHashCode(), f.Field("name").GetHashCode());
        Assert.NotEqual<object>(f.Name, f.VmNics.Ip);
        Assert.Equal("vmNics.ip", f.VmNics.Ip.ToString());
    }

    // An open enumeration in the form of generated code.
    public readonly struct VmPlatform(string value)
    {
        public static implicit operator VmPlatform(string value) => new(value);

        public override string ToString() => value;
    }
}
