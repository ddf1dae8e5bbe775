using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace ZStackGen.Tool.Importing.Sources;

/// <summary>Reads a page that a browser or a word processor saved as a single file: a MIME message with the page, its frames and its images.</summary>
internal static class WebArchive
{
    private const int MostNested = 4;

    private const int MostHeaderLines = 200;

    /// <summary>Reads the HTML parts of an archive.</summary>
    /// <param name="content">The content of a file.</param>
    /// <returns>The parts, the page itself first; none if the file is not an archive.</returns>
    public static IReadOnlyList<Part> Read(byte[] content)
    {
        var parts = new List<Part>();
        if (HeadersOf(content, out Range body) is { } headers && headers.ContainsKey("MIME-VERSION"))
            AddParts(headers, content.AsSpan()[body], parts, 0);
        return parts;
    }

    private static void AddParts(Dictionary<string, string> headers, ReadOnlySpan<byte> body, List<Part> parts, int depth)
    {
        string type = headers.GetValueOrDefault("CONTENT-TYPE", "");
        if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
        {
            parts.Add(new Part(Decode(body, headers.GetValueOrDefault("CONTENT-TRANSFER-ENCODING", "").Trim()), Parameter(type, "charset")));
            return;
        }

        if (depth >= MostNested || !type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || Parameter(type, "boundary") is not { Length: > 0 } name)
            return;
        byte[] boundary = Encoding.Latin1.GetBytes("--" + name);
        int start = NextBoundary(body, boundary, 0);
        while (start >= 0)
        {
            int content = start + boundary.Length, next = NextBoundary(body, boundary, content);
            ReadOnlySpan<byte> part = next < 0 ? body[content..] : body[content..next];
            int line = part.IndexOf((byte)'\n');
            if (line >= 0 && HeadersOf(part[(line + 1)..], out Range inner) is { } own)
                AddParts(own, part[(line + 1)..][inner], parts, depth + 1);
            start = next;
        }
    }

    private static int NextBoundary(ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary, int from)
    {
        while (from <= body.Length && body[from..].IndexOf(boundary) is var at and >= 0)
        {
            at += from;
            if (at == 0 || body[at - 1] == '\n')
                return at;
            from = at + boundary.Length;
        }

        return -1;
    }

    /// <summary>Reads the headers, each name in capital letters; <see langword="null"/> if the text does not start with headers.</summary>
    private static Dictionary<string, string>? HeadersOf(ReadOnlySpan<byte> text, out Range body)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        string? name = null;
        int at = 0;
        body = default;
        for (int count = 0; at < text.Length && count < MostHeaderLines; count++)
        {
            int length = text[at..].IndexOf((byte)'\n');
            int end = length < 0 ? text.Length : at + length;
            string line = Encoding.Latin1.GetString(text[at..end]).TrimEnd('\r');
            at = Math.Min(end + 1, text.Length);
            if (line.Length == 0)
            {
                body = at..text.Length;
                return headers.Count > 0 ? headers : null;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (name is not null && line[0] is ' ' or '\t')
            {
                headers[name!] += " " + line.Trim();
            }
            else if (colon > 0 && !line.AsSpan(0, colon).ContainsAny(" <>#|"))
            {
                name = line[..colon].ToUpperInvariant();
                headers[name] = line[(colon + 1)..].Trim();
            }
            else
            {
                return null;
            }
        }

        return null;
    }

    private static string? Parameter(string header, string name)
    {
        foreach (string part in header.Split(';'))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part.AsSpan(0, equals).Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
                return part[(equals + 1)..].Trim().Trim('"');
        }

        return null;
    }

    private static byte[] Decode(ReadOnlySpan<byte> body, string encoding)
    {
        if (encoding.Equals("quoted-printable", StringComparison.OrdinalIgnoreCase))
            return QuotedPrintable(body);
        if (!encoding.Equals("base64", StringComparison.OrdinalIgnoreCase))
            return body.ToArray();
        byte[] decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(body.Length)];
        // A part that is cut off keeps its first bytes.
        Base64.DecodeFromUtf8(body, decoded, out _, out int written);
        return decoded[..written];
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        using var decoded = new MemoryStream(body.Length);
        for (int i = 0; i < body.Length; i++)
        {
            byte next = body[i];
            if (next == '=' && SoftBreak(body[(i + 1)..]) is var length and > 0)
            {
                i += length;
                continue;
            }

            if (next == '=' && i + 2 < body.Length && byte.TryParse(body.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                next = value;
                i += 2;
            }

            decoded.WriteByte(next);
        }

        return decoded.ToArray();
    }

    // An equals sign at the end of a line continues the line.
    private static int SoftBreak(ReadOnlySpan<byte> rest) => rest.StartsWith("\r\n"u8) ? 2 : rest.StartsWith("\n"u8) ? 1 : 0;

    /// <summary>An HTML page of an archive.</summary>
    /// <param name="Content">The content.</param>
    /// <param name="Charset">The encoding that the archive states.</param>
    internal readonly record struct Part(byte[] Content, string? Charset);
}
