using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog.Naming;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>A row that states the type of a member: its cell, the table it refers to, and its sample value.</summary>
internal readonly struct TypeEvidence(DocumentedType type, StructurePart? table, ExampleShape? example, string? cell = null)
{
    /// <summary>Gets the content of the type cell.</summary>
    public string? Cell { get; } = cell;

    public DocumentedType Type { get; } = type;

    public StructurePart? Table { get; } = table;

    public ExampleShape? Example { get; } = example;
}

/// <summary>
/// Determines the type of a member from all its rows. The element type of a list or map is taken from the named type, the table, the sample,
/// the known structures, or the name, in this order.
/// </summary>
internal sealed class TypeResolution(TypeLookup types)
{
    /// <summary>
    /// Returns the type, and a warning if a part of it is unknown. For a conflict, <paramref name="culprit"/> is the index of the contradicting row.
    /// </summary>
    public TypeReference Resolve(List<TypeEvidence> evidence, string memberName, string? ownerName, out TypeWarning warning, out int culprit)
    {
        warning = TypeWarning.None;
        culprit = 0;
        TypeReference? decided = null;
        string? unknown = null;
        for (int i = 0; i < evidence.Count; i++)
        {
            TypeReference? type = FromRow(evidence[i], ref unknown);
            if (type is null)
                continue;
            if (decided is null)
                decided = type;
            else if (!TryMerge(ref decided, type) && warning == TypeWarning.None)
            {
                warning = TypeWarning.Conflict;
                culprit = i;
            }
        }

        if (decided is null)
        {
            DocumentedType? known = ownerName is null ? null : KnownStructures.Instance.Find(ownerName)?.TypeOf(memberName);
            decided = FromExample(evidence, null) ?? (known is null ? null : FromRow(new TypeEvidence(known, null, null), ref unknown));
            if (decided is null)
            {
                warning = unknown is null ? TypeWarning.NoType : TypeWarning.UnknownName;
                return TypeReference.Json;
            }

            if (unknown is not null)
                warning = TypeWarning.UnknownName;
        }

        if (decided.Kind is ValueKind.List or ValueKind.Map && decided.Element is null)
            decided = WithElement(decided.Kind, evidence, memberName, ownerName, ref warning);
        else if (unknown is not null && warning == TypeWarning.None && decided is { Element.Kind: ValueKind.Json })
            warning = TypeWarning.UnknownName;
        else if (decided.Kind == ValueKind.Structure && IsListOfStructures(decided, evidence, memberName))
            decided = new TypeReference(ValueKind.List, null, decided);
        if (decided is { Kind: ValueKind.Map, Element: { Kind: not (ValueKind.List or ValueKind.Json) } value } && HasLists(evidence))
            decided = new TypeReference(ValueKind.Map, null, new TypeReference(ValueKind.List, null, value));
        TypeReference normal = Normalize(decided);
        // A list of lists has no typed reader.
        if (warning == TypeWarning.None && normal is { Element.Kind: ValueKind.Json } && decided is { Element.Kind: not ValueKind.Json })
            warning = TypeWarning.UnknownElement;
        return normal;
    }

    private TypeReference WithElement(ValueKind kind, List<TypeEvidence> evidence, string memberName, string? ownerName, ref TypeWarning warning)
    {
        if (FromExample(evidence, kind) is { Element: { } seen })
            return new TypeReference(kind, null, seen);
        if (ownerName is not null && KnownStructures.Instance.Find(ownerName)?.TypeOf(memberName) is { Element: { } known })
        {
            string? unknown = null;
            if (FromRow(new TypeEvidence(known, null, null), ref unknown) is { } element)
                return new TypeReference(kind, null, element);
        }

        if (kind == ValueKind.List && IsListOfText(memberName))
            return TypeReference.StringList;
        if (warning == TypeWarning.None)
            warning = TypeWarning.UnknownElement;
        return kind == ValueKind.List ? TypeReference.JsonList : TypeReference.JsonMap;
    }

    /// <summary>Determines whether the values of a map are lists in the sample. Cells and tables do not state it.</summary>
    private static bool HasLists(List<TypeEvidence> evidence)
    {
        foreach (TypeEvidence row in evidence)
        {
            if (row.Example is not { Kind: ExampleKind.Object, Members.Count: > 0 } example)
                continue;
            return example.Members.TrueForAll(static member => member.Value.Kind == ExampleKind.Array);
        }

        return false;
    }

