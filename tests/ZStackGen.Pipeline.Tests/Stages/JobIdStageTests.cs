using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace ZStack.Tests.Stages;

/// <summary>The job ID of a call, and whether a callback is awaited.</summary>
public sealed class JobIdStageTests
{
    [Theory]
    [InlineData("POST", true)]
    [InlineData("PUT", true)]
    [InlineData("DELETE", true)]
    [InlineData("GET", false)]
    public async Task Every_call_except_a_GET_gets_its_own_id(string method, bool hasId)
    {
        var next = new StageParts.NextStage();
        var stage = new JobIdStage(StageParts.Context(), next);
        await stage.RunAsync(StageParts.Call(StageParts.Action(method)), TestContext.Current.CancellationToken);
        await stage.RunAsync(StageParts.Call(StageParts.Action(method)), TestContext.Current.CancellationToken);
        Assert.Equal(hasId, next.Calls[0].JobId is not null);
        Assert.Equal(!hasId, next.Calls[0].JobId == next.Calls[1].JobId);
        if (hasId)
            Assert.Matches("^[0-9a-f]{32}$", next.Calls[0].JobId);
        Assert.False(next.Calls[0].Webhook);
    }

    [Fact]
    public void Ids_are_different_random_UUIDs_of_version_4()
    {
        JobIds first = new(), second = new();
        string[] ids = [.. Enumerable.Range(0, 10_000).Select(i => (i % 2 == 0 ? first : second).Next())];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, static id => Assert.Matches("^[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}$", id));
        // Each digit that is random has every value.
        for (int place = 0; place < 32; place++)
            Assert.Equal(place switch { 12 => 1, 16 => 4, _ => 16 }, ids.Select(id => id[place]).Distinct().Count());
    }

    [Fact]
    public async Task The_id_of_the_caller_is_the_job_id()
    {
        var next = new StageParts.NextStage();
        string own = Guid.NewGuid().ToString("N");
        await new JobIdStage(StageParts.Context(), next).RunAsync(StageParts.Call(StageParts.Action(), new ZStackCallOptions { JobId = own }), TestContext.Current.CancellationToken);
        Assert.Equal(own, Assert.Single(next.Calls).JobId);
    }

    [Theory]
    [InlineData(ApiTraits.Asynchronous, true)]
    [InlineData(ApiTraits.None, false)]
    public async Task With_a_receiver_an_asynchronous_call_awaits_its_callback(ApiTraits traits, bool awaits)
    {
        ClientContext context = StageParts.Context(o =>
        {
            o.WebhookReceiver = new ZStackWebhookReceiver();
            o.WebhookAddress = "http://me.example/hook";
        });
        var next = new StageParts.NextStage(static call => new Submission(call.JobId!, null, null));
        Submission submission = await new JobIdStage(context, next).RunAsync(StageParts.Call(StageParts.Action(traits: traits)), TestContext.Current.CancellationToken);
        Assert.Equal(awaits, next.Calls[0].Webhook);
        Assert.Equal(awaits ? submission.JobId : null, submission.Mailbox?.JobId);
    }
}
