using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public sealed class SimulatorQueryTests
{
    private static async Task<ZStackSimulator> StartWithZonesAsync()
    {
        ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.StartWithExamples = false);
        Seed("a1", "Enabled", "Jan 8, 2024 10:00:05 AM", isDefault: true);
        Seed("a2", "Disabled", "Feb 19, 2024 1:33:40 PM");
        Seed("b1", "Enabled", "Mar 4, 2024 12:00:00 AM");
        Seed("a>=b", "Enabled", "Mar 5, 2024 12:00:00 PM");
        return zstack;

        void Seed(string name, string state, string createDate, bool isDefault = false)
        {
            var zone = new JsonObject { ["name"] = name, ["state"] = state, ["createDate"] = createDate, ["isDefault"] = isDefault };
            if (name == "b1")
                zone["description"] = "with text";
            zstack.Seed("QueryZone", zone);
        }
    }

    private static async Task<string> NamesAsync(RawClient client, string query)
    {
        RawAnswer answer = await client.GetAsync("v1/zones?" + query);
        Assert.True(answer.Status == 200, $"{query}: {answer.Status} {answer.Text}");
        return string.Join(' ', answer.Json["inventories"]!.AsArray().Select(static zone => (string)zone!["name"]!));
    }

    [Theory]
    [InlineData("", "a1 a2 b1 a>=b")]
    [InlineData("q=name=a1", "a1")]
    [InlineData("q=name=A1", "a1")]
    [InlineData("q=name==a1", "a1")]
    [InlineData("q=name!=a1", "a2 b1 a>=b")]
    [InlineData("q=name~=a%25", "a1 a2 a>=b")]
    [InlineData("q=name~=_1", "a1 b1")]
    [InlineData("q=name!~=a%25", "b1")]
    [InlineData("q=name?=a1,b1", "a1 b1")]
    [InlineData("q=name!?=a1,b1", "a2 a>=b")]
    [InlineData("q=name~=a%25&q=state=Enabled", "a1 a>=b")]
    [InlineData("q=description is null", "a1 a2 a>=b")]
    [InlineData("q=description not null", "b1")]
    [InlineData("q=description!=x", "b1")]
    [InlineData("q=isDefault=true", "a1")]
    [InlineData("q=isDefault!=true", "a2 b1 a>=b")]
    [InlineData("q=createDate>2024-02-01 00:00:00", "a2 b1 a>=b")]
    [InlineData("q=createDate<=2024-03-04 00:00:00", "a1 a2 b1")]
    [InlineData("q=name=", "")]
    [InlineData("condition=name=a1", "a1 a2 b1 a>=b")]
    [InlineData("sort=-name", "b1 a>=b a2 a1")]
    [InlineData("sort=%2Bname&limit=2", "a1 a2")]
    [InlineData("sort=name&start=1&limit=2", "a2 a>=b")]
    [InlineData("sort=-state desc,name", "b1 a>=b a1 a2")]
    [InlineData("limit=0", "")]
    [InlineData("q=__systemTag__=x", "")]
    public async Task Conditions_sorting_and_paging_work_as_on_the_server(string query, string names)
    {
        await using ZStackSimulator zstack = await StartWithZonesAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(names, await NamesAsync(client, query.Replace(" ", "%20", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("q=name=a%3E=b")] // read as "name=a" >= "b"
    [InlineData("q=nosuchfield=1")]
    [InlineData("q=name=it's")]
    [InlineData("q=name is not null")]
    [InlineData("limit=-1")]
    [InlineData("sort=nosuchfield")]
    [InlineData("sort=-name desc,nosuchfield")]
    [InlineData("sort=%2B__userTag__")]
    [InlineData("sort=name sideways")]
    [InlineData("sort=name sideways,uuid")]
    [InlineData("sort=name desc")]
    [InlineData("sort=%2Bname,-uuid")]
    [InlineData("sort=name,,uuid")]
    [InlineData("sort=-")]
    [InlineData("fields=uuid,nothing")]
    [InlineData("fields=UUID")]
    [InlineData("fields=*")]
    [InlineData("fields=cluster.name")]
    [InlineData("fields=__systemTag__")]
    [InlineData("fields=nothing&count=true")]
    [InlineData("filterName=vrouter")]
    [InlineData("filterName=kind:vrouter")]
    [InlineData("filterName=applianceType:vrouter")]
    public async Task A_query_that_the_server_cannot_execute_is_a_503(string query)
    {
        await using ZStackSimulator zstack = await StartWithZonesAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.GetAsync("v1/zones?" + query.Replace(" ", "%20", StringComparison.Ordinal));

        Assert.Equal((503, "SYS.1000"), (answer.Status, answer.ErrorCode));
    }

    [Theory]
    [InlineData("q=name")]
    [InlineData("limit=ten")]
    [InlineData("start=x")]
    public async Task A_query_that_the_server_cannot_parse_is_a_plain_text_400(string query)
    {
        await using ZStackSimulator zstack = await StartWithZonesAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(400, (await client.GetAsync("v1/zones?" + query)).Status);
    }

    [Fact]
    public async Task Count_returns_only_the_total_and_replyWithCount_the_total_of_all_pages()
    {
        await using ZStackSimulator zstack = await StartWithZonesAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer count = await client.GetAsync("v1/zones?count=true&q=name~=a%25");
        RawAnswer page = await client.GetAsync("v1/zones?replyWithCount=true&limit=1&fields=name,state&fields=uuid");

        Assert.Equal("""{"total":3,"schema":{}}""", count.Text);
        Assert.Equal("""{"inventories":[{"name":"a1","state":"Enabled"}],"total":4,"schema":{"inventories[0]":"org.zstack.header.zone.ZoneInventory"}}""", page.Text);
    }

    [Fact]
    public async Task A_list_of_fields_without_a_name_returns_all_fields()
    {
        await using ZStackSimulator zstack = await StartWithZonesAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal("a1 a2 b1 a>=b", await NamesAsync(client, "fields=,"));
    }

    [Fact]
    public async Task A_named_filter_returns_the_appliances_of_a_type()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options =>
        {
            options.StartWithExamples = false;
            options.Specs = SpecSource.Texts(new SpecText("QueryApplianceVm.md", "# QueryApplianceVm\n\n`GET /v1/vm-instances/appliances`\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n"
                + "| inventories | List<ApplianceVmInventory> | a | 0.6 |\n\n### ApplianceVmInventory\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | a | 0.6 |\n| applianceType | String | a | 0.6 |\n"));
        });
        using RawClient client = await new RawClient(zstack).LogInAsync();
        string router = zstack.Seed("QueryApplianceVm", new JsonObject { ["applianceType"] = "vrouter" });
        zstack.Seed("QueryApplianceVm", new JsonObject { ["applianceType"] = "SLB" });

        RawAnswer answer = await client.GetAsync("v1/vm-instances/appliances?filterName=applianceType:vrouter");

        Assert.Equal(router, (string?)Assert.Single(answer.Json["inventories"]!.AsArray())!["uuid"]);
    }

    [Fact]
    public async Task The_route_with_a_uuid_returns_a_list_of_at_most_one_and_ignores_all_other_arguments()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        string uuid = zstack.Seed("QueryZone", new JsonObject { ["name"] = "only" });

        RawAnswer one = await client.GetAsync($"v1/zones/{uuid}?q=name=other&limit=0&count=true");
        RawAnswer none = await client.GetAsync("v1/zones/0123456789abcdef0123456789abcdef");

        Assert.Equal("only", (string)Assert.Single(one.Json["inventories"]!.AsArray())!["name"]!);
        Assert.Equal((200, 0), (none.Status, none.Json["inventories"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("vmNics.ip=172.20.10.22", "db-1")]
    [InlineData("vmNics.usedIps.ip~=%2521", "web-1")]
    [InlineData("zone.name=hall-a", "web-1 db-1")]
    [InlineData("zone.name=hall-b", "")]
    [InlineData("cpuNum>2", "db-1")]
    [InlineData("memorySize<=4294967296", "web-1")]
    [InlineData("hostUuid is null", "db-1")]
    public async Task Conditions_can_use_parts_and_related_resources(string condition, string names)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.GetAsync("v1/vm-instances?q=" + condition.Replace(" ", "%20", StringComparison.Ordinal));

        Assert.Equal(names, string.Join(' ', answer.Json["inventories"]!.AsArray().Select(static vm => (string)vm!["name"]!)));
    }
}
