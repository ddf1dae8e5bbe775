using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;

namespace ZStackGen.Specs.Tests;

/// <summary>Pages as converters, wikis and editors write them: pandoc, Word, Confluence, Notion, GitBook, browsers and spreadsheets.</summary>
internal static class ConverterMutations
{
    public static IEnumerable<PageMutation> All { get; } =
    [
        new("HTML table", page => Tables(page, Html)),
        new("HTML table on one line", page => Tables(page, rows => [string.Concat(Html(rows))])),
        new("HTML table with merged cells", page => Tables(page, rows => [.. Html(rows).Select(line => line.Replace("<td>", "<td rowspan=\"1\">", StringComparison.Ordinal))])),
        new("grid table", page => Tables(page, Grid)),
        new("simple table of pandoc", page => Tables(page, rows => Simple(rows, ""))),
        new("indented simple table of pandoc", page => Tables(page, rows => Simple(rows, "  "))),
        new("multi-line table of pandoc", page => Tables(page, Multiline)),
        new("table separated by tabs", page => Tables(page, rows => rows.Select(row => string.Join('\t', row)))),
        new("table separated by commas", page => Tables(page, rows => rows.Select(row => string.Join(',', row.Select(cell => cell.Contains(',', StringComparison.Ordinal) ? $"\"{cell}\"" : cell))))),
        new("table separated by semicolons", page => Tables(page, rows => rows.Select(row => string.Join(';', row)))),
        new("table separated by wide blanks", page => Tables(page, rows => rows.Select(row => string.Join("    ", row).TrimEnd()))),
        new("table of Confluence", page => Tables(page, rows => rows.Select((row, i) => i == 0 ? "||" + string.Join("||", row) + "||" : "|" + string.Join("|", row.Select(cell => cell.Length == 0 ? " " : cell)) + "|"))),
        new("table of AsciiDoc", page => Tables(page, rows => ["|===", .. rows.Select(row => "|" + string.Join(" |", row)), "|==="])),
        new("table of AsciiDoc, a cell a line", page => Tables(page, rows => ["|===", .. rows.SelectMany(row => row.Select(cell => "|" + cell).Append("")), "|==="])),
        new("table of MediaWiki", page => Tables(page, rows => ["{| class=\"wikitable\"", .. rows.SelectMany((row, i) => (string[])["|-", (i == 0 ? "! " : "| ") + string.Join(i == 0 ? " !! " : " || ", row)]), "|}"])),
        new("table of Org mode", page => Tables(page, rows => rows.Select(EditedPage.Row).Take(1).Append("|" + string.Join('+', rows[0].Select(_ => "---")) + "|").Concat(rows.Skip(1).Select(EditedPage.Row)))),
        new("table of box signs", page => Tables(page, rows => rows.Select(row => "│ " + string.Join(" │ ", row) + " │").Take(1).Append("├" + string.Join('┼', rows[0].Select(_ => "────")) + "┤").Concat(rows.Skip(1).Select(row => "│ " + string.Join(" │ ", row) + " │")))),
        new("list table of reStructuredText", page => Tables(page, rows => [".. list-table::", "   :header-rows: 1", "", .. rows.SelectMany(row => row.Select((cell, i) => (i == 0 ? "   * - " : "     - ") + cell))])),
        new("a cell per line", page => Tables(page, rows => rows.SelectMany(row => row))),
        new("a cell per paragraph", page => Tables(page, rows => rows.SelectMany(row => row.SelectMany(cell => (string[])[cell, ""])))),
        new("vertical tables", page => Tables(page, rows => rows.Skip(1).SelectMany(row => rows[0].Zip(row, (header, cell) => $"| {header} | {cell} |").Prepend("|---|---|").Prepend("| Attribute | Value |").Append("")))),
        new("vertical tables without a header", page => Tables(page, rows => rows.Skip(1).SelectMany(row => rows[0].Zip(row, (header, cell) => $"| {header} | {cell} |").Append("")))),
        new("vertical rows in a table", page => Tables(page, rows => rows.Skip(1).SelectMany(row => rows[0].Zip(row, (header, cell) => $"| {header} | {cell} |")).Prepend("|---|---|").Prepend("| | |"))),
        new("vertical tables headed by the name", page => Tables(page, rows => rows.Skip(1).SelectMany(row => rows[0].Zip(row, (header, cell) => $"| {header} | {cell} |").Skip(1).Prepend("|---|---|").Prepend($"| {rows[0][0]} | {row[0]} |").Append("")))),
        new("list of rows", page => Tables(page, rows => rows.Skip(1).Select(row => $"- `{row[0]}` ({string.Join(", ", row.Skip(1).Where(cell => cell.Length > 0))})"))),
        new("list of rows with colons", page => Tables(page, rows => rows.Skip(1).Select(row => $"- **{row[0]}** ({row[1]}): {string.Join(" ", row.Skip(2).Where(cell => cell.Length > 0))}"))),
        new("list of rows with dashes", page => Tables(page, rows => rows.Skip(1).Select(row => $"* {row[0]} - {string.Join(" - ", row.Skip(1).Where(cell => cell.Length > 0))}"))),
        new("nested lists", page => Tables(page, rows => rows.Skip(1).SelectMany(row => rows[0].Zip(row, (header, cell) => $"  - {header}: {cell}").Skip(1).Prepend($"- {row[0]}")))),
        new("definition list", page => Tables(page, rows => rows.Skip(1).SelectMany(row => (string[])[row[0], $": {string.Join(", ", row.Skip(1).Where(cell => cell.Length > 0))}", ""]))),
        new("headings of rows", page => Tables(page, rows => rows.Skip(1).SelectMany(row => rows[0].Zip(row, (header, cell) => $"- {header}: {cell}").Skip(1).Prepend("").Prepend("#### " + row[0]).Append("")))),
        new("rows as sentences", page => Tables(page, rows => rows.Skip(1).Select(row => $"`{row[0]}` is a {row[1]} in {string.Join(' ', row.Skip(2))}").SelectMany(line => (string[])[line, ""]))),
        new("rows as YAML", page => Tables(page, rows => ["```yaml", .. rows.Skip(1).SelectMany(row => rows[0].Zip(row, (header, cell) => $"  {header.ToLowerInvariant()}: {cell}").Prepend("-")), "```"])),
        new("table in a fence", page => Tables(page, rows => ["```", .. rows.Select(EditedPage.Row), "```"])),
        new("escapes of pandoc", page => page.Each(line => line.Contains("---", StringComparison.Ordinal) || line.StartsWith('`') ? line : Regex.Replace(line, @"(?<![\\`#])([\[\]_*<>~])", "\\$1"))),
        new("attributes of pandoc", page => page.Each(line => line.StartsWith('#') ? line + " {#" + line.Trim('#', ' ').ToLowerInvariant().Replace(' ', '-') + " .section}" : line)),
        new("divs of pandoc", page => page.Each(line => line.StartsWith("## ", StringComparison.Ordinal) ? "::: {.section}\n" + line : line)),
        new("closed headings of pandoc", page => page.Each(line => line.StartsWith('#') ? line + " " + new string('#', line.TakeWhile(c => c == '#').Count()) : line)),
        new("hard breaks of pandoc", page => page.Each(line => line.Length > 0 && !line.Contains('|', StringComparison.Ordinal) && !line.StartsWith('#') ? line + "\\" : line)),
        new("quotes of Word", page => page.Each(line => Regex.Replace(Regex.Replace(line, "\"([^\"]*)\"", "“$1”"), "(?<![-|])--(?![-|])", "–"), inFences: true)),
        new("blanks of Word", page => page.Each(line => line.Replace(' ', '\u00a0'))),
        new("blanks of Word in cells", page => page.Each(line => line.StartsWith('|') ? line.Replace(" ", "\u00a0", StringComparison.Ordinal) : line)),
        new("ideographic blanks", page => page.Each(line => line.StartsWith('|') ? line.Replace(" | ", "\u3000|\u3000", StringComparison.Ordinal) : line)),
        new("zero-width blanks", page => page.Each(line => Regex.Replace(line, @"(?<=\w)(?=[A-Z])", "\u200b"))),
        new("full-width punctuation", page => page.Each(line => line.StartsWith('#') || line.StartsWith('|') ? line.Replace('(', '（').Replace(')', '）').Replace(',', '，').Replace(':', '：') : line)),
        new("full-width bars", page => page.Each(line => line.StartsWith('|') ? line.Replace('|', '｜') : line)),
        new("broken bars", page => page.Each(line => line.StartsWith('|') ? line.Replace('|', '¦') : line)),
        new("toggle of Notion", page => Wrap(page, ["<details>", "<summary>Details</summary>", ""], ["", "</details>"])),
        new("aside of Notion", page => page.Insert(Math.Min(2, page.Count), "", "<aside>", "💡 Checked with the server.", "</aside>", "")),
        new("properties of Notion", page => page.Insert(Math.Min(1, page.Count), "", "Created: January 3, 2024 9:12 AM", "Tags: API, cloud", "Status: Done", "")),
        new("tabs of GitBook", page => Wrap(page, ["{% tabs %}", "{% tab title=\"Details\" %}"], ["{% endtab %}", "{% endtabs %}"])),
        new("hint of GitBook", page => page.Insert(Math.Min(2, page.Count), "", "{% hint style=\"info\" %}", "Since 3.0.", "{% endhint %}", "")),
        new("front matter", page => page.Insert(0, "---", "title: Page", "description: An API", "---", "")),
        new("front matter that names a request", page => page.Insert(0, "---", "title: Page", "slug: /v1/docs/page", "---", "")),
        new("table of contents", page => page.Insert(0, "- [Parameters](#parameters)", "- [Response](#response)", "")),
        new("navigation", page => page.Insert(0, "Home > API > VM", "Skip to main content", "")),
        new("footer", page => page.Insert(page.Count, "", "Was this page helpful?", "Last updated 2 months ago", "© 2024 ZStack. All rights reserved.")),
        new("previous and next", page => page.Insert(page.Count, "", "[« Previous](a.md) | [Next »](b.md)")),
        new("badges", page => page.Insert(Math.Min(1, page.Count), "", "![stable](https://img.example/stable.svg) ![4.7.0](https://img.example/v.svg)", "")),
        new("table of properties", page => page.Insert(Math.Min(1, page.Count), "", "| Owner | Reviewed |", "|---|---|", "| team-a | 2024 |", "")),
        new("table of changes", page => page.Insert(page.Count, "", "## Changelog", "", "| Version | Change |", "|---|---|", "| 4.7.0 | Added. |", "")),
        new("table of errors", page => page.Insert(page.Count, "", "## Errors", "", "| Code | Description |", "|---|---|", "| SYS.1000 | Failure. |", "")),
        new("anchors of lines", page => page.Each(line => line.StartsWith('#') ? "<a id=\"x\"></a>\n\n" + line : line)),
        new("images of headings", page => page.Each(line => line.StartsWith("##", StringComparison.Ordinal) ? line + " ![](x.png)" : line)),
        new("blanks at the ends of lines", page => page.Each(line => line + "  ", inFences: true)),
        new("blanks at the starts of lines", page => page.Each(line => line.Length > 0 ? " " + line : line, inFences: true)),
        new("whole page indented by two", page => page.Each(line => line.Length > 0 ? "  " + line : line, inFences: true)),
        new("whole page indented by four", page => page.Each(line => line.Length > 0 ? "    " + line : line, inFences: true)),
        new("whole page in a quote", page => page.Each(line => "> " + line, inFences: true)),
        new("whole page in a fence", page =>
        {
            page.Insert(page.Count, "````");
            page.Insert(0, "````markdown");
        }),
        new("blank lines doubled", page => page.Each(line => line.Length == 0 ? "\n" : line, inFences: true)),
        new("blank lines lost", page =>
        {
            for (int i = page.Count - 1; i >= 0; i--)
            {
                if (page[i].Length == 0)
                    page.Remove(i);
            }
        }),
        new("blank lines between all lines", page => page.Each(line => line + "\n", inFences: true)),
        new("tabs as blanks", page => page.Each(line => line.Replace("  ", "\t", StringComparison.Ordinal), inFences: true)),
        new("entities", page => page.Each(line => Regex.Replace(line, "[<>]", match => WebUtility.HtmlEncode(match.Value)))),
        new("entities of letters", page => page.Each(line => line.StartsWith('|') ? line.Replace("a", "&#97;", StringComparison.Ordinal) : line)),
        new("breaks of HTML", page => page.Each(line => line.Length > 0 && !line.Contains('|', StringComparison.Ordinal) && !line.StartsWith('#') ? line + "<br/>" : line)),
        new("lines of a diff", page => page.Each(line => "+" + line, inFences: true)),
    ];

