using System;
using System.Globalization;

namespace ZStack;

// Reads and writes the formats of a timestamp (PROTOCOL.md §6).
internal static class JsonTimestamp
{
    // 2023-11-14T22:13:20.000+08:00
    public const int Length = 29;

    public static string Format(DateTimeOffset value)
    {
        Span<char> text = stackalloc char[Length];
        Format(value, text);
        return text.ToString();
    }

    // The server accepts ISO 8601 with an offset in addition to its own local format without a time zone.
    public static void Format(DateTimeOffset value, Span<char> text)
    {
        DateTime local = value.DateTime;
        Digits(text, 0, 4, local.Year);
        text[4] = '-';
        Digits(text, 5, 2, local.Month);
        text[7] = '-';
        Digits(text, 8, 2, local.Day);
        text[10] = 'T';
        Digits(text, 11, 2, local.Hour);
        text[13] = ':';
        Digits(text, 14, 2, local.Minute);
        text[16] = ':';
        Digits(text, 17, 2, local.Second);
        text[19] = '.';
        Digits(text, 20, 3, local.Millisecond);
        int offset = (int)value.Offset.TotalMinutes;
        text[23] = offset < 0 ? '-' : '+';
        offset = Math.Abs(offset);
        Digits(text, 24, 2, offset / 60);
        text[26] = ':';
        Digits(text, 27, 2, offset % 60);
    }

    // Parses `Nov 14, 2017 10:20:57 PM` (JDK 8), with a comma after the year (JDK 9 to 19), with U+202F before PM (JDK 20 and later), ISO 8601 and SQL
    // formats with or without an offset, and milliseconds since the Unix epoch. A timestamp without an offset is in the given time zone.
    public static bool TryParse(ReadOnlySpan<byte> text, TimeZoneInfo zone, out DateTimeOffset value)
    {
        value = default;
        text = Trim(text);
        if (text.Length == 0)
            return false;
        if (text[0] is >= (byte)'0' and <= (byte)'9')
            return text.Length > 4 && text[4] == '-' ? TryParseIso(text, zone, out value) : TryParseEpoch(text, out value);
        if (text[0] == '-')
            return TryParseEpoch(text, out value);
        return TryParseMedium(text, zone, out value);
    }

    public static bool TryFromEpoch(long milliseconds, out DateTimeOffset value)
    {
        // The range of DateTimeOffset.
        if (milliseconds is < -62_135_596_800_000 or > 253_402_300_799_999)
        {
            value = default;
            return false;
        }

        value = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return true;
    }

    private static bool TryParseEpoch(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        return System.Buffers.Text.Utf8Parser.TryParse(text, out long milliseconds, out int used) && used == text.Length
            && TryFromEpoch(milliseconds, out value);
    }

    private static bool TryParseMedium(ReadOnlySpan<byte> text, TimeZoneInfo zone, out DateTimeOffset value)
    {
        value = default;
        int month = text.Length < 3 ? 0 : Month(text);
        if (month == 0)
            return false;
        text = text.Slice(3);
        if (!SkipSpaces(ref text) || !Number(ref text, 1, 2, out int day))
            return false;
        SkipComma(ref text);
        if (!SkipSpaces(ref text) || !Number(ref text, 4, 4, out int year))
            return false;
        SkipComma(ref text);
        if (!SkipSpaces(ref text) || !Number(ref text, 1, 2, out int hour) || !Skip(ref text, (byte)':')
            || !Number(ref text, 2, 2, out int minute) || !Skip(ref text, (byte)':') || !Number(ref text, 2, 2, out int second))
            return false;
        if (!SkipSpaces(ref text) || text.Length != 2 || (text[1] | 0x20) != 'm' || hour is < 1 or > 12)
            return false;
        int half = text[0] | 0x20;
        if (half is not ('a' or 'p'))
            return false;
        hour = (hour % 12) + (half == 'p' ? 12 : 0);
        return TryLocal(year, month, day, hour, minute, second, 0, zone, out value);
    }

    // Reads the digits at fixed positions, which takes half of the time of a scan: a list of VMs has more than ten timestamps for each VM.
    private static bool TryParseIso(ReadOnlySpan<byte> text, TimeZoneInfo zone, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
            return false;
        int year = (TwoDigits(text, 0) * 100) + TwoDigits(text, 2), month = TwoDigits(text, 5), day = TwoDigits(text, 8);
        if (text.Length == 10)
            return TryLocal(year, month, day, 0, 0, 0, 0, zone, out value);
        if (text.Length < 16 || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != ':')
            return false;
        int hour = TwoDigits(text, 11), minute = TwoDigits(text, 14), second = 0, at = 16;
        long fraction = 0;
        if (text.Length >= 19 && text[16] == ':')
        {
            second = TwoDigits(text, 17);
            at = 19;
            if (at < text.Length && text[at] == '.' && !Fraction(text, ref at, out fraction))
                return false;
        }

        if (at == text.Length)
            return TryLocal(year, month, day, hour, minute, second, fraction, zone, out value);
        return TryMinutes(text.Slice(at), out int offset)
            && TryOffset(year, month, day, hour, minute, second, fraction, new TimeSpan(0, offset, 0), out value);
    }

