using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests;

public class StubbornStreamTests
{
    [Fact]
    public async Task A_body_whose_stream_does_not_look_at_the_token_ends_with_the_time_allowed_all_the_same()
    {
        var server = new StubServer { Answer = _ => new HttpResponseMessage { Content = new StreamContent(new StubbornStream()) } };
        server.Clock.Horizon = TimeSpan.FromHours(1);
        await using var client = server.Client(o => { o.LogOutOnDispose = false; o.Credential = ZStackCredential.Session("some-session"); });
        await Assert.ThrowsAsync<ZStackTimeoutException>(() => server.Pass(client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Giving_up_ends_it_too()
    {
        using var cancel = new CancellationTokenSource();
        var stream = new StubbornStream();
        var server = new StubServer { Answer = _ => new HttpResponseMessage { Content = new StreamContent(stream) } };
        await using var client = server.Client(o => { o.LogOutOnDispose = false; o.Credential = ZStackCredential.Session("some-session"); });
        Task call = client.CallAsync(new QueryVmInstanceAction(), cancel.Token);
        await stream.Reading.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<ZStackCanceledException>(() => call);
    }

    // As a connection's stream of .NET Framework: a read ends by an answer or by closing.
    private sealed class StubbornStream : System.IO.MemoryStream
    {
        private readonly TaskCompletionSource<int> _closed = new();

        public TaskCompletionSource Reading { get; } = new();

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Reading.TrySetResult();
            return _closed.Task;
        }

        protected override void Dispose(bool disposing)
        {
            _closed.TrySetException(new ObjectDisposedException("stream"));
            base.Dispose(disposing);
        }
    }
}
