using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.Comparing;

/// <summary>Decided types in the words of the pages.</summary>
internal static class TypeNames
{
    /// <summary>The type's name. A text with listed values is a text: the values are compared by themselves.</summary>
    public static string Of(TypeReference type, bool hasValues = false) => type.Kind switch
    {
        ValueKind.Int32 => "int",
        ValueKind.Int64 => "long",
        ValueKind.Boolean => "boolean",
        ValueKind.Double => "double",
        ValueKind.Single => "float",
        ValueKind.Json => "Object",
        ValueKind.OpenEnum => hasValues ? "String" : type.Name!,
        ValueKind.Structure => type.Name!,
        ValueKind.List => $"List<{Of(type.Element!, hasValues)}>",
        ValueKind.Map => $"Map<String, {Of(type.Element!)}>",
        _ => type.Kind.ToString(),
    };

    /// <summary>Whether every value that a program gave before still compiles and means the same.</summary>
    public static bool IsWidening(TypeReference before, TypeReference after) => (before.Kind, after.Kind) switch
    {
        (ValueKind.Int32, ValueKind.Int64 or ValueKind.Double) or (ValueKind.Single, ValueKind.Double) => true,
        // An open enumeration is made of any text.
        (ValueKind.String, ValueKind.OpenEnum) => true,
        _ => false,
    };
}
