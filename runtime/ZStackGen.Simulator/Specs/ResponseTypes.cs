using System;
using ZStackGen.Specs.Model;

namespace ZStack.Simulation.Specs;

/// <summary>What a documented type says about the JSON below it.</summary>
internal static class ResponseTypes
{
    /// <summary>The structure that a field's value (or its elements) has: named in the cell, or described by a table of the same page.</summary>
    public static string? StructureName(this FieldModel field, SimulatedApi? api)
    {
        if (field.StructureId is { } id && api is not null && api.Structures.TryGetValue(id, out StructureModel? structure) && structure.Name is { } name)
            return name;
        string? element = ElementType(field.Type);
        return element is { Length: > 0 } && char.IsUpper(element[0]) && !IsPlain(element) ? element : null;
    }

    /// <summary>The innermost element of <c>List&lt;X&gt;</c> or <c>Map&lt;String, X&gt;</c>, else the type itself.</summary>
    public static string? ElementType(string? type)
    {
        while (type is not null)
        {
            int open = type.IndexOf('<', StringComparison.Ordinal);
            if (open < 0)
                return type.Trim();
            int close = type.LastIndexOf('>');
            string inner = type[(open + 1)..(close < open ? type.Length : close)];
            int comma = inner.IndexOf(',', StringComparison.Ordinal);
            type = comma < 0 ? inner : inner[(comma + 1)..];
        }

        return null;
    }

    public static bool IsList(string? type) => type is not null
        && (type.StartsWith("List", StringComparison.Ordinal) || type.StartsWith("Set", StringComparison.Ordinal) || type.StartsWith("ArrayList", StringComparison.Ordinal) || type.StartsWith("Collection", StringComparison.Ordinal));

    public static bool IsMap(string? type) => type is not null
        && (type.StartsWith("Map", StringComparison.Ordinal) || type.StartsWith("HashMap", StringComparison.Ordinal) || type.StartsWith("LinkedHashMap", StringComparison.Ordinal));

    public static bool IsInteger(string? type) => type is "int" or "Integer" or "long" or "Long" or "short" or "Short";

    public static bool IsReal(string? type) => type is "double" or "Double" or "float" or "Float";

    public static bool IsBoolean(string? type) => type is "boolean" or "Boolean";

    public static bool IsTimestamp(string? type) => type is "Timestamp" or "Date";

    private static bool IsPlain(string type) =>
        type is "String" or "Object" or "Void" || IsInteger(type) || IsReal(type) || IsBoolean(type) || IsTimestamp(type) || IsList(type) || IsMap(type);
}
