using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// Links fields to the tables that describe them, by an anchor or a label above a table. Tables without a label follow their rows in
/// depth-first order: a table is followed by the tables of its own rows, and so on. The table of an error is recognized by its fields.
/// </summary>
internal sealed class StructureLinks(ApiDraft api)
{
    /// <summary>The number of references in which a misspelled label is searched, so that a page of labels takes linear time.</summary>
    private const int NearReferences = 32;

    /// <summary>References without a table; the next one is last. Linked references stay in the list until they are skipped.</summary>
    private readonly List<FieldDraft> _waiting = [];

    /// <summary>The last references by name: of a row with a plain reference, of a row with an anchor, and by the whole anchor.</summary>
    private Dictionary<string, int>? _plain, _anchored, _byWholeAnchor;

    /// <summary>The references in the order of <see cref="Expect"/>, each with the previous reference of the same name; -1 if there is none.</summary>
    private readonly List<(FieldDraft Field, int Previous)> _chains = [];
    private Dictionary<string, StructureDraft>? _byAnchor, _byLabel, _byName;
    private readonly List<FieldDraft> _references = [];

    /// <summary>The parameters with a reference, each with a field that stands for it.</summary>
    private readonly List<(ParameterDraft Parameter, FieldDraft Field)> _parameters = [];
    private int _firstOpenParameter;

    /// <summary>The last table with a label. A copy of it below has no label, and describes no other row.</summary>
    private StructureDraft? _lastLabeled;

    /// <summary>Records the references of a table that has just been read.</summary>
    public void Expect(List<FieldDraft> fields, StructureDraft? owner)
    {
        for (int i = fields.Count - 1; i >= 0; i--)
        {
            FieldDraft field = fields[i];
            if (field.Reference is null)
                continue;
            if (owner is { Name: null } && OwnerOf(field.Reference) is { } name)
                SetName(owner, name);
            _references.Add(field);
            _waiting.Add(field);
            string last = LastPart(field.Reference);
            bool isAnchor = last.Length < field.Reference.Length;
            ref Dictionary<string, int>? byName = ref isAnchor ? ref _anchored : ref _plain;
            Remember(ref byName, last, field);
            if (last != field.Name)
                Remember(ref byName, field.Name, field);
            if (isAnchor)
                Remember(ref _byWholeAnchor, field.Reference, field);
        }
    }

    /// <summary>Records the references of the parameters.</summary>
    public void ExpectParameters(List<ParameterDraft> parameters)
    {
        List<FieldDraft>? fields = null;
        foreach (ParameterDraft parameter in parameters)
        {
            if (parameter.Reference is null)
                continue;
            var field = new FieldDraft { Name = parameter.Name, Type = parameter.Type, Reference = parameter.Reference, NamePlace = parameter.NamePlace };
            _parameters.Add((parameter, field));
            (fields ??= []).Add(field);
        }

        if (fields is not null)
            Expect(fields, null);
    }

    /// <summary>
    /// Determines whether a table above the response describes a parameter: its label is the reference of a parameter, or it has no label, and a
    /// parameter waits for its table.
    /// </summary>
    public bool IsOfParameter(string? label)
    {
        while (_firstOpenParameter < _parameters.Count && _parameters[_firstOpenParameter].Field.Structure is not null)
            _firstOpenParameter++;
        return _firstOpenParameter < _parameters.Count && (label is null || ByReference(LastPart(label), label) is not null);
    }

    /// <summary>Determines whether a row without a table refers to a label.</summary>
    public bool Refers(string label) => ByReference(LastPart(label), label) is not null;

    /// <summary>Links a new table; returns <see langword="false"/> if the page shows the table a second time.</summary>
    public bool Link(StructureDraft structure)
    {
        if (structure.Label is not { } label)
        {
            if (Repeats(api.Response, structure) || Repeats(_lastLabeled?.Fields, structure))
                return false;
            LinkByOrder(structure);
            return true;
        }

        _lastLabeled = structure;

        if (label.IndexOf('.') >= 0)
        {
            if (!TryAdd(ref _byAnchor, label, structure))
                return false;
        }

        string last = LastPart(label);
        TryAdd(ref _byLabel, last, structure);
        if ((ByReference(last, label) ?? BySpelling(last)) is { } field)
            Bind(field, structure);
        return true;
    }

