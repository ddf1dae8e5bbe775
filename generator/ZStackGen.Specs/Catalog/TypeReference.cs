namespace ZStackGen.Specs.Catalog;

/// <summary>The kind of value of a resolved type.</summary>
public enum ValueKind
{
    /// <summary>A text.</summary>
    String,

    /// <summary>A 32-bit integer.</summary>
    Int32,

    /// <summary>A 64-bit integer.</summary>
    Int64,

    /// <summary>A Boolean value.</summary>
    Boolean,

    /// <summary>A double-precision floating-point number.</summary>
    Double,

    /// <summary>A single-precision floating-point number.</summary>
    Single,

    /// <summary>A decimal number with arbitrary precision.</summary>
    Decimal,

    /// <summary>A timestamp.</summary>
    Timestamp,

    /// <summary>Any JSON value.</summary>
    Json,

    /// <summary>The error type of the runtime.</summary>
    ErrorCode,

    /// <summary>A structure of the catalog.</summary>
    Structure,

    /// <summary>An open enumeration.</summary>
    OpenEnum,

    /// <summary>A list of <see cref="TypeReference.Element"/>.</summary>
    List,

    /// <summary>A map from text to <see cref="TypeReference.Element"/>.</summary>
    Map,
}

/// <summary>A resolved type. Compares by value.</summary>
/// <param name="Kind">The kind of value.</param>
/// <param name="Name">The C# name of the structure or open enumeration.</param>
/// <param name="Element">The element type of a list or map.</param>
public sealed record TypeReference(ValueKind Kind, string? Name = null, TypeReference? Element = null)
{
    /// <summary>Gets the type of texts.</summary>
    public static TypeReference String { get; } = new(ValueKind.String);

    /// <summary>Gets the type of 32-bit integers.</summary>
    public static TypeReference Int32 { get; } = new(ValueKind.Int32);

    /// <summary>Gets the type of 64-bit integers.</summary>
    public static TypeReference Int64 { get; } = new(ValueKind.Int64);

    /// <summary>Gets the type of Boolean values.</summary>
    public static TypeReference Boolean { get; } = new(ValueKind.Boolean);

    /// <summary>Gets the type of double-precision floating-point numbers.</summary>
    public static TypeReference Double { get; } = new(ValueKind.Double);

    /// <summary>Gets the type of single-precision floating-point numbers.</summary>
    public static TypeReference Single { get; } = new(ValueKind.Single);

    /// <summary>Gets the type of decimal numbers with arbitrary precision.</summary>
    public static TypeReference Decimal { get; } = new(ValueKind.Decimal);

    /// <summary>Gets the type of timestamps.</summary>
    public static TypeReference Timestamp { get; } = new(ValueKind.Timestamp);

    /// <summary>Gets the type of arbitrary JSON values.</summary>
    public static TypeReference Json { get; } = new(ValueKind.Json);

    /// <summary>Gets the error type of the runtime.</summary>
    public static TypeReference ErrorCode { get; } = new(ValueKind.ErrorCode);

    /// <summary>Gets the type of lists of texts.</summary>
    public static TypeReference StringList { get; } = new(ValueKind.List, null, String);

    /// <summary>Gets the type of lists of arbitrary JSON values.</summary>
    public static TypeReference JsonList { get; } = new(ValueKind.List, null, Json);

    /// <summary>Gets the type of maps with text values.</summary>
    public static TypeReference StringMap { get; } = new(ValueKind.Map, null, String);

    /// <summary>Gets the type of maps with arbitrary JSON values.</summary>
    public static TypeReference JsonMap { get; } = new(ValueKind.Map, null, Json);

    /// <summary>Gets the type inside all lists and maps; the type itself for other types.</summary>
    internal TypeReference Innermost
    {
        get
        {
            TypeReference type = this;
            while (type.Element is { } element)
                type = element;
            return type;
        }
    }
}
