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
    private static readonly HashSet<string> s_nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "N/A", "none", "null", "not applicable", "no limit", "any", "无", "没有", "空", "不限", "暂无", "无限制", "不适用", "任意", "TBD", "TODO", "待定",
    };

    private const int LongestWord = 80;

    private static readonly char[] s_commas = [',', '，', '、', ';', '；'];

    private static readonly HashSet<string> s_openEnds = new(StringComparer.OrdinalIgnoreCase) { "etc", "e.g", "or", "and", "-", "--" };

    /// <summary>Words of a cell that states a rule instead of values, besides the names of types.</summary>
    private static readonly HashSet<string> s_rules = new(StringComparer.OrdinalIgnoreCase)
    {
        "unique", "positive", "negative", "non-negative", "non-empty", "non empty", "nonempty", "not blank", "non-blank", "not null", "non-null", "required", "optional", "mandatory",
        "唯一", "正整数", "非负整数", "整数", "数字", "字符串", "非空", "不为空", "必填", "可选", "必选",
    };

    /// <summary>The first words of a text that describes values instead of listing them.</summary>
    private static readonly string[] s_ruleOpenings = ["see ", "any ", "valid ", "between ", "same as ", "refer to ", "depends on ", "at least ", "at most "];

    private static readonly HashSet<string> s_numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        "int", "integer", "long", "short", "byte", "float", "double", "number", "decimal", "BigDecimal", "BigInteger",
    };

    /// <summary>Words of sentences, which do not occur in lists of values.</summary>
    private static readonly HashSet<string> s_prose = new(StringComparer.OrdinalIgnoreCase)
    {
        "the", "of", "a", "an", "is", "are", "be", "to", "for", "in", "on", "if", "can", "must", "this", "that", "with", "by", "not", "which", "when", "will", "should", "from", "as", "it", "was", "has", "have",
    };

    /// <summary>Determines whether a cell says that there are no values.</summary>
    public static bool IsNothing(string cell) => cell.Length <= 16 && s_nothing.Contains(cell);

    /// <summary>Determines whether a type is a number.</summary>
    public static bool IsNumber(string? type) => type is not null && s_numbers.Contains(TypePhrase.Read(type) ?? type);

    /// <summary>Determines whether a value can be a value of a number.</summary>
    public static bool CanBeNumber(string value) =>
        double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out _);

    /// <summary>
    /// Returns the limit in the page format, if the cell states it in other words: the range of a number, or the length of a text.
    /// </summary>
    public static string? Limit(string cell, string? type) => ValueLimit.IsLimit(cell) ? null
        : IsNumber(type) ? RangeWords.Read(cell)
        : IsText(type) ? RangeWords.ReadLength(cell) : null;

    /// <summary>
    /// Determines whether a cell of a text or a list can be a value, or the range of numbers or a rule: <c>1-10</c>, <c>unique</c>. Only the author knows,
    /// so that it is reported.
    /// </summary>
    public static bool IsDoubtful(string cell, string? type) =>
        (IsText(type) || IsList(type)) && !ValueLimit.IsLimit(cell) && (RangeWords.Read(cell) is not null || s_rules.Contains(cell) || IsRule(cell) || IsTypeName(cell) || IsPattern(cell));

    private static bool IsRule(string cell) => cell.IndexOfAny(s_commas) < 0 && Array.Exists(s_ruleOpenings, opening => cell.StartsWith(opening, StringComparison.OrdinalIgnoreCase));

    /// <summary>Determines whether a cell names a type or a format instead of a value: <c>UUID</c>, <c>string</c>.</summary>
    private static bool IsTypeName(string cell) => cell is "String" or "Integer" or "UUID" or "URL" or "URI" || (cell is not ("text" or "json" or "date" or "any") && TypePhrase.Read(cell) is not null);

    /// <summary>Determines whether a cell is a regular expression.</summary>
    private static bool IsPattern(string cell) => cell.Length > 2 && (cell[0] == '^' || cell[cell.Length - 1] == '$' || cell.IndexOf("]+", StringComparison.Ordinal) > 0 || cell.IndexOf("]*", StringComparison.Ordinal) > 0 || cell.IndexOf("]{", StringComparison.Ordinal) > 0);

    /// <summary>Determines whether a word occurs in sentences, but not in lists of values.</summary>
    public static bool IsProse(string word) => s_prose.Contains(word);

    private static bool IsList(string? type) => type is not null && (TypePhrase.Read(type) ?? type) is var name
        && (name.EndsWith("[]", StringComparison.Ordinal) || name.Split('<')[0] is "List" or "Set" or "ArrayList" or "Collection");

    private static bool IsText(string? type) => type is not null && (TypePhrase.Read(type) ?? type).Equals("String", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Determines whether values must be written as a list, because the reader interprets other texts than words and limits in a cell with commas.
    /// </summary>
    public static bool NeedsList(EquatableArray<string> values, string? type)
    {
        if (values.Count == 0 || (values.Count == 1 && ValueLimit.IsLimit(values[0])))
            return false;
        // The backslash before a comma or semicolon says that the cell is in the page format.
        bool isEscaped = false;
        foreach (string value in values)
            isEscaped |= value.IndexOfAny([',', ';']) >= 0;
        foreach (string value in values)
        {
            if (!(isEscaped ? IsEscapable(value) : IsWord(value)))
                return true;
        }

        if (isEscaped)
            return false;
        // The reader drops repeated words.
        if (values.Count > 1 && new HashSet<string>(values, StringComparer.Ordinal).Count < values.Count)
            return true;
        string cell = string.Join(", ", values);
        return Limit(cell, type) is not null || (values.Count == 1 && (IsNothing(cell) || IsDoubtful(cell, type)));
    }

    private static bool IsWord(string text) =>
        HasWordCharacters(text, others: "") && text.Length <= LongestWord && text[text.Length - 1] != '.' && !s_openEnds.Contains(text);

    private static bool IsEscapable(string text) =>
        HasWordCharacters(text, others: " ,;") && text[0] != ' ' && text[text.Length - 1] != ' ' && text.IndexOf("  ", StringComparison.Ordinal) < 0;

    private static bool HasWordCharacters(string text, string others)
    {
        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.' or '+') && others.IndexOf(c) < 0)
                return false;
        }

        return text.Length > 0;
    }
}
