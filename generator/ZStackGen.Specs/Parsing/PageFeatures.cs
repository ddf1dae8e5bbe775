using System;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing;

/// <summary>The features of all lines, for layouts that are recognized only by their tables. Computed once, on demand.</summary>
internal sealed class PageFeatures
{
    public PageFeatures(PageText page)
    {
        for (int i = 0; i < page.LineCount && !(HasRequest && HasBarHeader); i++)
        {
            ReadOnlySpan<char> text = page[page.TrimmedLine(i)];
            if (text.IsEmpty)
                continue;
            HasRequest = HasRequest || text.IndexOf("zstack/v1/".AsSpan()) >= 0 || RequestLine.IsAt(text);
            if (!HasBarHeader && text.IndexOf('|') is var bar and >= 0)
                HasBarHeader = TableColumns.FromBars(text) is not null || (bar > 0 && TableColumns.FromBars(text.Slice(bar)) is not null);
        }

        for (int i = 0; i < page.LineCount && !HasBarHeader && !HasBlankHeader; i++)
            HasBlankHeader = TableColumns.FromBlanks(page[page.TrimmedLine(i)]) is not null;
    }

    /// <summary>Gets a value indicating whether there is a request line or an address of the API.</summary>
    public bool HasRequest { get; }

    /// <summary>Gets a value indicating whether there is a table header separated by bars.</summary>
    public bool HasBarHeader { get; }

    /// <summary>Gets a value indicating whether there is a table header separated by blanks, and none separated by bars.</summary>
    public bool HasBlankHeader { get; }
}
