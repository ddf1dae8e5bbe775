using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Jobs;

/// <summary>The timeout of a job ends the whole wait, whatever the server does with a request meanwhile.</summary>
public class JobDeadlineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<HttpResponseMessage> HangAsync(Request request, CancellationToken cancellationToken)
    {
        // The logout.
        if (request.Method == "DELETE")
            return StubServer.Json(200, "{}");
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    }

    private static StubServer Hanging() => new()
    {
        AnswerAsync = static (r, token) => r.Method == "POST" ? Task.FromResult(StubServer.Accepted(r.JobId)) : HangAsync(r, token),
    };

    [Fact]
    public async Task A_poll_that_hangs_does_not_extend_the_timeout()
    {
        StubServer server = Hanging();
        await using var client = server.Client(o => { o.JobTimeout = TimeSpan.FromSeconds(30); o.RequestTimeout = TimeSpan.FromMinutes(5); });
        DateTimeOffset begin = server.Clock.GetUtcNow();
        var e = await Assert.ThrowsAsync<ZStackJobTimeoutException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop)));
        Assert.InRange((server.Clock.GetUtcNow() - begin).TotalSeconds, 30, 60);
        Assert.Equal(TimeSpan.FromSeconds(30), e.Timeout);
        Assert.Equal(server.Calls.First().JobId, e.JobId);
    }

    [Fact]
    public async Task Progress_that_hangs_does_not_extend_the_timeout()
    {
        var server = new StubServer
        {
            AnswerAsync = static (r, token) => r.Line.Contains("api-jobs", StringComparison.Ordinal) ? Task.FromResult(StubServer.Json(202, "{}")) : HangAsync(r, token),
        };
        await using var client = server.Client(o => o.JobTimeout = TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<ZStackJobTimeoutException>(() => server.Pass(client.ResumeJob<ZoneResult>("abc").WaitAsync(new Progress<ZStackJobState>(), Stop)));
    }

    [Fact]
    public async Task A_long_job_whose_poll_hangs_does_not_extend_the_timeout()
    {
        StubServer server = Hanging();
        await using var client = server.Client(o => { o.JobTimeout = TimeSpan.FromSeconds(30); o.RequestTimeout = TimeSpan.FromMinutes(5); });
        DateTimeOffset begin = server.Clock.GetUtcNow();
        await Assert.ThrowsAsync<ZStackJobTimeoutException>(() => server.Pass(client.ResumeLongJob<ZoneResult>("abc").WaitAsync(Stop)));
        Assert.InRange((server.Clock.GetUtcNow() - begin).TotalSeconds, 30, 60);
    }

    [Fact]
    public async Task Cancellation_of_a_poll_has_the_token_of_the_caller()
    {
        StubServer server = Hanging();
        await using var client = server.Client();
        using var cancel = new CancellationTokenSource();
        Task call = client.CallAsync(new CreateZoneAction { Name = "z" }, cancel.Token);
        await server.Until(() => server.Calls.Count() >= 2);
        await cancel.CancelAsync();
        var e = await Assert.ThrowsAsync<ZStackCanceledException>(() => call);
        Assert.Equal(cancel.Token, e.CancellationToken);
        Assert.Equal(server.Calls.First().JobId, e.JobId);
        Assert.Contains("The job continues on the server", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_synchronous_call_names_no_job()
    {
        StubServer server = new() { AnswerAsync = static (r, token) => HangAsync(r, token) };
        await using var client = server.Client();
        using var cancel = new CancellationTokenSource();
        Task call = client.CallAsync(new CheckApiPermissionAction(), cancel.Token);
        await server.Until(() => server.Calls.Any());
        await cancel.CancelAsync();
        var e = await Assert.ThrowsAsync<ZStackCanceledException>(() => call);
        Assert.Null(e.JobId);
        Assert.EndsWith(": the call was canceled before the response arrived.", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Cancellation_of_an_enumeration_has_the_token_that_was_canceled(bool duringPoll, bool first)
    {
        using var ofMethod = new CancellationTokenSource();
        using var ofEnumeration = new CancellationTokenSource();
        CancellationTokenSource source = first ? ofMethod : ofEnumeration;
        var server = new StubServer();
        server.AnswerAsync = async (_, token) =>
        {
            if (duringPoll)
            {
                await source.CancelAsync();
                await Task.Delay(Timeout.Infinite, token);
            }

            return StubServer.Json(202, "{}");
        };
        await using var client = server.Client();
        var states = client.ResumeJob<ZoneResult>("a-job").GetStatesAsync(ofMethod.Token).WithCancellation(ofEnumeration.Token);
        var e = await Assert.ThrowsAsync<ZStackCanceledException>(async () =>
        {
            await foreach (var _ in states)
                await source.CancelAsync();
        });
        Assert.Equal(source.Token, e.CancellationToken);
        Assert.Equal("a-job", e.JobId);
    }

    // Timers of .NET Framework accept at most int.MaxValue milliseconds.
    [Fact]
    public async Task The_longest_polling_interval_with_jitter_does_not_exceed_the_limit_of_a_timer()
    {
        var clock = new SkippingClock();
        var server = new StubServer { Answer = static _ => StubServer.Json(202, "{}") };
        await using var client = server.Client(o =>
        {
            o.TimeProvider = clock;
            o.PollInterval = o.MaxPollInterval = TimeSpan.FromMilliseconds(int.MaxValue - 1);
            o.JobTimeout = TimeSpan.FromDays(1000);
            o.RequestTimeout = TimeSpan.FromSeconds(30);
        });
        await Assert.ThrowsAsync<ZStackJobTimeoutException>(() => client.ResumeJob<ZoneResult>("abc").WaitAsync(Stop));
        Assert.InRange(server.Calls.Count(), 40, 60);
        Assert.InRange(clock.Longest.TotalMilliseconds, int.MaxValue / 2, int.MaxValue);
    }

    // A clock that ends every pause at once. The timeout of a request is shorter than a pause.
    private sealed class SkippingClock : TimeProvider
    {
        private long _ticks;

        public TimeSpan Longest { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Volatile.Read(ref _ticks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime <= TimeSpan.FromSeconds(30))
                return base.CreateTimer(callback, state, dueTime, period);
            Longest = dueTime > Longest ? dueTime : Longest;
            Interlocked.Add(ref _ticks, dueTime.Ticks);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
