using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace ZStack.Tests.Peers;

// Reads the text of a query like a server. Written from the protocol's description, independent of the client's code (PROTOCOL.md §5.2, §5.4).
public static class ServerReading
{
    private static readonly string[] s_signs = ["!=", ">=", "<=", "!?=", "!~=", "~=", "?=", "=", ">", "<", "is null", "not null"];

    // Finds the first operator, in the order of the list, that occurs in the text. Doubled signs count once. A quote in the value is an error.
    public static (string Name, string Sign, string Value) Condition(string text)
    {
        string sign = s_signs.First(text.Contains);
        int at = text.IndexOf(sign, StringComparison.Ordinal);
        string value = text[(at + sign.Length)..];
        while (value.StartsWith(sign, StringComparison.Ordinal))
            value = value[sign.Length..];
        if (value.Contains('\''))
            throw new FormatException("A quote breaks the server's own parser: " + text);
        return (text[..at].Trim(), sign, sign is "is null" or "not null" ? "" : value);
    }

    // Java's split drops empty texts at the end.
    public static string[] List(string value)
    {
        var items = value.Split(',').ToList();
        while (items.Count > 0 && items[^1].Length == 0)
            items.RemoveAt(items.Count - 1);
        return [.. items];
    }

    // Words, signs, and literals as ('text') with their quotes removed.
    public static List<string> Zql(string text)
    {
        var tokens = new List<string>();
        for (int at = 0; at < text.Length;)
        {
            if (text[at] is ' ')
            {
                at++;
            }
            else if (text[at] == '\'')
            {
                var literal = new StringBuilder("'");
                for (at++; text[at] != '\'' || (at + 1 < text.Length && text[at + 1] == '\''); at++)
                {
                    literal.Append(text[at]);
                    if (text[at] == '\'')
                        at++;
                }

                at++;
                tokens.Add(literal.Append('\'').ToString());
            }
            else
            {
                int start = at;
                bool word = IsWord(text[at]);
                while (at < text.Length && text[at] is not (' ' or '\'') && IsWord(text[at]) == word && (word || at == start || text[at] == '='))
                    at++;
                tokens.Add(text[start..at]);
            }
        }

        return tokens;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';
}
