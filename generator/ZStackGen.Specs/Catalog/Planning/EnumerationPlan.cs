using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>Creates open enumerations from allowed values.</summary>
internal static class EnumerationPlan
{
    /// <summary>Creates an enumeration. Duplicate values are ignored.</summary>
    public static CatalogEnumeration Make(
        string typeName, string? description, string? since, IReadOnlyList<string> values, IReadOnlyDictionary<string, string>? descriptions = null)
    {
        var plan = new IdentifierPlan(ReservedNames.Value);
        var known = new List<CatalogEnumerationValue>(values.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string value in values)
        {
            if (value.Length > 0 && seen.Add(value))
                known.Add(new CatalogEnumerationValue(value, plan.Add(value, typeName, out _)) { Description = descriptions is not null && descriptions.TryGetValue(value, out string? text) ? text : null });
        }

        return new CatalogEnumeration(typeName, description, since, known.ToEquatableArray());
    }

    /// <summary>
    /// Creates a nested enumeration for each text member with allowed values and for each list of such texts.
    /// A response field with the name and the values of a parameter shares its enumeration.
    /// </summary>
    /// <param name="members">The members. Their types are replaced by the enumerations.</param>
    /// <param name="plan">The names of the class.</param>
    /// <param name="enclosingType">The class.</param>
    /// <param name="nested">The enumerations of the class. New enumerations are added.</param>
    /// <param name="path">The prefix of a member's name relative to the class, such as <c>Result.</c></param>
    public static void Nest(List<CatalogMember> members, IdentifierPlan plan, string enclosingType, List<CatalogEnumeration> nested, string path = "")
    {
        Dictionary<string, CatalogEnumeration>? earlier = null;
        foreach (CatalogEnumeration enumeration in nested)
        {
            if (enumeration.Member is { } member)
                (earlier ??= new Dictionary<string, CatalogEnumeration>(StringComparer.Ordinal))[member] = enumeration;
        }

        for (int i = 0; i < members.Count; i++)
        {
            CatalogMember member = members[i];
            if (member.Values.Count == 0 || !IsText(member.Type))
                continue;
            if (earlier is null || !earlier.TryGetValue(member.Identifier, out CatalogEnumeration? enumeration) || !HasValues(enumeration, member.Values))
            {
                string typeName = plan.Add(member.Identifier + "Value", enclosingType, out _);
                nested.Add(enumeration = Make(typeName, null, null, member.Values) with { Member = path + member.Identifier });
            }

            var type = new TypeReference(ValueKind.OpenEnum, enumeration.TypeName);
            members[i] = member with { Type = member.Type.Kind == ValueKind.List ? new TypeReference(ValueKind.List, null, type) : type };
        }
    }

    private static bool IsText(TypeReference type) => type.Kind == ValueKind.String || type is { Kind: ValueKind.List, Element.Kind: ValueKind.String };

    private static bool HasValues(CatalogEnumeration enumeration, EquatableArray<string> values)
    {
        if (enumeration.Values.Count != values.Count)
            return false;
        for (int i = 0; i < values.Count; i++)
        {
            if (!string.Equals(enumeration.Values[i].Value, values[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
