using System;
using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>
/// Finds the name of the API on an explorer page. For a localized title, it uses the Operation ID, the wrapper of a PUT (in lower case) or
/// the file name, in this order.
/// </summary>
internal static class ExplorerNames
{
    /// <summary>The verbs at the start of the names of PUT actions.</summary>
    private static readonly string[] s_verbs =
    [
        "add", "attach", "change", "check", "clean", "clone", "create", "detach", "disable", "enable", "flatten", "generate", "get", "migrate", "move", "pause",
        "reboot", "reconnect", "recover", "refresh", "reload", "remove", "resume", "revert", "revoke", "set", "share", "start", "stop", "sync", "undo", "update",
    ];

    private static readonly string[] s_noWords = ["a", "an", "the", "of", "to", "for", "in", "on", "and"];

    /// <summary>Returns the name in the Operation ID or title and sets its position; <see langword="null"/> if the title is localized.</summary>
    public static string? Stated(PageText page, ExplorerOutline outline, ApiDraft draft)
    {
        foreach (ExplorerLine line in outline.Lines)
        {
            if (line.Section == ExplorerSection.OperationId && Characters.IsPascalName(page[line.Place]))
            {
                draft.Place = line.Place;
                return page.Text.Substring(line.Place.Start, line.Place.Length);
            }
        }

        TextRange title = Title(outline);
        if (!title.IsEmpty)
            draft.Place = title;
        return NameIn(page, title);
    }

    /// <summary>Returns the name of the API; <see langword="null"/> if neither the page nor the file name contains a name.</summary>
    public static string? Find(PageReading reading, ExplorerOutline outline, ApiDraft draft, string? stated, IReadOnlyList<string> names)
    {
        PageText page = reading.Page;
        TextRange title = Title(outline);
        string? wrapper = draft.StatedWrapper is "params" or "param" || draft.Urls[0].Method != "PUT" ? null : draft.StatedWrapper;
        bool isTitle = draft.Place == title;
        if (stated is not null && !(isTitle && wrapper is not null && IsOneWord(stated)))
            return stated;
        string? file = FileName(page.Path);
        if (wrapper is { Length: > 2 })
        {
            if (string.Equals(wrapper, file, StringComparison.OrdinalIgnoreCase))
                return file;
            if (stated is not null && string.Equals(wrapper, stated, StringComparison.OrdinalIgnoreCase))
                return stated;
            string restored = RestoreCapitals(wrapper, Words(page, outline, draft, names));
            string why = string.Equals(wrapper, wrapper.ToLowerInvariant(), StringComparison.Ordinal) ? $" and the body wrapper {wrapper} is in lower case; the name {restored} is derived from it." : $"; the name {restored} is derived from the body wrapper {wrapper}.";
            reading.Findings.Add(FindingRules.NameFromFile, Model.FindingSeverity.Warning, draft.Place, "The title is localized" + why);
            return restored;
        }

        if (file is null && FromWords(page[title]) is { } translated)
        {
            reading.Findings.Add(FindingRules.NameFromFile, draft.Place, $"No Operation ID, title or body wrapper contains the name of the API; the name {translated} is derived from its localized title.");
            return translated;
        }

        if (file is not null)
            reading.Findings.Add(FindingRules.NameFromFile, draft.Place, $"No Operation ID, title or body wrapper contains the name of the API; the name {file} is derived from the file name.");
        return file;
    }

    private static TextRange Title(ExplorerOutline outline)
    {
        foreach (ExplorerLine line in outline.Lines)
        {
            if (line.Section == ExplorerSection.Intro)
                return line.Place;
        }

        return default;
    }

    /// <summary>Returns whether a title is a single word such as Login; for a PUT, the wrapper is then used instead.</summary>
    private static bool IsOneWord(string name)
    {
        for (int i = 1; i < name.Length; i++)
        {
            if (Characters.IsUpper(name[i]))
                return false;
        }

        return true;
    }

