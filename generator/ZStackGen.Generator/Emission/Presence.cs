using System;
using ZStackGen.Generator.CSharp;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Emission;

/// <summary>
/// Which fields of a class a successful response always holds: a result's <c>inventory</c> and a resource's <c>uuid</c>. Their properties are
/// not nullable; reading one that the server left out throws an exception that names it.
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

    /// <summary>The fields of a result.</summary>
    public static Presence OfResult { get; } = new(true, false);

    /// <summary>The fields of a structure, which is a resource by its name.</summary>
    public static Presence Of(CatalogStructure structure) => new(false, structure.TypeName.EndsWith(Resource, StringComparison.Ordinal));

    /// <summary>Whether a response always has the field.</summary>
    public bool IsPresent(CatalogMember member) =>
        (_isResult && member is { Name: "inventory", Type.Kind: ValueKind.Structure }) || (_isResource && member is { Name: "uuid", Type.Kind: ValueKind.String });

    /// <summary>Where the field's value is kept: its property, or what that checks.</summary>
    public Code Storage(CatalogMember member)
    {
        // Identifiers of properties begin with a letter.
        return Code.If(IsPresent(member), $"{new Identifier("_" + member.Identifier)}", $"{new Identifier(member.Identifier)}");
    }
}
