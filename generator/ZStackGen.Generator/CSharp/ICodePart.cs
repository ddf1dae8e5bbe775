using System.Text;

namespace ZStackGen.Generator.CSharp;

/// <summary>
/// A fragment that can be part of generated C#. Text of a page is converted to a fragment by <see cref="Identifier"/>, <see cref="Literal"/>,
/// <see cref="XmlText"/> or <see cref="XmlCode"/>; <see cref="Code"/> composes them. A plain string is not a fragment.
/// </summary>
internal interface ICodePart
{
    /// <summary>Appends the C# text of the fragment.</summary>
    void AppendTo(StringBuilder target);
}