    /// <summary>
    /// Determines whether the value is a list although the cell names only the structure: the sample contains an array, or the name is a plural.
    /// </summary>
    private static bool IsListOfStructures(TypeReference structure, List<TypeEvidence> evidence, string memberName)
    {
        foreach (TypeEvidence row in evidence)
        {
            // A Map cell describes the members of the structure itself.
            if (row.Type.Kind == DocumentedKind.Map)
                return false;
            if (row.Example is { Kind: ExampleKind.Array or ExampleKind.Object } shown)
                return shown.Kind == ExampleKind.Array;
        }

        if (memberName == "inventories")
            return true;
        // For instance, "vmNics" of VmNicInventory, but not "statistics" of Statistics, whose own name is a plural.
        string singular = ApiWords.Singular(memberName);
        return singular.Length < memberName.Length
            && structure.Name!.StartsWith(ApiWords.Pascal(singular), StringComparison.Ordinal)
            && !structure.Name.StartsWith(ApiWords.Pascal(memberName), StringComparison.Ordinal);
    }

    private static bool IsListOfText(string name) =>
        name is "uuids" or "tags" or "conditions" or "fields" or "names"
        || EndsWith(name, "Uuids") || EndsWith(name, "Uuid") || EndsWith(name, "Tags") || EndsWith(name, "Names") || EndsWith(name, "Types")
        || EndsWith(name, "Ips") || EndsWith(name, "Urls") || EndsWith(name, "Cidrs") || EndsWith(name, "Hostnames");

    private static bool EndsWith(string name, string ending) => name.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>
    /// Returns the type that a row states; <see langword="null"/> if it states none; a list or map without an element type if the row has none.
    /// </summary>
    private TypeReference? FromRow(TypeEvidence row, ref string? unknown)
    {
        DocumentedType type = row.Type;
        switch (type.Kind)
        {
            case DocumentedKind.String:
                return TypeReference.String;
            case DocumentedKind.Int32:
                return TypeReference.Int32;
            case DocumentedKind.Int64:
                return TypeReference.Int64;
            case DocumentedKind.Boolean:
                return TypeReference.Boolean;
            case DocumentedKind.Double:
                return TypeReference.Double;
            case DocumentedKind.Single:
                return TypeReference.Single;
            case DocumentedKind.Decimal:
                return TypeReference.Decimal;
            case DocumentedKind.Timestamp:
                return TypeReference.Timestamp;
            case DocumentedKind.None:
                return FromTable(row.Table);
            case DocumentedKind.Object:
                return FromTable(row.Table) ?? TypeReference.Json;
            case DocumentedKind.List:
            case DocumentedKind.Map:
                if (type.Kind == DocumentedKind.Map && row.Table is { } table && DescribesMapItself(table, row.Example))
                    return FromTable(table);
                ValueKind kind = type.Kind == DocumentedKind.List ? ValueKind.List : ValueKind.Map;
                TypeReference? element = type.Element is { } documented
                    ? FromRow(new TypeEvidence(documented, row.Table, row.Example?.Element), ref unknown) ?? TypeReference.Json
                    : FromTable(row.Table);
                return new TypeReference(kind, null, element);
            default:
                if (types.FindNamed(type.Name!) is { } named)
                    return named;
                if (FromTable(row.Table) is { } described)
                    return described;
                unknown ??= type.Name;
                return null;
        }
    }

    private TypeReference? FromTable(StructurePart? table)
    {
        if (table is null)
            return null;
        return table.IsText ? TypeReference.String : types.FindNamed(types.NameOf(table));
    }

    /// <summary>Determines whether a table lists the members of the sample. Then a Map cell means one structure, not a map of structures.</summary>
    private static bool DescribesMapItself(StructurePart table, ExampleShape? example)
    {
        if (example is not { Kind: ExampleKind.Object, Members.Count: > 0 })
            return false;
        foreach (FieldModel field in table.Model.Fields)
        {
            if (example.Member(field.Name) is not null)
                return true;
        }

        return false;
    }

    private static TypeReference? FromExample(List<TypeEvidence> evidence, ValueKind? wanted)
    {
        foreach (TypeEvidence row in evidence)
        {
            if (row.Example is null)
                continue;
            TypeReference? type = FromExample(row.Example, wanted);
            if (type is not null && (wanted is null || type.Kind == wanted))
                return type;
        }

        return null;
    }

