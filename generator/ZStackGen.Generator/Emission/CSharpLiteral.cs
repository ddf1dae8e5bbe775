using System.Globalization;
using System.Text;

namespace ZStackGen.Generator.Emission;

/// <summary>Writes text of a page as a regular string literal: only printable ASCII stands as it is, so nothing can end the literal or the line.</summary>
internal static class CSharpLiteral
{
    public static void Append(StringBuilder target, string text)
    {
        target.Append('"');
        foreach (char c in text)
        {
            if (c is '"' or '\\')
                target.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~')
                target.Append(c);
            else
                target.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }

        target.Append('"');
    }

    /// <summary>Whether the text is well-formed UTF-16, as a UTF-8 literal must be.</summary>
    public static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
