using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Catalog;

/// <summary>Names that wire names must not become, by the scope in which they would stand.</summary>
internal static class ReservedNames
{
    // Static initialisers run in text order: these stand before what is made of them.
    private static readonly string[] s_objectMembers =
        ["Equals", "GetHashCode", "GetType", "ToString", "Finalize", "MemberwiseClone", "ReferenceEquals"];

    private static readonly string[] s_structureMembers = ["UnknownMembers", "Read", "ReadMember", "WriteMembers", "Query", "QueryFields", "ZStack"];

    private static readonly string[] s_actionMembers =
        ["Api", "SessionId", "Result", "WritePath", "WriteQuery", "WriteBody", "WriteBodyOutsideWrapper", "ReadResult", "SystemTag", "ZStack"];

    private static readonly string[] s_valueMembers = ["Value", "IsKnown", "KnownValues", "TryParse"];

    /// <summary>Names that a structure may not use: what every class inherits, its base class's and the generated ones.</summary>
    public static HashSet<string> Structure { get; } = Union(s_objectMembers, s_structureMembers);

    /// <summary>Names that a result may not use.</summary>
    public static HashSet<string> Result { get; } = Union(s_objectMembers, s_structureMembers, ["Success", "Error", "Schema"]);

    /// <summary>Names that an action may not use.</summary>
    public static HashSet<string> Action { get; } = Union(s_objectMembers, s_actionMembers);

    /// <summary>Names that a query action may not use.</summary>
    public static HashSet<string> Query { get; } = Union(
        s_objectMembers, s_actionMembers, ["Conditions", "Limit", "Start", "Count", "ReplyWithCount", "Sort", "Fields", "FilterName", "Uuid"]);

    /// <summary>Names that a value of an open enumeration may not use.</summary>
    public static HashSet<string> Value { get; } = Union(s_objectMembers, s_valueMembers);

    /// <summary>Names that a type may not use: generated code uses them, or they are its own members', which C# does not let it share.</summary>
    public static HashSet<string> Type { get; } = Union(s_objectMembers, s_structureMembers, s_valueMembers,
    [
        "Array", "DateTimeOffset", "IReadOnlyList", "IReadOnlyDictionary", "Dictionary", "JsonElement", "Object", "String", "System", "ZStack",
        "IEquatable", "StringComparison", "ErrorCode", "Result",
    ]);

    private static HashSet<string> Union(params string[][] parts)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (string[] part in parts)
            names.UnionWith(part);
        return names;
    }
}
