using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>A VM instance that is an appliance is deserialized as one, by the schema that the server sends.</summary>
public sealed class SubclassTests : IAsyncLifetime
{
    private ZStackSimulator _zstack = null!;
    private ZStackClient _client = null!;
    private string _router = "";

    public async ValueTask InitializeAsync()
    {
        _zstack = await Simulators.StartAsync();
        _client = Connect(includeSchema: true);
        _router = _zstack.Seed("QueryVmInstance", new JsonObject
        {
            ["name"] = "router",
            ["state"] = "Stopped",
            ["applianceVmType"] = "VirtualRouter",
            ["agentPort"] = 7759,
            ["vmNics"] = new JsonArray(new JsonObject { ["ip"] = "172.20.10.1" }),
            ["brandNew"] = 1,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _zstack.DisposeAsync();
    }

    private ZStackClient Connect(bool includeSchema) => new(new ZStackClientOptions
    {
        BaseAddress = _zstack.BaseAddress.ToString(),
        Credential = ZStackCredential.Password("admin", "password"),
        HandlerFactory = _zstack.CreateHandler,
        ServerTimeZone = TimeZoneInfo.Utc,
        PollInterval = TimeSpan.FromMilliseconds(10),
        MaxPollInterval = TimeSpan.FromMilliseconds(10),
        IncludeSchema = includeSchema,
    });

    [Fact]
    public async Task A_query_result_contains_subclasses()
    {
        QueryVmInstanceAction.Result found = await _client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken);

        ApplianceVmInventory router = Assert.Single(found.Inventories.OfType<ApplianceVmInventory>());
        Assert.Equal((_router, "VirtualRouter", 7759, "172.20.10.1"), (router.Uuid, router.ApplianceVmType, router.AgentPort, router.VmNics[0].Ip));
        Assert.Equal(["brandNew"], router.UnknownMembers.Keys);
        Assert.Equal(2, found.Inventories.Count(static vm => vm.GetType() == typeof(VmInstanceInventory)));
        Assert.Equal("org.zstack.appliancevm.ApplianceVmInventory", found.Schema["inventories[2]"]);
    }

    [Fact]
    public async Task The_pages_of_a_typed_query_contain_subclasses()
    {
        var kinds = new List<string>();
        await foreach (VmInstanceInventory vm in _client.Query(VmInstanceInventory.Query.Where(static f => f.Name != "web-1").OrderBy(static f => f.Name), TestContext.Current.CancellationToken))
            kinds.Add(vm.Name + " " + vm.GetType().Name);
        Assert.Equal(["db-1 VmInstanceInventory", "router ApplianceVmInventory"], kinds);
    }

    [Fact]
    public async Task The_result_of_a_job_contains_subclasses()
    {
        StartVmInstanceAction.Result started = await _client.CallAsync(new StartVmInstanceAction { Uuid = _router }, TestContext.Current.CancellationToken);
        Assert.Equal((7759, "Running"), (Assert.IsType<ApplianceVmInventory>(started.Inventory).AgentPort, started.Inventory.State));
    }

    [Fact]
    public async Task Without_a_requested_schema_there_are_no_subclasses()
    {
        await using ZStackClient client = Connect(includeSchema: false);
        StartVmInstanceAction.Result started = await client.CallAsync(new StartVmInstanceAction { Uuid = _router }, TestContext.Current.CancellationToken);
        Assert.Equal(typeof(VmInstanceInventory), started.Inventory.GetType());
        Assert.Equal(7759, started.Inventory.UnknownMembers["agentPort"].GetInt32());
    }
}
