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

/// <summary>The queries generated from the repository's pages, against the simulator, which reads conditions with all the server's traps.</summary>
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
    public async Task A_typed_query_finds_what_meets_its_conditions_in_its_order()
    {
        await using ZStackSimulator zstack = await StartAsync(withExamples: true);
        await using ZStackClient client = Connect(zstack);

        var names = new List<string?>();
        await foreach (VmInstanceInventory vm in client.Query(VmInstanceInventory.Query.Where(f => f.State != "Destroyed" & f.CpuNum >= 2).OrderByDescending(f => f.Name), Token))
            names.Add(vm.Name);

        Assert.Equal(["web-1", "db-1"], names);
        Assert.Equal(["?q=state!=Destroyed&q=cpuNum>=2&limit=500&sort=+name desc,uuid"], Sent(zstack, "QueryVmInstance"));
    }
}
