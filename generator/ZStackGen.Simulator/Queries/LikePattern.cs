using System;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.Queries;

/// <summary>A LIKE pattern of SQL: <c>%</c> for any text, <c>_</c> for one character. Ignores case.</summary>
internal sealed class LikePattern
{
    // The time of a comparison grows with the product of both lengths.
    private const int MaxLength = 1000;
    private readonly string _pattern;

    /// <summary>Initializes a new instance.</summary>
    /// <exception cref="PlainTextException">The pattern is too long.</exception>
    public LikePattern(string pattern)
    {
        if (pattern.Length > MaxLength)
            throw new PlainTextException(400, $"a pattern of a condition is longer than {MaxLength} characters");
        _pattern = pattern.ToUpperInvariant();
    }

    public bool Matches(string text)
    {
        int p = 0, t = 0, any = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < _pattern.Length && _pattern[p] == '%')
            {
                any = p++;
                mark = t;
            }
            else if (p < _pattern.Length && (_pattern[p] == '_' || _pattern[p] == char.ToUpperInvariant(text[t])))
            {
                p++;
                t++;
            }
            else if (any >= 0)
            {
                p = any + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return _pattern.AsSpan(p).TrimStart('%').IsEmpty;
    }
}
