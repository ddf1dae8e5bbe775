using System;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ZStack.Serialization;

// Reads single values, and lists and maps of single values.
public ref partial struct JsonReader
{
    private const int ShortValue = 64;

    /// <summary>Reads a string. The JSON of any other value is returned as a string.</summary>
    /// <returns>The string, or null.</returns>
    public string? String()
    {
        if (_reader.TokenType == JsonTokenType.String)
        {
            ReadOnlySpan<byte> utf8 = _reader.ValueSpan;
            if (utf8.Length is 0 or > StringCache.MaxLength || _reader.ValueIsEscaped)
                return Text();
            ref string? slot = ref StringCache.Slot(_strings, utf8);
            return StringCache.Equals(slot, utf8) ? slot : slot = Text();
        }

        if (_reader.TokenType == JsonTokenType.Null)
            return null;
        return ToText(Raw());
    }

    /// <summary>Reads an integer, which can also be written as <c>8.589934592E9</c>, <c>1.0</c> or a string.</summary>
    /// <returns>The number; null for null and for an empty string.</returns>
    public int? Int32()
    {
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetInt32(out int number))
            return number;
        if (Int64() is not { } wide)
            return null;
        return wide is >= int.MinValue and <= int.MaxValue ? (int)wide : Mismatch<int?>("a whole number of 32 bits");
    }

    /// <summary>Reads an integer, which can also be written as <c>8.589934592E9</c>, <c>1.0</c> or a string.</summary>
    /// <returns>The number; null for null and for an empty string.</returns>
    public long? Int64()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Number:
                if (_reader.TryGetInt64(out long number) || TryInt64(_reader.ValueSpan, out number))
                    return number;
                break;
            case JsonTokenType.String:
                Span<byte> buffer = stackalloc byte[ShortValue];
                if (!TryShortText(buffer, out ReadOnlySpan<byte> text))
                    break;
                if (text.Length == 0)
                    return null;
                if (TryInt64(text, out number))
                    return number;
                break;
            case JsonTokenType.Null:
                return null;
        }

        return Mismatch<long?>("a whole number");
    }

    /// <summary>Reads a number, which can also be written as a string.</summary>
    /// <returns>The number; null for null and for an empty string.</returns>
    public double? Double()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Number:
                if (_reader.TryGetDouble(out double number) && !double.IsInfinity(number))
                    return number;
                break;
            case JsonTokenType.String:
                Span<byte> buffer = stackalloc byte[ShortValue];
                if (!TryShortText(buffer, out ReadOnlySpan<byte> text))
                    break;
                if (text.Length == 0)
                    return null;
                if (Utf8Parser.TryParse(text, out number, out int used) && used == text.Length)
                    return number;
                break;
            case JsonTokenType.Null:
                return null;
        }

        return Mismatch<double?>("a number");
    }

    /// <summary>Reads a number, which can also be written as a string.</summary>
    /// <returns>The number; null for null and for an empty string.</returns>
    public float? Single()
    {
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetSingle(out float number) && !float.IsInfinity(number))
            return number;
        if (Double() is not { } wide)
            return null;
        number = (float)wide;
        return float.IsInfinity(number) && !double.IsInfinity(wide) ? Mismatch<float?>("a number of 32 bits") : number;
    }

    /// <summary>Reads a decimal number, which can also be written as a string.</summary>
    /// <returns>The number; null for null and for an empty string.</returns>
    public decimal? Decimal()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.Number:
                if (_reader.TryGetDecimal(out decimal number))
                    return number;
                break;
            case JsonTokenType.String:
                Span<byte> buffer = stackalloc byte[ShortValue];
                if (!TryShortText(buffer, out ReadOnlySpan<byte> text))
                    break;
                if (text.Length == 0)
                    return null;
                if (TryDecimal(text, out number))
                    return number;
                break;
            case JsonTokenType.Null:
                return null;
        }

        return Mismatch<decimal?>("a decimal number");
    }

    /// <summary>Reads a Boolean value, which can also be written as a string.</summary>
    /// <returns>The value; null for null and for an empty string.</returns>
    public bool? Boolean()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                Span<byte> buffer = stackalloc byte[ShortValue];
                if (!TryShortText(buffer, out ReadOnlySpan<byte> text))
                    break;
                if (text.Length == 0)
                    return null;
                if (Utf8Parser.TryParse(text, out bool flag, out int used) && used == text.Length)
                    return flag;
                break;
        }

        return Mismatch<bool?>("true or false");
    }

    /// <summary>
    /// Reads a timestamp: <c>Nov 14, 2017 10:20:57 PM</c> in the formats of JDK 8, 9 and 20, ISO 8601, or milliseconds since the Unix epoch. A timestamp
    /// without an offset is in the server's time zone.
    /// </summary>
    /// <returns>The timestamp; null for null and for an empty string.</returns>
    public DateTimeOffset? DateTimeOffset()
    {
        DateTimeOffset value;
        switch (_reader.TokenType)
        {
            case JsonTokenType.String:
                if (!_reader.ValueIsEscaped)
                {
                    if (JsonTimestamp.TryParse(_reader.ValueSpan, _zone, out value))
                        return value;
                    if (_reader.ValueSpan.Length == 0)
                        return null;
                    break;
                }

                Span<byte> buffer = stackalloc byte[ShortValue];
                if (TryShortText(buffer, out ReadOnlySpan<byte> text) && JsonTimestamp.TryParse(text, _zone, out value))
                    return value;
                break;
            case JsonTokenType.Number:
                if ((_reader.TryGetInt64(out long milliseconds) || TryInt64(_reader.ValueSpan, out milliseconds))
                    && JsonTimestamp.TryFromEpoch(milliseconds, out value))
                    return value;
                break;
            case JsonTokenType.Null:
                return null;
        }

        return Mismatch<System.DateTimeOffset?>("a timestamp");
    }

    /// <summary>Reads an array of strings.</summary>
    /// <returns>The strings; empty if the value is null.</returns>
    public IReadOnlyList<string> StringList()
    {
        if (!BeginList())
            return Array.Empty<string>();
        List<string>? list = null;
        while (NextElement())
        {
            if (String() is { } text)
                (list ??= new List<string>()).Add(text);
        }

        return list ?? (IReadOnlyList<string>)Array.Empty<string>();
    }

    /// <summary>Reads an array of integers.</summary>
    /// <returns>The numbers; empty if the value is null.</returns>
    public IReadOnlyList<int> Int32List() => List(static (ref JsonReader reader) => reader.Int32() ?? reader.Mismatch<int>("a whole number"));

    /// <summary>Reads an array of integers.</summary>
    /// <returns>The numbers; empty if the value is null.</returns>
    public IReadOnlyList<long> Int64List() => List(static (ref JsonReader reader) => reader.Int64() ?? reader.Mismatch<long>("a whole number"));

    /// <summary>Reads an array of numbers.</summary>
    /// <returns>The numbers; empty if the value is null.</returns>
    public IReadOnlyList<double> DoubleList() => List(static (ref JsonReader reader) => reader.Double() ?? reader.Mismatch<double>("a number"));

    /// <summary>Reads an array of decimal numbers.</summary>
    /// <returns>The numbers; empty if the value is null.</returns>
    public IReadOnlyList<decimal> DecimalList() => List(static (ref JsonReader reader) => reader.Decimal() ?? reader.Mismatch<decimal>("a decimal number"));

    /// <summary>Reads an array of Boolean values.</summary>
    /// <returns>The values; empty if the value is null.</returns>
    public IReadOnlyList<bool> BooleanList() => List(static (ref JsonReader reader) => reader.Boolean() ?? reader.Mismatch<bool>("true or false"));

    /// <summary>Reads an array of timestamps.</summary>
    /// <returns>The timestamps; empty if the value is null.</returns>
    public IReadOnlyList<DateTimeOffset> DateTimeOffsetList() => List(static (ref JsonReader reader) => reader.DateTimeOffset() ?? reader.Mismatch<System.DateTimeOffset>("a timestamp"));

    /// <summary>Reads an array of JSON values.</summary>
    /// <returns>The values; empty if the value is null.</returns>
    public IReadOnlyList<JsonElement> ElementList() => List(static (ref JsonReader reader) => reader.Element().GetValueOrDefault());

    /// <summary>Reads an object with string values.</summary>
    /// <returns>The entries; empty if the value is null.</returns>
    public IReadOnlyDictionary<string, string> StringMap() => Map(static (ref JsonReader reader) => reader.String()!);

    /// <summary>Reads an object with integer values.</summary>
    /// <returns>The entries; empty if the value is null.</returns>
    public IReadOnlyDictionary<string, long> Int64Map() => Map(static (ref JsonReader reader) => reader.Int64() ?? reader.Mismatch<long>("a whole number"));

    /// <summary>Reads an object with number values.</summary>
    /// <returns>The entries; empty if the value is null.</returns>
    public IReadOnlyDictionary<string, double> DoubleMap() => Map(static (ref JsonReader reader) => reader.Double() ?? reader.Mismatch<double>("a number"));

    /// <summary>Reads an object with decimal values.</summary>
    /// <returns>The entries; empty if the value is null.</returns>
    public IReadOnlyDictionary<string, decimal> DecimalMap() => Map(static (ref JsonReader reader) => reader.Decimal() ?? reader.Mismatch<decimal>("a decimal number"));

    /// <summary>Reads an object with Boolean values.</summary>
    /// <returns>The entries; empty if the value is null.</returns>
    public IReadOnlyDictionary<string, bool> BooleanMap() => Map(static (ref JsonReader reader) => reader.Boolean() ?? reader.Mismatch<bool>("true or false"));

    /// <summary>Reads an object with JSON values.</summary>
    /// <returns>The entries; empty if the value is null.</returns>
    public IReadOnlyDictionary<string, JsonElement> ElementMap() => Map(static (ref JsonReader reader) => reader.Element().GetValueOrDefault());

    // Parsed as a decimal, so that 9.007199254740993E15 keeps its last digit.
    private static bool TryInt64(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (Utf8Parser.TryParse(text, out value, out int used) && used == text.Length)
            return true;
        if (!TryDecimal(text, out decimal number))
            return false;
        if (number != decimal.Truncate(number) || number is < long.MinValue or > long.MaxValue)
            return false;
        value = (long)number;
        return true;
    }

    private static bool TryDecimal(ReadOnlySpan<byte> text, out decimal number)
    {
        bool hasExponent = text.IndexOf((byte)'e') >= 0 || text.IndexOf((byte)'E') >= 0;
        return Utf8Parser.TryParse(text, out number, out int used, hasExponent ? 'e' : default) && used == text.Length;
    }

    // Returns the trimmed text of a string that can be a number, a Boolean value or a timestamp; false if it is too long.
    private readonly bool TryShortText(Span<byte> buffer, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (_reader.ValueSpan.Length > buffer.Length)
            return false;
        Span<byte> copy;
        try
        {
            copy = buffer.Slice(0, _reader.CopyString(buffer));
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        int start = 0, end = copy.Length;
        while (start < end && copy[start] <= ' ')
            start++;
        while (end > start && copy[end - 1] <= ' ')
            end--;
        text = copy.Slice(start, end - start);
        return true;
    }

    // The current string or name. A text with half of a surrogate pair, or with bytes that are not UTF-8, affects only its member.
    private string? Text()
    {
        try
        {
            return _reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return Mismatch<string?>("valid Unicode text");
        }
    }

    private static string ToText(ReadOnlySpan<byte> utf8)
    {
#if NETSTANDARD2_0
        return Encoding.UTF8.GetString(utf8.ToArray());
#else
        return Encoding.UTF8.GetString(utf8);
#endif
    }
}
