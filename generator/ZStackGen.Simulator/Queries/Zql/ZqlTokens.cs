using System;
using System.Collections.Generic;
using System.Text;

namespace ZStack.Simulation.Queries.Zql;

/// <summary>The kind of a token.</summary>
internal enum ZqlTokenKind
{
    /// <summary>A keyword or a name, including dots.</summary>
    Word,

    /// <summary>A text in quotes.</summary>
    Text,

    Number,

    /// <summary>An operator, a bracket or a comma.</summary>
    Symbol,

    End,
}

/// <summary>A token of ZQL.</summary>
internal readonly record struct ZqlToken(ZqlTokenKind Kind, string Text, int Position)
{
    public bool Is(string text) => Kind is ZqlTokenKind.Word or ZqlTokenKind.Symbol && Text == text;
}

/// <summary>Splits ZQL into tokens. Keywords must be lower case. See runtime/PROTOCOL.md §5.4.</summary>
internal static class ZqlTokens
{
    private static readonly string[] s_symbols = ["!=", ">=", "<=", "=", ">", "<", "(", ")", "{", "}", ",", ";"];

    public static List<ZqlToken> Read(string zql)
    {
        List<ZqlToken> tokens = [];
        int at = 0;
        while (at < zql.Length)
        {
            char c = zql[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c is '\'' or '"')
            {
                tokens.Add(ReadText(zql, ref at));
            }
            else if (char.IsDigit(c) || (c == '-' && at + 1 < zql.Length && char.IsDigit(zql[at + 1])))
            {
                int start = at++;
                while (at < zql.Length && (char.IsDigit(zql[at]) || zql[at] == '.'))
                    at++;
                tokens.Add(new ZqlToken(ZqlTokenKind.Number, zql[start..at], start));
            }
            else if (char.IsLetter(c) || c == '_')
            {
                int start = at++;
                while (at < zql.Length && (char.IsLetterOrDigit(zql[at]) || zql[at] is '_' or '.'))
                    at++;
                tokens.Add(new ZqlToken(ZqlTokenKind.Word, zql[start..at], start));
            }
            else
            {
                string symbol = Array.Find(s_symbols, symbol => zql.AsSpan(at).StartsWith(symbol)) ?? throw new ZqlException($"unexpected character '{c}' at {at}");
                tokens.Add(new ZqlToken(ZqlTokenKind.Symbol, symbol, at));
                at += symbol.Length;
            }
        }

        tokens.Add(new ZqlToken(ZqlTokenKind.End, "", zql.Length));
        return tokens;
    }

    // A quote inside the text is doubled.
    private static ZqlToken ReadText(string zql, ref int at)
    {
        int start = at;
        char quote = zql[at++];
        var text = new StringBuilder();
        while (at < zql.Length)
        {
            if (zql[at] != quote)
            {
                text.Append(zql[at++]);
            }
            else if (at + 1 < zql.Length && zql[at + 1] == quote)
            {
                text.Append(quote);
                at += 2;
            }
            else
            {
                at++;
                return new ZqlToken(ZqlTokenKind.Text, text.ToString(), start);
            }
        }

        throw new ZqlException($"the text that starts at {start} is not terminated");
    }
}
