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
            // Nothing but its words tells a row from a description's next line.
            if (HoldsRows(line.Section) && !rows.Add(line with { Indent = 0 }, line.Place, isRow: false))
                rows.Describe(line);
        }
    }
}
