namespace ZStackGen.Specs.Catalog;

/// <summary>What a member holds once the catalog has decided.</summary>
public enum ValueKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary>A 32-bit integer.</summary>
    Int32,

    /// <summary>A 64-bit integer.</summary>
    Int64,

    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>A double.</summary>
    Double,

    /// <summary>A float.</summary>
    Single,

    /// <summary>A decimal number of any precision.</summary>
    Decimal,

    /// <summary>A point in time.</summary>
    Timestamp,

    /// <summary>Any JSON value.</summary>
    Json,

    /// <summary>The runtime's own <c>ErrorCode</c>.</summary>
    ErrorCode,

    /// <summary>A structure of the catalog.</summary>
    Structure,

    /// <summary>A string with known values, open to others.</summary>
    OpenEnum,

    /// <summary>A list of <see cref="TypeReference.Element"/>.</summary>
    List,

    /// <summary>A map from text to <see cref="TypeReference.Element"/>.</summary>
    Map,
}

/// <summary>A decided type; compares by value.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">The C# name of the structure or open enumeration.</param>
/// <param name="Element">What a list or map holds.</param>
public sealed record TypeReference(ValueKind Kind, string? Name = null, TypeReference? Element = null)
{
    /// <summary>Text.</summary>
    public static TypeReference String { get; } = new(ValueKind.String);

    /// <summary>A 32-bit integer.</summary>
    public static TypeReference Int32 { get; } = new(ValueKind.Int32);

    /// <summary>A 64-bit integer.</summary>
    public static TypeReference Int64 { get; } = new(ValueKind.Int64);

    /// <summary>A truth value.</summary>
    public static TypeReference Boolean { get; } = new(ValueKind.Boolean);

    /// <summary>A double.</summary>
    public static TypeReference Double { get; } = new(ValueKind.Double);

    /// <summary>A float.</summary>
    public static TypeReference Single { get; } = new(ValueKind.Single);

    /// <summary>A decimal number of any precision.</summary>
    public static TypeReference Decimal { get; } = new(ValueKind.Decimal);

    /// <summary>A point in time.</summary>
    public static TypeReference Timestamp { get; } = new(ValueKind.Timestamp);

    /// <summary>Any JSON value.</summary>
    public static TypeReference Json { get; } = new(ValueKind.Json);

    /// <summary>The runtime's own error.</summary>
    public static TypeReference ErrorCode { get; } = new(ValueKind.ErrorCode);

    /// <summary>A list of text.</summary>
    public static TypeReference StringList { get; } = new(ValueKind.List, null, String);

    /// <summary>A list of any JSON values.</summary>
    public static TypeReference JsonList { get; } = new(ValueKind.List, null, Json);

    /// <summary>A map to text.</summary>
    public static TypeReference StringMap { get; } = new(ValueKind.Map, null, String);

    /// <summary>A map to any JSON values.</summary>
    public static TypeReference JsonMap { get; } = new(ValueKind.Map, null, Json);
}
