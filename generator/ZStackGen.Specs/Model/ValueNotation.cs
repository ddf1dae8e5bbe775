using System;
using System.Collections.Generic;
using System.Globalization;

namespace ZStackGen.Specs.Model;

/// <summary>
/// The texts that are not values in a values cell of the page format. The reader interprets them, and the writer uses a list for a value that
/// has such a text.
/// </summary>
internal static class ValueNotation
{
    private const int LongestChoice = 400;

    private static readonly HashSet<string> s_nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "N/A", "none", "null", "not applicable", "no limit", "any", "无", "没有", "空", "不限", "暂无", "无限制", "不适用", "任意",
    };

    private static readonly HashSet<string> s_numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "int", "integer", "long", "short", "byte", "float", "double", "number", "BigDecimal", "BigInteger",
    };

    /// <summary>Determines whether a cell says that there are no values.</summary>
    public static bool IsNothing(string cell) => cell.Length <= 16 && s_nothing.Contains(cell);

    /// <summary>Determines whether a type is a number.</summary>
    public static bool IsNumber(string? type) => type is not null && s_numbers.Contains(type);

    /// <summary>Determines whether a value can be a value of a number.</summary>
    public static bool CanBeNumber(string value) =>
        double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);

    /// <summary>Returns the range of a number in the page format, if the cell states the range in other words.</summary>
    public static string? Range(string cell, string? type) => IsNumber(type) && !ValueLimit.IsLimit(cell) ? RangeWords.Read(cell) : null;

    /// <summary>Returns the values of <c>A | B</c> and <c>A / B</c>; <see langword="null"/> if the cell is not a choice between names.</summary>
    public static string[]? Choices(string cell)
    {
        char separator = cell.IndexOf('|') >= 0 ? '|' : '/';
        if (cell.Length > LongestChoice || cell.IndexOf(separator == '|' ? "|" : " / ", StringComparison.Ordinal) <= 0)
            return null;
        string[] values = separator == '|' ? cell.Split('|') : cell.Split([" / "], StringSplitOptions.None);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = values[i].Trim();
            if (!IsWord(values[i]))
                return null;
        }

        return values;
    }

    /// <summary>Determines whether a cell is a list in brackets: <c>[TCP, UDP]</c>, <c>{TCP, UDP}</c>.</summary>
    public static bool IsBracketed(string cell) =>
        cell.Length > 2 && (cell[0], cell[cell.Length - 1]) is ('[', ']') or ('{', '}') && cell.IndexOf(',') > 0 && cell.IndexOfAny(['[', ']', '{', '}'], 1, cell.Length - 2) < 0;

    /// <summary>Determines whether values must be written as a list, because the reader would interpret the cell.</summary>
    public static bool NeedsList(EquatableArray<string> values, string? type)
    {
        if (values.Count == 0)
            return false;
        string cell = string.Join(", ", values);
        return IsBracketed(cell) || Range(cell, type) is not null || (values.Count == 1 && (IsNothing(cell) || Choices(cell) is not null));
    }

    private static bool IsWord(string text)
    {
        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.'))
                return false;
        }

        return text.Length > 0;
    }
}
