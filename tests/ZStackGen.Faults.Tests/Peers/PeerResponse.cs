using System;
using System.Text;

namespace ZStackGen.Faults.Tests.Peers;

/// <summary>The state of the connection after the response.</summary>
public enum Ending
{
    KeepOpen,
    Close,
    Reset,
    Hang,
}

/// <summary>The bytes of a response, and the state of the connection afterwards.</summary>
public sealed record PeerResponse(byte[] Bytes, Ending Ending = Ending.KeepOpen)
{
    /// <summary>Gets the pause before every byte; null to send all at once.</summary>
    public TimeSpan? Drip { get; init; }

    /// <summary>Gets the bytes to repeat after the response until the client closes the connection or the limit is reached.</summary>
    public long FloodBytes { get; init; }

    public static PeerResponse Http(int status, string body, string? headers = null) => new(Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status} X\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    public static PeerResponse Chunked(int status, string body) => new(Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status} X\r\nTransfer-Encoding: chunked\r\n\r\n{Encoding.UTF8.GetByteCount(body):x}\r\n{body}\r\n0\r\n\r\n"));

    /// <summary>Creates a response whose body ends with the connection.</summary>
    public static PeerResponse UntilClosed(int status, string body) => new(Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\n\r\n{body}"), Ending.Close);

    /// <summary>Creates a response that stops after its first bytes.</summary>
    public PeerResponse Cut(int length, Ending ending) => this with { Bytes = Bytes[..length], Ending = ending };
}
