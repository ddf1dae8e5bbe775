using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>Makes open enumerations of allowed values.</summary>
internal static class Enumerations
{
    /// <summary>Makes an enumeration; a value that occurs twice counts once.</summary>
    public static CatalogEnumeration Make(string typeName, string? description, string? since, IReadOnlyList<string> values)
    {
        var plan = new IdentifierPlan(IdentifierPlan.ValueNames);
        var known = new List<CatalogEnumerationValue>(values.Count);
        var seen = new HashSet<string>(System.StringComparer.Ordinal);
        foreach (string value in values)
        {
            if (value.Length > 0 && seen.Add(value))
                known.Add(new CatalogEnumerationValue(value, plan.Add(value, typeName, out _)));
        }

        return new CatalogEnumeration(typeName, description, since, known.ToEquatableArray());
    }

    /// <summary>Gives each text member with allowed values an enumeration of its own, nested in the member's class.</summary>
    /// <param name="members">The members; those concerned get the enumeration as type.</param>
    /// <param name="plan">The class's names.</param>
    /// <param name="enclosingType">The class.</param>
    public static EquatableArray<CatalogEnumeration> Nest(List<CatalogMember> members, IdentifierPlan plan, string enclosingType)
    {
        List<CatalogEnumeration>? nested = null;
        for (int i = 0; i < members.Count; i++)
        {
            CatalogMember member = members[i];
            if (member.Type.Kind != ValueKind.String || member.Values.Count == 0)
                continue;
            string typeName = plan.Add(member.Identifier + "Value", enclosingType, out _);
            (nested ??= []).Add(Make(typeName, null, null, member.Values));
            members[i] = member with { Type = new TypeReference(ValueKind.OpenEnum, typeName) };
        }

        return nested is null ? default : nested.ToEquatableArray();
    }
}
