using System;
using System.Threading.Tasks;
using Xunit;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Arguments are validated by the rules of the page before anything is sent. The caller's values are not changed.</summary>
public sealed class ArgumentCheckTests
{
    [Fact]
    public async Task A_value_that_the_page_does_not_allow_is_refused_and_the_message_lists_the_allowed_values()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        await using ZStackClient client = Client(zstack);
        var action = new CreateVmInstanceAction { Name = "web", Strategy = "instantstart" };

        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(action, TestContext.Current.CancellationToken));

        Assert.StartsWith("API CreateVmInstance: parameter 'strategy' is 'instantstart', but must be one of: InstantStart, JustCreate, CreateStopped.", e.Message, StringComparison.Ordinal);
        Assert.Equal("strategy", e.ParamName);
        Assert.Equal("instantstart", action.Strategy!.Value.Value);
        Assert.DoesNotContain(zstack.ReceivedCalls, static call => call.Api == "CreateVmInstance");
    }

    [Theory]
    [InlineData(0, "is 0, but must be from 1 to 1024")]
    [InlineData(1025, "is 1025, but must be from 1 to 1024")]
    public async Task A_number_out_of_range_is_refused(int cpus, string said)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        await using ZStackClient client = Client(zstack);

        var e = await Assert.ThrowsAsync<ArgumentException>(
            () => client.CallAsync(new UpdateVmInstanceAction { Uuid = Guid.NewGuid().ToString("N"), CpuNum = cpus }, TestContext.Current.CancellationToken));

        Assert.Contains("parameter 'cpuNum' " + said, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_string_that_is_too_long_is_refused_and_not_shown()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        await using ZStackClient client = Client(zstack);

        var e = await Assert.ThrowsAsync<ArgumentException>(
            () => client.CallAsync(new CreateZoneAction { Name = new string('x', 256) }, TestContext.Current.CancellationToken));

        Assert.Contains("parameter 'name' is 256 characters long, but must be at most 255", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_at_the_bounds_are_sent()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        await using ZStackClient client = Client(zstack);

        CreateZoneAction.Result zone = await client.CallAsync(new CreateZoneAction { Name = new string('x', 255) }, TestContext.Current.CancellationToken);

        Assert.Equal(255, zone.Inventory.Name!.Length);
    }

    // The server may be newer than the page. The simulator is not, so here it refuses the value.
    [Fact]
    public async Task Without_argument_checks_the_server_decides()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        await using ZStackClient client = Client(zstack, static options => options.ValidateArguments = false);

        var e = await Assert.ThrowsAsync<ZStackInvalidParameterException>(
            () => client.CallAsync(new CreateZoneAction { Name = new string('x', 256) }, TestContext.Current.CancellationToken));

        Assert.Equal("SYS.1007", e.Error.Code);
        Assert.Contains(zstack.ReceivedCalls, static call => call.Api == "CreateZone");
    }

    [Fact]
    public async Task A_missing_argument_is_named_unless_a_tag_marks_the_arguments_as_encrypted()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        await using ZStackClient client = Client(zstack);

        var e = await Assert.ThrowsAsync<ArgumentException>(() => client.CallAsync(new CreateZoneAction { Name = null! }, TestContext.Current.CancellationToken));
        await client.CallAsync(new CreateZoneAction { Name = null!, SystemTags = ["encryptionParam::bmFtZQ=="] }, TestContext.Current.CancellationToken);

        Assert.StartsWith("API CreateZone: parameter 'name' is null; it is required.", e.Message, StringComparison.Ordinal);
        Assert.Single(zstack.ReceivedCalls, static call => call.Api == "CreateZone");
    }

    [Fact]
    public async Task A_null_in_a_list_is_refused()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        await using ZStackClient client = Client(zstack);

        var e = await Assert.ThrowsAsync<ArgumentException>(
            () => client.CallAsync(new CreateZoneAction { Name = "z", TagUuids = ["a", null!] }, TestContext.Current.CancellationToken));

        Assert.Contains("parameter 'tagUuids' contains null at index 1", e.Message, StringComparison.Ordinal);
    }

    private static ZStackClient Client(ZStackSimulator zstack, Action<ZStackClientOptions>? configure = null)
    {
        var options = new ZStackClientOptions
        {
            BaseAddress = zstack.BaseAddress.AbsoluteUri,
            Credential = ZStackCredential.Password("admin", "password"),
            HandlerFactory = zstack.CreateHandler,
            PollInterval = TimeSpan.FromMilliseconds(5),
        };
        configure?.Invoke(options);
        return new ZStackClient(options);
    }
}
