using System.Text;

namespace ZStackGen.Generator.CSharp;

/// <summary>
/// Something that may stand in generated C#. Text of a page becomes one by <see cref="Identifier"/>, <see cref="Literal"/>,
/// <see cref="XmlText"/> or <see cref="XmlCode"/>; <see cref="Code"/> composes them. A plain string is none.
/// </summary>
internal interface ICodePart
{
    /// <summary>Appends the C#.</summary>
    void AppendTo(StringBuilder target);
}
