using System;
using System.Globalization;

namespace ZStack;

// The text of a value, as both kinds of query take it: always text, which the server turns into the field's type (PROTOCOL.md §5.2).
internal static class QueryValue
{
    public static string Text(QueryComparison comparison, object value, TimeZoneInfo zone)
    {
        string text = value switch
        {
            string s => s,
            bool flag => flag ? "true" : "false",
            DateTimeOffset moment => Moment(comparison, moment, zone),
            double number when double.IsNaN(number) || double.IsInfinity(number) => throw Refuse("is not a finite number"),
            float number when float.IsNaN(number) || float.IsInfinity(number) => throw Refuse("is not a finite number"),
            sbyte or byte or short or ushort or int or uint or long or ulong or decimal => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            float or double => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
            // An open enumeration is its text.
            ValueType and not IFormattable => value.ToString() ?? throw Refuse("is an enumeration's default, which has no text"),
            _ => throw Refuse("is of the type " + value.GetType().Name + "; text, numbers, truth values and DateTimeOffset can be compared"),
        };
        for (int i = 0; i < text.Length; i++)
        {
            // The query's text goes into SQL unchanged, where a backslash begins an escape (PROTOCOL.md §5.4).
            if (text[i] == '\\')
                throw Refuse("has a backslash, which the server's database would read as the beginning of an escape; Like with '_' in its place comes close");
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                throw Refuse("has half a character (a lone surrogate), which cannot be sent");
        }

        return text;

        QueryRefusal Refuse(string what) => new("the value for the field '" + comparison.Field.Path + "' " + what);
    }

    // The server keeps whole seconds, in its own zone and without naming it. A bound between two seconds goes to the one that keeps the
    // meaning: `x < 10:00:00.5` is `x < 10:00:01`.
    private static string Moment(QueryComparison comparison, DateTimeOffset moment, TimeZoneInfo zone)
    {
        if (ReferenceEquals(zone, UnknownTimeZone.Instance))
            throw new TimeZoneNeededException();
        long fraction = moment.Ticks % TimeSpan.TicksPerSecond;
        if (fraction != 0)
        {
            if (comparison.Operator is QueryOperator.Less or QueryOperator.GreaterOrEqual)
                moment = moment.AddTicks(TimeSpan.TicksPerSecond - fraction);
            else if (comparison.Operator is not (QueryOperator.Greater or QueryOperator.LessOrEqual))
                throw new QueryRefusal("the value for the field '" + comparison.Field.Path + "' has a part of a second, but the server keeps whole ones: no moment would be equal");
        }

        return TimeZoneInfo.ConvertTime(moment, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}

// Why a query cannot be sent; the API is named where it is known.
#pragma warning disable CA1032, CA1064 // never leaves the assembly
internal sealed class QueryRefusal(string why) : Exception(why);
#pragma warning restore CA1032, CA1064
