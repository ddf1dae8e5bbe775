using System.Globalization;
using System.Text;

namespace ZStackGen.Generator.CSharp;

/// <summary>Classifies and escapes the characters of XML documentation comments.</summary>
internal static class XmlCharacters
{
    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085';

    public static bool IsInvisible(char c) =>
        c < ' ' || c is '\ufffe' or '\uffff' || (c > '~' && CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);

    public static void AppendEscaped(StringBuilder target, char c)
    {
        switch (c)
        {
            case '<':
                target.Append("&lt;");
                break;
            case '>':
                target.Append("&gt;");
                break;
            case '&':
                target.Append("&amp;");
                break;
            default:
                target.Append(c);
                break;
        }
    }
}