    /// <summary>Returns the name in a title, which may be in brackets: <c>StartVmInstance</c>, <c>Start VM (StartVmInstance)</c>.</summary>
    private static string? NameIn(PageText page, TextRange title)
    {
        ReadOnlySpan<char> text = page[title];
        if (text.IsEmpty)
            return null;
        if (text[text.Length - 1] is ')' or '）')
        {
            int open = text.LastIndexOfAny('(', '（');
            text = open < 0 ? text : text.Slice(open + 1, text.Length - open - 2).Trim();
        }

        return Characters.IsPascalName(text) ? text.ToString() : null;
    }

    /// <summary>Returns the API name at the start of the file name; <see langword="null"/> for a name such as <c>page1.txt</c>.</summary>
    private static string? FileName(string path)
    {
        int start = Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1;
        int end = start;
        int capitals = 0;
        for (; end < path.Length && Characters.IsNamePart(path[end]); end++)
            capitals += Characters.IsUpper(path[end]) ? 1 : 0;
        return capitals > 1 && Characters.IsPascalName(path.AsSpan(start, end - start)) ? path.Substring(start, end - start) : null;
    }

    /// <summary>Converts a title to a name (<c>Create a System Tag</c> to CreateSystemTag); <see langword="null"/> for a Chinese title.</summary>
    private static string? FromWords(ReadOnlySpan<char> title)
    {
        var name = new StringBuilder();
        foreach (string word in title.ToString().Split(' '))
        {
            if (word.Length == 0 || Array.IndexOf(s_noWords, word) >= 0)
                continue;
            if (!Characters.IsName(word.AsSpan()))
                return null;
            name.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }

        return name.Length is > 3 and < 80 && Characters.IsPascalName(name.ToString().AsSpan()) ? name.ToString() : null;
    }

    /// <summary>Returns the words of the page that may be part of the API name.</summary>
    private static HashSet<string> Words(PageText page, ExplorerOutline outline, ApiDraft draft, IReadOnlyList<string> names)
    {
        var words = new HashSet<string>(s_verbs, StringComparer.Ordinal);
        AddWords(words, draft.Urls[0].Path);
        if (outline.Header is { } header)
            AddWords(words, page.Text.Substring(header.Group.Start, header.Group.Length));
        foreach (string name in names)
        {
            if (!string.Equals(name, draft.StatedWrapper, StringComparison.Ordinal))
                AddWords(words, name);
        }

        return words;
    }

    /// <summary>Splits lower-case letters into words of the page, longest first; the letters between them form a word.</summary>
    private static string RestoreCapitals(string letters, HashSet<string> words)
    {
        var name = new StringBuilder(letters.Length);
        bool capital = true;
        for (int i = 0; i < letters.Length;)
        {
            int length = Math.Min(16, letters.Length - i);
            while (length > 1 && !words.Contains(letters.Substring(i, length)))
                length--;
            if (length > 1)
            {
                name.Append(char.ToUpperInvariant(letters[i])).Append(letters, i + 1, length - 1);
                capital = true;
                i += length;
            }
            else
            {
                name.Append(capital ? char.ToUpperInvariant(letters[i]) : letters[i]);
                capital = false;
                i++;
            }
        }

        return name.ToString();
    }

    /// <summary>
    /// Adds the words of texts such as <c>VM Instance Operations</c>, <c>/v1/vm-instances</c> and <c>snapShotUuid</c>, with their singulars.
    /// </summary>
    private static void AddWords(HashSet<string> words, string text)
    {
        int start = 0;
        for (int i = 1; i <= text.Length; i++)
        {
            bool ends = i == text.Length || !Characters.IsNamePart(text[i]) || (Characters.IsUpper(text[i]) && !Characters.IsUpper(text[i - 1]));
            if (!ends)
                continue;
            while (start < i && !Characters.IsNamePart(text[start]))
                start++;
            if (i - start >= 2)
            {
                string word = text.Substring(start, i - start).ToLowerInvariant();
                words.Add(word);
                if (word.Length > 3 && word[word.Length - 1] == 's')
                    words.Add(word.Substring(0, word.Length - 1));
            }

            start = i;
        }
    }
}
