using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Manuals;

/// <summary>Keeps the labels above the tables of structures. A label without a table is reported if its row gets no table.</summary>
internal sealed partial class ManualPage
{
    private string? _label;
    private TextRange _labelPlace;

    /// <summary>The labels without a table below them.</summary>
    private readonly List<(string Label, TextRange Place)> _emptyLabels = [];

    /// <summary>Determines whether a row refers to a label, and no table with this label precedes.</summary>
    public bool IsReferred(string label) => _links?.Refers(label) == true;

    /// <summary>Sets the label above the table of a structure: an anchor path, or the name of the referring field.</summary>
    public void Anchor(string label, TextRange place)
    {
        _behindParameters = false;
        EndLabel();
        (_label, _labelPlace) = (label, place);
    }

    /// <summary>Adds a label without a table directly below it. It is reported if the row that refers to it gets no table.</summary>
    public void EmptyLabel(string label, TextRange place) => _emptyLabels.Add((label, place));

    private void EndLabel()
    {
        if (_label is not null)
            EmptyLabel(_label, _labelPlace);
        _label = null;
    }

    private void ReportEmptyLabels()
    {
        EndLabel();
        foreach ((string label, TextRange place) in _emptyLabels)
        {
            if (IsReferred(label))
                reading.Findings.Add(FindingRules.EmptySection, place, $"A row refers to the label {Excerpt.Of(label)}, but no field was read below the label.");
        }

        _emptyLabels.Clear();
    }
}
