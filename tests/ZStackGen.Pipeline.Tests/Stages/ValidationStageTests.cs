using System;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace ZStack.Tests.Stages;

/// <summary>An invalid call is refused before anything is sent. A valid call is passed on with its texts.</summary>
public sealed class ValidationStageTests
{
    [Fact]
    public async Task A_valid_call_is_passed_on_with_its_texts()
    {
        var next = new StageParts.NextStage();
        CallRequest call = StageParts.Call(new ZStackRawAction("OpenDoor", "PUT", "/v1/doors/{uuid}/actions") { Parameters = { ["uuid"] = "u1", ["speed"] = 3 } });
        await new ValidationStage(StageParts.Context(), next).RunAsync(call, TestContext.Current.CancellationToken);
        CallBuffers written = Assert.Single(next.Calls).Buffers;
        Assert.Equal("/v1/doors/u1/actions", written.Url.ToString());
        Assert.Equal("""{"openDoor":{"speed":3}}""", written.Body.ToText());
    }

    [Fact]
    public async Task A_dry_run_carries_the_servers_tag()
    {
        var next = new StageParts.NextStage();
        await new ValidationStage(StageParts.Context(), next).RunAsync(StageParts.Call(StageParts.Action(), new ZStackCallOptions { DryRun = true }), TestContext.Current.CancellationToken);
        Assert.Contains("\"systemTags\":[\"validationOnly\"]", next.Calls[0].Buffers.Body.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_call_is_passed_on_after_disposal_or_cancellation()
    {
        var next = new StageParts.NextStage();
        ClientContext context = StageParts.Context();
        var stage = new ValidationStage(context, next);
        await Assert.ThrowsAsync<ZStackCanceledException>(async () => await stage.RunAsync(StageParts.Call(StageParts.Action()), new CancellationToken(canceled: true)));
        context.Lifetime.Close();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await stage.RunAsync(StageParts.Call(StageParts.Action()), TestContext.Current.CancellationToken));
        Assert.Empty(next.Calls);
    }

    [Fact]
    public async Task An_address_too_long_for_a_server_is_refused_with_its_length()
    {
        var next = new StageParts.NextStage();
        CallRequest call = StageParts.Call(new ZStackRawAction("FindDoor", "GET", "/v1/doors") { Parameters = { ["name"] = new string('x', RequestHead.MaxBytes) } });
        var refused = await Assert.ThrowsAsync<ArgumentException>(async () => await new ValidationStage(StageParts.Context(), next).RunAsync(call, TestContext.Current.CancellationToken));
        Assert.Contains("API FindDoor: the address of the request has 65", refused.Message, StringComparison.Ordinal);
        Assert.Empty(next.Calls);
    }
}
