using System;
using System.Collections.Generic;
using ZStackGen.Specs.Layouts.Manuals;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Copies;

/// <summary>
/// Pages copied from the help sites whose tables kept their bars, with or without title and headings; also the English manual with pipe
/// tables. There are no fences, no blank lines around tables and no empty cells, and rows are split over several lines.
/// </summary>
internal sealed class PipeCopyLayout : Layout
{
    public override string Name => "copy with bars";

    public override int Score(PageReading reading)
    {
        PageFeatures signs = reading.Signs;
        if (signs.HasBarHeader)
            return signs.HasRequest ? 60 : 30;
        return signs.HasRequest ? 10 : 0;
    }

    public override void Read(PageReading reading)
    {
        PageText page = reading.Page;
        List<CopiedPiece> pieces = CopiedText.Cut(reading);
        var manual = new ManualPage(reading, RowRules.Slid | RowRules.Prose);
        TableQueue tables = Tables(reading, pieces);
        int i = 0;
        while (i < pieces.Count)
        {
            if (tables.At(i, out int end) is { } table)
            {
                manual.Table(table);
                i = end;
                continue;
            }

            CopiedLines.Read(page, manual, pieces[i]);
            i++;
        }

        manual.Finish();
    }

    private static TableQueue Tables(PageReading reading, List<CopiedPiece> pieces)
    {
        var tables = new TableQueue();
        var headers = new HeaderLines(reading.Page);
        var rows = new BrokenRows(reading, pieces, headers);
        int i = 0;
        while (i < pieces.Count)
        {
            if (!pieces[i].IsJson && headers.At(pieces[i].Range) is { } columns)
                i = rows.Read(i, columns.AreUsual ? columns : ByContent(reading.Page, pieces, i) ?? columns, tables);
            else
                i++;
        }

        tables.Parse();
        return tables;
    }

    /// <summary>Determines the columns of a table with an unusual header by their content.</summary>
    private static TableColumns? ByContent(PageText page, List<CopiedPiece> pieces, int header)
    {
        var rows = new List<TextRange>();
        for (int i = header + 1; i < pieces.Count && rows.Count < 24 && !pieces[i].IsJson && page[pieces[i].Range].IndexOf('|') >= 0; i++)
        {
            if (TableColumns.FromBars(page[pieces[i].Range]) is not null)
                break;
            if (!TableColumns.IsDashes(page[pieces[i].Range]))
                rows.Add(pieces[i].Range);
        }

        return ColumnContent.Columns(page, pieces[header].Range, rows.ToArray());
    }
}
