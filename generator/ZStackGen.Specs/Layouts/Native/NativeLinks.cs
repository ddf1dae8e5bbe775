using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>
/// Links the rows of a page to the structures of the same page: by the link in the type cell (<c>[List](#vmnicinventory)</c>) or by the
/// name of the type. A type in backticks is not a link.
/// </summary>
internal sealed class NativeLinks
{
    private readonly Dictionary<string, StructureDraft> _byAnchor = new(StringComparer.Ordinal);

    public void Heading(string anchor, StructureDraft structure)
    {
        if (!_byAnchor.ContainsKey(anchor))
            _byAnchor.Add(anchor, structure);
    }

    public void Tie(PageReading reading)
    {
        foreach (ApiDraft api in reading.Apis)
        {
            Scope scope = new(_byAnchor, api.Structures);
            foreach (ParameterDraft parameter in api.Parameters)
                parameter.Structure = scope.Find(parameter.Type, parameter.TypeLink);
            scope.Tie(api.Response ?? []);
            foreach (StructureDraft structure in api.Structures)
                scope.Tie(structure.Fields);
            ReportUnused(reading, api);
        }

        if (reading.Types.Count == 0)
            return;
        Scope types = new(_byAnchor, reading.Types);
        foreach (StructureDraft structure in reading.Types)
            types.Tie(structure.Fields);
    }

    /// <summary>
    /// Reports unused structures: a response under another heading, such as "Returns", or a table with a misspelled name in a row would otherwise
    /// be dropped silently. A structure that extends another one is used by the class name in a response.
    /// </summary>
    private static void ReportUnused(PageReading reading, ApiDraft api)
    {
        if (api.Structures.Count == 0)
            return;
        var used = new HashSet<StructureDraft?>();
        // A row can also name the structure in a link to the same structure of another API.
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ParameterDraft parameter in api.Parameters)
            Use(parameter.Structure, parameter.Type);
        foreach (FieldDraft field in api.Response ?? [])
            Use(field.Structure, field.Type);
        foreach (StructureDraft structure in api.Structures)
        {
            foreach (FieldDraft field in structure.Fields)
                Use(field.Structure, field.Type);
        }

        foreach (StructureDraft structure in api.Structures)
        {
            if (structure.Fields.Count > 0 && structure.Extends is null && !used.Contains(structure) && !(structure.Name is not null && names.Contains(structure.Name)))
                reading.Findings.Add(FindingRules.TableWithoutUse, structure.Place, $"No row refers to the table '{structure.Name ?? NativePage.Anonymous}'{(api.Response is null ? ", and the page has no '## Response'" : "")}; nothing is generated from the table.");
        }

        void Use(StructureDraft? structure, string? type)
        {
            used.Add(structure);
            if (type is not null)
                names.Add(TypeWords.ElementOf(type));
        }
    }

    /// <summary>The structures that the rows of an API, or of the types of the page, can refer to.</summary>
    private sealed class Scope
    {
        private readonly Dictionary<string, StructureDraft> _byAnchor;
        private readonly Dictionary<string, StructureDraft> _byName = new(StringComparer.Ordinal);
        private readonly HashSet<StructureDraft> _structures;

        public Scope(Dictionary<string, StructureDraft> byAnchor, List<StructureDraft> structures)
        {
            _byAnchor = byAnchor;
            _structures = new HashSet<StructureDraft>(structures);
            foreach (StructureDraft structure in structures)
            {
                if (structure.Name is not null && !_byName.ContainsKey(structure.Name))
                    _byName.Add(structure.Name, structure);
            }
        }

        public void Tie(List<FieldDraft> fields)
        {
            foreach (FieldDraft field in fields)
                field.Structure = Find(field.Type, field.TypeLink);
        }

        public StructureDraft? Find(string? type, string? link)
        {
            if (_structures.Count == 0 || link == "`")
                return null;
            if (link is not null && link.Length > 1 && link[0] == '#')
                return _byAnchor.TryGetValue(link.Substring(1), out StructureDraft? linked) && _structures.Contains(linked) ? linked : null;
            return type is not null && _byName.TryGetValue(TypeWords.ElementOf(type), out StructureDraft? named) ? named : null;
        }
    }
}
