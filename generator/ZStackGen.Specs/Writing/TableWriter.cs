using System;
using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Writing;

/// <summary>Writes headings, paragraphs and tables. It knows the types that have a table on the page.</summary>
internal sealed class TableWriter
{
    private readonly StringBuilder _output;
    private readonly Dictionary<string, string> _anchors;
    private readonly Func<string, string?>? _typeLink;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Initializes a new instance for an API or for a page of types.</summary>
    /// <param name="output">The output.</param>
    /// <param name="structures">The structures with a table on the page.</param>
    /// <param name="anchors">The anchors of the tables by structure ID.</param>
    /// <param name="typeLink">Returns the address of a type's page.</param>
    public TableWriter(StringBuilder output, EquatableArray<StructureModel> structures, Dictionary<string, string> anchors, Func<string, string?>? typeLink)
    {
        _output = output;
        _anchors = anchors;
        _typeLink = typeLink;
        foreach (StructureModel structure in structures)
        {
            if (structure.Name is not null)
                _names.Add(structure.Name);
        }
    }

    /// <summary>Determines whether any text of <paramref name="api"/> is Chinese. The language of an English API must then be stated.</summary>
    public static bool ContainsChinese(ApiModel api)
    {
        bool contains = ContainsChinese(api.Description);
        foreach (string note in api.Notes)
            contains |= ContainsChinese(note);
        foreach (SystemTagModel tag in api.SystemTags)
            contains |= ContainsChinese(tag.Description);
        foreach (ParameterModel parameter in api.Parameters)
            contains |= ContainsChinese(parameter.Description);
        foreach (FieldModel field in api.Response?.Fields ?? default)
            contains |= ContainsChinese(field.Description);
        foreach (StructureModel structure in api.Structures)
        {
            contains |= ContainsChinese(structure.Description);
            foreach (FieldModel field in structure.Fields)
                contains |= ContainsChinese(field.Description);
        }

        return contains;
    }

    /// <summary>Writes a heading.</summary>
    public void Heading(string marks, string text)
    {
        _output.Append(marks);
        MarkdownText.AppendCell(_output, text);
        _output.Append("\n\n");
    }

    /// <summary>Writes a paragraph with a meaning in the page format, without escaping it.</summary>
    public void Block(string text) => _output.Append(text).Append("\n\n");

    /// <summary>Writes each line of <paramref name="description"/> as a paragraph.</summary>
    public void Paragraphs(string? description)
    {
        foreach (string line in Lines(description))
        {
            MarkdownText.AppendParagraph(_output, line);
            _output.Append("\n\n");
        }
    }

    /// <summary>Writes the table of an API's system tags.</summary>
    public void WriteSystemTags(EquatableArray<SystemTagModel> tags)
    {
        _output.Append("| Tag | Description | Since |\n|---|---|---|\n");
        foreach (SystemTagModel tag in tags)
        {
            _output.Append("| `").Append(tag.Tag).Append("` |");
            Cell(tag.Description);
            Cell(tag.Since);
            _output.Append('\n');
        }

        _output.Append('\n');
    }

    /// <summary>Writes a parameter table.</summary>
    public void WriteParameters(EquatableArray<ParameterModel> parameters, string? wrapper)
    {
        _output.Append("| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n");
        foreach (ParameterModel parameter in parameters)
        {
            _output.Append('|');
            Name(parameter.IsRequired ? "" : " (optional)", parameter.Name);
            Type(parameter.Type, parameter.StructureId);
            string location = parameter.Location switch
            {
                ParameterLocation.Path => "path",
                ParameterLocation.Query => "query",
                _ => "body",
            };
            string inside = wrapper is { Length: > 0 } ? wrapper : "\"\"";
            Cell(parameter.InWrapper ? $"{location}: {inside}" : location);
            Cell(parameter.Description);
            Values(parameter.Values, parameter.Type, parameter.HasOpenValues);
            Cell(parameter.Since);
            _output.Append('\n');
        }

        _output.Append('\n');
    }

    /// <summary>Writes a field table.</summary>
    public void WriteFields(EquatableArray<FieldModel> fields)
    {
        bool hasValues = false;
        foreach (FieldModel field in fields)
            hasValues |= field.Values.Count > 0;
        _output.Append(hasValues
            ? "| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n"
            : "| Name | Type | Description | Since |\n|---|---|---|---|\n");
        foreach (FieldModel field in fields)
        {
            _output.Append('|');
            Name("", field.Name);
            Type(field.Type, field.StructureId);
            Cell(field.Description);
            if (hasValues)
                Values(field.Values, field.Type, isOpen: false);
            Cell(field.Since);
            _output.Append('\n');
        }

        _output.Append('\n');
    }

