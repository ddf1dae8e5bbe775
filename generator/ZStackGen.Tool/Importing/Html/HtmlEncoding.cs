using System;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>Decodes a file that may be HTML: by its byte order mark, the server's charset, its own <c>meta</c> element, or else as UTF-8.</summary>
internal static partial class HtmlEncoding
{
    /// <summary>The number of bytes in which a browser searches for the encoding.</summary>
    private const int Head = 1024;

    /// <summary>Decodes a file.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="charset">The encoding that the server sent, if any.</param>
    /// <returns>The text.</returns>
    public static PageText Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (HasMark(bytes) || NamedEncoding(bytes, charset) is not { } encoding || encoding.CodePage is 65001 or 1200 or 1201 or 12000 or 12001)
            return PageText.Decode(bytes);
        // Web servers send ISO-8859-1 by default, also for pages in UTF-8. Text in a single-byte encoding is practically never valid UTF-8.
        if (encoding.IsSingleByte && Utf8.IsValid(bytes))
            return PageText.Decode(bytes);
        string text = encoding.GetString(bytes);
        int invalid = text.IndexOf('\ufffd', StringComparison.Ordinal);
        return invalid < 0 ? new PageText(text, -1, 0) : new PageText(text, invalid, bytes[encoding.GetByteCount(text.AsSpan(0, invalid))]);
    }

    private static bool HasMark(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) || bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]);

    private static Encoding? NamedEncoding(ReadOnlySpan<byte> bytes, string? charset)
    {
        string? name = charset;
        if (string.IsNullOrEmpty(name))
        {
            Match meta = Charset().Match(Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Head)]));
            name = meta.Success ? meta.Groups["name"].Value : null;
        }

        name = name?.Trim('"', '\'', ' ').ToUpperInvariant();
        // Pages labeled GB2312 contain characters of GBK, and browsers decode them as GBK.
        if (name is "GB2312" or "GBK")
            name = "GB18030";
        // Browsers decode pages labeled ISO-8859-1 as Windows-1252, which has quotation marks and dashes in place of control characters.
        else if (name is "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII")
            name = "WINDOWS-1252";
        if (string.IsNullOrEmpty(name))
            return null;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""<meta[^>]{0,200}?charset\s*=\s*["']?(?<name>[A-Za-z0-9_.:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
