using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>The constants of a Java enumeration that is documented as a table of fields. There are two forms of such tables.</summary>
/// <param name="Values">The constants that the rows name; empty if the rows only describe the members that every enumeration has.</param>
internal sealed record ConstantRows(IReadOnlyList<string> Values)
{
    private static readonly ConstantRows s_none = new([]);

    /// <summary>Returns the constants of a table; <see langword="null"/> for a table of fields.</summary>
    public static ConstantRows? TryRead(StructurePart table)
    {
        if (IsListOfConstants(table))
        {
            var values = new string[table.Types.Length];
            for (int i = 0; i < values.Length; i++)
                values[i] = table.Model.Fields[i].Name;
            return new ConstantRows(values);
        }

        return IsNameAndOrdinal(table) ? s_none : null;
    }

    /// <summary>Determines whether each row is a constant with the enumeration as its type.</summary>
    private static bool IsListOfConstants(StructurePart table)
    {
        if (table.Types.Length < 2 || table.ReferringName is null)
            return false;
        foreach (DocumentedType type in table.Types)
        {
            if (!string.Equals(type.Name, table.ReferringName, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    /// <summary>Determines whether the rows are the members of <c>java.lang.Enum</c>. Such a table does not list the constants.</summary>
    private static bool IsNameAndOrdinal(StructurePart table)
    {
        bool hasName = false;
        bool hasOrdinal = false;
        EquatableArray<FieldModel> fields = table.Model.Fields;
        for (int i = 0; i < fields.Count; i++)
        {
            switch (fields[i].Name)
            {
                case "name" when table.Types[i].Kind is DocumentedKind.String or DocumentedKind.None:
                    hasName = true;
                    break;
                case "ordinal" when table.Types[i].Kind is DocumentedKind.Int32 or DocumentedKind.Int64 or DocumentedKind.None:
                    hasOrdinal = true;
                    break;
                case "declaringClass":
                    break;
                default:
                    return false;
            }
        }

        // If a sample contains an object with these members, the table describes a structure.
        return hasName && hasOrdinal && table.Example is not { Kind: ExampleKind.Object };
    }
}