    // Parses `Z`, `+08`, `+0800` and `+08:00`, with either sign.
    private static bool TryMinutes(ReadOnlySpan<byte> text, out int offset)
    {
        offset = 0;
        if (text.Length == 1)
            return (text[0] | 0x20) == 'z';
        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length < 3)
            return false;
        int minutes = 0, at = text.Length > 3 && text[3] == ':' ? 4 : 3;
        if (at < text.Length)
        {
            if (text.Length - at != 2)
                return false;
            minutes = TwoDigits(text, at);
        }

        int hours = TwoDigits(text, 1);
        offset = (hours * 60) + minutes;
        if (text[0] == '-')
            offset = -offset;
        return hours >= 0 && minutes >= 0;
    }

    private static bool TryLocal(int year, int month, int day, int hour, int minute, int second, long fraction, TimeZoneInfo zone, out DateTimeOffset value)
    {
        value = default;
        if (!TryDateTime(year, month, day, hour, minute, second, fraction, out DateTime local))
            return false;
        if (ReferenceEquals(zone, UnknownTimeZone.Instance))
            throw new TimeZoneNeededException();
        TimeSpan offset = zone.GetUtcOffset(local);
        if (local.Ticks - offset.Ticks is < 0 or > 3_155_378_975_999_999_999)
            return false;
        value = new DateTimeOffset(local, offset);
        return true;
    }

    private static bool TryOffset(int year, int month, int day, int hour, int minute, int second, long fraction, TimeSpan offset, out DateTimeOffset value)
    {
        value = default;
        if (!TryDateTime(year, month, day, hour, minute, second, fraction, out DateTime local)
            || Math.Abs(offset.Ticks) > TimeSpan.TicksPerHour * 14 || local.Ticks - offset.Ticks is < 0 or > 3_155_378_975_999_999_999)
            return false;
        value = new DateTimeOffset(local, offset);
        return true;
    }

    private static bool TryDateTime(int year, int month, int day, int hour, int minute, int second, long fraction, out DateTime value)
    {
        value = default;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || (uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
            return false;
        long seconds = (((hour * 60) + minute) * 60) + second;
        value = new DateTime(new DateTime(year, month, day).Ticks + (seconds * TimeSpan.TicksPerSecond) + fraction);
        return true;
    }

    private static int Month(ReadOnlySpan<byte> text)
    {
        int key = ((text[0] | 0x20) << 16) | ((text[1] | 0x20) << 8) | (text[2] | 0x20);
        return key switch
        {
            ('j' << 16) | ('a' << 8) | 'n' => 1,
            ('f' << 16) | ('e' << 8) | 'b' => 2,
            ('m' << 16) | ('a' << 8) | 'r' => 3,
            ('a' << 16) | ('p' << 8) | 'r' => 4,
            ('m' << 16) | ('a' << 8) | 'y' => 5,
            ('j' << 16) | ('u' << 8) | 'n' => 6,
            ('j' << 16) | ('u' << 8) | 'l' => 7,
            ('a' << 16) | ('u' << 8) | 'g' => 8,
            ('s' << 16) | ('e' << 8) | 'p' => 9,
            ('o' << 16) | ('c' << 8) | 't' => 10,
            ('n' << 16) | ('o' << 8) | 'v' => 11,
            ('d' << 16) | ('e' << 8) | 'c' => 12,
            _ => 0,
        };
    }

    private static bool Number(ref ReadOnlySpan<byte> text, int least, int most, out int value)
    {
        value = 0;
        int digits = 0;
        while (digits < most && digits < text.Length && text[digits] is >= (byte)'0' and <= (byte)'9')
            value = (value * 10) + (text[digits++] - '0');
        text = text.Slice(digits);
        return digits >= least;
    }

    // Returns a negative number if there are no two digits, which is too small for any part of a timestamp, also together with other digits.
    private static int TwoDigits(ReadOnlySpan<byte> text, int at)
    {
        int tens = text[at] - '0', ones = text[at + 1] - '0';
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : -10_000;
    }

    private static bool Fraction(ReadOnlySpan<byte> text, ref int at, out long ticks)
    {
        ticks = 0;
        int start = ++at;
        long scale = TimeSpan.TicksPerSecond / 10;
        for (; at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; at++)
        {
            ticks += (text[at] - '0') * scale;
            scale /= 10;
        }

        return at > start;
    }

    private static bool Skip(ref ReadOnlySpan<byte> text, byte c)
    {
        if (text.Length == 0 || text[0] != c)
            return false;
        text = text.Slice(1);
        return true;
    }

    private static void SkipComma(ref ReadOnlySpan<byte> text) => Skip(ref text, (byte)',');

    // A space, U+00A0 or U+202F, once or more.
    private static bool SkipSpaces(ref ReadOnlySpan<byte> text)
    {
        int length = text.Length;
        while (text.Length > 0)
        {
            if (text[0] == ' ')
                text = text.Slice(1);
            else if (text.Length > 1 && text[0] == 0xC2 && text[1] == 0xA0)
                text = text.Slice(2);
            else if (text.Length > 2 && text[0] == 0xE2 && text[1] == 0x80 && text[2] == 0xAF)
                text = text.Slice(3);
            else
                break;
        }

        return text.Length < length;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        int start = 0, end = text.Length;
        while (start < end && text[start] == ' ')
            start++;
        while (end > start && text[end - 1] == ' ')
            end--;
        return text.Slice(start, end - start);
    }

    private static void Digits(Span<char> text, int at, int count, int value)
    {
        for (int i = at + count - 1; i >= at; i--, value /= 10)
            text[i] = (char)('0' + (value % 10));
    }
}
