using System;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Xunit;
using ZStack.Tests.Model;

namespace ZStack.Tests.Json;

/// <summary>Timestamps in ISO 8601 are read like a regular expression and the framework's calendar read them, also when they are damaged.</summary>
public sealed partial class TimestampTests
{
    private static readonly Gen<string> s_part = Gen.OneOf(
        Texts(":", "-", ".", "T", "t", " ", "Z", "z", "+", "x", "é", "٣"),
        Gen.Int[0, 99].Select(static number => number.ToString("00", CultureInfo.InvariantCulture)),
        Gen.Int[0, 9].Select(static digit => digit.ToString(CultureInfo.InvariantCulture)));

    private static readonly Gen<string> s_whole = Gen.Select(
        Gen.DateTime[new DateTime(1, 1, 2), new DateTime(9999, 12, 30)],
        Texts("yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff", "yyyy-MM-ddtHH:mm:ss.fffffff", "yyyy-MM-ddTHH:mm:ss"),
        Texts("", "Z", "z", "+08:00", "-0330", "+14", "-14:00", "+14:01", "+05:", "+99:99", "+00:00"),
        static (time, format, offset) => time.ToString(format, CultureInfo.InvariantCulture) + offset);

    [Fact]
    public void A_whole_timestamp_is_read_like_the_reference() => s_whole.Sample(AssertEqual, iter: 5_000);

    [Fact]
    public void A_damaged_timestamp_is_read_like_the_reference() => Gen.Select(s_whole, Gen.Int[0, 40], Gen.Int[0, 3], s_part)
        .Sample(
            static (text, at, removed, inserted) =>
            {
                at = Math.Min(at, text.Length);
                AssertEqual(text.Remove(at, Math.Min(removed, text.Length - at)).Insert(at, inserted));
            },
            iter: 20_000);

    private static Gen<string> Texts(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static void AssertEqual(string text)
    {
        if (Expected(text) is not { } expected)
        {
            // Digits alone are milliseconds, and an empty text is null.
            if (text.Length > 0 && !long.TryParse(text.Trim(' '), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                Assert.Throws<ZStackProtocolException>(() => Read(text));
            return;
        }

        DateTimeOffset value = Read(text)!.Value;
        Assert.Equal((text, expected, expected.Offset), (text, value, value.Offset));
    }

    private static DateTimeOffset? Read(string text)
        => ZStackJson.Read("{\"createDate\":" + JsonSerializer.Serialize(text) + "}", VmInstanceInventory.Read, TimeZoneInfo.Utc).CreateDate;

    private static DateTimeOffset? Expected(string text)
    {
        Match match = Iso().Match(text.Trim(' '));
        if (!match.Success)
            return null;
        int Part(int group) => match.Groups[group].Success && match.Groups[group].Length > 0 ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        try
        {
            string fraction = match.Groups[7].Value.PadRight(7, '0')[..7];
            DateTime time = new DateTime(Part(1), Part(2), Part(3), Part(4), Part(5), Part(6), DateTimeKind.Unspecified).AddTicks(long.Parse(fraction, CultureInfo.InvariantCulture));
            TimeSpan offset = new(Part(9), Part(10), 0);
            return new DateTimeOffset(time, match.Groups[8].Value == "-" ? -offset : offset);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.]([0-9]+))?)?(?:[zZ]|([+-])([0-9]{2}):?([0-9]{2})?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
