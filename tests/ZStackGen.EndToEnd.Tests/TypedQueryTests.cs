using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>The queries generated from the repository's pages against the simulator, which parses conditions with all the quirks of the server.</summary>
public sealed class TypedQueryTests
{
    private static readonly string[] s_awkward =
        ["plain", "it's", "a>=b", "=x", "==", "a=b", "a<b", "a,b", "", " edge ", "中文 名称", "50%", "a_b", "x is null", "!?=", "~=", "a&b+c#d;e", "\"q\"", "''", "😀", "new\nline"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Task<ZStackSimulator> StartAsync(bool withExamples = false) => Simulators.StartAsync(configure: options => options.StartWithExamples = withExamples);

    private static ZStackClient Connect(ZStackSimulator zstack, TimeZoneInfo? zone = null) => new(new ZStackClientOptions
    {
        BaseAddress = zstack.BaseAddress.ToString(),
        Credential = ZStackCredential.Password("admin", "password"),
        HandlerFactory = zstack.CreateHandler,
        ServerTimeZone = zone ?? TimeZoneInfo.Utc,
    });

    private static IEnumerable<string> Sent(ZStackSimulator zstack, string api) => zstack.ReceivedCalls.Where(call => call.Api == api).Select(static call => Uri.UnescapeDataString(call.Query));

    [Fact]
    public async Task A_typed_query_returns_the_matches_in_order()
    {
        await using ZStackSimulator zstack = await StartAsync(withExamples: true);
        await using ZStackClient client = Connect(zstack);

        var names = new List<string?>();
        await foreach (VmInstanceInventory vm in client.Query(VmInstanceInventory.Query.Where(f => f.State != "Destroyed" & f.CpuNum >= 2).OrderByDescending(f => f.Name), Token))
            names.Add(vm.Name);

        Assert.Equal(["web-1", "db-1"], names);
        Assert.Equal(["?q=state!=Destroyed&q=cpuNum>=2&limit=500&sort=+name desc,uuid"], Sent(zstack, "QueryVmInstance"));
    }

    [Fact]
    public async Task A_resource_is_found_by_its_exact_name_with_any_characters()
    {
        await using ZStackSimulator zstack = await StartAsync();
        await using ZStackClient client = Connect(zstack);
        foreach (string name in s_awkward)
            zstack.Seed("QueryZone", new JsonObject { ["name"] = name });

        foreach (string name in s_awkward)
        {
            Assert.Equal([name], await NamesAsync(f => f.Name == name));
            Assert.Equal(Sorted(s_awkward.Where(other => other != name)), Sorted(await NamesAsync(f => f.Name != name)));
            Assert.Equal(Sorted([name, "plain"]), Sorted(await NamesAsync(f => f.Name.In("plain", name))));
            Assert.Equal(Sorted(s_awkward.Where(other => other != name && other != "plain")), Sorted(await NamesAsync(f => f.Name.NotIn("plain", name))));
            Assert.Contains(name, await NamesAsync(f => f.Name.Like(name)));
            Assert.Equal(1, await client.Query(ZoneInventory.Query.Where(f => f.Name == name), Token).CountAsync(Token));
            Assert.Equal(name, (await client.Query(ZoneInventory.Query.Where(f => f.Name == name), Token).FirstOrDefaultAsync(Token))!.Name);
        }

        Assert.NotEmpty(Sent(zstack, "ZQLQuery"));
        Assert.All(zstack.ReceivedCalls, static call => Assert.Equal(200, call.Status));

        async Task<List<string?>> NamesAsync(Func<ZoneInventory.QueryFields, QueryCondition> condition)
            => [.. (await client.Query(ZoneInventory.Query.Where(condition), Token).ToListAsync(Token)).Select(static zone => zone.Name)];

        static IEnumerable<string?> Sorted(IEnumerable<string?> names) => names.Distinct().Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task Conditions_on_parts_tags_and_related_resources_can_be_combined()
    {
        await using ZStackSimulator zstack = await StartAsync(withExamples: true);
        await using ZStackClient client = Connect(zstack);

        Assert.Equal(["db-1"], await NamesAsync(f => f.VmNics.Ip == "172.20.10.22"));
        Assert.Equal(["web-1"], await NamesAsync(f => f.VmNics.UsedIps.Ip.Like("%21")));
        Assert.Equal(["web-1"], await NamesAsync(f => !(f.VmNics.Ip == "172.20.10.22")));
        Assert.Equal(["db-1", "web-1"], await NamesAsync(f => f.Field("zone.name") == "hall-a"));
        Assert.Equal(["db-1"], await NamesAsync(f => f.HostUuid == null));
        Assert.Equal(["db-1", "web-1"], await NamesAsync(f => f.CpuNum > 2 | f.State == "Running"));
        Assert.Equal(["web-1"], await NamesAsync(f => !(f.CpuNum > 2 | f.State == "Stopped")));
        Assert.Equal(["db-1"], await NamesAsync(f => f.CreateDate >= new DateTimeOffset(2024, 3, 5, 0, 0, 0, TimeSpan.Zero)));
        Assert.Empty(await NamesAsync(f => f.SystemTag == "no such tag"));

        async Task<List<string?>> NamesAsync(Func<VmInstanceInventory.QueryFields, QueryCondition> condition)
            => [.. (await client.Query(VmInstanceInventory.Query.Where(condition).OrderBy(f => f.Name), Token).ToListAsync(Token)).Select(static vm => vm.Name)];
    }

    [Fact]
    public async Task Paging_through_thousands_skips_and_repeats_nothing_during_concurrent_creations()
    {
        await using ZStackSimulator zstack = await StartAsync();
        await using ZStackClient client = Connect(zstack);
        var there = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < 2500; i++)
            there.Add(zstack.Seed("QueryZone", new JsonObject { ["name"] = "zone-" + i }));

        var seen = new List<string>();
        await foreach (ZoneInventory zone in client.Query(ZoneInventory.Query.Where(f => f.Name.Like("zone-%")), Token))
        {
            seen.Add(zone.Uuid);
            if (seen.Count % 50 == 0)
                await client.CallAsync(new CreateZoneAction { Name = "zone-late-" + seen.Count }, Token);
        }

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Subset(seen.ToHashSet(), there);
        Assert.InRange(Sent(zstack, "QueryZone").Count(), 6, 7);
        Assert.Equal(2500, await client.Query(ZoneInventory.Query.Where(f => f.Name.Like("zone-%") & f.Name.NotLike("zone-late-%")), Token).CountAsync(Token));
    }

    [Fact]
    public async Task Pages_by_ZQL_continue_like_those_of_the_query_API()
    {
        await using ZStackSimulator zstack = await StartAsync();
        await using ZStackClient client = Connect(zstack);
        for (int i = 0; i < 25; i++)
            zstack.Seed("QueryZone", new JsonObject { ["name"] = "it's zone " + (i % 7) });
        var query = ZoneInventory.Query.Where(f => f.Name.Like("it's %") & f.Name != "it's zone 0").WithPageSize(5);

        IReadOnlyList<ZoneInventory> walked = await client.Query(query, Token).ToListAsync(Token);
        ZStackPage<ZoneInventory> page = await client.Query(query.OrderByDescending(f => f.Name).Skip(2).Take(3), Token).GetPageAsync(Token);

        Assert.Equal((21, 21), (walked.Count, walked.Select(static zone => zone.Uuid).Distinct().Count()));
        Assert.Equal(21, await client.Query(query, Token).CountAsync(Token));
        Assert.Equal((3, 21L, "it's zone 6"), (page.Items.Count, page.Total, page.Items[0].Name));
        Assert.DoesNotContain(zstack.ReceivedCalls, static call => call.Api == "QueryZone");
    }

    [Fact]
    public async Task Five_thousand_uuids_in_one_condition_are_split_into_several_requests()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options =>
        {
            options.StartWithExamples = false;
            options.Port = 0;
        });
        await using ZStackClient client = Connect(zstack);
        List<string> uuids = [.. Enumerable.Range(0, 5000).Select(static i => Guid.NewGuid().ToString("N"))];
        foreach (string uuid in uuids.Take(1200))
            zstack.Seed("QueryZone", new JsonObject { ["uuid"] = uuid, ["name"] = "many" });
        zstack.Seed("QueryZone", new JsonObject { ["name"] = "not asked for" });

