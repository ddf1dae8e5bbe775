using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Facts.Pages;
using ZStackGen.Specs.Model;

namespace ZStackGen.Facts.Parity;

/// <summary>The pages by the names of their APIs and structures.</summary>
internal sealed class PageLookup(PageFolder folder)
{
    private readonly Dictionary<string, ApiModel> _apis = folder.Apis.DistinctBy(static api => api.Name, StringComparer.Ordinal).ToDictionary(static api => api.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, StructureModel> _types = folder.Types.DistinctBy(static type => type.Name, StringComparer.Ordinal).ToDictionary(static type => type.Name!, StringComparer.Ordinal);

    /// <summary>Returns the API with the given name.</summary>
    public ApiModel? Api(string name) => _apis.GetValueOrDefault(name);

    /// <summary>Returns the structure with the given name.</summary>
    public StructureModel? Type(string name) => _types.GetValueOrDefault(name);

    /// <summary>Gets the names of all structures.</summary>
    public IEnumerable<string> Types => _types.Keys;

    /// <summary>Gets whether a structure extends another one, directly or indirectly.</summary>
    public bool Extends(string type, string ancestor)
    {
        for (string? current = Type(type)?.Extends; current is not null; current = Type(current)?.Extends)
        {
            if (current == ancestor)
                return true;
        }

        return false;
    }

    /// <summary>Returns a field of a structure or of its base classes.</summary>
    public FieldModel? Field(string type, string field)
    {
        for (string? current = type; current is not null && Type(current) is { } structure; current = structure.Extends)
        {
            foreach (FieldModel candidate in structure.Fields)
            {
                if (candidate.Name == field)
                    return candidate;
            }
        }

        return null;
    }
}
