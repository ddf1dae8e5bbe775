using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using Microsoft.CodeAnalysis.Text;

namespace ZStackGen.CodeFixes.TargetVersions;

/// <summary>
/// Finds <c>ZStackGenTargetVersion</c> in the text of an MSBuild file. The file is only read as XML. Its text is changed, so that its formatting stays.
/// </summary>
internal sealed class ProjectFileText
{
    private const string Property = "ZStackGenTargetVersion";

    private readonly string _text;
    private readonly string _current;
    private readonly List<int> _lines = [0];
    private int _lastChild;

    private ProjectFileText(string text, string current)
    {
        (_text, _current) = (text, current);
        for (int i = 0; i < text.Length; i++)
        {
            // XML has no other line ends, unlike C#.
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                _lines.Add(i + 1);
        }
    }

    /// <summary>Gets the place of the value of the last element without a condition, if the value is the current version.</summary>
    public TargetVersionPlace? Value { get; private set; }

    /// <summary>Gets the place for a new element: the end of the first property group without a condition.</summary>
    public TargetVersionPlace? End { get; private set; }

    /// <summary>Gets a value indicating whether an element without a condition sets the property.</summary>
    public bool HasUnconditional { get; private set; }

    /// <summary>Gets a value indicating whether an element with a condition, or inside of one, sets the property.</summary>
    public bool HasConditional { get; private set; }

    /// <summary>Reads a file; returns <see langword="null"/> if it is not a valid MSBuild file.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="current">The version that is in effect.</param>
    public static ProjectFileText? Read(string text, string current)
    {
        var file = new ProjectFileText(text, current);
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        try
        {
            return reader.MoveToContent() == XmlNodeType.Element && reader.Name == "Project" && file.ReadAll(reader) ? file : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private bool ReadAll(XmlReader reader)
    {
        string top = "";
        bool isPlain = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.Depth == 2)
                    _lastChild = At(reader) - 1;
                if (reader.Depth == 1)
                {
                    top = reader.Name;
                    isPlain = top == "PropertyGroup" && !reader.IsEmptyElement && !HasCondition(reader);
                    _lastChild = -1;
                }
                else if (string.Equals(reader.Name, Property, StringComparison.OrdinalIgnoreCase) && top != "Target")
                {
                    ReadProperty(reader, isPlain && reader.Depth == 2);
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == 1 && isPlain)
            {
                End ??= NewElement(At(reader) - 2);
            }
        }

        return true;
    }

    private void ReadProperty(XmlReader reader, bool isInPlainGroup)
    {
        if (!isInPlainGroup || HasCondition(reader))
        {
            HasConditional = true;
            return;
        }

        HasUnconditional = true;
        Value = null;
        if (reader.IsEmptyElement || !reader.Read() || reader.NodeType != XmlNodeType.Text)
            return;
        int start = At(reader);
        int end = _text.IndexOf('<', start);
        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        if (end - start == _current.Length && string.CompareOrdinal(_text, start, _current, 0, _current.Length) == 0)
            Value = new TargetVersionPlace(TextSpan.FromBounds(start, end));
    }

    /// <summary>Returns the place for a new last element before the end tag of a group, on a line of its own if the end tag has one.</summary>
    private TargetVersionPlace NewElement(int endTag)
    {
        const string Open = "<" + Property + ">";
        const string Close = "</" + Property + ">";
        string outer = Indent(endTag);
        int line = endTag - outer.Length;
        if (line == 0 || _text[line - 1] is not ('\n' or '\r'))
            return new TargetVersionPlace(new TextSpan(endTag, 0), Open, Close);
        string inner = _lastChild < 0 ? outer + (outer.IndexOf('\t') >= 0 ? "\t" : "  ") : Indent(_lastChild);
        string lineEnd = _text[line - 1] == '\r' ? "\r" : line > 1 && _text[line - 2] == '\r' ? "\r\n" : "\n";
        return new TargetVersionPlace(new TextSpan(line, 0), inner + Open, Close + lineEnd);
    }

    /// <summary>Returns the spaces and tabs before a position.</summary>
    private string Indent(int at)
    {
        int start = at;
        while (start > 0 && _text[start - 1] is ' ' or '\t')
            start--;
        return _text.Substring(start, at - start);
    }

    private int At(XmlReader reader)
    {
        var position = (IXmlLineInfo)reader;
        return _lines[position.LineNumber - 1] + position.LinePosition - 1;
    }

    private static bool HasCondition(XmlReader reader) => !string.IsNullOrWhiteSpace(reader.GetAttribute("Condition"));
}
