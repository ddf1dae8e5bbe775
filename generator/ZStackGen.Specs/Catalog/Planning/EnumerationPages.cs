using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>
/// The enumerations that a separate page describes. If a member has the name and the values of an enumeration, it has its type: <c>deleteMode</c> is a
/// <c>DeleteMode</c>. With a filter, such an enumeration is generated although no API refers to its page.
/// </summary>
internal sealed class EnumerationPages
{
    private readonly Dictionary<string, CatalogEnumeration> _generated = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StructureModel> _others = new(StringComparer.Ordinal);

    /// <param name="pages">All pages.</param>
    /// <param name="generated">The enumerations that are generated in any case.</param>
    public EnumerationPages(CollectedPages pages, EquatableArray<CatalogEnumeration> generated)
    {
        foreach (StructurePart page in pages.TypePages)
        {
            if (page.Model is { Name: { } name, Values.Count: > 0 } && !_others.ContainsKey(name))
                _others.Add(name, page.Model);
        }

        foreach (CatalogEnumeration enumeration in generated)
        {
            if (_others.Remove(enumeration.TypeName))
                _generated.Add(enumeration.TypeName, enumeration);
        }
    }

    /// <summary>Returns the enumeration of a member; <see langword="null"/> if there is none with its name and values.</summary>
    /// <param name="nested">The enumeration that the class would nest.</param>
    /// <param name="names">The names of all types.</param>
    /// <param name="added">The enumerations to generate in addition. A new one is added.</param>
    public CatalogEnumeration? Find(CatalogEnumeration nested, IdentifierPlan names, List<CatalogEnumeration> added)
    {
        string name = nested.Member!.Substring(nested.Member.LastIndexOf('.') + 1);
        if (_generated.TryGetValue(name, out CatalogEnumeration? generated))
            return HaveSameValues(generated, nested) ? generated : null;
        if (!_others.TryGetValue(name, out StructureModel? model))
            return null;
        var descriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ValueDescription described in model.ValueDescriptions)
            descriptions[described.Value] = described.Description;
        CatalogEnumeration enumeration = EnumerationPlan.Make(name, model.Description, model.Since, model.Values, descriptions);
        if (!HaveSameValues(enumeration, nested))
            return null;
        enumeration = enumeration with { TypeName = names.Add(name, null, out _) };
        _generated.Add(name, enumeration);
        added.Add(enumeration);
        return enumeration;
    }

    private static bool HaveSameValues(CatalogEnumeration page, CatalogEnumeration nested) =>
        page.Values.Count == nested.Values.Count && new HashSet<string>(page.Values.Select(static value => value.Value), StringComparer.Ordinal).SetEquals(nested.Values.Select(static value => value.Value));
}
