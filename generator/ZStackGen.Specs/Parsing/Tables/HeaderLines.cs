using System;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Tables;

/// <summary>Recognizes the header lines of a page. Most tables of a page have one of two headers, so the last ones are cached.</summary>
internal sealed class HeaderLines(PageText page)
{
    private (TextRange Line, TableColumns? Columns) _parameters, _fields;

    /// <summary>Returns the columns of a header line with bars between its cells; <see langword="null"/> if it is not a header.</summary>
    public TableColumns? At(TextRange line)
    {
        ReadOnlySpan<char> text = page[line];
        if (_fields.Columns is not null && text.SequenceEqual(page[_fields.Line]))
            return _fields.Columns;
        if (_parameters.Columns is not null && text.SequenceEqual(page[_parameters.Line]))
            return _parameters.Columns;
        TableColumns? columns = TableColumns.FromBars(text);
        if (columns is { HasLocation: true })
            _parameters = (line, columns);
        else if (columns is not null)
            _fields = (line, columns);
        return columns;
    }
}
