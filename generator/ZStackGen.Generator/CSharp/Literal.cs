using System.Globalization;
using System.Text;

namespace ZStackGen.Generator.CSharp;

/// <summary>A regular string literal. All characters except printable ASCII are escaped, so no text can end the literal or the line.</summary>
/// <param name="value">The text.</param>
internal readonly struct Literal(string value) : ICodePart
{
    /// <summary>Gets a value indicating whether the text is well-formed UTF-16, as a UTF-8 literal requires.</summary>
    public bool IsWellFormed
    {
        get
        {
            for (int i = 0; i < value.Length; i++)
            {
                if (!char.IsSurrogate(value[i]))
                    continue;
                if (!char.IsHighSurrogate(value[i]) || i + 1 == value.Length || !char.IsLowSurrogate(value[i + 1]))
                    return false;
                i++;
            }

            return true;
        }
    }

    /// <summary>Returns a literal, or <c>null</c> if the text is <see langword="null"/>.</summary>
    public static Code OrNull(string? value) => value is null ? s_null : $"{new Literal(value)}";

    private static readonly Code s_null = $"null";

    /// <inheritdoc/>
    public void AppendTo(StringBuilder target)
    {
        target.Append('"');
        foreach (char c in value)
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
}