    private static void Tables(EditedPage page, Func<List<List<string>>, IEnumerable<string>> convert)
    {
        // Tags in other forms than a table or a list are text.
        page.Removed.Add("tags");
        // One table, or all tables as a converter does.
        List<(int Start, int End)> tables = page.Tables();
        if (tables.Count > 0 && page.Random.Next(2) == 0)
            tables = [tables[page.Random.Next(tables.Count)]];
        foreach ((int start, int end) in tables.AsEnumerable().Reverse())
        {
            List<List<string>> rows = page.Rows(start, end);
            page.Replace(start, end, convert(rows).ToList());
        }
    }

    private static void Wrap(EditedPage page, string[] before, string[] after)
    {
        if (page.AnyTable() is not { } table)
            return;
        page.Insert(table.End, after);
        page.Insert(table.Start, before);
    }

    private static IEnumerable<string> Html(List<List<string>> rows) =>
        rows.Select((row, i) => "<tr>" + string.Concat(row.Select(cell => i == 0 ? $"<th>{cell}</th>" : $"<td>{cell}</td>")) + "</tr>").Prepend("<table>").Append("</table>");

    private static int[] Widths(List<List<string>> rows) => [.. rows[0].Select((_, i) => Math.Max(3, rows.Max(row => i < row.Count ? row[i].Length : 0)))];

