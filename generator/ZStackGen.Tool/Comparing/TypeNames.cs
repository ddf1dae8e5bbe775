using ZStackGen.Specs.Catalog;

namespace ZStackGen.Tool.Comparing;

/// <summary>The names of types as in the pages. Structures and enumerations have their C# names.</summary>
internal static class TypeNames
{
    /// <summary>Returns the name of a type.</summary>
    public static string Of(TypeReference type) => type.Kind switch
    {
        ValueKind.Int32 => "int",
        ValueKind.Int64 => "long",
        ValueKind.Boolean => "boolean",
        ValueKind.Double => "double",
        ValueKind.Single => "float",
        ValueKind.Decimal => "decimal",
        ValueKind.Json => "Object",
        ValueKind.OpenEnum or ValueKind.Structure => type.Name!,
        ValueKind.List => $"List<{Of(type.Element!)}>",
        ValueKind.Map => $"Map<String, {Of(type.Element!)}>",
        _ => type.Kind.ToString(),
    };
}
