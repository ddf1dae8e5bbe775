using System;
using System.Collections.Generic;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Resolving;

/// <summary>Merges the tables of a structure: the union of the fields, the earliest versions, and one type per field.</summary>
internal sealed class StructureResolver(TypeLookup types, CatalogOptions options, List<CatalogFinding> findings)
{
    private readonly TypeResolution _resolution = new(types);
    private readonly List<TypeEvidence> _evidence = [];

    /// <summary>Returns the fields of a structure. If no page describes it, its known fields are returned.</summary>
    public ResolvedFields Resolve(MergedStructure structure)
    {
        var members = new List<ResolvedMember>();
        foreach (KeyValuePair<string, List<(int Table, int Row)>> field in Rows(structure))
        {
            if (Field(structure, field.Key, field.Value) is { } member)
                members.Add(member);
        }

        if (structure.Tables.Count == 0 && KnownStructures.Instance.Find(structure.Name) is { } known)
            AddKnownFields(structure.Name, known, members);
        return new ResolvedFields(members.ToEquatableArray());
    }

    /// <summary>Returns the rows of each field, in the order of the tables. If a name occurs twice in a table, the first row is used.</summary>
    private static List<KeyValuePair<string, List<(int Table, int Row)>>> Rows(MergedStructure structure)
    {
        var fields = new List<KeyValuePair<string, List<(int Table, int Row)>>>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int table = 0; table < structure.Tables.Count; table++)
        {
            EquatableArray<FieldModel> rows = structure.Tables[table].Table.Model.Fields;
            for (int row = 0; row < rows.Count; row++)
            {
                string name = rows[row].Name;
                if (!places.TryGetValue(name, out int place))
                {
                    places.Add(name, place = fields.Count);
                    fields.Add(new KeyValuePair<string, List<(int Table, int Row)>>(name, []));
                }

                List<(int Table, int Row)> found = fields[place].Value;
                if (found.Count == 0 || found[found.Count - 1].Table != table)
                    found.Add((table, row));
            }
        }

        return fields;
    }

    private ResolvedMember? Field(MergedStructure structure, string name, List<(int Table, int Row)> rows)
    {
        _evidence.Clear();
        string? since = null;
        var description = new DescriptionChoice();
        EquatableArray<string> values = default;
        foreach ((int index, int row) in rows)
        {
            (StructurePart table, ApiPart? api) = structure.Tables[index];
            FieldModel model = table.Model.Fields[row];
            _evidence.Add(new TypeEvidence(table.Types[row], api?.Find(model.StructureId), table.Example?.Member(name), model.Type));
            since = SinceVersion.Earliest(since, model.Since);
            description.Offer(model.Description);
            if (values.Count == 0)
                values = model.Values;
        }

        if (options.IsOmitted(since))
            return null;
        TypeReference type = _resolution.Resolve(_evidence, name, structure.Name, out TypeWarning warning, out int culprit);
        if (warning != TypeWarning.None)
            Report(structure, name, rows, type, warning, culprit);
        return new ResolvedMember(name, type)
        {
            Since = since,
            Description = description.Text,
            Rules = ValueRules.Read(values, type.Kind).ValuesOnly(),
        };
    }

    private void Report(MergedStructure structure, string name, List<(int Table, int Row)> rows, TypeReference type, TypeWarning warning, int culprit)
    {
        StructurePart first = structure.Tables[rows[0].Table].Table;
        if (warning != TypeWarning.Conflict)
        {
            findings.Add(TypeWarnings.Describe(warning, _evidence, culprit, type, name, first.Path, first.ElementKey(name), isParameter: false, types));
            return;
        }

        StructurePart table = structure.Tables[rows[culprit].Table].Table;
        findings.Add(new CatalogFinding(
            FindingRules.TypeConflict.Id,
            FindingRules.TypeConflict.Severity,
            table.Path,
            table.ElementKey(name),
            "Field '" + name + "' of '" + structure.Name + "' is " + TypeWarnings.Cell(_evidence[culprit], types) + " here, but " + TypeWarnings.Cell(_evidence[0], types) + " in '" + first.Path + "', which takes precedence."));
    }

    private void AddKnownFields(string name, KnownStructure known, List<ResolvedMember> members)
    {
        for (int i = 0; i < known.FieldNames.Length; i++)
        {
            _evidence.Clear();
            _evidence.Add(new TypeEvidence(known.FieldTypes[i], null, null));
            // No page of the project has these rows, so nothing is reported.
            members.Add(new ResolvedMember(known.FieldNames[i], _resolution.Resolve(_evidence, known.FieldNames[i], name, out _, out _)));
        }
    }
}
