using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ZStackGen.Facts.Facts;

namespace ZStackGen.Facts.Merging;

/// <summary>Names the field tables of the manual, most of which have no name.</summary>
internal sealed partial class ManualTables(FactsFolder facts, StructureShapes shapes)
{
    /// <summary>If fewer fields are common, the table describes something else.</summary>
    private const double LeastOverlap = 0.5;

    private readonly Dictionary<string, List<ManualField>> _tables = new(StringComparer.Ordinal);

    /// <summary>Gets the fields that the tables add, with their types, by structure.</summary>
    public Dictionary<string, List<MergedField>> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the enumerations that the manual documents as tables of constants.</summary>
    public Dictionary<string, List<string>> Enumerations { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the response of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="api">The API's name.</param>
    /// <param name="result">The SDK's class of the result, if it has one.</param>
    /// <returns>The members of the response without the two of every response.</returns>
    public List<MergedField> Read(ManualApi section, string api, string? result)
    {
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        ILookup<string, ManualStructure> tables = section.Structures.ToLookup(static table => table.Id, StringComparer.Ordinal);
        var fields = new List<MergedField>();
        foreach (ManualField field in section.Response)
        {
            if (field.Name is not ("success" or "error"))
                fields.Add(Read(field, api, result, tables, named));
        }

        return fields;
    }

    private MergedField Read(ManualField field, string owner, string? ownerClass, ILookup<string, ManualStructure> tables, Dictionary<string, string> named)
    {
        string type = TypeText.Normalize(field.Type);
        string? element = null;
        if (field.Ref is { } id && tables[id].FirstOrDefault() is { Fields.Count: > 0 } table)
        {
            if (!named.TryGetValue(id, out element))
            {
                element = NameOf(table, field, type, owner, ownerClass);
                // Named before its fields are read, because tables may refer to each other.
                named.Add(id, element);
                Add(element, table, tables, named);
            }
        }

        if (element is null)
            return new MergedField(field.Name, type, Versions.Explicit(field.Since));
        string written = TypeText.IsBareContainer(type) ? TypeText.WithElement(type, element)
            : type == "List<Json>" ? $"List<{element}>"
            : TypeText.IsList(type) || TypeText.IsMap(type) ? type : element;
        return new MergedField(field.Name, written, Versions.Explicit(field.Since));
    }

    private void Add(string name, ManualStructure table, ILookup<string, ManualStructure> tables, Dictionary<string, string> named)
    {
        if (table.Fields.All(field => field.Type == name))
        {
            AddConstants(name, table);
            return;
        }

        if (!Fields.TryGetValue(name, out List<MergedField>? fields))
            Fields.Add(name, fields = []);
        if (!_tables.ContainsKey(name))
            _tables.Add(name, [.. table.Fields]);
        foreach (ManualField field in table.Fields)
        {
            if (!WireName().IsMatch(field.Name))
                continue;
            MergedField read = Read(field, name, name, tables, named);
            int known = fields.FindIndex(other => other.Name == field.Name);
            if (known < 0)
                fields.Add(read);
            else if (TypeText.IsBareContainer(fields[known].Type))
                fields[known] = fields[known] with { Type = read.Type };
        }
    }

    private void AddConstants(string name, ManualStructure table)
    {
        if (!Enumerations.TryGetValue(name, out List<string>? constants))
            Enumerations.Add(name, constants = []);
        constants.AddRange(table.Fields.Select(static field => field.Name).Where(value => !constants.Contains(value)));
    }

    private string NameOf(ManualStructure table, ManualField field, string type, string owner, string? ownerClass)
    {
        foreach (string? candidate in Candidates(table, field, type, owner, ownerClass))
        {
            if (candidate is null || TypeText.IsWord(candidate))
                continue;
            if (facts.SdkStructures.TryGetValue(candidate, out SdkStructure? known))
            {
                if (known.Kind == "enum" || known.Fields.Count == 0 || shapes.Overlap(candidate, table.Fields) >= LeastOverlap)
                    return candidate;
            }
            else if (candidate == table.Name)
            {
                return candidate;
            }
        }

        if (shapes.Match(table.Fields) is { } match)
            return match;
        string own = TypeText.Capital(TypeText.Singular(field.Name));
        // The generated class of a response is called Result.
        if (own == "Result")
            own = "Item";
        string bare = owner.EndsWith("Inventory", StringComparison.Ordinal) ? owner[..^"Inventory".Length] : owner;
        if (own == "Inventory" && owner.StartsWith("Query", StringComparison.Ordinal))
            bare = owner["Query".Length..];
        if (own == "Inventory" && facts.SdkStructures.ContainsKey(bare + own))
            return bare + own;
        return Free(own.StartsWith(bare, StringComparison.Ordinal) ? own : bare + own, table);
    }

    private IEnumerable<string?> Candidates(ManualStructure table, ManualField field, string type, string owner, string? ownerClass)
    {
        SdkField? member = SdkFieldOf(ownerClass, field.Name);
        if (member is not null && TypeText.Element(TypeText.Normalize(member.Type)) is var element && !TypeText.IsBareContainer(element))
            yield return element;
        OpenField? open = facts.Open.GetValueOrDefault(owner)?.Doc.Response.FirstOrDefault(other => other.Name == field.Name)
            ?? facts.OpenStructures.GetValueOrDefault(owner)?.Doc?.FirstOrDefault(other => other.Name == field.Name);
        yield return open?.Struct;
        yield return table.Name;
        yield return member?.Guess;
        yield return TypeText.IsBareContainer(type) ? null : TypeText.Element(type);
    }

    private SdkField? SdkFieldOf(string? structure, string field)
    {
        for (string? current = structure; current is not null && facts.SdkStructures.TryGetValue(current, out SdkStructure? known); current = known.Extends)
        {
            if (known.Fields.FirstOrDefault(other => other.Name == field) is { } found)
                return found;
        }

        return null;
    }

    // Two different tables must not become one structure because they belong to fields of the same name.
    private string Free(string name, ManualStructure table)
    {
        string free = name;
        for (int i = 2; facts.SdkStructures.ContainsKey(free) || (_tables.TryGetValue(free, out List<ManualField>? other) && !IsLike(other, table.Fields)); i++)
            free = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return free;
    }

    private static bool IsLike(List<ManualField> left, IReadOnlyList<ManualField> right)
    {
        var names = left.Select(static field => field.Name).ToHashSet(StringComparer.Ordinal);
        return right.Count(field => names.Contains(field.Name)) * 2 >= Math.Min(left.Count, right.Count);
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex WireName();
}