    /// <summary>
    /// Creates the links that need the whole page: to tables before their rows, to labels used more than once, and to named structures on the page.
    /// </summary>
    /// <param name="reading">Receives the findings.</param>
    /// <param name="isComplete">Whether the page continues after its tables, so that no table was cut off.</param>
    public void Finish(PageReading reading, bool isComplete)
    {
        foreach (FieldDraft field in _references)
        {
            if (field.Structure is not null)
                continue;
            if ((Find(_byAnchor, field.Reference!) ?? Find(_byLabel, LastPart(field.Reference!)) ?? Find(_byLabel, field.Name)) is { } structure)
                Bind(field, structure);
        }

        foreach (StructureDraft structure in api.Structures)
        {
            // A table is not repeated inside itself, so an unlinked reference refers to the table that contains it.
            foreach (FieldDraft field in structure.Fields)
            {
                if (isComplete && field is { Structure: null, Reference: not null } && TypeWords.IsContainer(field.Type))
                    field.Structure = structure;
            }
        }

        ByTypeName(reading, api.Response);
        if (_parameters.Count > 0)
            ByTypeName(reading, _parameters.ConvertAll(static pair => pair.Field));
        foreach ((ParameterDraft parameter, FieldDraft field) in _parameters)
            parameter.Structure = field.Structure;
        foreach (StructureDraft structure in api.Structures)
            ByTypeName(reading, structure.Fields);
        ReportUnused(reading);
    }

    /// <summary>Reports the tables without a row that refers to them: their fields would be lost, such as those of a table that a sentence splits.</summary>
    private void ReportUnused(PageReading reading)
    {
        if (api.Structures.Count == 0)
            return;
        var used = new HashSet<StructureDraft?>();
        foreach ((_, FieldDraft field) in _parameters)
            used.Add(field.Structure);
        foreach (FieldDraft field in api.Response ?? [])
            used.Add(field.Structure);
        foreach (StructureDraft structure in api.Structures)
        {
            foreach (FieldDraft field in structure.Fields)
            {
                // A table that refers only to itself is as lost as a table without references.
                if (field.Structure != structure)
                    used.Add(field.Structure);
            }
        }

        foreach (StructureDraft structure in api.Structures)
        {
            if (structure.Fields.Count > 0 && !used.Contains(structure))
                reading.Findings.Add(FindingRules.TableWithoutUse, structure.Place, $"No row refers to the table '{Excerpt.Of(structure.Name ?? structure.Label ?? structure.Fields[0].Name)}'; nothing is generated from the table.");
        }
    }

    /// <summary>Determines whether a table has the rows of another table.</summary>
    private static bool Repeats(List<FieldDraft>? fields, StructureDraft structure)
    {
        if (fields is null || fields.Count != structure.Fields.Count)
            return false;
        for (int i = 0; i < fields.Count; i++)
        {
            if (fields[i].Name != structure.Fields[i].Name || fields[i].Type != structure.Fields[i].Type)
                return false;
        }

        return fields.Count > 0;
    }

    private void ByTypeName(PageReading reading, List<FieldDraft>? fields)
    {
        foreach (FieldDraft field in fields ?? [])
        {
            if (field.Structure is not null || field.Type is null)
                continue;
            if (_byName is not null && Find(_byName, TypeWords.ElementOf(field.Type)) is { } structure)
                field.Structure = structure;
            else if (field.Reference is not null && api.Structures.Count > 0)
                reading.Findings.Add(FindingRules.MissingStructure, field.NamePlace, $"The row {field.Name} refers to the table '{field.Reference}', which is not on the page.");
        }
    }

    private void Remember(ref Dictionary<string, int>? byName, string name, FieldDraft field)
    {
        byName ??= new Dictionary<string, int>(StringComparer.Ordinal);
        _chains.Add((field, byName.TryGetValue(name, out int previous) ? previous : -1));
        byName[name] = _chains.Count - 1;
    }

