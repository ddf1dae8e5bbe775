using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack.Tests.Peers;

// A peer on loopback that sends given bytes and then closes the connection.
public sealed class RawPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private int _connections;
    private int _disposed;

    public RawPeer(Func<string, byte[]> answer)
    {
        _listener.Start();
        _loop = AcceptAsync(answer);
    }

    public int Connections => Volatile.Read(ref _connections);

    public ConcurrentQueue<string> Requests { get; } = new();

    public string Address => "http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    public static byte[] Http(int status, string body, int? length = null)
        => Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: {length ?? Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public static byte[] Chunked(string body)
        => Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{Encoding.UTF8.GetByteCount(body):x}\r\n{body}\r\n0\r\n\r\n");

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync(Func<string, byte[]> answer)
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                NetworkStream stream = connection.GetStream();
                string request = await ReadAsync(stream);
                if (request.Length == 0)
                    continue;
                Requests.Enqueue(request);
                await stream.WriteAsync(answer(request), _stop.Token);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or System.IO.IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task<string> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[8192];
        while (true)
        {
            int count;
            try
            {
                count = await stream.ReadAsync(buffer, _stop.Token);
            }
            catch (System.IO.IOException)
            {
                return string.Empty;
            }

            if (count == 0)
                return string.Empty;
            // One character per byte, so that lengths are in bytes.
            text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            string all = text.ToString();
            int end = all.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end < 0)
                continue;
            int at = all.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
            int length = at < 0 || at > end ? 0 : int.Parse(all.AsSpan(at + 16, all.IndexOf('\r', at) - at - 16), CultureInfo.InvariantCulture);
            if (all.Length >= end + 4 + length)
                return Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(all));
        }
    }
}