    private static string Padded(List<string> row, int[] widths, string between) => string.Join(between, widths.Select((width, i) => (i < row.Count ? row[i] : "").PadRight(width)));

    private static IEnumerable<string> Grid(List<List<string>> rows)
    {
        int[] widths = Widths(rows);
        for (int i = 0; i < rows.Count; i++)
        {
            yield return "+" + string.Concat(widths.Select(width => new string(i == 1 ? '=' : '-', width + 2) + "+"));
            yield return "| " + Padded(rows[i], widths, " | ") + " |";
        }

        yield return "+" + string.Concat(widths.Select(width => new string('-', width + 2) + "+"));
    }

    private static IEnumerable<string> Simple(List<List<string>> rows, string indent)
    {
        int[] widths = Widths(rows);
        string rule = indent + string.Join("  ", widths.Select(width => new string('-', width)));
        yield return indent + Padded(rows[0], widths, "  ");
        yield return rule;
        foreach (List<string> row in rows.Skip(1))
            yield return indent + Padded(row, widths, "  ").TrimEnd();
    }

    private static IEnumerable<string> Multiline(List<List<string>> rows)
    {
        int[] widths = Widths(rows);
        yield return new string('-', widths.Sum() + (2 * widths.Length) - 2);
        yield return Padded(rows[0], widths, "  ");
        yield return string.Join("  ", widths.Select(width => new string('-', width)));
        foreach (List<string> row in rows.Skip(1))
        {
            yield return Padded(row, widths, "  ").TrimEnd();
            yield return "";
        }

        yield return new string('-', widths.Sum() + (2 * widths.Length) - 2);
    }
}
