using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ZStackGen.Specs.Tests;

/// <summary>Damages pages like scrapers, editors, broken downloads and attackers.</summary>
internal sealed class PageMutator(IReadOnlyList<string> pages, int seed)
{
    private readonly Random _random = new(seed);

    public string Next()
    {
        string page = Any();
        for (int steps = _random.Next(1, 5); steps > 0; steps--)
            page = Mutate(page);
        return page;
    }

    private string Any() => pages[_random.Next(pages.Count)];

    private string Mutate(string page)
    {
        if (page.Length == 0)
            return Any();
        int at = _random.Next(page.Length), other = _random.Next(page.Length);
        (int from, int to) = at < other ? (at, other) : (other, at);
        switch (_random.Next(16))
        {
            case 0:
                return page[..at];
            case 1:
                string tail = Any();
                return page[..at] + tail[_random.Next(tail.Length)..];
            case 2:
                return page.Length > 200_000 ? page : page[..to] + page[from..to] + page[to..];
            case 3:
                return Lines(page, lines => lines.OrderBy(_ => _random.Next()));
            case 4:
                return Lines(page, lines => lines.SelectMany(line => _random.Next(12) == 0 ? [line, line] : _random.Next(12) == 0 ? Enumerable.Empty<string>() : [line]));
            case 5:
                return Each(page, c => c == '|' && _random.Next(4) == 0 ? Pick("", " ", "||", "\\|", "｜", "\n|") : c.ToString());
            case 6:
                return Each(page, c => c == '\n' && _random.Next(6) == 0 ? Pick("", "\r", "\r\n", "\n\n", "\u2028") : c.ToString());
            case 7:
                return Each(page, c => _random.Next(60) == 0 ? ((char)_random.Next(1, 0x10000)).ToString() + c : c.ToString());
            case 8:
                return Each(page, c => _random.Next(40) == 0 ? "" : c.ToString());
            case 9:
                return page.Insert(at, Pick("{", "}", "[", "]", "\"", "`", "```\n", "#", "| ", "<ul><li>", "{}", "\\", "'", "GET /v1/", "PUT zstack/v1/{", "curl -X ", "(可选)", "Optional. ", "\u200b", "\ufeff", "\0"));
            case 10:
                return page.Insert(at, Deep(_random.Next(1, 3000)));
            case 11:
                return page.Insert(at, new string(Pick("a", "|", " ", "{", "\"", "`", "•", "-", "#", "\n", "\\", "<")[0], _random.Next(1, 5000)));
            case 12:
                return page.Length > 100_000 ? page : string.Concat(Enumerable.Repeat(page, _random.Next(2, 5)));
            case 13:
                return page[from..to];
            case 14:
                return page.Replace(Pick("\n", " ", "/", "Name", "名字", "---", "Action", "{", ","), Pick("", "\n", " ", "|", "{"), StringComparison.Ordinal);
            default:
                return Lines(page, lines => lines.Select(line => _random.Next(10) == 0 ? line.TrimEnd('|', ' ') : line.Trim()));
        }
    }

    private static string Deep(int depth) => string.Concat(Enumerable.Repeat("{\"a\":[", depth)) + string.Concat(Enumerable.Repeat("]}", depth));

    private static string Lines(string page, Func<string[], IEnumerable<string>> change) => string.Join('\n', change(page.Split('\n')));

    private static string Each(string page, Func<char, string> change)
    {
        var output = new StringBuilder(page.Length + 64);
        foreach (char c in page)
            output.Append(change(c));
        return output.ToString();
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
