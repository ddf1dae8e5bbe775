using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>
/// Plans the methods that create the system tags of an API: the name consists of the fixed parts, and each variable is a parameter.
/// </summary>
internal static class SystemTagPlan
{
    /// <summary>The name of the class itself, and the names of the methods of object, which a method without parameters would hide.</summary>
    private static readonly HashSet<string> s_reserved = new(StringComparer.Ordinal) { "SystemTag", "ToString", "GetHashCode", "Equals", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize" };

    /// <summary>Plans the tags of all pages of an API. Duplicate tags are ignored.</summary>
    public static EquatableArray<CatalogSystemTag> Make(IEnumerable<ApiModel> pages)
    {
        var tags = new List<CatalogSystemTag>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var names = new IdentifierPlan(s_reserved);
        foreach (ApiModel page in pages)
        {
            foreach (SystemTagModel tag in page.SystemTags)
            {
                if (seen.Add(tag.Tag))
                    tags.Add(Make(tag, names));
            }
        }

        return tags.ToEquatableArray();
    }

    private static CatalogSystemTag Make(SystemTagModel tag, IdentifierPlan names)
    {
        var fixedParts = new List<string>();
        var parts = new List<string>();
        var parameters = new List<string>();
        var taken = new IdentifierPlan([]);
        foreach (string part in tag.Parts())
        {
            if (SystemTagModel.IsVariable(part))
            {
                string variable = part.Substring(1, part.Length - 2);
                parameters.Add(LowerFirst(taken.Add(IsCapitals(variable) ? variable.ToLowerInvariant() : variable, null, out _)));
                parts.Add("");
            }
            else
            {
                fixedParts.Add(part);
                parts.Add(part);
            }
        }

        string name = names.Add(string.Join("_", fixedParts), null, out _);
        return new CatalogSystemTag(tag.Tag, name, parts.ToEquatableArray(), parameters.ToEquatableArray(), tag.Description, tag.Since);
    }

    private static bool IsCapitals(string name)
    {
        foreach (char c in name)
        {
            if (c is >= 'a' and <= 'z')
                return false;
        }

        return true;
    }

    private static string LowerFirst(string name) => name.Length > 0 && name[0] is >= 'A' and <= 'Z' ? (char)(name[0] + 32) + name.Substring(1) : name;
}
