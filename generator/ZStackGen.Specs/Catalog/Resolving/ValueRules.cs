using System;
using System.Collections.Generic;
using System.Globalization;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>
/// The content of a cell of allowed values. In addition to values, it can contain rules: <c>1..65535</c> for an integer, <c>length 1..255</c>
/// for a text, <c>not empty</c> for a list or map. A bound can be omitted. A rule that does not apply to the type is a value.
/// </summary>
internal readonly record struct ValueRules
{
    private const string LengthWord = "length ";
    private const string NotEmptyWords = "not empty";

    private ValueRules(EquatableArray<string> allowed, ValueBounds? range, ValueBounds? length, bool isNotEmpty)
    {
        Allowed = allowed;
        Range = range;
        Length = length;
        IsNotEmpty = isNotEmpty;
    }

    public EquatableArray<string> Allowed { get; }

    public ValueBounds? Range { get; }

    public ValueBounds? Length { get; }

    public bool IsNotEmpty { get; }

    /// <summary>Returns the values without the limits, which are checked only for arguments.</summary>
    public ValueRules ValuesOnly() => new(Allowed, null, null, false);

    public static ValueRules Read(EquatableArray<string> values, ValueKind kind)
    {
        if (values.Count == 0)
            return new ValueRules(values, null, null, false);
        var allowed = new List<string>(values.Count);
        ValueBounds? range = null;
        ValueBounds? length = null;
        bool isNotEmpty = false;
        foreach (string value in values)
        {
            if (kind is ValueKind.Int32 or ValueKind.Int64 && Bounds(value.AsSpan()) is { } numbers)
                range = numbers;
            else if (kind is ValueKind.String && value.StartsWith(LengthWord, StringComparison.Ordinal) && Bounds(value.AsSpan(LengthWord.Length)) is { Maximum: >= 0 } characters)
                length = characters with { Minimum = Math.Max(0, characters.Minimum) };
            else if (kind is ValueKind.List or ValueKind.Map && value == NotEmptyWords)
                isNotEmpty = true;
            else
                allowed.Add(value);
        }

        return new ValueRules(allowed.Count == values.Count ? values : allowed.ToEquatableArray(), range, length, isNotEmpty);
    }

    private static ValueBounds? Bounds(ReadOnlySpan<char> text)
    {
        int dots = text.IndexOf("..".AsSpan());
        if (dots < 0 || text.Length == 2)
            return null;
        long? minimum = Bound(text.Slice(0, dots), long.MinValue);
        long? maximum = Bound(text.Slice(dots + 2), long.MaxValue);
        return minimum is { } from && maximum is { } to && from <= to ? new ValueBounds(from, to) : null;
    }

    private static long? Bound(ReadOnlySpan<char> text, long open)
    {
        if (text.IsEmpty)
            return open;
        return long.TryParse(text.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;
    }
}
