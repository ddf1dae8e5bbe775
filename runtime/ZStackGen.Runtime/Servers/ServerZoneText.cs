using System;
using System.Globalization;

namespace ZStack;

// Parses a time zone as a server states it: an IANA name or a Java offset, and the current offset (PROTOCOL.md §6).
internal static class ServerZoneText
{
    private static readonly TimeSpan s_widest = TimeSpan.FromHours(14);

    public static TimeZoneInfo? Parse(string? name, string? offset, DateTimeOffset now)
    {
        TimeSpan? stated = Offset(offset);
        if (Named(name) is { } zone && (stated is null || zone.GetUtcOffset(now) == stated))
            return zone;
        // The system does not know the time zone or defines it differently; the stated offset is right at least for now.
        return (stated ?? Offset(name)) is { } fixedOffset ? Fixed(fixedOffset) : null;
    }

    // Parses `+08:00`, `-3` or `+0530`, each optionally after GMT or UTC; `Z`, `GMT`, `UTC`.
    public static TimeSpan? Offset(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        string rest = text!.Trim();
        if (rest is "Z" or "GMT" or "UTC")
            return TimeSpan.Zero;
        if (rest.StartsWith("GMT", StringComparison.Ordinal) || rest.StartsWith("UTC", StringComparison.Ordinal))
            rest = rest.Substring(3);
        if (rest.Length < 2 || rest[0] is not ('+' or '-'))
            return null;
        string digits = rest.Substring(1);
        string[] parts = digits.IndexOf(':') >= 0 ? digits.Split(':') : digits.Length > 2 ? [digits.Substring(0, digits.Length - 2), digits.Substring(digits.Length - 2)] : [digits];
        if (parts.Length > 2 || !Number(parts[0], out int hours))
            return null;
        int minutes = 0;
        if (parts.Length == 2 && (parts[1].Length != 2 || !Number(parts[1], out minutes) || minutes > 59))
            return null;
        var span = new TimeSpan(hours, minutes, 0);
        return span > s_widest ? null : rest[0] == '-' ? -span : span;
    }

    public static TimeZoneInfo Fixed(TimeSpan offset)
    {
        if (offset == TimeSpan.Zero)
            return TimeZoneInfo.Utc;
        string id = "UTC" + (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        return TimeZoneInfo.CreateCustomTimeZone(id, offset, id, id);
    }

    private static TimeZoneInfo? Named(string? name)
    {
        // Some systems use the name as a file path, so only valid time zone names are looked up.
        if (name is not { Length: > 0 and <= 64 } || name[0] is '/' or '-')
            return null;
        foreach (char c in name)
            if (!((uint)((c | 0x20) - 'a') <= 'z' - 'a' || (uint)(c - '0') <= 9 || c is '/' or '_' or '-' or '+'))
                return null;
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or System.Security.SecurityException or UnauthorizedAccessException or System.IO.IOException)
        {
            return null;
        }
    }

    private static bool Number(string digits, out int number)
        => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 100;
}
