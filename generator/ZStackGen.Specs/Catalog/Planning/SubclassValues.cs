using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Resolving;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Planning;

/// <summary>
/// Adds the values that a subclass allows for a field of its base to the values of the base. The property of the base holds the values of each subclass,
/// and its enumeration is the only type with their constants.
/// </summary>
internal static class SubclassValues
{
    /// <summary>Collects the values for the bases.</summary>
    /// <param name="structures">The structures. Each follows its base.</param>
    public static void Collect(List<StructureNode> structures)
    {
        // From the last subclass up, so that values reach the class that declares the property.
        for (int i = structures.Count - 1; i >= 0; i--)
        {
            if (structures[i].Base is not { } parent)
                continue;
            foreach (ResolvedMember field in structures[i].Resolved.Fields.Members)
            {
                IReadOnlyList<string> values = structures[i].ExtendedValues(field.Name) ?? field.Rules.Allowed;
                if (values.Count > 0 && parent.FindNode(field.Name) is { } level && Accepts(level.Find(field.Name)!, field))
                    level.AddValues(field.Name, values);
            }
        }
    }

    /// <summary>Determines whether the field of the base has values, too. A text without values accepts every value.</summary>
    private static bool Accepts(ResolvedMember inherited, ResolvedMember field) =>
        inherited.Rules.Allowed.Count > 0 && inherited.Type.Equals(field.Type) && (field.Type.Element ?? field.Type).Kind == ValueKind.String;
}
