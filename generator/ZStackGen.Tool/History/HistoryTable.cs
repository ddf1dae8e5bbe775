using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Comparing;

namespace ZStackGen.Tool.History;

/// <summary>Rows of text under a header, written in any of the formats that need no structure.</summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">The cells of each row.</param>
internal sealed record HistoryTable(string[] Header, IReadOnlyList<string[]> Rows)
{
    /// <summary>The columns of changes in CSV, whose cells programs read.</summary>
    public static readonly string[] DataHeader = ["version", "provenance", "change", "kind", "owner", "member", "value", "replacement"];

    /// <summary>The changes for people.</summary>
    public static HistoryTable Of(IReadOnlyList<HistoryChange> changes) => new(
        ["Version", "Change", "Kind", "Name", "Replaced by"],
        [.. changes.Select(static change => new[]
        {
            HistoryWords.Version(change), HistoryWords.Of(change.Event), HistoryWords.Of(change.Entry.Kind), change.Entry.Name,
            change.Event == HistoryEvent.Added ? "" : change.Entry.Ended.Replacement ?? "",
        })]);

    /// <summary>The changes for programs.</summary>
    public static HistoryTable DataOf(IReadOnlyList<HistoryChange> changes) => new(
        DataHeader,
        [.. changes.Select(static change => new[]
        {
            change.Version.Version ?? "", StatedVersion.Name(change.Version.Provenance), HistoryWords.Of(change.Event), HistoryWords.Key(change.Entry.Kind),
            change.Entry.Owner, change.Entry.Member ?? "", change.Entry.Value ?? "", change.Entry.Ended.Replacement ?? "",
        })]);

    /// <summary>Writes aligned columns for a terminal. The last column is never padded.</summary>
    public void WriteText(TextWriter output)
    {
        string[][] lines = [.. Rows.Prepend(Header).Select(static row => row.Select(OutputConsole.Visible).ToArray())];
        int[] widths = [.. Header.Select((_, column) => lines.Max(line => line[column].Length))];
        foreach (string[] line in lines)
        {
            var text = new StringBuilder();
            for (int i = 0; i < line.Length; i++)
                text.Append(line[i].PadRight(widths[i])).Append("  ");
            output.Write(text.ToString().TrimEnd());
            output.Write('\n');
        }
    }

    /// <summary>Writes a Markdown table.</summary>
    public void WriteMarkdown(TextWriter output)
    {
        output.Write($"| {string.Join(" | ", Header)} |\n|{string.Concat(Enumerable.Repeat("---|", Header.Length))}\n");
        foreach (string[] row in Rows)
            output.Write($"| {string.Join(" | ", row.Select(ChangeMarkdown.Escape))} |\n");
    }

    /// <summary>Writes CSV as RFC 4180 has it.</summary>
    public void WriteCsv(TextWriter output)
    {
        foreach (string[] row in Rows.Prepend(Header))
            output.Write($"{string.Join(',', row.Select(Cell))}\r\n");
    }

    /// <summary>How many changes there are, in one line.</summary>
    public static string Summary(IReadOnlyList<HistoryChange> changes)
    {
        int releases = changes.Where(static change => change.Version.Version is not null).Select(static change => change.Version.Version).Distinct(StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{changes.Count} {(changes.Count == 1 ? "change" : "changes")} in {releases} {(releases == 1 ? "release" : "releases")}");
    }

    // A page is untrusted: a spreadsheet must not take its text for a formula.
    private static string Cell(string text)
    {
        string safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
