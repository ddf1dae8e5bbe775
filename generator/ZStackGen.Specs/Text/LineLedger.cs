using System.Collections.Generic;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Text;

/// <summary>What each line of a page turned out to be. A line is unread until something claims it.</summary>
internal sealed class LineLedger(PageText page)
{
    private readonly LineKind[] _kinds = new LineKind[page.LineCount];

    /// <summary>The kinds of all lines, in text order.</summary>
    public IReadOnlyList<LineKind> Lines => _kinds;

    /// <summary>The kind of line <paramref name="line"/>, from 0.</summary>
    public LineKind this[int line]
    {
        get => _kinds[line];
        set => _kinds[line] = value;
    }

    /// <summary>Claims all lines that <paramref name="place"/> touches. An element's line stays one.</summary>
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
