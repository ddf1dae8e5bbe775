using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Importing.Planning;

/// <summary>
/// Selects the folder of an API: the category on its page, or else the page's folder, the heading of its section, the name
/// of the chapter's file, or the first segment of its path.
/// </summary>
internal static partial class CategoryFolders
{
    private const string Other = "other";

    /// <summary>Selects a folder.</summary>
    /// <param name="api">The API.</param>
    /// <param name="page">The page that describes the API.</param>
    /// <param name="isChapter">Whether the import has several files, so that a file with several APIs is a chapter of a manual.</param>
    /// <returns>The name of the folder.</returns>
    public static string Of(ApiModel api, ImportedPage page, bool isChapter)
    {
        string[] segments = page.Source.RelativePath.Split('/');
        return Slug(api.Category)
            ?? (segments.Length > 1 ? Slug(segments[^2]) : null)
            ?? Section(api, page)
            ?? (isChapter && page.Page.Apis.Count > 1 ? Slug(WithoutExtension(segments[^1])) : null)
            ?? FirstSegment(api.Path);
    }

    /// <summary>Converts words to the name of a folder.</summary>
    /// <param name="words">The words, such as <c>vmInstance</c> or <c>Zone Operations</c>.</param>
    /// <returns>A name such as <c>vm-instance</c>; <see langword="null"/> if the words contain no Latin word.</returns>
    internal static string? Slug(string? words)
    {
        if (words is null || words.Length > 80)
            return null;
        var slug = new StringBuilder(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            char c = words[i];
            if (!char.IsAsciiLetterOrDigit(c))
            {
                if (slug.Length > 0 && slug[^1] != '-')
                    slug.Append('-');
                continue;
            }

            // "vmInstance" is two words, "LDAP" is one.
            if (char.IsAsciiLetterUpper(c) && i > 0 && (char.IsAsciiLetterLower(words[i - 1]) || char.IsAsciiDigit(words[i - 1])) && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            slug.Append(char.ToLowerInvariant(c));
        }

        string name = slug.ToString().Trim('-');
        return name.Length > 1 && char.IsAsciiLetter(name[0]) && !ReservedName().IsMatch(name) ? name : null;
    }

    private static string FirstSegment(string path) => path.Split('/') is [_, _, var segment, ..] ? Slug(segment) ?? Other : Other;

    private static string WithoutExtension(string name) => name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : name;

    /// <summary>Returns the nearest heading above the API that is neither the API's own nor that of the whole page.</summary>
    private static string? Section(ApiModel api, ImportedPage page)
    {
        if (page.Page.Apis.Count < 2)
            return null;
        int end = page.Locations[api.Name].Start;
        List<(int Level, string Text)> above = [];
        int position = 0;
        foreach (string line in page.Text[..Math.Min(end, page.Text.Length)].Split('\n'))
        {
            int level = line.TakeWhile(static c => c == '#').Count();
            if (level is > 0 and < 7 && line.Length > level && line[level] == ' ')
            {
                above.RemoveAll(heading => heading.Level >= level);
                above.Add((level, line[level..].Trim()));
            }

            position += line.Length + 1;
        }

        // The last heading is the API's own title, unless the API starts at it.
        foreach ((_, string text) in above.AsEnumerable().Reverse())
        {
            if (!text.Contains(api.Name, StringComparison.Ordinal) && !IsTitle(text) && above.Count > 1 && Slug(text) is { } slug)
                return slug;
        }

        return null;
    }

    private static bool IsTitle(string heading) => heading.Contains('(', StringComparison.Ordinal) || heading.Any(char.IsAsciiDigit);

    [GeneratedRegex("^(con|prn|aux|nul|com[0-9]|lpt[0-9]|types)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ReservedName();
}
