using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Tests;

/// <summary>Rows without escapes are split without Markdig into the same cells.</summary>
public sealed class TableCuttingTests
{
    [Fact]
    public void Rows_are_split_like_by_Markdig()
    {
        var random = new Random(7);
        const string Letters = "||||   \tab-:*_`[]<>&";
        for (int i = 0; i < 20_000; i++)
        {
            string line = new string([.. Enumerable.Range(0, random.Next(1, 24)).Select(_ => Letters[random.Next(Letters.Length)])]).Trim();
            // With bars and letters, as in the tables of pages.
            if (!line.Contains('|', StringComparison.Ordinal) || line.Trim('|', ' ', '\t').Length == 0 || !line.Contains('a', StringComparison.Ordinal))
                continue;
            // A backslash before a letter is literal, but makes Markdig split the row.
            string[] escaped = [.. Cells(line.Replace("a", "\\a", StringComparison.Ordinal)).Select(static cell => cell.Replace("\\a", "a", StringComparison.Ordinal))];
            Assert.True(escaped.SequenceEqual(Cells(line)), $"{line}: Markdig [{string.Join('¦', escaped)}], cut [{string.Join('¦', Cells(line))}]");
        }
    }

    private static List<string> Cells(string line)
    {
        TableColumns columns = TableColumns.FromBars("| Name | Type | Description |")!;
        MappedText text = MappedText.Of(new PageText("p.md", line));
        var table = new PageTable(text, columns, new TextRange(0, line.Length));
        var tables = new MarkdownTables();
        tables.Add(table, new TextRange(0, line.Length));
        tables.Parse();
        return table.Rows.Count == 0 ? ["refused"] : [.. table.Rows[0].Cells.Select(cell => line.Substring(cell.Start, cell.Length))];
    }
}
