using System;
using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>
/// The API's name on an explorer page. A localised title is none; then the Operation ID, the wrapper of a PUT (in small letters only) and the file's
/// name are asked, in this order.
/// </summary>
internal static class ExplorerNames
{
    /// <summary>The verbs with which PUT actions begin.</summary>
    private static readonly string[] s_verbs =
    [
        "add", "attach", "change", "check", "clean", "clone", "create", "detach", "disable", "enable", "flatten", "generate", "get", "migrate", "move", "pause",
        "reboot", "reconnect", "recover", "refresh", "reload", "remove", "resume", "revert", "revoke", "set", "share", "start", "stop", "sync", "undo", "update",
    ];

    private static readonly string[] s_noWords = ["a", "an", "the", "of", "to", "for", "in", "on", "and"];

    /// <summary>The name that Operation ID or title state; <see langword="null"/> when the title is localised. Notes the place.</summary>
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

    /// <summary>Finds the name; <see langword="null"/> when nothing on the page gives one and the file's name is none.</summary>
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
            reading.Findings.Add(FindingRules.NameFromFile, Model.FindingSeverity.Warning, draft.Place,
                $"The title is localised and the body's wrapper {wrapper} has lost its capitals; the API is called {restored}.");
            return restored;
        }

        if (file is null && FromWords(page[title]) is { } translated)
        {
            reading.Findings.Add(FindingRules.NameFromFile, draft.Place, $"No Operation ID, title or body wrapper names the API; it is called {translated} after its localised title.");
            return translated;
        }

        if (file is not null)
            reading.Findings.Add(FindingRules.NameFromFile, draft.Place, $"No Operation ID, title or body wrapper names the API; it is called {file} after the file.");
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

    /// <summary>A title of one word, such as Login, is no name if the wrapper of a PUT is there to be asked.</summary>
    private static bool IsOneWord(string name)
    {
        for (int i = 1; i < name.Length; i++)
        {
            if (Characters.IsUpper(name[i]))
                return false;
        }

        return true;
    }

    /// <summary>The name that a title is or has in brackets: <c>StartVmInstance</c>, <c>Start VM (StartVmInstance)</c>.</summary>
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

    /// <summary>The API's name that the file's name begins with; <see langword="null"/> when it does not look like one (<c>page1.txt</c>).</summary>
    private static string? FileName(string path)
    {
        int start = Math.Max(path.LastIndexOf('/'), path.LastIndexOf('\\')) + 1;
        int end = start;
        int capitals = 0;
        for (; end < path.Length && Characters.IsNamePart(path[end]); end++)
            capitals += Characters.IsUpper(path[end]) ? 1 : 0;
        return capitals > 1 && Characters.IsPascalName(path.AsSpan(start, end - start)) ? path.Substring(start, end - start) : null;
    }

    /// <summary><c>Create a System Tag</c> is CreateSystemTag; a Chinese title is nothing.</summary>
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

    /// <summary>The words of the page in which those of the API's name may be found.</summary>
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

    /// <summary>Parts small letters into the words that the page shows, longest first; letters between them are one word.</summary>
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

    /// <summary>Adds the words of <c>VM Instance Operations</c>, <c>/v1/vm-instances</c>, <c>snapShotUuid</c>, with their singulars.</summary>
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
