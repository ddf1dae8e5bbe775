using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace ZStackGen.Tool.Calling;

/// <summary>Prints a result as a table: a row for each resource of a list, or a row for each member of a single resource.</summary>
internal static class ResultTable
{
    private const int Gap = 2;

    // The members that identify a resource come first; the others follow in the order of the response.
    private static readonly string[] s_leading = ["name", "uuid", "state", "status", "type"];

    /// <summary>Prints a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="columns">The columns; empty for those that fit.</param>
    /// <param name="terminal">The terminal to print on.</param>
    public static void Write(JsonObject result, IReadOnlyList<string> columns, Terminal terminal)
    {
        foreach ((string name, JsonNode? value) in result)
        {
            if (value is JsonArray list && list.Any(static item => item is JsonObject))
                WriteRows(list, columns, terminal);
            else if (value is JsonArray { Count: 0 })
                terminal.Error.WriteLine($"zstackgen: note: {OutputConsole.Visible(name)} is empty");
            else if (value is JsonObject resource)
                WriteMembers(resource, columns, terminal);
        }

        var rest = new JsonObject(result.Where(static member => IsScalar(member.Value) || member.Value is JsonArray { Count: > 0 } list && !list.Any(static item => item is JsonObject))
            .Select(static member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        if (rest.Count > 0)
            WriteMembers(rest, [], terminal);
    }

    /// <summary>Returns true if the elements of a list hold lists of resources, such as the results of the statements of ZQL.</summary>
    /// <param name="rows">The elements.</param>
    public static bool AreResults(IReadOnlyCollection<JsonObject> rows) => rows.Any(static row => row["inventories"] is JsonArray);

    private static void WriteRows(JsonArray list, IReadOnlyList<string> columns, Terminal terminal)
    {
        JsonObject[] rows = [.. list.OfType<JsonObject>()];
        // A column cannot show elements that have only objects and lists.
        if (AreResults(rows) || (columns.Count == 0 && !rows.Any(static row => row.Any(static member => IsScalar(member.Value)))))
        {
            for (int i = 0; i < rows.Length; i++)
            {
                if (i > 0)
                    terminal.Output.Write('\n');
                Write(rows[i], columns, terminal);
            }

            return;
        }

        string[] shown = columns.Count > 0 ? [.. columns] : Fitting(rows, terminal.Width);
        Table table = NewTable();
        foreach (string column in shown)
            table.AddColumn(new TableColumn(new Text(OutputConsole.Visible(column).ToUpperInvariant())) { NoWrap = true });
        foreach (JsonObject row in rows)
            table.AddRow(shown.Select(column => new Text(Cell(row, column))));
        WriteTable(table, terminal);
    }

    private static void WriteMembers(JsonObject resource, IReadOnlyList<string> columns, Terminal terminal)
    {
        Table table = NewTable().HideHeaders().AddColumn(new TableColumn("") { NoWrap = true }).AddColumn("");
        foreach (string name in columns.Count > 0 ? columns : [.. resource.Select(static member => member.Key)])
            table.AddRow(new Text(OutputConsole.Visible(name)), new Text(Cell(resource, name)));
        WriteTable(table, terminal);
    }

    // The padding of the last column would wrap every line of a terminal if a single value is long.
    private static void WriteTable(Table table, Terminal terminal)
    {
        var text = new StringWriter { NewLine = "\n" };
        OutputConsole.Create(new Terminal(text, text)).Write(table);
        foreach (string line in text.ToString().TrimEnd('\n').Split('\n'))
            terminal.Output.Write(line.TrimEnd(' ') + "\n");
    }

    private static Table NewTable() => new() { Border = TableBorder.None, ShowRowSeparators = false };

    // As many columns as fit into a line. The first two are always shown.
    private static string[] Fitting(JsonObject[] rows, int width)
    {
        string[] names = [.. rows.SelectMany(static row => row).Where(static member => IsScalar(member.Value)).Select(static member => member.Key).Distinct(StringComparer.Ordinal)];
        var shown = new List<string>();
        int used = 0;
        foreach (string name in names.OrderBy(static name => Array.IndexOf(s_leading, name) is var at and >= 0 ? at : s_leading.Length))
        {
            int widest = Math.Max(name.Length, rows.Max(row => Cell(row, name).Length)) + Gap;
            if (used + widest > width && shown.Count >= 2)
                continue;
            used += widest;
            shown.Add(name);
        }

        return [.. shown];
    }

    private static bool IsScalar(JsonNode? value) => value is not (JsonArray or JsonObject);

    private static string Cell(JsonObject row, string path)
    {
        JsonNode? value = row;
        foreach (string name in path.Split('.'))
            value = (value as JsonObject)?[name];
        return value is null ? "" : OutputConsole.Visible(value is JsonValue scalar && scalar.GetValueKind() == JsonValueKind.String ? scalar.GetValue<string>() : value.ToJsonString());
    }
}
