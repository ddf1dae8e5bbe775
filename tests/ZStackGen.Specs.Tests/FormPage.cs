using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Tests;

/// <summary>A line of a page and the rows of the model whose names it contains.</summary>
internal sealed record FormLine(string Text, IReadOnlyList<string> Rows);

/// <summary>A page as lines with the rows of the model that they contain, so that each row can be checked in a mutated page.</summary>
internal sealed class FormPage
{
    private FormPage(string path, List<FormLine> lines, List<(int Start, int End)> tables)
    {
        Path = path;
        Lines = lines;
        Tables = tables;
    }

    public string Path { get; }

    public List<FormLine> Lines { get; }

    /// <summary>The ranges of tables, from the header to the end of the last row.</summary>
    public List<(int Start, int End)> Tables { get; }

    public string Text => string.Join('\n', Lines.Select(line => line.Text));

    /// <summary>Returns the text for the reader.</summary>
    public static FormPage Read(string path, string text)
    {
        text = text.ReplaceLineEndings("\n");
        string[] lines = text.Split('\n');
        PageReadResult result = SpecReader.Read(path, text);
        ILookup<int, string> rows = Rows(result).Where(row => !lines[row.Line].TrimStart().StartsWith("curl", StringComparison.Ordinal) && HoldsWord(lines[row.Line], row.Name)).ToLookup(row => row.Line, row => row.Name);
        List<FormLine> formLines = [.. lines.Select((line, i) => new FormLine(line, [.. rows[i]]))];
        var tables = new List<(int, int)>();
        int start = -1, end = -1;
        for (int i = 0; i < formLines.Count; i++)
        {
            if (IsHeader(lines[i].Trim()))
            {
                Close();
                start = i;
            }

            if (formLines[i].Rows.Count > 0 && start >= 0)
                end = i + 1;
        }

        Close();
        return new FormPage(path, formLines, tables);

        void Close()
        {
            if (start >= 0 && end > start)
                tables.Add((start, end));
            (start, end) = (-1, -1);
        }
    }

    public FormPage Copy() => new(Path, [.. Lines], Tables);

    /// <summary>Returns all rows of a result with the lines of their names.</summary>
    public static List<(int Line, string Name)> Rows(PageReadResult result)
    {
        var rows = new List<(int, string)>();
        foreach (ApiModel api in result.Page.Apis)
        {
            foreach (ParameterModel parameter in api.Parameters)
                Add($"{api.Name}/{parameter.Name}", parameter.Name);
            foreach (FieldModel field in api.Response?.Fields ?? default)
                Add($"{api.Name}:{field.Name}", field.Name);
            foreach (StructureModel structure in api.Structures)
            {
                foreach (FieldModel field in structure.Fields)
                    Add($"{api.Name}:{structure.Id}.{field.Name}", field.Name);
            }
        }

        foreach (StructureModel type in result.Page.Types)
        {
            foreach (FieldModel field in type.Fields)
                Add($"{type.Name ?? type.Id}.{field.Name}", field.Name);
        }

        return rows;

        void Add(string key, string name) => rows.Add((result.Locations[key].StartLine, name));
    }

    /// <summary>Gets whether a line contains a word that is not part of a longer one. In lines of the explorer, the type follows without a blank.</summary>
    public static bool HoldsWord(string line, string word)
    {
        for (int at = 0; (at = line.IndexOf(word, at, StringComparison.Ordinal)) >= 0; at++)
        {
            if (at == 0 || !Characters.IsNamePart(line[at - 1]))
                return true;
        }

        return false;
    }

    private static bool IsHeader(string line) => TableColumns.FromBars(line) is not null || TableColumns.FromBlanks(line) is not null;
}
