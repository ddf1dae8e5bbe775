using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ZStackGen.Explorer.History;
using ZStackGen.Specs.Model;
using ZStackGen.Tool.Comparing;

namespace ZStackGen.Tool.History;

/// <summary>Represents a table of text, which can be written as aligned columns, Markdown or CSV.</summary>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">The cells of each row.</param>
internal sealed record HistoryTable(string[] Header, IReadOnlyList<string[]> Rows)
{
    /// <summary>The columns of the table for programs.</summary>
    public static readonly string[] DataHeader = ["version", "provenance", "change", "kind", "owner", "member", "value", "replacement"];

    /// <summary>Creates a table of changes for display.</summary>
    public static HistoryTable Of(IReadOnlyList<HistoryChange> changes) => new(
        ["Version", "Change", "Kind", "Name", "Replaced by"],
        [.. changes.Select(static change => new[]
        {
            HistoryWords.Version(change), HistoryWords.Of(change.Event), HistoryWords.Of(change.Entry.Kind), change.Entry.Name,
            change.Event == HistoryEvent.Added ? "" : change.Entry.Ended.Replacement ?? "",
        })]);

    /// <summary>Creates a table of changes for programs.</summary>
    public static HistoryTable DataOf(IReadOnlyList<HistoryChange> changes) => new(
        DataHeader,
        [.. changes.Select(static change => new[]
        {
            change.Version.Version ?? "", StatedVersion.Name(change.Version.Provenance), HistoryWords.Of(change.Event), HistoryWords.Key(change.Entry.Kind),
            change.Entry.Owner, change.Entry.Member ?? "", change.Entry.Value ?? "", change.Entry.Ended.Replacement ?? "",
        })]);

    /// <summary>Writes the table as aligned columns for a terminal. Lines have no trailing spaces.</summary>
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

    /// <summary>Writes the table as Markdown.</summary>
    public void WriteMarkdown(TextWriter output)
    {
        output.Write($"| {string.Join(" | ", Header)} |\n|{string.Concat(Enumerable.Repeat("---|", Header.Length))}\n");
        foreach (string[] row in Rows)
            output.Write($"| {string.Join(" | ", row.Select(ChangeMarkdown.Escape))} |\n");
    }

    /// <summary>Writes the table as CSV (RFC 4180).</summary>
    public void WriteCsv(TextWriter output)
    {
        foreach (string[] row in Rows.Prepend(Header))
            output.Write($"{string.Join(',', row.Select(Cell))}\r\n");
    }

    /// <summary>Returns a line with the number of changes and releases.</summary>
    public static string Summary(IReadOnlyList<HistoryChange> changes)
    {
        int releases = changes.Where(static change => change.Version.Version is not null).Select(static change => change.Version.Version).Distinct(StringComparer.Ordinal).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{changes.Count} {(changes.Count == 1 ? "change" : "changes")} in {releases} {(releases == 1 ? "release" : "releases")}");
    }

    // Pages are untrusted. The apostrophe prevents a spreadsheet from evaluating a cell as a formula.
    private static string Cell(string text)
    {
        string visible = OutputConsole.Visible(text);
        string safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + visible : visible;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
