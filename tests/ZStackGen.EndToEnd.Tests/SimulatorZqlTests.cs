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
    [InlineData("query vminstance.name where zoneUuid in (query zone.uuid where name = 'hall-a') order by name asc limit 1 offset 1 return with (total)", """{"results":[{"inventories":[{"name":"web-1"}],"total":2}]}""")]
    [InlineData("query vminstance.name where name not in ('db-1', 'x') named as 'mine'; count zone where description is not null", """{"results":[{"inventories":[{"name":"web-1"}],"name":"mine"},{"total":2}]}""")]
    [InlineData("query vminstance.name where vmNics.ip = '172.20.10.22' and hostUuid is null", """{"results":[{"inventories":[{"name":"db-1"}]}]}""")]
    [InlineData("count zone where name = 'it''s'", """{"results":[{"total":0}]}""")]
    [InlineData("count zone where isDefault = true", """{"results":[{"total":1}]}""")]
    public async Task Queries_and_counts_are_carried_out(string zql, string expected)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.GetAsync("v1/zql?zql=" + Uri.EscapeDataString(zql));

        Assert.Equal((200, expected), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("QUERY zone", "'QUERY' stands at 0")]
    [InlineData("query zone where", "ends where a field should be")]
    [InlineData("query zone where name = 'open", "has no end")]
    [InlineData("query zone where name", "ends where an operator should be")]
    [InlineData("query zoo", "no resource 'zoo'")]
    [InlineData("query zone where colour = 'red'", "no queryable field 'colour'")]
    [InlineData("query zone group by name", "'group'")]
    [InlineData("query zone limit many", "'many' stands at 17")]
    [InlineData("query zone where name = §", "'§'")]
    [InlineData("", "[zql]")]
    [InlineData(" ", "no statement")]
    public async Task What_cannot_be_carried_out_is_a_503_that_says_where(string zql, string expected)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.GetAsync("v1/zql" + (zql.Length == 0 ? "" : "?zql=" + Uri.EscapeDataString(zql)));

        Assert.Equal(503, answer.Status);
        Assert.Contains(expected, (string)answer.Json["error"]!["details"]!, StringComparison.Ordinal);
    }
}
