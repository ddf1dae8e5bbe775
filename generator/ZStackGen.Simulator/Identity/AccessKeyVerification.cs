using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Identity;

/// <summary>Verifies requests signed with an access key, with the clock skew check of a ZStack server. See runtime/PROTOCOL.md §2.2.</summary>
internal sealed class AccessKeyVerification(IReadOnlyCollection<SimulatedAccessKey> keys, ServerClock clock, bool checkTimeZone)
{
    private static readonly TimeSpan s_allowedSkew = TimeSpan.FromMinutes(15);

    // A time zone of .NET has no larger offset.
    private static readonly TimeSpan s_largestOffset = TimeSpan.FromHours(14);

    public Caller Verify(HttpRequest request, string credential, string path)
    {
        string[] parts = credential.Split(':');
        if (parts.Length != 2 || parts[0].Length == 0 || parts[1].Length == 0)
            throw new PlainTextException(400, "the header 'Authorization' of an access key has to be 'ZStack <keyId>:<signature>'");
        string date = request.Headers.Date.ToString();
        CheckDate(date);

        SimulatedAccessKey? key = keys.FirstOrDefault(candidate => candidate.Id == parts[0]);
        if (key is null)
            return new Caller(null, new SimulatedError("ID.1001", $"access key id {parts[0]} is not known"));
        byte[] expected = Sign(key.Secret, $"{request.Method.ToUpperInvariant()}\n{date}\n{path}");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToBase64String(expected)), Encoding.UTF8.GetBytes(parts[1])))
            return new Caller(null, new SimulatedError("ID.1001", "wrong accessKey signature"));
        return new Caller(new Session("", key.Account, clock.Now) { ExpiredDate = DateTimeOffset.MaxValue }, null);
    }

    private static byte[] Sign(string secret, string text)
    {
#pragma warning disable CA5350 // required by the protocol
        return HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
    }

    private void CheckDate(string date)
    {
        // "EEE, dd MMM yyyy HH:mm:ss z": 25 characters of digits and names, followed by the time zone.
        const int DigitsLength = 25;
        if (date.Length <= DigitsLength + 1 || date[DigitsLength] != ' '
            || !DateTime.TryParseExact(date.AsSpan(0, DigitsLength), "ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime digits)
            || Zone(date[(DigitsLength + 1)..]) is not { } zone)
        {
            throw new PlainTextException(400, "the header 'Date' has to be of the form 'EEE, dd MMM yyyy HH:mm:ss z'");
        }

        // By default, the server ignores the time zone and compares the digits with its wall clock.
        TimeSpan skew = checkTimeZone
            ? digits - clock.Now.UtcDateTime - zone.GetUtcOffset(digits)
            : digits - clock.WallClock;
        if (skew.Duration() > s_allowedSkew)
            throw new PlainTextException(403, "requestTimeTooSkewed");
    }

    private static TimeZoneInfo? Zone(string text)
    {
        switch (text)
        {
            case "GMT" or "UTC" or "Z":
                return TimeZoneInfo.Utc;
            case "CST":
                text = "America/Chicago";
                break;
            case "HKT":
                text = "Asia/Hong_Kong";
                break;
            case "JST":
                text = "Asia/Tokyo";
                break;
            case "EST":
                text = "America/New_York";
                break;
            case "ICT":
                text = "Asia/Bangkok";
                break;
            case "MMT":
                text = "Asia/Yangon";
                break;
        }

        string offset = text.StartsWith("GMT", StringComparison.Ordinal) || text.StartsWith("UTC", StringComparison.Ordinal) ? text[3..] : text;
        if (offset.Length == 6 && offset[0] is '+' or '-'
            && TimeSpan.TryParseExact(offset.AsSpan(1), "hh\\:mm", CultureInfo.InvariantCulture, out TimeSpan span) && span <= s_largestOffset)
        {
            span = offset[0] == '-' ? -span : span;
            return TimeZoneInfo.CreateCustomTimeZone(text, span, text, text);
        }

        return text.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out TimeZoneInfo? zone) ? zone : null;
    }
}
