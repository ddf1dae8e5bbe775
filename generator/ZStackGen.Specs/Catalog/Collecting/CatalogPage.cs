using System;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>
/// A page prepared for the catalog: type cells are parsed, samples are read, tables are linked to the fields that refer to them. Created once
/// per page text, so that an edit prepares only the edited page again.
/// </summary>
public sealed class CatalogPage : IEquatable<CatalogPage>
{
    private CatalogPage(PageModel page)
    {
        Page = page;
        var apis = new ApiPart[page.Apis.Count];
        for (int i = 0; i < apis.Length; i++)
            apis[i] = new ApiPart(page.Path, page.Apis[i]);
        Apis = apis;
        var types = new StructurePart[page.Types.Count];
        for (int i = 0; i < types.Length; i++)
            types[i] = new StructurePart(page.Types[i], page.Path, null) { ReferringName = page.Types[i].Name };
        StructureSignatures.Seal(types, null);
        Types = types;
    }

    /// <summary>Gets the model of the page.</summary>
    public PageModel Page { get; }

    internal ApiPart[] Apis { get; }

    internal StructurePart[] Types { get; }

    /// <summary>Prepares a page.</summary>
    public static CatalogPage From(PageModel page) => new(page);

    /// <inheritdoc/>
    public bool Equals(CatalogPage? other) => other is not null && (ReferenceEquals(this, other) || Page.Equals(other.Page));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CatalogPage);

    /// <inheritdoc/>
    public override int GetHashCode() => Page.GetHashCode();
}
