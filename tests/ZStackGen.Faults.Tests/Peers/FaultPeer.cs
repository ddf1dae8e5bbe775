using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ZStackGen.Faults.Tests.Peers;

/// <summary>A server on loopback with just enough HTTP to break it at any byte. Connections stay open unless a response closes them.</summary>
public sealed class FaultPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private readonly Func<PeerRequest, PeerResponse> _respond;
    private readonly bool _remembers;
    private int _accepted;
    private int _open;
    private long _sent;

    /// <param name="respond">Returns the response to a request. Several connections may call it concurrently.</param>
    /// <param name="remembers">Whether to fill <see cref="Requests"/>.</param>
    public FaultPeer(Func<PeerRequest, PeerResponse> respond, bool remembers = true)
    {
        _respond = respond;
        _remembers = remembers;
        _listener.Start(1024);
        _accepting = AcceptAsync();
    }

    public ConcurrentQueue<PeerRequest> Requests { get; } = new();

    /// <summary>Gets the number of all connections.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    /// <summary>Gets the number of open connections.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Gets the number of bytes that the system accepted for sending.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public string Address => "http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                TcpClient connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _accepted);
                _ = ServeAsync(connection);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        Interlocked.Increment(ref _open);
        try
        {
            connection.NoDelay = true;
            NetworkStream stream = connection.GetStream();
            var reader = new RequestReader(stream);
            while (await reader.ReadAsync(_stop.Token) is { } request)
            {
                if (_remembers)
                    Requests.Enqueue(request);
                PeerResponse response = _respond(request);
                await SendAsync(stream, response);
                switch (response.Ending)
                {
                    case Ending.KeepOpen:
                        continue;
                    case Ending.Hang:
                        await Task.Delay(Timeout.Infinite, _stop.Token);
                        return;
                    case Ending.Reset:
                        connection.Client.LingerState = new LingerOption(true, 0);
                        return;
                    default:
                        return;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The client closed the connection, or the test is over.
        }
        finally
        {
            connection.Dispose();
            Interlocked.Decrement(ref _open);
        }
    }

    private async Task SendAsync(NetworkStream stream, PeerResponse response)
    {
        if (response.Drip is { } pause)
        {
            for (int i = 0; i < response.Bytes.Length; i++)
            {
                await Task.Delay(pause, _stop.Token);
                await stream.WriteAsync(response.Bytes.AsMemory(i, 1), _stop.Token);
            }
        }
        else
        {
            await stream.WriteAsync(response.Bytes, _stop.Token);
        }

        Interlocked.Add(ref _sent, response.Bytes.Length);
        byte[] block = new byte[64 * 1024];
        Array.Fill(block, (byte)' ');
        for (long left = response.FloodBytes; left > 0; left -= block.Length)
        {
            await stream.WriteAsync(block, _stop.Token);
            Interlocked.Add(ref _sent, block.Length);
        }
    }

    private sealed class RequestReader(NetworkStream stream)
    {
        private byte[] _buffer = new byte[16 * 1024];
        private int _length;

        public async Task<PeerRequest?> ReadAsync(CancellationToken cancellationToken)
        {
            int end;
            while ((end = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
            {
                if (!await FillAsync(cancellationToken))
                    return null;
            }

            string[] lines = Encoding.Latin1.GetString(_buffer, 0, end).Split("\r\n");
            string[] first = lines[0].Split(' ');
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (string line in lines.AsSpan(1))
            {
                int colon = line.IndexOf(':', StringComparison.Ordinal);
                headers[line[..colon]] = line[(colon + 1)..].Trim();
            }

            int total = end + 4 + int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture);
            while (_length < total)
            {
                if (!await FillAsync(cancellationToken))
                    return null;
            }

            string body = Encoding.UTF8.GetString(_buffer, end + 4, total - end - 4);
            _length -= total;
            Buffer.BlockCopy(_buffer, total, _buffer, 0, _length);
            return new PeerRequest(first[0], first[1], headers, body);
        }

        private async Task<bool> FillAsync(CancellationToken cancellationToken)
        {
            if (_length == _buffer.Length)
                Array.Resize(ref _buffer, _buffer.Length * 2);
            int count = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken);
            _length += count;
            return count > 0;
        }
    }
}
