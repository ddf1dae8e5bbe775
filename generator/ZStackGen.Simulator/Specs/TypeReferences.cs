using ZStackGen.Specs.Catalog;

namespace ZStack.Simulation.Specs;

/// <summary>Extension methods that describe the JSON values of a type.</summary>
internal static class TypeReferences
{
    /// <summary>Returns the structure of a value, or of the elements of a list or map; <see langword="null"/> for other types.</summary>
    public static string? StructureName(this TypeReference type)
    {
        TypeReference innermost = type;
        while (innermost.Element is { } element)
            innermost = element;
        return innermost.Kind == ValueKind.Structure ? innermost.Name : null;
    }

    public static bool IsInteger(this TypeReference type) => type.Kind is ValueKind.Int32 or ValueKind.Int64;

    public static bool IsReal(this TypeReference type) => type.Kind is ValueKind.Double or ValueKind.Single or ValueKind.Decimal;

    public static bool IsText(this TypeReference type) => type.Kind is ValueKind.String or ValueKind.OpenEnum;

    /// <summary>Returns the Java name of the type, for messages.</summary>
    public static string DisplayName(this TypeReference type) => type.Kind switch
    {
        ValueKind.Int32 => "Integer",
        ValueKind.Int64 => "Long",
        ValueKind.OpenEnum => "String",
        ValueKind.Decimal => "BigDecimal",
        ValueKind.Structure => type.Name!,
        _ => type.Kind.ToString(),
    };
}