    /// <summary>Returns the nearest row that refers to a label. A row with an anchor refers only to that anchor.</summary>
    private FieldDraft? ByReference(string label, string anchor)
    {
        int nearest = Math.Max(Last(_plain, label), anchor == label ? Last(_anchored, label) : Last(_byWholeAnchor, anchor));
        return nearest < 0 ? null : _chains[nearest].Field;
    }

    /// <summary>Returns the last reference of a name that has no table yet; -1 if there is none.</summary>
    private int Last(Dictionary<string, int>? byName, string name)
    {
        if (byName is null || !byName.TryGetValue(name, out int last))
            return -1;
        int first = last;
        while (last >= 0 && _chains[last].Field.Structure is not null)
            last = _chains[last].Previous;
        if (last != first)
            byName[name] = last;
        return last;
    }

    private FieldDraft? BySpelling(string label)
    {
        if (label.Length < 4)
            return null;
        int most = label.Length < 8 ? 1 : 2;
        for (int i = _waiting.Count - 1; i >= 0 && i >= _waiting.Count - NearReferences; i--)
        {
            FieldDraft field = _waiting[i];
            if (field.Structure is null && (Spelling.Distance(LastPart(field.Reference!).AsSpan(), label.AsSpan(), most) <= most || Spelling.Distance(field.Name.AsSpan(), label.AsSpan(), most) <= most))
                return field;
        }

        return null;
    }

    private void LinkByOrder(StructureDraft structure)
    {
        bool isError = LooksLikeErrorCode(structure);
        FieldDraft? nearest = null;
        for (int i = _waiting.Count - 1; i >= 0 && i >= _waiting.Count - NearReferences; i--)
        {
            FieldDraft field = _waiting[i];
            if (field.Structure is not null)
            {
                if (i == _waiting.Count - 1)
                    _waiting.RemoveAt(i);
                continue;
            }

            nearest ??= field;
            // A table of the wrong kind for the nearest row belongs to another row. The table of the nearest row is missing.
            if (IsErrorCode(field) == isError)
            {
                Bind(field, structure);
                return;
            }
        }

        if (nearest is not null)
            Bind(nearest, structure);
    }

    private void Bind(FieldDraft field, StructureDraft structure)
    {
        if (field.Structure is not null)
            return;
        field.Structure = structure;
        // A named type in the referring cell is the name of the table.
        if (structure.Name is null && field.Type is not null && TypeWords.ElementOf(field.Type) is var type && !TypeWords.IsContainer(type) && !TypeWords.IsKnown(type.AsSpan()))
            SetName(structure, type);
    }

    private void SetName(StructureDraft structure, string name)
    {
        structure.Name = name;
        TryAdd(ref _byName, name, structure);
    }

    private static StructureDraft? Find(Dictionary<string, StructureDraft>? structures, string key) =>
        structures is not null && structures.TryGetValue(key, out StructureDraft? structure) ? structure : null;

    private static bool TryAdd(ref Dictionary<string, StructureDraft>? structures, string key, StructureDraft structure)
    {
        structures ??= new Dictionary<string, StructureDraft>(StringComparer.Ordinal);
        if (structures.ContainsKey(key))
            return false;
        structures.Add(key, structure);
        return true;
    }

    private static string LastPart(string label) => label.LastIndexOf('.') is var dot && dot < 0 ? label : label.Substring(dot + 1);

    /// <summary>Returns the structure that contains the row of an anchor: <c>org.zstack.header.vm.VmInstanceInventory.vmNics</c>.</summary>
    private static string? OwnerOf(string anchor)
    {
        int last = anchor.LastIndexOf('.');
        int dot = last <= 0 ? -1 : anchor.LastIndexOfAny(['.', '$'], last - 1);
        string owner = last <= 0 ? "" : anchor.Substring(dot + 1, last - dot - 1);
        return Characters.IsPascalName(owner.AsSpan()) ? owner : null;
    }

    private static bool IsErrorCode(FieldDraft field) => field.Type == "ErrorCode";

    private static bool LooksLikeErrorCode(StructureDraft structure)
    {
        int hits = 0;
        foreach (FieldDraft field in structure.Fields)
            hits += field.Name is "code" or "details" or "elaboration" or "opaque" or "cause" ? 1 : 0;
        return hits >= 3;
    }
}
