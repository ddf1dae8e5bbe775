using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Tool.Verifying;

/// <summary>Finds the place of an element on the pages.</summary>
internal sealed class StatementPlaces
{
    private readonly Dictionary<string, ReadPage> _apis = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (ReadPage Page, string Key)> _structures = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance of the <see cref="StatementPlaces"/> class.</summary>
    /// <param name="pages">The pages.</param>
    public StatementPlaces(IEnumerable<ReadPage> pages)
    {
        foreach (ReadPage page in pages)
        {
            foreach (StructureModel type in page.Page.Types.Where(static type => type.Name is not null))
                _structures[type.Name!] = (page, type.Name!);
            foreach (ApiModel api in page.Page.Apis)
            {
                _apis.TryAdd(api.Name, page);
                foreach (StructureModel structure in api.Structures.Where(static structure => structure.Name is not null))
                    _structures.TryAdd(structure.Name!, (page, $"{api.Name}:{structure.Id}"));
            }
        }
    }

    /// <summary>Creates a row about an API, or about one of its parameters or response fields.</summary>
    /// <param name="kind">The kind of the element.</param>
    /// <param name="api">The name of the API.</param>
    /// <param name="member">The name of the parameter or field; <see langword="null"/> for the API itself.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="evidence">The basis of the verdict.</param>
    public VerifiedRow OfApi(string kind, string api, string? member, Verdict verdict, string evidence)
    {
        ReadPage page = _apis[api];
        string key = member is null ? api : kind == "parameter" ? $"{api}/{member}" : $"{api}:{member}";
        return new VerifiedRow(page.File, page.Locations[key], kind, member is null ? api : $"{api}.{member}", verdict, evidence);
    }

    /// <summary>Creates a row about a field of a structure; <see langword="null"/> if no page describes the structure.</summary>
    /// <param name="structure">The name of the structure.</param>
    /// <param name="field">The name of the field.</param>
    /// <param name="verdict">The verdict.</param>
    /// <param name="evidence">The basis of the verdict.</param>
    public VerifiedRow? OfField(string structure, string field, Verdict verdict, string evidence)
    {
        if (!_structures.TryGetValue(structure, out (ReadPage Page, string Key) place))
            return null;
        PageSpan span = place.Page.Locations.Keys.Contains($"{place.Key}.{field}") ? place.Page.Locations[$"{place.Key}.{field}"] : place.Page.Locations[place.Key];
        return new VerifiedRow(place.Page.File, span, "field", $"{structure}.{field}", verdict, evidence);
    }
}
