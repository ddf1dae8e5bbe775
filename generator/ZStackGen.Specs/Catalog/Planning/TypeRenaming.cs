using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>Applies the renaming of structures (because of a reserved or duplicate name) to the members that refer to them.</summary>
internal static class TypeRenaming
{
    public static CatalogAction[] Apply(List<CatalogAction> actions, Dictionary<string, string> renamed)
    {
        CatalogAction[] result = actions.ToArray();
        if (renamed.Count == 0)
            return result;
        for (int i = 0; i < result.Length; i++)
            result[i] = Apply(result[i], renamed);
        return result;
    }

    public static CatalogAction Apply(CatalogAction action, Dictionary<string, string> renamed)
    {
        if (renamed.Count == 0 || (!Concerns(action.Parameters, renamed) && !Concerns(action.Result, renamed) && !Concerns(action.QueryElement, renamed)))
            return action;
        return action with
        {
            Parameters = Apply(action.Parameters, renamed),
            Result = Apply(action.Result, renamed),
            QueryElement = Apply(action.QueryElement, renamed),
        };
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

    /// <summary>Determines whether the type of a member is renamed. In most cases, none is, and all objects stay the same.</summary>
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
