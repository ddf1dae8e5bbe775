using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Text;

/// <summary>Records the role of each line of a page. A line is unread until an element claims it.</summary>
internal sealed class LineLedger(PageText page)
{
    private readonly LineKind[] _kinds = new LineKind[page.LineCount];

    /// <summary>Gets the kinds of all lines, in text order.</summary>
    public IReadOnlyList<LineKind> Lines => _kinds;

    /// <summary>Gets or sets the kind of a line.</summary>
    /// <param name="line">The zero-based number of the line.</param>
    public LineKind this[int line]
    {
        get => _kinds[line];
        set => _kinds[line] = value;
    }

    /// <summary>Claims all lines of <paramref name="place"/>. Lines of an element are not changed.</summary>
    public void Claim(TextRange place, LineKind kind)
    {
        int last = page.LineOf(place.IsEmpty ? place.Start : place.End - 1);
        for (int line = page.LineOf(place.Start); line <= last; line++)
        {
            if (_kinds[line] != LineKind.Element)
                _kinds[line] = kind;
        }
    }
}
