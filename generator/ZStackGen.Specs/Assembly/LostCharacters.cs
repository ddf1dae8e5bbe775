using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>
/// Reports U+FFFD, the replacement character, which shows that a character was lost. In a name, type, value or path, it would be sent to
/// the server. In a description, it is harmless.
/// </summary>
internal static class LostCharacters
{
    private const char Lost = '\ufffd';

    /// <summary>The maximum number of findings. Keeps the search linear.</summary>
    private const int Most = 500;

    public static void Report(PageReading reading, IReadOnlyList<ApiModel> apis, IReadOnlyList<StructureModel> types)
    {
        string text = reading.Page.Text;
        int at = text.IndexOf(Lost);
        if (at < 0)
            return;
        List<(string Kind, string Text)> stated = Stated(apis, types);
        for (int count = 0; at >= 0 && count < Most; count++)
        {
            reading.CancellationToken.ThrowIfCancellationRequested();
            TextRange word = WordAt(text, at);
            string shown = reading.Page[word].ToString();
            if (KindOf(reading, word, shown, stated) is { } kind)
                reading.Findings.Add(FindingRules.LostCharacter, word, $"The {kind} '{shown}' contains U+FFFD in place of a lost character. Restore the {kind}, and save the page as UTF-8.");
            else
                reading.Findings.Add(FindingRules.LostCharacter, FindingSeverity.Info, word, "The text contains U+FFFD in place of a lost character. Restore the word, and save the page as UTF-8.");
            at = text.IndexOf(Lost, word.End);
        }
    }

    private static string? KindOf(PageReading reading, TextRange word, string shown, List<(string Kind, string Text)> stated)
    {
        foreach ((string kind, string text) in stated)
        {
            if (text.IndexOf(shown, StringComparison.Ordinal) >= 0 || shown.IndexOf(text, StringComparison.Ordinal) >= 0)
                return kind;
        }

        // A row without a valid name is not in the model.
        PageText page = reading.Page;
        TextRange line = page.TrimmedLine(page.LineOf(word.Start));
        int bars = 0;
        for (int i = line.Start; i < word.Start; i++)
            bars += page.Text[i] == '|' ? 1 : 0;
        if (page[line].IndexOf('|') >= 0 && bars - (page.Text[line.Start] == '|' ? 1 : 0) is var cell and < 2)
            return cell <= 0 ? "name" : "type";
        return shown.IndexOf("/v1/", StringComparison.Ordinal) >= 0 ? "path" : null;
    }

    private static TextRange WordAt(string text, int at)
    {
        int start = at, end = at + 1;
        while (start > 0 && IsWord(text[start - 1]) && at - start < 100)
            start--;
        while (end < text.Length && IsWord(text[end]) && end - at < 100)
            end++;
        return new TextRange(start, end);
    }

    private static bool IsWord(char c) => !Characters.IsBlank(c) && c is not ('|' or '<' or '>' or '`' or '"' or '\'' or ',' or '(' or ')' or '[' or ']' or '*' or '，' or '、' or '（' or '）');

    private static List<(string Kind, string Text)> Stated(IReadOnlyList<ApiModel> apis, IReadOnlyList<StructureModel> types)
    {
        var stated = new List<(string Kind, string Text)>();
        foreach (ApiModel api in apis)
        {
            Add("name", api.Name);
            Add("path", api.Path);
            foreach (string path in api.AlternatePaths)
                Add("path", path);
            Add("name", api.Wrapper);
            foreach (ParameterModel parameter in api.Parameters)
            {
                Add("name", parameter.Name);
                Add("type", parameter.Type);
                AddValues(parameter.Values);
            }

            AddFields(api.Response?.Fields ?? default);
            foreach (StructureModel structure in api.Structures)
                AddStructure(structure);
        }

        foreach (StructureModel type in types)
            AddStructure(type);
        return stated;

        void AddStructure(StructureModel structure)
        {
            Add("name", structure.Name);
            Add("name", structure.Extends);
            AddValues(structure.Values);
            AddFields(structure.Fields);
        }

        void AddFields(EquatableArray<FieldModel> fields)
        {
            foreach (FieldModel field in fields)
            {
                Add("name", field.Name);
                Add("type", field.Type);
                AddValues(field.Values);
            }
        }

        void AddValues(EquatableArray<string> values)
        {
            foreach (string value in values)
                Add("value", value);
        }

        void Add(string kind, string? text)
        {
            if (text is not null && stated.Count < Most && text.IndexOf(Lost) >= 0)
                stated.Add((kind, text));
        }
    }
}
