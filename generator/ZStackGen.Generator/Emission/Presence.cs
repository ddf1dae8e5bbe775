using System;
using ZStackGen.Generator.CSharp;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// Determines the fields that every successful response contains: a result's <c>inventory</c> and a resource's <c>uuid</c>. Their properties
/// are not nullable and throw an exception that names the field if the response does not contain it.
/// </summary>
internal readonly struct Presence
{
    private const string Resource = "Inventory";

    private readonly bool _isResult;
    private readonly bool _isResource;

    private Presence(bool isResult, bool isResource)
    {
        _isResult = isResult;
        _isResource = isResource;
    }

    /// <summary>Gets the rule for the fields of a result.</summary>
    public static Presence OfResult { get; } = new(true, false);

    /// <summary>Returns the rule for the fields of a structure. Its name determines whether it is a resource.</summary>
    public static Presence Of(CatalogStructure structure) => new(false, structure.TypeName.EndsWith(Resource, StringComparison.Ordinal));

    /// <summary>Determines whether every response contains the field.</summary>
    public bool IsPresent(CatalogMember member) =>
        (_isResult && member is { Name: "inventory", Type.Kind: ValueKind.Structure }) || (_isResource && member is { Name: "uuid", Type.Kind: ValueKind.String });

    /// <summary>Returns the storage of the field's value: its property, or the backing field of a property that checks it.</summary>
    public Code Storage(CatalogMember member)
    {
        // Identifiers of properties start with a letter, so the prefix makes the name unique.
        return Code.If(IsPresent(member), $"{new Identifier("_" + member.Identifier)}", $"{new Identifier(member.Identifier)}");
    }
}
