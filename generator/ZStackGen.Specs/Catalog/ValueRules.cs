using System;
using System.Collections.Generic;
using System.Globalization;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>
/// What the cell of allowed values says beside values: <c>1..65535</c> of a whole number, <c>length 1..255</c> of a text, <c>not empty</c> of a
/// list or map. A bound may be left out.
/// </summary>
public sealed class ValueRules
{
    private const string LengthWord = "length ";
    private const string NotEmptyWords = "not empty";

    private ValueRules(IReadOnlyList<string> allowed, (long Minimum, long Maximum)? range, (int Minimum, int Maximum)? length, bool isNotEmpty)
    {
        Allowed = allowed;
        Range = range;
        Length = length;
        IsNotEmpty = isNotEmpty;
    }

    /// <summary>The values themselves.</summary>
    public IReadOnlyList<string> Allowed { get; }

    /// <summary>Between what a whole number lies.</summary>
    public (long Minimum, long Maximum)? Range { get; }

    /// <summary>How long a text is.</summary>
    public (int Minimum, int Maximum)? Length { get; }

    /// <summary>Whether a list or map needs an element.</summary>
    public bool IsNotEmpty { get; }

    /// <summary>Reads the values of a parameter of the given type. What is no rule of that type is a value.</summary>
    public static ValueRules Read(EquatableArray<string> values, ValueKind kind)
    {
        var allowed = new List<string>(values.Count);
        (long, long)? range = null;
        (int, int)? length = null;
        bool isNotEmpty = false;
        foreach (string value in values)
        {
            if (kind is ValueKind.Int32 or ValueKind.Int64 && Bounds(value.AsSpan(), long.MinValue, long.MaxValue) is { } numbers)
                range = numbers;
            else if (kind is ValueKind.String && value.StartsWith(LengthWord, StringComparison.Ordinal)
                && Bounds(value.AsSpan(LengthWord.Length), 0, int.MaxValue) is { } characters && characters.Minimum >= 0)
                length = ((int)characters.Minimum, (int)characters.Maximum);
            else if (kind is ValueKind.List or ValueKind.Map && value == NotEmptyWords)
                isNotEmpty = true;
            else if (value.Length > 0)
                allowed.Add(value);
        }

        return new ValueRules(allowed, range, length, isNotEmpty);
    }

    private static (long Minimum, long Maximum)? Bounds(ReadOnlySpan<char> text, long least, long greatest)
    {
        int dots = text.IndexOf("..".AsSpan());
        if (dots < 0 || text.Length == 2)
            return null;
        long? minimum = Bound(text.Slice(0, dots), least);
        long? maximum = Bound(text.Slice(dots + 2), greatest);
        return minimum is { } from && maximum is { } to && from >= least && to <= greatest && from <= to ? (from, to) : null;
    }

    private static long? Bound(ReadOnlySpan<char> text, long open)
    {
        if (text.IsEmpty)
            return open;
        return long.TryParse(text.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;
    }
}
