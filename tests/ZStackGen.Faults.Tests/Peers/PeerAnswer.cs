using System;
using System.Text;

namespace ZStackGen.Faults.Tests.Peers;

/// <summary>What becomes of the connection after the answer.</summary>
public enum Ending
{
    KeepOpen,
    Close,
    Reset,
    Hang,
}

/// <summary>Bytes as they go over the wire, and what follows them.</summary>
public sealed record PeerAnswer(byte[] Bytes, Ending Ending = Ending.KeepOpen)
{
    /// <summary>The pause before every byte; null sends all at once.</summary>
    public TimeSpan? Drip { get; init; }

    /// <summary>After the bytes, these again and again until the client goes away or this many have been sent.</summary>
    public long FloodBytes { get; init; }

    public static PeerAnswer Http(int status, string body, string? headers = null) => new(Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status} X\r\n{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    public static PeerAnswer Chunked(int status, string body) => new(Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {status} X\r\nTransfer-Encoding: chunked\r\n\r\n{Encoding.UTF8.GetByteCount(body):x}\r\n{body}\r\n0\r\n\r\n"));

    /// <summary>The body ends with the connection.</summary>
    public static PeerAnswer UntilClosed(int status, string body) => new(Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\n\r\n{body}"), Ending.Close);

    /// <summary>Only the first bytes, and then no more.</summary>
    public PeerAnswer Cut(int length, Ending ending) => this with { Bytes = Bytes[..length], Ending = ending };
}
