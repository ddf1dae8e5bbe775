using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Api;

namespace Testing;

/// <summary>Tests with a fake of the client: no page, no request, and any response that the test wants.</summary>
public sealed class FakeTests
{
    private static readonly DateTimeOffset s_longAgo = new(2024, 3, 5, 16, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_VM_instances_are_stopped_by_their_UUIDs()
    {
        var client = new FakeClient();
        client.Vms.Add(new VmInstanceInventory { Uuid = "1", Name = "old", LastOpDate = s_longAgo });
        client.Vms.Add(new VmInstanceInventory { Uuid = "2", Name = "new", LastOpDate = DateTimeOffset.UtcNow });

        NightShiftReport report = await new NightShift(client, TimeProvider.System).StopOlderThanAsync(TimeSpan.FromDays(1), Stop);

        Assert.Equal(["old"], report.Stopped);
        Assert.Equal(["1"], client.Calls.Cast<StopVmInstanceAction>().Select(static call => call.Uuid));
    }

    [Fact]
    public async Task A_refused_stop_is_reported()
    {
        var client = new FakeClient { Error = new ZStackError { Code = "SYS.1006", Details = "the host is away" } };
        client.Vms.Add(new VmInstanceInventory { Uuid = "1", Name = "old", LastOpDate = s_longAgo });

        NightShiftReport report = await new NightShift(client, TimeProvider.System).StopOlderThanAsync(TimeSpan.FromDays(1), Stop);

        Assert.Equal(["old"], report.Failed);
    }
}
