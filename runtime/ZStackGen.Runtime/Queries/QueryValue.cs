using System;
using System.Globalization;

namespace ZStack;

// Formats a value for both kinds of query: always as text, which the server converts to the type of the field (PROTOCOL.md §5.2).
internal static class QueryValue
{
    public static string Text(QueryComparison comparison, object value, TimeZoneInfo zone)
    {
        string text = value switch
        {
            string s => s,
            bool flag => flag ? "true" : "false",
            DateTimeOffset timestamp => Timestamp(comparison, timestamp, zone),
            double number when double.IsNaN(number) || double.IsInfinity(number) => throw Refuse("is not a finite number"),
            float number when float.IsNaN(number) || float.IsInfinity(number) => throw Refuse("is not a finite number"),
            sbyte or byte or short or ushort or int or uint or long or ulong or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            float or double => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
            // An open enumeration formats as its text.
            ValueType and not IFormattable => value.ToString() ?? throw Refuse("is the default of an open enumeration, which has no text"),
            _ => throw Refuse("is of the type " + value.GetType().Name + "; use a string, a number, a Boolean value or a DateTimeOffset"),
        };
        // The text is passed to SQL unchanged, where a backslash begins an escape (PROTOCOL.md §5.4).
        if (text.IndexOf('\\') >= 0)
            throw Refuse("contains a backslash, which the server's database reads as the beginning of an escape; use Like with '_' in its place");
        if (SurrogatePairs.FindLone(text) >= 0)
            throw Refuse("contains a lone surrogate, which is not a valid character");
        return text;

        QueryRefusal Refuse(string problem) => new("the value for the field '" + comparison.Field.Path + "' " + problem);
    }

    // The server stores whole seconds in its own time zone. A bound between two seconds is rounded so that the condition keeps its meaning:
    // `x < 10:00:00.5` becomes `x < 10:00:01`.
    private static string Timestamp(QueryComparison comparison, DateTimeOffset timestamp, TimeZoneInfo zone)
    {
        if (ReferenceEquals(zone, UnknownTimeZone.Instance))
            throw new TimeZoneNeededException();
        long fraction = timestamp.Ticks % TimeSpan.TicksPerSecond;
        if (fraction != 0)
        {
            if (comparison.Operator is QueryOperator.Less or QueryOperator.GreaterOrEqual)
                timestamp = RoundUp(timestamp, TimeSpan.TicksPerSecond - fraction);
            else if (comparison.Operator is not (QueryOperator.Greater or QueryOperator.LessOrEqual))
                throw new QueryRefusal("the value for the field '" + comparison.Field.Path + "' has a fraction of a second, but the server stores whole seconds, so no timestamp is equal");
        }

        return TimeZoneInfo.ConvertTime(timestamp, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    // DateTimeOffset.MaxValue, which often means that there is no bound, stays within the last second that can be sent.
    private static DateTimeOffset RoundUp(DateTimeOffset timestamp, long ticks)
        => timestamp.UtcTicks > DateTimeOffset.MaxValue.UtcTicks - ticks ? timestamp : timestamp.ToUniversalTime().AddTicks(ticks);
}

// The reason why a query cannot be sent; the catch block adds the name of the API.
#pragma warning disable CA1032, CA1064 // never leaves the assembly
internal sealed class QueryRefusal(string reason) : Exception(reason);
#pragma warning restore CA1032, CA1064
