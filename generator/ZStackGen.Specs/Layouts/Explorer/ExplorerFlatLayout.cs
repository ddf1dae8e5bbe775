using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>Explorer pages with one row per line and the words of a row glued together: <c>isoUuidStringRequiredThe ISO UUID.</c>.</summary>
internal sealed class ExplorerFlatLayout : ExplorerLayout
{
    /// <inheritdoc/>
    public override string Name => "explorer, flat";

    /// <inheritdoc/>
    protected override bool ReadsList => false;

    /// <inheritdoc/>
    protected override void ReadRows(PageText page, ExplorerOutline outline, ExplorerRows rows)
    {
        foreach (ExplorerLine line in outline.Lines)
        {
            if (!HoldsRows(line.Section))
                continue;
            // Only its words distinguish a row from the next line of a description.
            IReadOnlyList<TextRange> parts = line.Section == ExplorerSection.Responses ? [line.Place] : rows.Lost.Rows(line.Place);
            for (int i = 0; i < parts.Count; i++)
            {
                if (!rows.Add(line with { Indent = 0 }, parts[i], isRow: false))
                    rows.Describe(parts.Count == 1 ? line : line with { Place = parts[i] });
            }
        }
    }
}
