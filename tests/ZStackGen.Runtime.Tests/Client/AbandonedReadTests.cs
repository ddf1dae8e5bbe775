using System;
using System.Buffers;
using System.IO;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>A stream may write into the memory of a read after the read was canceled. The client does not use this memory again.</summary>
public class AbandonedReadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_late_write_of_a_canceled_response_does_not_reach_the_next_response()
    {
        var late = new LateStream();
        var server = new StubServer { Answer = _ => new HttpResponseMessage { Content = new StreamContent(late) } };
        await using var client = server.Client();
        using var cancel = new CancellationTokenSource();
        Task canceled = client.CallAsync(new QueryVmInstanceAction(), cancel.Token);
        await late.Reading.Task.WaitAsync(Stop);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<ZStackCanceledException>(() => canceled);

        server.Answer = _ => new HttpResponseMessage { Content = new StreamContent(new InterruptedStream("""{"inventories":[{"uuid":"u"}]}""", late.Write)) };
        Assert.Equal("u", Assert.Single((await client.CallAsync(new QueryVmInstanceAction(), Stop)).Inventories!).Uuid);
    }

    [Fact]
    public async Task A_failed_read_is_retried_into_other_memory()
    {
        var late = new LateStream(fails: true);
        int calls = 0;
        var server = new StubServer();
        server.Answer = _ => new HttpResponseMessage { Content = new StreamContent(++calls == 1 ? late : new InterruptedStream("""{"inventories":[{"uuid":"u"}]}""", late.Write)) };
        await using var client = server.Client();
        Assert.Equal("u", Assert.Single((await server.Pass(client.CallAsync(new QueryVmInstanceAction(), Stop))).Inventories!).Uuid);
        Assert.Equal(2, calls);
    }

    [Fact]
    public async Task The_memory_of_a_canceled_callback_is_not_returned_to_the_pool()
    {
        var receiver = new ZStackWebhookReceiver();
        var server = new StubServer { Answer = _ => StubServer.Json(202, "{}") };
        await using var client = server.Client(o => { o.WebhookAddress = "http://app.example/hook"; o.WebhookReceiver = receiver; });
        using var cancel = new CancellationTokenSource();
        Task waiting = client.ResumeJob<ZoneResult>("a-job").WaitAsync(cancel.Token);
        await server.Until(() => receiver.AwaitedJobs == 1);
        var late = new LateStream(fails: true);
        await Assert.ThrowsAsync<IOException>(() => receiver.ReceiveAsync(name => name == "X-Job-UUID" ? "a-job" : null, late, Stop));
        for (int i = 0; i < 32; i++)
            Assert.NotSame(late.Array, ArrayPool<byte>.Shared.Rent(late.Array!.Length));
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<ZStackCanceledException>(() => waiting);
    }

    // A read that never returns data. The stream keeps its memory.
    private sealed class LateStream(bool fails = false) : MemoryStream
    {
        private Memory<byte> _memory;

        public TaskCompletionSource Reading { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public byte[]? Array => MemoryMarshal.TryGetArray<byte>(_memory, out var segment) ? segment.Array : null;

        public void Write() => _memory.Span.Fill((byte)'x');

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _memory = buffer;
            Reading.TrySetResult();
            if (fails)
                throw new IOException("connection reset");
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }

    // Calls back after its text has been read.
    private sealed class InterruptedStream(string text, Action interrupt) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = await base.ReadAsync(buffer, cancellationToken);
            if (count == 0)
                interrupt();
            return count;
        }

        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => await ReadAsync(buffer.AsMemory(offset, count), cancellationToken);
    }
}
