using System;
using System.Collections.Generic;
using System.Linq;
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
        return WithoutHiding(action with
        {
            Parameters = Apply(action.Parameters, action.Enumerations, renamed),
            Result = Apply(action.Result, action.Enumerations, renamed),
            QueryElement = Apply(action.QueryElement, renamed),
        });
    }

    /// <summary>Renames the types of members. A nested enumeration can have the name that a structure lost.</summary>
    public static EquatableArray<CatalogMember> Apply(EquatableArray<CatalogMember> members, IReadOnlyList<CatalogEnumeration> nested, Dictionary<string, string> renamed)
    {
        if (!Concerns(members, renamed))
            return members;
        var result = new CatalogMember[members.Count];
        for (int i = 0; i < result.Length; i++)
            result[i] = IsNested(members[i], nested) ? members[i] : members[i] with { Type = Apply(members[i].Type, renamed)! };
        return new EquatableArray<CatalogMember>(result);
    }

    /// <summary>Renames the nested enumerations that would hide a structure with its new name from the members of the action.</summary>
    private static CatalogAction WithoutHiding(CatalogAction action)
    {
        if (action.Enumerations.Count == 0)
            return action;
        CatalogMember[] members = [.. action.Parameters, .. action.Result];
        var types = new HashSet<string>(members.Where(member => !IsNested(member, action.Enumerations)).Select(static member => member.Type.Innermost.Name).OfType<string>(), StringComparer.OrdinalIgnoreCase);
        if (!action.Enumerations.Any(enumeration => types.Contains(enumeration.TypeName)))
            return action;
        var taken = new HashSet<string>(types.Concat(members.Select(static member => member.Identifier)).Concat(action.Enumerations.Select(static enumeration => enumeration.TypeName)), StringComparer.OrdinalIgnoreCase);
        var moved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (CatalogEnumeration enumeration in action.Enumerations)
        {
            if (!types.Contains(enumeration.TypeName))
                continue;
            string name = enumeration.TypeName;
            do
            {
                name += "Value";
            }
            while (!taken.Add(name));
            moved.Add(enumeration.TypeName, name);
        }

        return action with
        {
            Parameters = Moved(action.Parameters),
            Result = Moved(action.Result),
            Enumerations = action.Enumerations.Select(enumeration => moved.TryGetValue(enumeration.TypeName, out string? name) ? enumeration with { TypeName = name } : enumeration).ToList().ToEquatableArray(),
        };

        EquatableArray<CatalogMember> Moved(EquatableArray<CatalogMember> all) =>
            all.Select(member => IsNested(member, action.Enumerations) ? member with { Type = Apply(member.Type, moved)! } : member).ToList().ToEquatableArray();
    }

    /// <summary>Determines whether the type of a member is a nested enumeration. A member without values refers to another type of the same name.</summary>
    private static bool IsNested(CatalogMember member, IReadOnlyList<CatalogEnumeration> nested)
    {
        if (member.Values.Count == 0 || member.Type.Innermost is not { Kind: ValueKind.OpenEnum, Name: { } name })
            return false;
        foreach (CatalogEnumeration enumeration in nested)
        {
            if (string.Equals(enumeration.TypeName, name, StringComparison.Ordinal))
                return true;
        }

        return false;
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