    /// <summary>Writes a structure: heading, description, base type, fields, values.</summary>
    public void WriteStructure(string marks, StructureModel structure)
    {
        Heading(marks, structure.Name ?? PageWriter.Anonymous);
        Paragraphs(structure.Description);
        if (structure.Extends is { } extends)
        {
            _output.Append("Extends ");
            if (_typeLink?.Invoke(extends) is { } address)
                Link(extends, address);
            else
                MarkdownText.AppendCell(_output, extends);
            _output.Append(".\n");
        }

        if (structure.Since is { } since)
        {
            _output.Append("Since ");
            MarkdownText.AppendCell(_output, since);
            _output.Append(".\n");
        }

        if (structure.Extends is not null || structure.Since is not null)
            _output.Append('\n');
        if (structure.Fields.Count > 0)
            WriteFields(structure.Fields);
        var descriptions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ValueDescription described in structure.ValueDescriptions)
        {
            if (!descriptions.ContainsKey(described.Value))
                descriptions.Add(described.Value, described.Description);
        }

        foreach (string value in structure.Values)
        {
            _output.Append("- ");
            MarkdownText.AppendItem(_output, value, descriptions.TryGetValue(value, out string? description) ? description : null);
            _output.Append('\n');
        }

        if (structure.Values.Count > 0)
            _output.Append('\n');
    }

    private void Name(string suffix, string name)
    {
        _output.Append(' ');
        // Underscores on both sides would be emphasis.
        MarkdownText.AppendCell(_output, name, name.Length > 0 && name[0] == '_' ? "_" : "");
        _output.Append(suffix).Append(" |");
    }

    private void Cell(string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _output.Append(' ');
            MarkdownText.AppendCell(_output, text!);
        }

        _output.Append(" |");
    }

    private void Values(EquatableArray<string> values, string? type, bool isOpen)
    {
        bool asList = ValueNotation.NeedsList(values, type);
        foreach (string value in values)
            asList |= value.IndexOfAny(['，', '、', '；']) >= 0;
        if (asList)
        {
            ValueItems(values, isOpen);
            return;
        }

        string separator = " ";
        foreach (string value in values)
        {
            _output.Append(separator);
            MarkdownText.AppendCell(_output, value, alsoEscape: ",;");
            separator = ", ";
        }

        if (isOpen && values.Count > 0)
            _output.Append(separator).Append(PageMarkers.OpenValues);
        _output.Append(" |");
    }

    // Chinese commas separate values, too, and a backslash cannot escape them.
    private void ValueItems(EquatableArray<string> values, bool isOpen)
    {
        _output.Append(" <ul>");
        foreach (string value in values)
        {
            _output.Append("<li>");
            MarkdownText.AppendCell(_output, value, alsoEscape: "<`");
            _output.Append("</li>");
        }

        if (isOpen)
            _output.Append("<li>").Append(PageMarkers.OpenValues).Append("</li>");
        _output.Append("</ul> |");
    }

    private void Type(string? type, string? structureId)
    {
        if (type is null && structureId is null)
        {
            _output.Append(" |");
            return;
        }

        _output.Append(' ');
        string shown = type ?? "";
        if (structureId is not null && _anchors.TryGetValue(structureId, out string? anchor))
            LinkedType(shown, "#" + anchor);
        else if (IsStructureName(shown))
            _output.Append('`').Append(shown).Append('`');
        else if (ElementName(shown) is { Length: > 0 } name && _typeLink?.Invoke(shown.Substring(name.Start, name.Length)) is { } address)
            LinkedType(shown, address);
        else
            MarkdownText.AppendCell(_output, shown);
        _output.Append(" |");
    }

    // List<[VmNicInventory](…)>: only the name of the element is linked, as on handwritten pages.
    private void LinkedType(string type, string address)
    {
        (int start, int length) = ElementName(type);
        MarkdownText.AppendCell(_output, type.Substring(0, start));
        Link(type.Substring(start, length), address);
        MarkdownText.AppendCell(_output, type.Substring(start + length));
    }

    private void Link(string text, string address)
    {
        _output.Append('[');
        MarkdownText.AppendCell(_output, text, alsoEscape: "[]`");
        _output.Append("](");
        // An address can contain blanks and brackets. Inside angle brackets, both are literal.
        if (address.IndexOfAny([' ', '(', ')', '|']) >= 0)
            _output.Append('<').Append(address.Replace("|", "%7C")).Append('>');
        else
            _output.Append(address);
        _output.Append(')');
    }

    // Such a type would be read as a link to the table of the structure.
    private bool IsStructureName(string type)
    {
        (int start, int length) = ElementName(type);
        return _names.Count > 0 && _names.Contains(type.Substring(start, length));
    }

    /// <summary>Returns the position of the name of the type or, for a collection, of its elements; empty if there is none.</summary>
    private static (int Start, int Length) ElementName(string type)
    {
        int end = type.Length;
        while (end > 0 && type[end - 1] is '>' or ' ' or '[' or ']')
            end--;
        int start = end;
        while (start > 0 && (char.IsLetterOrDigit(type[start - 1]) || type[start - 1] == '_'))
            start--;
        return (start, end - start);
    }

    private static bool ContainsChinese(string? text)
    {
        foreach (char c in text ?? "")
        {
            if (c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff')
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Lines(string? text)
    {
        foreach (string line in (text ?? "").Replace("\r\n", "\n").Split('\n', '\r'))
        {
            string trimmed = line.Trim();
            if (trimmed.Length > 0)
                yield return trimmed;
        }
    }
}
