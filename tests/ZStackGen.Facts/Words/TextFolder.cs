using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ZStackGen.Facts.Words;

/// <summary>A folder of tab-separated texts: sentences of APIs, texts of parameters, words for the glossary.</summary>
internal sealed class TextFolder
{
    private TextFolder()
    {
    }

    /// <summary>Gets the descriptions of APIs.</summary>
    public Dictionary<string, string> Apis { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the descriptions of single parameters.</summary>
    public Dictionary<(string Api, string Parameter), string> Parameters { get; } = [];

    /// <summary>Gets the descriptions of single members of responses.</summary>
    public Dictionary<(string Owner, string Field), string> Fields { get; } = [];

    /// <summary>Gets the words for the glossary.</summary>
    public Glossary Glossary { get; } = new();

    /// <summary>Reads a folder. Without a folder there are no texts.</summary>
    public static TextFolder Read(string? path)
    {
        var texts = new TextFolder();
        if (path is null)
            return texts;
        foreach (string[] row in Rows(path, "apis*.tsv", 2))
            texts.Apis.TryAdd(row[0], Sentence(row[1]));
        foreach (string[] row in Rows(path, "params*.tsv", 3))
            texts.Parameters.TryAdd((row[0], row[1]), Sentence(row[2]));
        foreach (string[] row in Rows(path, "fields*.tsv", 3))
            texts.Fields.TryAdd((row[0], row[1]), Sentence(row[2]));
        foreach (string[] row in Rows(path, "names*.tsv", 3))
            texts.Glossary.Names.Add(new GlossaryName(row[0], row[1], Sentence(row[2])));
        foreach (string[] row in Rows(path, "resources.tsv", 4))
            texts.Glossary.Resources.TryAdd(row[0], new GlossaryResource(row[1], row[2], row[3]));
        return texts;
    }

    private static IEnumerable<string[]> Rows(string folder, string pattern, int cells)
    {
        foreach (string file in Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal))
        {
            foreach (string line in File.ReadLines(file))
            {
                string[] row = [.. line.Split('\t').Select(static cell => cell.Trim().Replace('|', '/'))];
                if (row.Length == cells && row[0].Length > 0 && row[cells - 1].Length > 0)
                    yield return row;
            }
        }
    }

    private static string Sentence(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        string first = space > 0 ? text[..space].TrimEnd(',') : "";
        if (first is "true" or "false")
            text = char.ToUpperInvariant(text[0]) + text[1..];
        // A sentence with a lowercase first letter starts with a value: enable, antiSoft.
        else if (first.Length > 0 && char.IsAsciiLetterLower(first[0]) && first != "libvirt" && !(first.Length > 1 && char.IsAsciiLetterUpper(first[1])))
            text = $"`{first}`{text[first.Length..]}";
        return text.EndsWith('.') ? text : text + ".";
    }
}
