using System;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>The type words of ZStack's documentation: Java type names.</summary>
internal static class TypeWords
{
    /// <summary>Determines whether a word is a type name that pages use, in any of the used spellings.</summary>
    public static bool IsKnown(ReadOnlySpan<char> word)
    {
        foreach (string known in s_known)
        {
            if (word.SequenceEqual(known.AsSpan()))
                return true;
        }

        return false;
    }

    /// <summary>Returns the constant for a type word, to avoid a string allocation for every cell; <see langword="null"/> for other words.</summary>
    public static string? Intern(ReadOnlySpan<char> word)
    {
        if (word.Length <= 13)
        {
            foreach (string known in s_known)
            {
                if (word.Length == known.Length && word[0] == known[0] && word.SequenceEqual(known.AsSpan()))
                    return known;
            }
        }

        return null;
    }

    /// <summary>Returns a type of the Java library without its package: <c>List</c> for <c>java.util.List</c>.</summary>
    public static string WithoutPackage(string type) =>
        type.StartsWith("java.", StringComparison.Ordinal) && type.LastIndexOf('.') is var dot && Intern(type.AsSpan(dot + 1)) is { } word ? word : type;

    /// <summary>Determines whether a type is a container whose elements can be described in a table.</summary>
    public static bool IsContainer(string? type) =>
        type is not null && (type is "List" or "Set" or "ArrayList" or "Collection" or "Map" or "HashMap" or "LinkedHashMap" or "Object"
            || type.EndsWith(">", StringComparison.Ordinal) || type.EndsWith("[]", StringComparison.Ordinal)
            || (TypePhrase.Read(type) is { } names && IsContainer(names)));

    /// <summary>
    /// Determines whether a cell can be a type: a known word, a structure name (with an initial capital), a generic type or an array of these.
    /// Reads the text once, however deeply generic types are nested.
    /// </summary>
    public static bool IsPlausible(string type)
    {
        ReadOnlySpan<char> text = type.AsSpan();
        int start = 0, depth = 0;
        bool any = false;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\0';
            if (Characters.IsNamePart(c) || c is '.' or '$')
                continue;
            ReadOnlySpan<char> word = text.Slice(start, i - start);
            if (!word.IsEmpty)
            {
                if (!Characters.IsUpper(LastPart(word)) && !IsKnown(word))
                    return false;
                any = true;
            }

            if (c is '<' or '>' or '[' or ']')
                depth += c is '<' or '[' ? 1 : -1;
            else if (c != '\0' && !(c is ',' or ' ' or '?' && depth > 0))
                return false;
            start = i + 1;
        }

        return any && depth == 0;
    }

    /// <summary>Returns the element type of <c>List&lt;X&gt;</c>, the value type of <c>Map&lt;String, X&gt;</c>, or the word itself.</summary>
    public static string ElementOf(string type)
    {
        type = TypePhrase.Read(type) ?? type;
        int open = type.LastIndexOf('<');
        if (open < 0)
            return type.EndsWith("[]", StringComparison.Ordinal) ? type.Substring(0, type.Length - 2) : type;
        int close = type.IndexOf('>', open);
        string inner = type.Substring(open + 1, (close < 0 ? type.Length : close) - open - 1);
        return inner.Substring(inner.LastIndexOf(',') + 1).Trim();
    }

    private static char LastPart(ReadOnlySpan<char> word)
    {
        int dot = word.LastIndexOfAny('.', '$');
        return dot + 1 < word.Length ? word[dot + 1] : word[0];
    }

    private static readonly string[] s_known =
    [
        "String", "List", "Timestamp", "Integer", "int", "long", "Long", "boolean", "Boolean", "LinkedHashMap", "Map", "Double", "double",
        "Float", "float", "Set", "Object", "Date", "byte[]", "byte", "Byte", "short", "Short", "char", "Character", "BigDecimal", "BigInteger",
        "ArrayList", "HashMap", "Collection", "string", "object", "list", "map", "bool", "number", "integer",
    ];
}
