using System;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing;

/// <summary>What a pass over all lines shows, for the layouts that have nothing but their tables to go by. Made once, and only when asked for.</summary>
internal sealed class PageFeatures
{
    public PageFeatures(PageText page)
    {
        for (int i = 0; i < page.LineCount; i++)
        {
            TextRange line = page.TrimmedLine(i);
            if (line.IsEmpty)
                continue;
            ReadOnlySpan<char> text = page[line];
            HasRequest = HasRequest || text.IndexOf("zstack/v1/".AsSpan()) >= 0 || RequestLine.IsAt(text);
            if (!HasBarHeader && text.IndexOf('|') is var bar and >= 0)
                HasBarHeader = TableColumns.FromBars(text) is not null || (bar > 0 && TableColumns.FromBars(text.Slice(bar)) is not null);
            HasBlankHeader = HasBlankHeader || TableColumns.FromBlanks(text) is not null;
        }
    }

    /// <summary>A request line, or an address of the API.</summary>
    public bool HasRequest { get; }

    /// <summary>A table header parted by bars.</summary>
    public bool HasBarHeader { get; }

    /// <summary>A table header parted by blanks.</summary>
    public bool HasBlankHeader { get; }
}
