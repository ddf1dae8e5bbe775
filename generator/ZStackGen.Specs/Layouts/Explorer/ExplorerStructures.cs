using System;
using System.Collections.Generic;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>Converts nested rows to fields with structures, for the response and for parameters that are objects.</summary>
internal sealed class ExplorerStructures(ApiDraft draft)
{
    private readonly Dictionary<string, StructureDraft> _named = new(StringComparer.Ordinal);

    /// <summary>Returns the fields of the rows.</summary>
    public List<FieldDraft> Fields(IReadOnlyList<ExplorerRow> rows)
    {
        var top = new List<FieldDraft>(rows.Count);
        var open = new Stack<(IReadOnlyList<ExplorerRow> Rows, List<FieldDraft> Fields)>();
        open.Push((rows, top));

        // A stack instead of recursion, because the nesting depth of a page is not limited.
        while (open.Count > 0)
        {
            (IReadOnlyList<ExplorerRow> from, List<FieldDraft> to) = open.Pop();
            foreach (ExplorerRow row in from)
            {
                StructureDraft? structure = Structure(row, out bool isNew);
                to.Add(new FieldDraft
                {
                    Name = row.Name,
                    Type = row.Type,
                    NamePlace = row.NamePlace,
                    TypePlace = row.TypePlace,
                    Description = ExplorerDescription.Read(row.Description, out IReadOnlyList<string> values),
                    Values = new ValueCell(values, false),
                    Structure = structure,
                });
                if (isNew)
                    open.Push((row.Children, structure!.Fields));
            }
        }

        return top;
    }

    /// <summary>
    /// Returns the structure of the rows nested in <paramref name="row"/>, or that of an earlier row of the same type (ErrorCode.cause).
    /// </summary>
    public StructureDraft? ForParameter(ExplorerRow row)
    {
        StructureDraft? structure = Structure(row, out bool isNew);
        if (isNew)
            structure!.Fields.AddRange(Fields(row.Children));
        return structure;
    }

    private StructureDraft? Structure(ExplorerRow row, out bool isNew)
    {
        string? element = row.Type is null ? null : TypeWords.ElementOf(row.Type);
        string? name = element is { Length: > 2 } && Characters.IsPascalName(element.AsSpan()) && !TypeWords.IsKnown(element.AsSpan()) ? element : null;
        isNew = false;
        if (name is not null && _named.TryGetValue(name, out StructureDraft? known))
            return known;
        if (row.Children.Count == 0)
            return null;
        isNew = true;
        var structure = new StructureDraft { Name = name, Label = row.Name, Place = row.NamePlace };
        draft.Structures.Add(structure);
        if (name is not null)
            _named.Add(name, structure);
        return structure;
    }
}
