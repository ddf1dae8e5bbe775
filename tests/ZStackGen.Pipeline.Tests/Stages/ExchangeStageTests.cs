using System;
using System.Threading.Tasks;
using Xunit;

namespace ZStack.Tests.Stages;

/// <summary>The content of a request, and the reading of a response.</summary>
public sealed class ExchangeStageTests
{
    [Theory]
    [InlineData("POST", true, true)]
    [InlineData("PUT", true, true)]
    [InlineData("DELETE", false, true)]
    [InlineData("GET", false, false)]
    public async Task Body_and_job_id_depend_on_the_method(string method, bool hasBody, bool sendsJobId)
    {
        var next = new StageParts.NextExchange(static request => StageParts.Response(request, 200, "{}"));
        await RunAsync(next, Written(StageParts.Action(method)) with { JobId = "abc" });
        ExchangeRequest request = Assert.Single(next.Requests);
        Assert.Equal((hasBody, sendsJobId), (request.HasBody, request.SentJobId == "abc"));
    }

    [Fact]
    public async Task An_accepted_call_is_a_job()
    {
        string id = Guid.NewGuid().ToString("N");
        var next = new StageParts.NextExchange(request => StageParts.Response(request, 202, "{\"location\":\"http://mn.example:8080/zstack/v1/api-jobs/" + id + "\"}"));
        Submission submission = await RunAsync(next, Written(StageParts.Action()) with { JobId = id });
        Assert.Equal(id, submission.JobId);
        Assert.Null(submission.Response);
    }

    [Fact]
    public async Task A_duplicate_job_under_the_calls_own_id_is_the_job()
    {
        string id = Guid.NewGuid().ToString("N");
        var next = new StageParts.NextExchange(request => StageParts.Response(request, 400, "Duplicate job uuid[" + id + "]"));
        Submission submission = await RunAsync(next, Written(StageParts.Action(), new ZStackCallOptions { JobId = id }) with { JobId = id });
        Assert.Equal(id, submission.JobId);
    }

    [Fact]
    public async Task A_duplicate_job_under_an_id_that_was_never_sent_is_an_error()
    {
        string id = Guid.NewGuid().ToString("N");
        var next = new StageParts.NextExchange(request => StageParts.Response(request, 400, "Duplicate job uuid[" + id + "]"));
        await Assert.ThrowsAnyAsync<ZStackException>(async () => await RunAsync(next, Written(StageParts.Action()) with { JobId = id }));
    }

    private static CallRequest Written(ZStackAction action, ZStackCallOptions? options = null)
    {
        CallRequest call = StageParts.Call(action, options);
        ValidationStage.Write(StageParts.Context(), call);
        return call;
    }

    private static ValueTask<Submission> RunAsync(IExchange next, CallRequest call)
    {
        ClientContext context = StageParts.Context();
        return new ExchangeStage(context, new RetryingExchange(context, next), new ResponseReader(context)).RunAsync(call, TestContext.Current.CancellationToken);
    }
}
