using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>Explorer pages with a bullet before each row, the description below it, and nested rows indented deeper.</summary>
internal sealed class ExplorerListLayout : ExplorerLayout
{
    /// <inheritdoc/>
    public override string Name => "explorer, list";

    /// <inheritdoc/>
    protected override bool ReadsList => true;

    /// <inheritdoc/>
    protected override void ReadRows(PageText page, ExplorerOutline outline, ExplorerRows rows)
    {
        foreach (ExplorerLine line in outline.Lines)
        {
            if (!HoldsRows(line.Section))
                continue;
            bool hasBullet = IsBulleted(page, line.Place);
            TextRange content = hasBullet ? page.Trim(new TextRange(line.Place.Start + 1, line.Place.End)) : default;
            if (line.Section != ExplorerSection.Responses)
                content = rows.Lost.Bare(content);
            if (!hasBullet || !rows.Add(line, content, isRow: true))
                rows.Describe(line);
        }
    }
}