    /// <summary>Returns the type of a sample value.</summary>
    internal static TypeReference? FromExample(ExampleShape shape, ValueKind? wanted) => shape.Kind switch
    {
        ExampleKind.String => TypeReference.String,
        ExampleKind.Integer => TypeReference.Int64,
        ExampleKind.Fraction => TypeReference.Double,
        ExampleKind.Boolean => TypeReference.Boolean,
        ExampleKind.Array => shape.Element is null || FromExample(shape.Element, null) is not { } element
            ? null
            : new TypeReference(ValueKind.List, null, element.Kind is ValueKind.List or ValueKind.Map ? TypeReference.Json : element),
        ExampleKind.Object when wanted == ValueKind.Map => MapOf(shape),
        ExampleKind.Object => TypeReference.Json,
        _ => null,
    };

    private static TypeReference? MapOf(ExampleShape shape)
    {
        TypeReference? element = null;
        foreach (KeyValuePair<string, ExampleShape> member in shape.Members!)
        {
            TypeReference? type = FromExample(member.Value, null);
            if (type is null)
                continue;
            if (element is not null && !element.Equals(type))
                return TypeReference.JsonMap;
            element = type;
        }

        return element is null ? null : new TypeReference(ValueKind.Map, null, element);
    }

    /// <summary>Unites two types of the same member: the wider number, the more specific element type.</summary>
    private static bool TryMerge(ref TypeReference decided, TypeReference other)
    {
        if (decided.Equals(other))
            return true;
        if (decided.Kind == other.Kind && decided.Kind is ValueKind.List or ValueKind.Map)
        {
            if (other.Element is null || other.Element.Kind == ValueKind.Json)
                return true;
            if (decided.Element is null || decided.Element.Kind == ValueKind.Json)
            {
                decided = other;
                return true;
            }

            TypeReference element = decided.Element;
            bool isMerged = TryMerge(ref element, other.Element);
            decided = new TypeReference(decided.Kind, null, element);
            return isMerged;
        }

        if (other.Kind == ValueKind.Json || (decided.Kind == ValueKind.OpenEnum && other.Kind == ValueKind.String))
            return true;
        if (decided.Kind == ValueKind.String && other.Kind == ValueKind.OpenEnum)
        {
            decided = other;
            return true;
        }

        if (decided.Kind == ValueKind.Json)
        {
            decided = other;
            return true;
        }

        if (Rank(decided.Kind) is var left and > 0 && Rank(other.Kind) is var right and > 0)
        {
            if (right > left)
                decided = other;
            return true;
        }

        return false;
    }

    /// <summary>Determines whether two types of a member are incompatible. JSON is compatible with every type.</summary>
    public static bool Contradict(TypeReference left, TypeReference right)
    {
        if (left.Equals(right) || left.Kind == ValueKind.Json || right.Kind == ValueKind.Json)
            return false;
        if (left.Kind == right.Kind && left.Element is not null && right.Element is not null)
            return Contradict(left.Element, right.Element);
        return !(left.Kind is ValueKind.String or ValueKind.OpenEnum && right.Kind is ValueKind.String or ValueKind.OpenEnum);
    }

    private static int Rank(ValueKind kind) => kind switch
    {
        ValueKind.Int32 => 1,
        ValueKind.Int64 => 2,
        ValueKind.Single => 3,
        ValueKind.Double => 4,
        ValueKind.Decimal => 5,
        _ => 0,
    };

    /// <summary>
    /// Converts a type to one that the runtime can read and write. There are no lists of lists; maps contain no other lists than lists of texts
    /// and structures, and no floats or enumerations.
    /// </summary>
    private static TypeReference Normalize(TypeReference type)
    {
        if (type.Element is not { } element)
            return type;
        TypeReference normal = (type.Kind, element.Kind) switch
        {
            (ValueKind.Map, ValueKind.OpenEnum) => TypeReference.String,
            (_, ValueKind.Single) => TypeReference.Double,
            (ValueKind.Map, ValueKind.Int32) => TypeReference.Int64,
            (ValueKind.Map, ValueKind.Timestamp) => TypeReference.String,
            (ValueKind.Map, ValueKind.List) when element.Element is { Kind: ValueKind.OpenEnum } => TypeReference.StringList,
            (ValueKind.Map, ValueKind.List) when element.Element is { Kind: ValueKind.String or ValueKind.Structure or ValueKind.ErrorCode } => element,
            (_, ValueKind.List or ValueKind.Map) => TypeReference.Json,
            _ => element,
        };
        return ReferenceEquals(normal, element) ? type : new TypeReference(type.Kind, null, normal);
    }
}
