using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public class ServerClockTests
{
    private static readonly DateTimeOffset s_start = new(2024, 3, 5, 16, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Asia/Shanghai")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Kathmandu")]
    public async Task Timestamps_are_correct_without_any_setting_in_every_server_time_zone(string zone)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(new FakeTimeProvider(s_start), o => o.TimeZone = TimeZoneInfo.FindSystemTimeZoneById(zone));
        await using ZStackClient client = Client(zstack, ZStackCredential.Password("admin", "password"));
        CreateZoneAction.Result created = await client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken);
        Assert.Equal(s_start, created.Inventory.CreateDate);
        Assert.Equal((ZStackServerTimeZoneSource.Reported, zone), (client.ServerTimeZone!.Source, client.ServerTimeZone.TimeZone.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_access_key_works_with_a_server_in_Shanghai_whose_clock_is_an_hour_fast(bool checksZone)
    {
        var key = new SimulatedAccessKey("Kx3vQ9mZ7pLr2TdY", "nT8sJw4HcB6yVqPz1Rk0EaUfGm5XoLiD", SimulatedAccount.Admin);
        await using ZStackSimulator zstack = await Simulators.StartAsync(new FakeTimeProvider(s_start.AddHours(1)), o =>
        {
            o.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
            o.CheckTimeZone = checksZone;
            o.AccessKeys.Add(key);
        });
        await using ZStackClient client = Client(zstack, ZStackCredential.AccessKey(key.Id, key.Secret));
        CreateZoneAction.Result created = await client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken);
        Assert.Equal(s_start.AddHours(1), created.Inventory.CreateDate);
        Assert.Contains(zstack.ReceivedCalls, call => call.Status == 403);
        Assert.Single(zstack.ReceivedCalls, call => call.Api == "CreateZone" && call.Status == 202);
    }

    private static ZStackClient Client(ZStackSimulator zstack, ZStackCredential credential)
        => new(new ZStackClientOptions
        {
            BaseAddress = zstack.BaseAddress.AbsoluteUri,
            Credential = credential,
            HandlerFactory = zstack.CreateHandler,
            PollInterval = TimeSpan.FromMilliseconds(1),
            TimeProvider = new SlowClock(s_start),
        });

    // The date does not advance, but pauses pass.
    private sealed class SlowClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
