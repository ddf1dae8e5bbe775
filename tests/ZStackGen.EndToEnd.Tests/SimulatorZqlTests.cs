using System;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public sealed class SimulatorZqlTests
{
    [Theory]
    [InlineData("query zone.name", """{"results":[{"inventories":[{"name":"hall-a"},{"name":"hall-b"}]}]}""")]
    [InlineData("count zone where state = 'Enabled'", """{"results":[{"total":2}]}""")]
    [InlineData("query vminstance.name,cpuNum where cpuNum > 2", """{"results":[{"inventories":[{"name":"db-1","cpuNum":8}]}]}""")]
    [InlineData("query vminstance.name where (state = 'Stopped' or name like 'web%') and memorySize >= 1 order by name desc", """{"results":[{"inventories":[{"name":"web-1"},{"name":"db-1"}]}]}""")]
    [InlineData("query vminstance.name where state = 'Stopped' or name like 'web%' and memorySize < 1", """{"results":[{"inventories":[{"name":"db-1"}]}]}""")]
    [InlineData("query vminstance.name where zoneUuid in (query zone.uuid where name = 'hall-a') return with (total) order by name asc limit 1 offset 1", """{"results":[{"inventories":[{"name":"web-1"}],"total":2}]}""")]
    [InlineData("query vminstance.name where name not in ('db-1', 'x') named as 'mine'; count zone where description is not null", """{"results":[{"inventories":[{"name":"web-1"}],"name":"mine"},{"total":2}]}""")]
    [InlineData("query vminstance.name where vmNics.ip = '172.20.10.22' and hostUuid is null", """{"results":[{"inventories":[{"name":"db-1"}]}]}""")]
    [InlineData("count zone where name = 'it''s'", """{"results":[{"total":0}]}""")]
    [InlineData("count zone where isDefault = true", """{"results":[{"total":1}]}""")]
    [InlineData("count vminstance group by state,zoneUuid", """{"results":[{"inventoryCounts":[[{"state":"Running","zoneUuid":"97280e34f3cf451a93b8300b408ef571"},1],[{"state":"Stopped","zoneUuid":"97280e34f3cf451a93b8300b408ef571"},1]],"total":2}]}""")]
    [InlineData("count vminstance where name = 'x' group by state", """{"results":[{"total":0}]}""")]
    [InlineData("query vminstance.type group by type", """{"results":[{"inventories":[{"type":"UserVm"}]}]}""")]
    [InlineData("query distinct(vminstance.platform)", """{"results":[{"inventories":[{"platform":"Linux"}]}]}""")]
    [InlineData("count distinct(vminstance.platform) named as 'n'", """{"results":[{"total":1,"name":"n"}]}""")]
    [InlineData("sum vminstance.cpuNum,memorySize by type", """{"results":[{"inventories":[["UserVm",10,21474836480]]}]}""")]
    [InlineData("sum vminstance.cpuNum by name where cpuNum > 1 order by name desc limit 1", """{"results":[{"inventories":[["web-1",2]]}]}""")]
    [InlineData("query max(vminstance.cpuNum)", """{"results":[{"inventoryAggregateFunctions":[[{"cpuNum":8},8]]}]}""")]
    [InlineData("query min(vminstance.cpuNum) group by name order by name asc", """{"results":[{"inventoryAggregateFunctions":[[{"name":"db-1","cpuNum":8},8],[{"name":"web-1","cpuNum":2},2]]}]}""")]
    [InlineData("query avg(vminstance.cpuNum) group by type", """{"results":[{"inventoryAggregateFunctions":[[{"type":"UserVm"},5]]}]}""")]
    [InlineData("query vminstance.name where vmNics.ip has ('172.20.10.21')", """{"results":[{"inventories":[{"name":"web-1"}]}]}""")]
    [InlineData("query vminstance.name where vmNics.ip has ('172.20.10.21', '172.20.10.22')", """{"results":[{"inventories":[]}]}""")]
    [InlineData("query vminstance.name where vmNics.ip not has ('172.20.10.21', '10.0.0.1')", """{"results":[{"inventories":[{"name":"db-1"}]}]}""")]
    [InlineData("count vminstance where __systemTag__ not has ('a')", """{"results":[{"total":2}]}""")]
    [InlineData("query vminstance.name restrict by (zone.name like 'hall-a%', zone.isDefault = true)", """{"results":[{"inventories":[{"name":"web-1"},{"name":"db-1"}]}]}""")]
    [InlineData("query volume.name restrict by (zone.name = 'hall-a') order by name asc limit 1", """{"results":[{"inventories":[{"name":"ROOT-for-db-1"}]}]}""")]
    [InlineData("count volume restrict by (zone.name = 'hall-b')", """{"results":[{"total":0}]}""")]
    [InlineData("query zone.name where name in (query zone.name where isDefault = true) return with (total, zwatch{resultName='cpu',metricName='CPUUsedUtilization',functions=top(num=2)}) named as 'z'", """{"results":[{"inventories":[{"name":"hall-a"}],"total":1,"returnWith":{"cpu":[]},"name":"z"}]}""")]
    public async Task Queries_and_counts_are_executed(string zql, string expected)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.GetAsync("v1/zql?zql=" + Uri.EscapeDataString(zql));

        Assert.Equal((200, expected), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("QUERY zone", "unexpected 'QUERY' at 0")]
    [InlineData("query zone where", "ends where a field is expected")]
    [InlineData("query zone where name = 'open", "is not terminated")]
    [InlineData("query zone where name", "ends where an operator is expected")]
    [InlineData("query zoo", "no resource 'zoo'")]
    [InlineData("query zone where colour = 'red'", "no queryable field 'colour'")]
    [InlineData("query zone group by colour", "no queryable field 'colour'")]
    [InlineData("query zone order by colour asc", "no queryable field 'colour'")]
    [InlineData("query zone order by name asc,colour desc", "no queryable field 'colour'")]
    [InlineData("sum vminstance.cpuNum by zone.name", "'zone.name'")]
    [InlineData("query zone limit 1 return with (total)", "the order of the clauses of 'query' is where, restrict by, return with")]
    [InlineData("sum zone.name by uuid group by name", "'group' at 22 is not allowed there")]
    [InlineData("sum zone by uuid", "'zone' needs a field")]
    [InlineData("count max(zone.name)", "unexpected 'max' at 6; 'distinct' is expected")]
    [InlineData("query zone where name has ('a')", "'name' of zone is a single value")]
    [InlineData("query zone restrict by (vminstance.name = 'web-1')", "no field of zone refers to a vminstance")]
    [InlineData("query vminstance restrict by (name = 'x')", "unexpected 'name' at 30; a resource's field")]
    [InlineData("query zone filter by colour{red}", "does not support the filter 'colour'")]
    [InlineData("query zone return with (weather)", "cannot return 'weather'")]
    [InlineData("query zone return with (zwatch{a=1", "ends where '}' is expected")]
    [InlineData("query vminstance where zoneUuid in (query zone.uuid limit 1)", "unexpected 'limit' at 52; ')' is expected")]
    [InlineData("query vminstance where zoneUuid in (query zone.colour)", "zone has no queryable field 'colour'")]
    [InlineData("query vminstance where zoneUuid in (query zone.cluster.uuid)", "zone has no queryable field")]
    [InlineData("search 'x' from zone", "unexpected 'search' at 0")]
    [InlineData("query zone limit many", "unexpected 'many' at 17")]
    [InlineData("query zone where name = §", "'§'")]
    [InlineData("", "[zql]")]
    [InlineData(" ", "no statement")]
    public async Task A_statement_that_cannot_be_executed_is_a_503_with_the_place(string zql, string expected)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.GetAsync("v1/zql" + (zql.Length == 0 ? "" : "?zql=" + Uri.EscapeDataString(zql)));

        Assert.Equal(503, answer.Status);
        Assert.Contains(expected, (string)answer.Json["error"]!["details"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_results_of_all_statements_together_have_a_limit_in_bytes()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        for (int i = 0; i < 100; i++)
            zstack.Seed("QueryZone", new System.Text.Json.Nodes.JsonObject { ["name"] = $"z{i}", ["description"] = new string('d', 2000) });
        string all = string.Join(';', System.Linq.Enumerable.Repeat("query zone", 100));

        RawAnswer answer = await client.GetAsync("v1/zql?zql=" + Uri.EscapeDataString(all));

        Assert.Equal(503, answer.Status);
        Assert.Contains("exceed the limit of 16 MiB", (string)answer.Json["error"]!["details"]!, StringComparison.Ordinal);
        // The same number of resources with fewer fields is below the limit.
        RawAnswer names = await client.GetAsync("v1/zql?zql=" + Uri.EscapeDataString(all.Replace("zone", "zone.name", StringComparison.Ordinal)));
        Assert.True(names.Status == 200, names.Text);
    }
}
