using System.Text;

namespace ZStackGen.Generator.CSharp;

/// <summary>A short text, such as a value, a path or a name, as a code element of an XML documentation comment.</summary>
/// <param name="text">The text.</param>
internal readonly struct XmlCode(string text) : ICodePart
{
    /// <inheritdoc/>
    public void AppendTo(StringBuilder target)
    {
        target.Append("<c>");
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                target.Append(c).Append(text[++i]);
            else if (!XmlCharacters.IsInvisible(c) && !char.IsSurrogate(c) && !XmlCharacters.IsLineBreak(c))
                XmlCharacters.AppendEscaped(target, c);
        }

        target.Append("</c>");
    }
}
