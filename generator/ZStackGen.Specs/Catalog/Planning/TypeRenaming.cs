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
            CatalogAction action = result[i];
            if (!Concerns(action.Parameters, renamed) && !Concerns(action.Result, renamed) && !Concerns(action.QueryElement, renamed))
                continue;
            result[i] = action with
            {
                Parameters = Apply(action.Parameters, renamed),
                Result = Apply(action.Result, renamed),
                QueryElement = Apply(action.QueryElement, renamed),
            };
        }

        return result;
    }

    public static EquatableArray<CatalogMember> Apply(EquatableArray<CatalogMember> members, Dictionary<string, string> renamed)
    {
        if (!Concerns(members, renamed))
            return members;
        var result = new CatalogMember[members.Count];
        for (int i = 0; i < result.Length; i++)
            result[i] = members[i] with { Type = Apply(members[i].Type, renamed)! };
        return new EquatableArray<CatalogMember>(result);
    }

    /// <summary>Whether a member's type is renamed. Nearly always none is, and then everything stays the same object.</summary>
    public static bool Concerns(EquatableArray<CatalogMember> members, Dictionary<string, string> renamed)
    {
        if (renamed.Count == 0)
            return false;
        foreach (CatalogMember member in members)
        {
            if (Concerns(member.Type, renamed))
                return true;
        }

        return false;
    }

    private static bool Concerns(TypeReference? type, Dictionary<string, string> renamed) =>
        type is not null && (type.Element is { } element ? Concerns(element, renamed) : type.Name is { } name && renamed.ContainsKey(name));

    private static TypeReference? Apply(TypeReference? type, Dictionary<string, string> renamed)
    {
        if (type is null)
            return null;
        if (type.Element is not null)
            return type with { Element = Apply(type.Element, renamed) };
        return type.Name is not null && renamed.TryGetValue(type.Name, out string? name) ? type with { Name = name } : type;
    }
}
