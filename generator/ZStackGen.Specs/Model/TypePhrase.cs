using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Model;

/// <summary>
/// Reads types that are stated in English or Chinese words instead of type names: <c>array of strings</c>, <c>map of string to long</c>,
/// <c>VmNicInventory list</c>, <c>字符串数组</c>, <c>string (uuid)</c>.
/// </summary>
internal static class TypePhrase
{
    private const int Longest = 120;
    private const int MostNesting = 4;

    private static readonly (string Type, string Words)[] s_types =
    [
        ("String", "string str text uuid url uri enum enumeration varchar 字符串 文本 字符 枚举"),
        ("Integer", "integer int int32 整数 整 整形"),
        ("Long", "long int64 long-integer bigint 长整 长整数"),
        ("Boolean", "boolean bool 布尔"),
        ("Double", "double number numeric 浮点 浮点数 双精度浮点数 数字 数值 小数"),
        ("Float", "float"),
        ("BigDecimal", "decimal"),
        ("Timestamp", "datetime date-time date timestamp 时间戳 时间 日期 日期时间"),
        ("Object", "object json json-object any 对象"),
        ("List", "list array set collection 列表 数组 集合"),
        ("Map", "map dict dictionary 映射 字典"),
    ];

    private static readonly Dictionary<string, string> s_words = Words();

    private static readonly string[] s_listOpenings = ["list of ", "array of ", "set of ", "collection of "];

    private static readonly string[] s_mapOpenings = ["map of ", "map from ", "dictionary of ", "dictionary from "];

    private static readonly string[] s_listEndings = [" list", " array", "列表", "数组", "集合"];

    private static readonly string[] s_fillers = ["类型", "型", "值", " objects", " object", " values", " value", "对象"];

    /// <summary>Returns the type in type names; <see langword="null"/> if the cell contains type names already, or no known words.</summary>
    public static string? Read(string cell)
    {
        if (cell.Length > Longest || IsTypeName(cell))
            return null;
        string? type = Type(cell, 0);
        return type == cell ? null : type;
    }

    /// <summary>Determines whether a cell is a name with an initial capital, also with arguments: <c>VmNicInventory</c>, <c>List&lt;String&gt;</c>.</summary>
    private static bool IsTypeName(string cell)
    {
        bool hasLower = false;
        foreach (char c in cell)
        {
            if (!IsNamePart(c) && c is not ('.' or '$' or '<' or '>' or ','))
                return false;
            hasLower |= c is >= 'a' and <= 'z';
        }

        return hasLower && cell[0] is >= 'A' and <= 'Z';
    }

    private static bool IsNamePart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';

    private static string? Type(string text, int depth)
    {
        text = text.Trim();
        if (text.Length == 0 || depth > MostNesting)
            return null;
        if (text.StartsWith("a ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("an ", StringComparison.OrdinalIgnoreCase))
            return Type(text.Substring(text.IndexOf(' ') + 1), depth);
        return Word(text) ?? List(text, depth) ?? Map(text, depth) ?? Brackets(text, depth) ?? Without(text, depth);
    }

    /// <summary>Returns the type of a known word, also in the plural; or the name of a structure.</summary>
    private static string? Word(string text)
    {
        string? known = Known(text);
        // A name with an initial capital can be a structure: Text, Number. But Strings is not the name of a structure.
        return !IsTypeName(text) || (known is not null && known[0] == text[0]) ? known : Array.TrueForAll(text.ToCharArray(), IsNamePart) ? text : null;
    }

    private static string? Known(string text) =>
        s_words.TryGetValue(text.Replace(' ', '-'), out string? known) || (text.EndsWith("s", StringComparison.OrdinalIgnoreCase) && s_words.TryGetValue(text.Substring(0, text.Length - 1), out known)) ? known : null;

    private static string? List(string text, int depth)
    {
        if (Opening(text, s_listOpenings) is { } opening)
            return ListOf(text.Substring(opening.Length), depth);
        if (text.EndsWith("[]", StringComparison.Ordinal) || text.EndsWith("[ ]", StringComparison.Ordinal))
            return ListOf(text.Substring(0, text.LastIndexOf('[')), depth);
        return Ending(text, s_listEndings) is { } ending ? ListOf(text.Substring(0, text.Length - ending.Length), depth) : null;
    }

    private static string? ListOf(string element, int depth) => Type(element, depth + 1) is { } type ? $"List<{type}>" : null;

    private static string? Map(string text, int depth)
    {
        if (Opening(text, s_mapOpenings) is not { } opening)
            return null;
        string rest = text.Substring(opening.Length);
        int to = rest.IndexOf(" to ", StringComparison.OrdinalIgnoreCase);
        return to > 0 && Type(rest.Substring(0, to), depth + 1) is { } key && Type(rest.Substring(to + 4), depth + 1) is { } value ? $"Map<{key}, {value}>" : null;
    }

    /// <summary>Reads other brackets than those of a generic type, and formats: <c>array[string]</c>, <c>List (String)</c>, <c>integer (int64)</c>.</summary>
    private static string? Brackets(string text, int depth)
    {
        int open = text.IndexOfAny(['<', '[', '(', '（']);
        if (open <= 0 || ">])）"["<[(（".IndexOf(text[open])] != text[text.Length - 1] || Known(text.Substring(0, open).Trim()) is not { } outer)
            return null;
        string inner = text.Substring(open + 1, text.Length - open - 2).Trim();
        if (outer == "List")
            return ListOf(inner, depth);
        // The length of a text: varchar(64).
        if (outer == "String" && text[open] is '(' or '（' && inner.Length is > 0 and < 8 && Array.TrueForAll(inner.ToCharArray(), static c => c is >= '0' and <= '9'))
            return outer;
        int comma = inner.IndexOfAny([',', '，']);
        if (outer == "Map")
            return comma > 0 && Type(inner.Substring(0, comma), depth + 1) is { } key && Type(inner.Substring(comma + 1), depth + 1) is { } value ? $"Map<{key}, {value}>" : null;
        // The format of a scalar, as in OpenAPI.
        return text[open] is '(' or '（' && s_words.ContainsKey(inner) && Word(inner) is { } format and not ("List" or "Map" or "Object")
            ? format == outer || outer == "String" || (outer, format) is ("Integer", "Long") or ("Double", "Float") ? format : null
            : null;
    }

    /// <summary>Reads the text without words that add nothing: <c>String类型</c>, <c>布尔值</c>, <c>VmNicInventory object</c>.</summary>
    private static string? Without(string text, int depth) =>
        Ending(text, s_fillers) is { } ending ? Type(text.Substring(0, text.Length - ending.Length), depth + 1) : null;

    private static string? Opening(string text, string[] words) => Array.Find(words, word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static string? Ending(string text, string[] words) =>
        Array.Find(words, word => text.Length > word.Length && text.EndsWith(word, StringComparison.OrdinalIgnoreCase));

    private static Dictionary<string, string> Words()
    {
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach ((string type, string list) in s_types)
        {
            foreach (string word in list.Split(' '))
                words.Add(word, type);
        }

        return words;
    }
}
