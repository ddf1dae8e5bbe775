using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace ZStackGen.Facts.Words;

/// <summary>Reads and writes specs/glossary.md: a table for each kind of word.</summary>
internal static class GlossaryFile
{
    private const string Names = "Names";
    private const string Resources = "Resources";
    private const string Verbs = "Verbs";
    private const string Tags = "System tags";
    private const string Structures = "Structures";

    private const string Introduction = """
        # Glossary

        The words from which the first text of a page is composed. This file is no page, and pages that are already there keep their own words.


        """;

    /// <summary>Reads a glossary. An absent file is an empty glossary.</summary>
    public static Glossary Read(string path)
    {
        var glossary = new Glossary();
        string section = "";
        foreach (string line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = line[3..].Trim();
            else if (line.StartsWith('|') && Cells(line) is { } cells && !cells[0].StartsWith("---", StringComparison.Ordinal))
                Add(glossary, section, cells);
        }

        return glossary;
    }

    /// <summary>Writes a glossary.</summary>
    public static string Write(Glossary glossary)
    {
        var output = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        Table(
            output, Names, "What fields and parameters mean. The first context that fits counts: patterns over the names of APIs and structures, with `parameter:`, `response:` or `field:` for only these. An empty context fits everywhere.",
            ["Name", "Context", "Text"], glossary.Names.OrderBy(static name => name.Name, StringComparer.Ordinal).Select(static name => (string[])[name.Name, name.Context, name.Text]));
        Table(
            output, Resources, "What the resources are called.", ["Resource", "Singular", "Plural", "Chinese"],
            glossary.Resources.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (string[])[pair.Key, pair.Value.Singular, pair.Value.Plural, pair.Value.Chinese]));
        Table(
            output, Verbs, "What an API does, by the verb that its name begins with.", ["Verb", "Sentence", "Chinese"],
            glossary.Verbs.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (string[])[pair.Key, pair.Value.Sentence, pair.Value.Chinese]));
        Table(
            output, Tags, "What system tags do.", ["Tag", "Text"],
            glossary.Tags.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (string[])[pair.Key, pair.Value]));
        Table(
            output, Structures, "What structures are, where the resource in their name does not tell.", ["Structure", "Text"],
            glossary.Structures.OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => (string[])[pair.Key, pair.Value]));
        output.Length--;
        return output.ToString();
    }

    private static void Add(Glossary glossary, string section, string[] cells)
    {
        switch (section)
        {
            case Names when cells.Length == 3 && cells[0] != "Name":
                glossary.Names.Add(new GlossaryName(cells[0], cells[1], cells[2]));
                break;
            case Resources when cells.Length == 4 && cells[0] != "Resource":
                glossary.Resources.TryAdd(cells[0], new GlossaryResource(cells[1], cells[2], cells[3]));
                break;
            case Verbs when cells.Length == 3 && cells[0] != "Verb":
                glossary.Verbs.TryAdd(cells[0], new GlossaryVerb(cells[1], cells[2]));
                break;
            case Structures when cells.Length == 2 && cells[0] != "Structure":
                glossary.Structures.TryAdd(cells[0], cells[1]);
                break;
            case Tags when cells.Length == 2 && cells[0] != "Tag":
                glossary.Tags.TryAdd(cells[0], cells[1]);
                break;
        }
    }

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(static cell => cell.Trim().Replace("`", "", StringComparison.Ordinal))];

    private static void Table(StringBuilder output, string heading, string text, string[] columns, IEnumerable<string[]> rows)
    {
        output.Append("## ").Append(heading).Append("\n\n").Append(text).Append("\n\n");
        Row(output, columns, isFirstCode: false);
        output.Append('|').Insert(output.Length, "---|", columns.Length).Append('\n');
        foreach (string[] row in rows)
            Row(output, row, isFirstCode: true);
        output.Append('\n');
    }

    private static void Row(StringBuilder output, string[] cells, bool isFirstCode)
    {
        output.Append('|');
        for (int i = 0; i < cells.Length; i++)
        {
            string mark = isFirstCode && i == 0 ? "`" : "";
            if (cells[i].Length > 0)
                output.Append(' ').Append(mark).Append(cells[i]).Append(mark);
            output.Append(" |");
        }

        output.Append('\n');
    }
}
