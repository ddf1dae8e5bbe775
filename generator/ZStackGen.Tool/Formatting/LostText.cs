using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using System.Threading;
using ZStackGen.Specs;
using ZStackGen.Specs.Model;

namespace ZStackGen.Tool.Formatting;

/// <summary>
/// Finds text of a page in our format that a rewritten page would no longer contain: comments, front matter, unknown sections, code blocks.
/// The model has no place for such text, so a comparison of models cannot find it.
/// </summary>
internal static partial class LostText
{
    // The format has fixed phrases. These words of other phrases are replaced, if the line is part of the model.
    private static readonly HashSet<string> s_phraseWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "zstack", "http", "https", "localhost", "8080", "Request", "Response",
        "Synchronous", "Asynchronous", "No", "session", "required", "optional", "Query", "API", "Wrapper", "Empty", "The", "is", "empty",
        "Since", "Extends", "Category", "Language", "Chinese", "English", "contained", "in", "structure", "body", "params", "header", "url", "query",
    };

    private static readonly SearchValues<char> s_rulerMarks = SearchValues.Create("|-: `~\t");

    /// <summary>Returns whether a text is in our page format: it has a request line in backticks, or a level 1 heading that names a type.</summary>
    public static bool IsOwnFormat(string text, PageModel page)
    {
        var types = page.Types.Select(static type => type.Name ?? "(anonymous)").ToHashSet(StringComparer.Ordinal);
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line.StartsWith("# ", StringComparison.Ordinal) ? types.Contains(line[2..].Trim().ToString()) : line is ['`', ..] && RequestLine().IsMatch(line))
                return true;
        }

        return false;
    }

    /// <summary>Returns the first line of <paramref name="before"/> that <paramref name="after"/> does not contain.</summary>
    /// <param name="before">The text of the page.</param>
    /// <param name="after">The text in the page format.</param>
    /// <param name="page">The content of the page.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of the line, starting at 1; 0 if no line is lost.</returns>
    public static int FirstLine(string before, string after, PageModel page, CancellationToken cancellationToken)
    {
        string[] lines = before.ReplaceLineEndings("\n").Split('\n');
        // A list above the request line is read as the values of a type, not as a part of the description.
        if (page.Apis.Any(api => page.Types.Any(type => type.Name == api.Name)) && Array.FindIndex(lines, IsListItem) is >= 0 and var value)
            return value + 1;
        Dictionary<string, int> same = Count(after.Split('\n').Select(static line => line.Trim()));
        bool[] isSame = [.. lines.Select(line => Take(same, line.Trim()))];
        string[] other = [.. same.SelectMany(static line => Enumerable.Repeat(line.Key, line.Value))];
        Dictionary<string, int> words = Count(other.SelectMany(Words));
        HashSet<string> items = [.. other.Where(IsListItem).Select(static line => string.Join(' ', Words(line)))];
        for (int i = 0; i < lines.Length; i++)
        {
            if (isSame[i] || IsRuler(lines[i]) || (i + 1 < lines.Length && IsTableRuler(lines[i + 1])))
                continue;
            string[] own = [.. Words(lines[i])];
            string[] lost = [.. own.Where(word => !Take(words, word))];
            if (lost.Length > 0 ? !IsPhrase(lost, lines, i, page, cancellationToken) : IsListItem(lines[i]) && !items.Contains(string.Join(' ', own)))
                return i + 1;
        }

        return 0;
    }

    // A marker or a row in other words changes the model if it is removed. A known heading, such as '## Result', may not.
    private static bool IsPhrase(string[] lost, string[] lines, int at, PageModel page, CancellationToken cancellationToken) =>
        KnownHeading().IsMatch(lines[at].Trim()) || (Array.TrueForAll(lost, s_phraseWords.Contains)
        && SpecReader.Read(page.Path, string.Join('\n', lines.Where((_, i) => i != at)), cancellationToken).Page != page);

    private static Dictionary<string, int> Count(IEnumerable<string> parts) =>
        parts.GroupBy(static part => part, StringComparer.Ordinal).ToDictionary(static part => part.Key, static part => part.Count(), StringComparer.Ordinal);

    private static bool Take(Dictionary<string, int> counts, string part)
    {
        if (counts.GetValueOrDefault(part) is var count && count == 0)
            return false;
        counts[part] = count - 1;
        return true;
    }

    private static IEnumerable<string> Words(string line) =>
        Word().Matches(WebUtility.HtmlDecode(Markup().Replace(line, " "))).Select(static match => match.Value);

    private static bool IsListItem(string line) => ListItem().IsMatch(line);

    private static bool IsRuler(string line) => line.AsSpan().Trim() is var text && (text.IsEmpty || !text.ContainsAnyExcept(s_rulerMarks) || text is "```json");

    private static bool IsTableRuler(string line) => line.AsSpan().Trim() is var text && text.Contains('-') && text.Contains('|') && !text.ContainsAnyExcept("|-: \t");

    [GeneratedRegex(@"^`(GET|POST|PUT|DELETE)\s", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RequestLine();

    [GeneratedRegex(@"^##+\s+(Request parameters|Parameters|Response|Result|System tags|Notes|Examples?|Samples?|Request)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex KnownHeading();

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // Line breaks of cells, and links to types, which are written anew. An address does not reach into the next link: the time stays linear.
    [GeneratedRegex(@"<br\s*/?>|\]\((#[^)\s\]]*|[^)\s:\]]+\.md(#[^)\s\]]*)?)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\s*([-*+]|[0-9]{1,3}[.)])\s+\S", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ListItem();
}
