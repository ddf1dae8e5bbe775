using System.Collections.Generic;
using ZStackGen.Specs.Layouts.Manuals;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Copies;

/// <summary>
/// Pages copied as plain text: columns are separated by one blank, and a list in a cell becomes bullets after the row, with the version on
/// a separate line.
/// </summary>
internal sealed class PlainCopyLayout : Layout
{
    public override string Name => "plain copy";

    public override int Score(PageReading reading)
    {
        PageFeatures signs = reading.Signs;
        if (!signs.HasBlankHeader)
            return 0;
        return signs.HasRequest ? 70 : 25;
    }

    public override void Read(PageReading reading)
    {
        PageText page = reading.Page;
        List<CopiedPiece> pieces = CopiedText.Cut(reading);
        var manual = new ManualPage(reading, RowRules.Prose);
        int i = 0;
        while (i < pieces.Count)
        {
            CopiedPiece piece = pieces[i];
            if (!piece.IsJson && TableColumns.FromBlanks(page[piece.Range]) is { } columns)
            {
                manual.Table(new PlainRows(reading, pieces, columns).Read(ref i));
                continue;
            }

            CopiedLines.Read(page, manual, piece);
            i++;
        }

        manual.Finish();
    }
}
