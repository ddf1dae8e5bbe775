using System;
using System.Text;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Pages;

/// <summary>The decoded text of a page file.</summary>
/// <param name="Text">The text without a byte order mark.</param>
/// <param name="InvalidOffset">The offset in <see cref="Text"/> of the first byte that is not UTF-8; -1 if there is none.</param>
/// <param name="InvalidByte">That byte.</param>
internal readonly record struct PageText(string Text, int InvalidOffset, byte InvalidByte)
{
    private static readonly UTF32Encoding s_utf32BigEndian = new(bigEndian: true, byteOrderMark: false);

    /// <summary>
    /// Decodes a file: by its byte order mark, or else as UTF-16 if the bytes clearly are, or else as UTF-8.
    /// Bytes that are not UTF-8 become U+FFFD, and the first one is reported.
    /// </summary>
    public static PageText Decode(ReadOnlySpan<byte> bytes)
    {
        // The mark of UTF-32 little endian starts with that of UTF-16.
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]))
            return Valid(Encoding.UTF32.GetString(bytes[4..]));
        if (bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
            return Valid(s_utf32BigEndian.GetString(bytes[4..]));
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
            return Valid(Encoding.Unicode.GetString(bytes[2..]));
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return Valid(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        else if (Utf16WithoutMark(bytes) is { } encoding)
            return Valid(encoding.GetString(bytes));
        int valid = EncodingFindings.FirstInvalidUtf8(bytes);
        return valid < 0
            ? Valid(Encoding.UTF8.GetString(bytes))
            : new PageText(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetCharCount(bytes[..valid]), bytes[valid]);
    }

    /// <summary>Creates the finding about the first byte that is not UTF-8.</summary>
    /// <param name="path">The path of the page.</param>
    /// <returns>The finding.</returns>
    public Finding ToFinding(string path) => EncodingFindings.NotUtf8(path, Text[..InvalidOffset], InvalidByte, InvalidOffset);

    private static PageText Valid(string text) => new(text, -1, 0);

    // Published pages consist mostly of ASCII, so in UTF-16 nearly every other byte is zero.
    private static UnicodeEncoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
            return null;
        ReadOnlySpan<byte> probe = bytes[..Math.Min(bytes.Length, 4096)];
        int even = 0, odd = 0;
        for (int i = 0; i < probe.Length; i += 2)
        {
            even += probe[i] == 0 ? 1 : 0;
            odd += probe[i + 1] == 0 ? 1 : 0;
        }

        int pairs = probe.Length / 2;
        if (odd * 10 >= pairs * 4 && even * 10 < odd)
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: false);
        return even * 10 >= pairs * 4 && odd * 10 < even ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }
}
