using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing.Cells;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>
/// Ties fields to the tables that describe them. Pages list the tables in the order of a walk in depth: behind a table come the tables
/// of its own rows, each followed by those of its rows. An anchor or a label above a table says more than its place and wins.
/// </summary>
internal sealed class StructureLinks(ApiDraft api)
{
    /// <summary>References that wait for their table; the next one is last.</summary>
    private readonly List<FieldDraft> _waiting = [];
    private readonly Dictionary<string, int> _waitingNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StructureDraft> _byAnchor = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StructureDraft> _byName = new(StringComparer.Ordinal);
    private readonly List<FieldDraft> _anchored = [];

    /// <summary>Notes the references of a table that was just read.</summary>
    public void Expect(List<FieldDraft> fields, StructureDraft? owner)
    {
        for (int i = fields.Count - 1; i >= 0; i--)
        {
            FieldDraft field = fields[i];
            if (field.Reference is null)
                continue;
            if (field.Reference.IndexOf('.') >= 0)
            {
                _anchored.Add(field);
                if (owner is { Name: null } && OwnerOf(field.Reference) is { } name)
                    SetName(owner, name);
            }

            _waiting.Add(field);
            _waitingNames[field.Name] = _waitingNames.TryGetValue(field.Name, out int count) ? count + 1 : 1;
        }
    }

    /// <summary>Ties a new table. <see langword="false"/> when the page shows it a second time.</summary>
    public bool Tie(StructureDraft structure)
    {
        string? label = structure.Label;
        if (label is not null && label.IndexOf('.') >= 0)
        {
            if (_byAnchor.ContainsKey(label))
                return false;
            _byAnchor.Add(label, structure);
            string last = label.Substring(label.LastIndexOf('.') + 1);
            TakeWaiting(last, label, structure);
            return true;
        }

        if (label is not null)
        {
            TakeWaiting(label, null, structure);
            return true;
        }

        while (_waiting.Count > 0)
        {
            FieldDraft field = Pop();
            // A table that cannot be what the row refers to belongs to the next row: the row's own table was left out.
            if (_waiting.Count > 0 && IsErrorCode(field) != LooksLikeErrorCode(structure))
                continue;
            Bind(field, structure);
            break;
        }

        return true;
    }

    /// <summary>Ties what only the whole page shows: anchors used more than once, and fields whose type is a structure named on the page.</summary>
    /// <param name="reading">Takes the findings.</param>
    /// <param name="isComplete">Whether the page goes on behind its tables, so that no table was cut off.</param>
    public void Finish(PageReading reading, bool isComplete)
    {
        foreach (FieldDraft field in _anchored)
        {
            if (field.Structure is null && _byAnchor.TryGetValue(field.Reference!, out StructureDraft? structure))
                Bind(field, structure);
        }

        foreach (StructureDraft structure in api.Structures)
        {
            // A table that is being described is not printed again inside itself: what still waits refers to its own table.
            foreach (FieldDraft field in structure.Fields)
            {
                if (isComplete && field is { Structure: null, Reference: not null } && TypeWords.IsContainer(field.Type))
                    field.Structure = structure;
            }
        }

        ByTypeName(reading, api.Response);
        foreach (StructureDraft structure in api.Structures)
            ByTypeName(reading, structure.Fields);
    }

    private void ByTypeName(PageReading reading, List<FieldDraft>? fields)
    {
        foreach (FieldDraft field in fields ?? [])
        {
            if (field.Structure is not null || field.Type is null)
                continue;
            if (_byName.TryGetValue(TypeWords.ElementOf(field.Type), out StructureDraft? structure))
                field.Structure = structure;
            else if (field.Reference is not null && api.Structures.Count > 0)
                reading.Findings.Add(FindingRules.MissingStructure, field.NamePlace, $"The row {field.Name} refers to a table that the page does not have.");
        }
    }

    private void TakeWaiting(string name, string? anchor, StructureDraft structure)
    {
        if (!_waitingNames.TryGetValue(name, out int count) || count == 0)
            return;
        while (_waiting.Count > 0)
        {
            FieldDraft field = Pop();
            // Two tables may have a row of the same name; a row with an anchor of its own means that one only.
            if (field.Name != name || (anchor is not null && field.Reference != anchor && field.Reference!.IndexOf('.') >= 0))
                continue;
            Bind(field, structure);
            return;
        }
    }

    private FieldDraft Pop()
    {
        FieldDraft field = _waiting[_waiting.Count - 1];
        _waiting.RemoveAt(_waiting.Count - 1);
        _waitingNames[field.Name]--;
        return field;
    }

    private void Bind(FieldDraft field, StructureDraft structure)
    {
        if (field.Structure is not null)
            return;
        field.Structure = structure;
        // A named type in the referring cell names the table.
        if (structure.Name is null && field.Type is not null && TypeWords.ElementOf(field.Type) is var type && !TypeWords.IsContainer(type) && !TypeWords.IsKnown(type.AsSpan()))
            SetName(structure, type);
    }

    private void SetName(StructureDraft structure, string name)
    {
        structure.Name = name;
        if (!_byName.ContainsKey(name))
            _byName.Add(name, structure);
    }

    /// <summary>The structure that holds the row an anchor is about: <c>org.zstack.header.vm.VmInstanceInventory.vmNics</c>.</summary>
    private static string? OwnerOf(string anchor)
    {
        int last = anchor.LastIndexOf('.');
        int dot = last <= 0 ? -1 : anchor.LastIndexOfAny(['.', '$'], last - 1);
        string owner = last <= 0 ? "" : anchor.Substring(dot + 1, last - dot - 1);
        return Text.Characters.IsPascalName(owner.AsSpan()) ? owner : null;
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
