using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>Carries the rare renames of structures (a reserved or doubly used name) into the members that refer to them.</summary>
internal static class TypeRenaming
{
    public static CatalogAction[] Apply(List<CatalogAction> actions, Dictionary<string, string> renamed)
    {
        CatalogAction[] result = actions.ToArray();
        if (renamed.Count == 0)
            return result;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = result[i] with
            {
                Parameters = Apply(result[i].Parameters, renamed),
                Result = Apply(result[i].Result, renamed),
                QueryElement = Apply(result[i].QueryElement, renamed),
            };
        }

        return result;
    }

    public static EquatableArray<CatalogMember> Apply(EquatableArray<CatalogMember> members, Dictionary<string, string> renamed)
    {
        if (renamed.Count == 0)
            return members;
        var result = new CatalogMember[members.Count];
        for (int i = 0; i < result.Length; i++)
            result[i] = members[i] with { Type = Apply(members[i].Type, renamed)! };
        return new EquatableArray<CatalogMember>(result);
    }

    private static TypeReference? Apply(TypeReference? type, Dictionary<string, string> renamed)
    {
        if (type is null)
            return null;
        if (type.Element is not null)
            return type with { Element = Apply(type.Element, renamed) };
        return type.Name is not null && renamed.TryGetValue(type.Name, out string? name) ? type with { Name = name } : type;
    }
}
