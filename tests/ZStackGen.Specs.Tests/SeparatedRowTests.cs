using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Tables;

namespace ZStackGen.Specs.Tests;

/// <summary>Tables with other separators than bars. No layout reads such tables, so the reader reports each table.</summary>
public sealed class SeparatedRowTests
{
    private static readonly (string Open, string Between, string Close)[] s_forms =
    [
        ("", ", ", ""), ("", ",", ""), ("", ";", ""), ("", " / ", ""), ("", " → ", ""), ("", " + ", ""), ("", " & ", " \\\\"), ("", "，", ""), ("", "、", ""), ("", "；", ""),
        ("- ", ": ", ""), ("* ", "：", ""), ("", "\t", ""), ("<tr><td>", "</td><td>", "</td></tr>"), ("<TR><TH class=\"x\">", "</TH><TH class=\"x\">", "</TH></TR>"), ("&#124; ", " &#124; ", " &#124;"),
        ("", " &vert; ", ""), ("> ", ", ", ""),
    ];

    [Theory]
    [InlineData("corpus/official-zh")]
    [InlineData("corpus/scraped-zh")]
    [InlineData("corpus/english")]
    [InlineData("manual/manual-md")]
    public void No_table_with_other_separators_is_lost_without_a_finding(string layout)
    {
        string[] files = Exhaustive.Choose([.. SharedFolder.Pages(layout).Order(StringComparer.Ordinal)], 8, 0);
        int tables = 0;
        List<string> lost = [];
        foreach (string file in files)
        {
            var page = FormPage.Read(file, File.ReadAllText(file));
            foreach ((string open, string between, string close) in s_forms)
            {
                string[] lines = [.. page.Lines.Select(static line => line.Text)];
                foreach ((int start, int end) in page.Tables)
                {
                    for (int i = start; i < end; i++)
                        lines[i] = Separated(lines[i], open, between, close);
                }

                PageReadResult read = SpecReader.Read(file, string.Join('\n', lines), TestContext.Current.CancellationToken);
                HashSet<(int, string)> rows = [.. FormPage.Rows(read)];
                foreach ((int start, int end) in page.Tables)
                {
                    bool isRead = Enumerable.Range(start, end - start).All(line => page.Lines[line].Rows.All(name => rows.Contains((line, name))));
                    bool isReported = read.Findings.Any(finding => finding.Span.StartLine < end && finding.Span.EndLine >= start);
                    tables++;
                    if (!isRead && !isReported)
                        lost.Add($"{Path.GetFileName(file)}({start + 1}) with '{between}': {lines[end - 1]}");
                }
            }
        }

        Assert.True(tables > 500, $"only {tables} tables");
        Assert.True(lost.Count == 0, $"{lost.Count} of {tables} tables are lost:\n{string.Join("\n", lost.Take(25))}");
    }

    [Theory]
    [InlineData("See https://docs.example/v1/String/path/4.7.0/x.html")]
    [InlineData("https://docs.example/String/body/4.7.0")]
    [InlineData("zstack/api/String/path")]
    [InlineData("Docs / ZStack / 4.8.0")]
    [InlineData("Docs / CloudPlatform / 4.8.0")]
    [InlineData("String, int, and long values are sent as JSON.")]
    [InlineData("Since 4.7.0: the body, the query, and the path are checked.")]
    public void A_sentence_or_an_address_is_no_row(string line) => Assert.False(SeparatedRowSigns.IsRow(line));

    private static string Separated(string line, string open, string between, string close)
    {
        if (!line.Contains('|', StringComparison.Ordinal))
            return line;
        string[] cells = [.. line.Trim().Trim('|').Split('|').Select(static cell => cell.Trim())];
        return cells.All(static cell => cell.All(static c => c is '-' or ':')) ? "" : open + string.Join(between, cells) + close;
    }
}
