using System.Collections.Generic;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>Explorer pages with a row on each line and all its words glued: <c>isoUuidStringRequiredThe ISO UUID.</c>.</summary>
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
            // Nothing but its words tells a row from a description's next line.
            List<TextRange> parts = line.Section == ExplorerSection.Responses ? [line.Place] : rows.Lost.Rows(line.Place);
            foreach (TextRange part in parts)
            {
                if (!rows.Add(line with { Indent = 0 }, part, isRow: false))
                    rows.Describe(parts.Count == 1 ? line : line with { Place = part });
            }
        }
    }
}
