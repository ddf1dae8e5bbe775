using System;
using System.Globalization;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Findings;

/// <summary>Creates the findings about files that are not UTF-8 text. A build and the command-line tool share the wording.</summary>
public static class EncodingFindings
{
    /// <summary>The message for a file that contains no text.</summary>
    internal const string NoText = "The file is not a text file. Save the page as UTF-8 text.";

    /// <summary>Finds the first byte that is not valid UTF-8.</summary>
    /// <param name="bytes">The content of a file.</param>
    /// <returns>The offset of the byte; -1 if all bytes are valid.</returns>
    public static int FirstInvalidUtf8(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length;)
        {
            int length = SequenceLength(bytes.Slice(i));
            if (length == 0)
                return i;
            i += length;
        }

        return -1;
    }

    /// <summary>Creates the finding about a byte that is not valid UTF-8.</summary>
    /// <param name="path">The path of the page.</param>
    /// <param name="before">The text before the byte.</param>
    /// <param name="value">The byte.</param>
    /// <param name="start">The offset of the byte in the decoded text.</param>
    /// <returns>The finding.</returns>
    public static Finding NotUtf8(string path, string before, byte value, int start)
    {
        int line = 0, lineStart = 0;
        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] != '\n' && (before[i] != '\r' || (i + 1 < before.Length && before[i + 1] == '\n')))
                continue;
            line++;
            lineStart = i + 1;
        }

        int column = before.Length - lineStart;
        return new Finding(
            FindingRules.BinaryPage.Id,
            FindingRules.BinaryPage.Severity,
            path,
            new PageSpan(start, 1, line, column, line, column + 1),
            string.Format(CultureInfo.InvariantCulture, "The byte 0x{0:X2} is not UTF-8. Save the page as UTF-8.", value));
    }

    /// <summary>Creates the finding about a file that cannot be read as text.</summary>
    /// <param name="path">The path of the page.</param>
    /// <param name="reason">The reason, if known.</param>
    /// <returns>The finding.</returns>
    public static Finding Unreadable(string path, string? reason) => new(
        FindingRules.BinaryPage.Id,
        FindingRules.BinaryPage.Severity,
        path,
        default,
        reason is null ? "The file cannot be read, or it is not a text file. Save the page as UTF-8 text." : $"The file cannot be read: {reason}");

    /// <summary>
    /// Returns the length of the first character; 0 if it is not valid UTF-8: cut off, overlong, a surrogate, or beyond U+10FFFF.
    /// </summary>
    private static int SequenceLength(ReadOnlySpan<byte> bytes)
    {
        byte first = bytes[0];
        if (first < 0x80)
            return 1;
        int length = first switch
        {
            >= 0xC2 and <= 0xDF => 2,
            >= 0xE0 and <= 0xEF => 3,
            >= 0xF0 and <= 0xF4 => 4,
            _ => 0,
        };
        if (length == 0 || bytes.Length < length)
            return 0;
        byte low = first switch { 0xE0 => 0xA0, 0xF0 => 0x90, _ => 0x80 }, high = first switch { 0xED => 0x9F, 0xF4 => 0x8F, _ => 0xBF };
        if (bytes[1] < low || bytes[1] > high)
            return 0;
        for (int i = 2; i < length; i++)
        {
            if (bytes[i] is < 0x80 or > 0xBF)
                return 0;
        }

        return length;
    }
}
