using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace ZStackGen.Facts.Merging;

/// <summary>Types as the pages write them.</summary>
internal static partial class TypeText
{
    private static readonly HashSet<string> s_words = new(StringComparer.Ordinal)
    {
        "String", "List", "Map", "Integer", "int", "Long", "long", "Boolean", "boolean", "Double", "double", "Float", "float", "Timestamp", "Object", "byte[]",
    };

    /// <summary>Gets whether the type is a basic type of the documentation and not a structure.</summary>
    public static bool IsWord(string type) => s_words.Contains(type);

    /// <summary>Converts a type of a source to the notation of the pages.</summary>
    public static string Normalize(string? type)
    {
        if (type is null)
            return "String";
        string text = type.Replace(" ", "", StringComparison.Ordinal);
        text = ArrayOf().Replace(text, static match => "List<" + Capital(match.Groups["element"].Value) + ">");
        // The JSON of a set is that of a list.
        text = Container().Replace(text, static match => match.Value switch
        {
            "list" or "Set" or "set" or "Collection" or "ArrayList" => "List",
            "string" => "String",
            "object" => "Object",
            _ => "Map",
        });
        return text.Replace(",", ", ", StringComparison.Ordinal);
    }

    /// <summary>Gets whether the type is a list or map without an element type.</summary>
    public static bool IsBareContainer(string type) => type is "List" or "Map";

    /// <summary>Gets whether the type is a list.</summary>
    public static bool IsList(string type) => type == "List" || type.StartsWith("List<", StringComparison.Ordinal);

    /// <summary>Gets whether the type is a map.</summary>
    public static bool IsMap(string type) => type == "Map" || type.StartsWith("Map<", StringComparison.Ordinal);

    /// <summary>Returns the innermost element type.</summary>
    public static string Element(string type)
    {
        int open = type.LastIndexOf('<');
        if (open < 0)
            return type;
        string inner = type[(open + 1)..type.IndexOf('>', open)];
        return inner[(inner.LastIndexOf(',') + 1)..].Trim();
    }

    /// <summary>Adds the element type to a list or map without one.</summary>
    public static string WithElement(string type, string? element) => type switch
    {
        "List" => $"List<{element ?? "Object"}>",
        "Map" => $"Map<String, {element ?? "Object"}>",
        _ => type,
    };

    /// <summary>Returns the names of structures in a type.</summary>
    public static IEnumerable<string> Structures(string type)
    {
        foreach (Match match in Name().Matches(type))
        {
            if (!IsWord(match.Value) && match.Value != "byte")
                yield return match.Value;
        }
    }

    /// <summary>Returns the singular of a field's name: <c>vmNics</c> is <c>vmNic</c>.</summary>
    public static string Singular(string name)
    {
        if (name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4)
            return name[..^3] + "y";
        if (name.EndsWith("sses", StringComparison.Ordinal) || name.EndsWith("xes", StringComparison.Ordinal))
            return name[..^2];
        if (name.EndsWith("List", StringComparison.Ordinal) && name.Length > 4)
            return name[..^4];
        return name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) && !name.EndsWith("us", StringComparison.Ordinal) && name.Length > 2 ? name[..^1] : name;
    }

    /// <summary>Returns the name with a capital first letter.</summary>
    public static string Capital(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"\barray\[(?<element>\w+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex ArrayOf();

    [GeneratedRegex(@"\b(list|Set|set|Collection|ArrayList|LinkedHashMap|HashMap|map|string|object)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Container();

    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*(\[\])?", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
