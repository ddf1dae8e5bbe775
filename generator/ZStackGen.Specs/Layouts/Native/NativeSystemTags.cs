using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Reads the rows of the table under <c>## System tags</c>: tag, description, version.</summary>
internal static class NativeSystemTags
{
    /// <summary>Reads a line of the table.</summary>
    public static void Read(PageReading reading, TextRange line, List<SystemTagModel> tags)
    {
        ReadOnlySpan<char> text = reading.Page[line];
        if (TableColumns.IsDashes(text))
            return;
        List<TextRange> cells = Cells(reading.Page, line);
        ReadOnlySpan<char> cell = reading.Page[cells[0]].Trim('`');
        if (cell.Equals("Tag".AsSpan(), StringComparison.OrdinalIgnoreCase))
            return;
        if (SystemTagText.Find(cell, out _) is not { } tag)
        {
            reading.Findings.Add(FindingRules.BrokenRow, cells[0].IsEmpty ? line : cells[0], $"'{cell.ToString()}' is not a system tag such as `staticIp::{{l3NetworkUuid}}::{{ip}}`.");
            return;
        }

        string? description = cells.Count > 1 ? CellText.Description(reading.Page[cells[1]]) : null;
        string? since = cells.Count > 2 && !cells[2].IsEmpty ? VersionCell.Read(reading.Page[cells[2]]) : null;
        if (since is not null && !VersionText.IsVersion(since.AsSpan()))
            reading.Findings.Add(FindingRules.InvalidVersion, cells[2], $"'{since}' is not a version such as 4.7.0.");
        if (tags.Exists(known => known.Tag == tag))
            reading.Findings.Add(FindingRules.DuplicateParameter, cells[0], $"The system tag {tag} is listed twice; the first description is used.");
        else
            tags.Add(new SystemTagModel(tag, description, since));
    }

    private static List<TextRange> Cells(PageText page, TextRange line)
    {
        var cells = new List<TextRange>();
        int from = line.Start + 1;
        for (int at = from; at <= line.End; at++)
        {
            if (at < line.End && (page.Text[at] != '|' || page.Text[at - 1] == '\\'))
                continue;
            cells.Add(page.Trim(new TextRange(from, at)));
            from = at + 1;
        }

        return cells;
    }
}
