using ZStackGen.Specs.Catalog;

namespace ZStackGen.Explorer.Apis;

/// <summary>The type names of ZStack's documentation.</summary>
internal static class TypeWords
{
    /// <summary>Returns the name of a type, such as <c>List&lt;VmNicInventory&gt;</c>.</summary>
    public static string Of(TypeReference type) => type.Kind switch
    {
        ValueKind.Int32 => "Integer",
        ValueKind.Int64 => "Long",
        ValueKind.Single => "Float",
        ValueKind.Decimal => "BigDecimal",
        ValueKind.Json => "Object",
        ValueKind.List => $"List<{Of(type.Element!)}>",
        ValueKind.Map => $"Map<String, {Of(type.Element!)}>",
        ValueKind.Structure => type.Name!,
        ValueKind.OpenEnum => "String",
        _ => type.Kind.ToString(),
    };

    /// <summary>Returns the input control of a type: <c>text</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>lines</c> or <c>json</c>.</summary>
    public static string InputOf(TypeReference type) => type.Kind switch
    {
        ValueKind.Int32 or ValueKind.Int64 => "integer",
        ValueKind.Double or ValueKind.Single or ValueKind.Decimal => "number",
        ValueKind.Boolean => "boolean",
        ValueKind.List => type.Element!.Kind is ValueKind.String or ValueKind.OpenEnum ? "lines" : "json",
        ValueKind.Map or ValueKind.Structure or ValueKind.Json or ValueKind.ErrorCode => "json",
        _ => "text",
    };

    /// <summary>Returns the structure of a value or of its elements; <see langword="null"/> for any other type.</summary>
    public static string? StructureOf(TypeReference type)
    {
        TypeReference innermost = type;
        while (innermost.Element is { } element)
            innermost = element;
        return innermost.Kind == ValueKind.Structure ? innermost.Name : null;
    }
}
