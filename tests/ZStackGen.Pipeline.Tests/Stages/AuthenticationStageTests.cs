using System;
using System.Net;
using System.Threading.Tasks;
using Xunit;

namespace ZStack.Tests.Stages;

/// <summary>The credential of a call.</summary>
public sealed class AuthenticationStageTests
{
    private static readonly AuthTicket s_fixed = new("fixed-session");

    [Theory]
    [InlineData(null, "fixed-session")]
    [InlineData("own-session", "own-session")]
    public async Task The_session_of_the_call_takes_precedence_over_that_of_the_client(string? own, string expected)
    {
        var next = new StageParts.NextStage();
        ZStackRawAction action = StageParts.Action();
        action.SessionId = own;
        await new AuthenticationStage(StageParts.Context(), new Authenticator(null, s_fixed), next).RunAsync(StageParts.Call(action), TestContext.Current.CancellationToken);
        Assert.Equal(expected, Assert.Single(next.Calls).Ticket?.SessionId);
    }

    [Fact]
    public async Task A_call_that_requires_a_session_is_refused_without_one()
    {
        var next = new StageParts.NextStage();
        var stage = new AuthenticationStage(StageParts.Context(), new Authenticator(null, null), next);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await stage.RunAsync(StageParts.Call(StageParts.Action()), TestContext.Current.CancellationToken));
        Assert.Contains("API OpenDoor requires a session", refused.Message, StringComparison.Ordinal);
        Assert.Empty(next.Calls);
        await stage.RunAsync(StageParts.Call(StageParts.Action(traits: ApiTraits.None)), TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(next.Calls).Ticket);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("ä")]
    public async Task A_session_that_is_invalid_in_a_header_is_refused(string session)
    {
        ZStackRawAction action = StageParts.Action();
        action.SessionId = session;
        var next = new StageParts.NextStage();
        await Assert.ThrowsAsync<ArgumentException>(async () => await new AuthenticationStage(StageParts.Context(), new Authenticator(null, s_fixed), next).RunAsync(StageParts.Call(action), TestContext.Current.CancellationToken));
        Assert.Empty(next.Calls);
    }

    [Fact]
    public async Task A_lost_session_of_the_caller_is_not_renewed()
    {
        var next = new StageParts.NextStage(static call => new Submission(
            new ZStackResponse(new ZStackError { Code = AuthenticationStage.SessionLost }, null, null, HttpStatusCode.ServiceUnavailable, null, static error => new ZStackApiException(error.ToString())), call.Ticket));
        Submission submission = await new AuthenticationStage(StageParts.Context(), new Authenticator(null, s_fixed), next).RunAsync(StageParts.Call(StageParts.Action()), TestContext.Current.CancellationToken);
        Assert.Equal(AuthenticationStage.SessionLost, submission.Response?.Error?.Code);
        Assert.Single(next.Calls);
    }
}
