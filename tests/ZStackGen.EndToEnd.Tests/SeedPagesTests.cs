using System;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>A simulator of two published pages of one API, unchanged. The client comes from the repository's own page.</summary>
public sealed class SeedPagesTests
{
    [Fact]
    public async Task A_simulator_of_the_published_pages_responds_to_the_generated_action()
    {
        TimeZoneInfo shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(
            new ZStackSimulatorOptions { Specs = SpecSource.Files(SharedFolder.RequireFile("seeds/000_be2ab4beae76d701.txt"), SharedFolder.RequireFile("seeds/001_8a571608c58bba56.txt")) },
            TestContext.Current.CancellationToken);
        await using var client = new ZStackClient(new ZStackClientOptions
        {
            BaseAddress = zstack.BaseAddress.ToString(),
            Credential = ZStackCredential.Password("admin", "password"),
            HandlerFactory = zstack.CreateHandler,
            ServerTimeZone = shanghai,
        });

        GetCandidateVmForAttachingIsoAction.Result result = await client.CallAsync(
            new GetCandidateVmForAttachingIsoAction { IsoUuid = "3e5e142462c54736b1880b43d49edeba" }, TestContext.Current.CancellationToken);

        Assert.Empty(zstack.SkippedPages);
        VmInstanceInventory vm = Assert.Single(result.Inventories);
        Assert.Equal((8589934592L, 1, "Stopped"), (vm.MemorySize, vm.CpuNum, vm.State));
        Assert.Equal(new DateTimeOffset(2017, 11, 14, 22, 20, 57, TimeSpan.FromHours(8)), vm.CreateDate);
        VmNicInventory nic = Assert.Single(vm.VmNics);
        Assert.Equal(("192.168.1.10", 0, "KVM"), (nic.Ip, nic.DeviceId, nic.HypervisorType));
        // Undocumented: only the example contains it.
        Assert.Equal("a8a2f1fd54f83c41bab8d7c169776dd9", nic.UnknownMembers["usedIpUuid"].GetString());
        Assert.Equal(107374182400L, Assert.Single(vm.AllVolumes).Size);
    }
}