        IReadOnlyList<ZoneInventory> found = await client.Query(ZoneInventory.Query.Where(f => f.Uuid.In(uuids)), Token).ToListAsync(Token);

        Assert.Equal(uuids.Take(1200).Order(StringComparer.Ordinal), found.Select(static zone => zone.Uuid).Order(StringComparer.Ordinal));
        Assert.Equal(1200, await client.Query(ZoneInventory.Query.Where(f => f.Uuid.In(uuids)), Token).CountAsync(Token));
    }

    [Fact]
    public async Task A_resource_is_returned_by_its_uuid_or_null_if_it_does_not_exist()
    {
        await using ZStackSimulator zstack = await StartAsync();
        await using ZStackClient client = Connect(zstack);
        string uuid = zstack.Seed("QueryZone", new JsonObject { ["name"] = "only", ["state"] = "Enabled" });

        Assert.Equal("only", (await client.GetAsync(ZoneInventory.Query, uuid, Token))!.Name);
        Assert.Null(await client.GetAsync(ZoneInventory.Query, "0123456789abcdef0123456789abcdef", Token));
        Assert.Null(await client.GetAsync(ZoneInventory.Query.Where(f => f.State == "Disabled"), uuid, Token));
        ZoneInventory part = (await client.GetAsync(ZoneInventory.Query.Select(f => f.Name), uuid, Token))!;
        Assert.Equal(("only", uuid, null), (part.Name, part.Uuid, part.State));
    }

    [Fact]
    public async Task ZQL_statements_are_executed_together_and_read_into_generated_structures()
    {
        await using ZStackSimulator zstack = await StartAsync(withExamples: true);
        await using ZStackClient client = Connect(zstack);

        IReadOnlyList<ZqlResult> results = await client.QueryZqlAsync(
            [
                Zql.Query(VmInstanceInventory.Query.Where(f => f.VmNics.Ip == "172.20.10.22" | f.Name == "it's")).ReturnTotal().NamedAs("by ip"),
                Zql.Count("zone").Where(f => f.Field("name").Like("hall-%")),
                Zql.Raw("query zone.name where name = " + Zql.Literal("hall-b")),
            ],
            Token);

        Assert.Equal(("by ip", 1L, "db-1"), (results[0].Name, results[0].Total, Assert.Single(results[0].Inventories(VmInstanceInventory.Read)).Name));
        Assert.Equal(2, results[1].Total);
        Assert.Equal("hall-b", Assert.Single(results[2].Inventories(ZoneInventory.Read)).Name);
    }

    [Fact]
    public async Task A_server_error_is_thrown_with_the_first_page()
    {
        await using ZStackSimulator zstack = await StartAsync();
        await using ZStackClient client = Connect(zstack);

        var failed = await Assert.ThrowsAsync<ZStackServerException>(() => client.Query(ZoneInventory.Query.Where(f => f.Field("colour") == "red"), Token).ToListAsync(Token));

        Assert.Equal("QueryZone", failed.Api);
    }
}
