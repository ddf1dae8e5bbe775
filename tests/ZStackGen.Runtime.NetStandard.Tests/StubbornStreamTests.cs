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
    public async Task A_body_whose_stream_ignores_the_token_ends_with_the_timeout()
    {
        var server = new StubServer { Answer = _ => new HttpResponseMessage { Content = new StreamContent(new StubbornStream()) } };
        server.Clock.Horizon = TimeSpan.FromHours(1);
        await using var client = server.Client(o => { o.LogOutOnDispose = false; o.Credential = ZStackCredential.Session("some-session"); });
        await Assert.ThrowsAsync<ZStackTimeoutException>(() => server.Pass(client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Canceling_ends_such_a_body()
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

    // Like a connection's stream of .NET Framework: a read ends only with data or when the stream is closed.
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
