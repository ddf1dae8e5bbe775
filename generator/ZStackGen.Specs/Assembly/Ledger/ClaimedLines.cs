using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>
/// Claims the lines of all elements of the model by their places. No layout can forget to claim: what has a place is claimed, and what has
/// none is not in the model.
/// </summary>
internal sealed class ClaimedLines
{
    private const int Request = 1, Glued = 2, Plain = 4;

    /// <summary>For each line the offset behind the last type (or name) of an element on it.</summary>
    private readonly int[] _ends;
    private readonly byte[] _traits;
    private readonly byte[] _names;

    public ClaimedLines(PageReading reading, IReadOnlyList<ElementLocations.Entry> places)
    {
        PageText page = reading.Page;
        LineLedger ledger = reading.Ledger;
        _ends = new int[page.LineCount];
        _traits = new byte[page.LineCount];
        _names = new byte[page.LineCount];
        for (int i = 0; i < places.Count; i++)
        {
            ElementLocations.Entry place = places[i];
            int line = place.Span.StartLine;
            ledger[line] = LineKind.Element;
            int end = place.Span.Start + place.Span.Length;
            if (place.Type.Length > 0 && place.Type.StartLine == line)
            {
                // The explorer writes name and type without a blank between them.
                if (place.Type.Start == end)
                    _traits[line] |= Glued;
                else if (place.Type.Start == end + 1 && page.Text[end] == ' ')
                    _traits[line] |= Plain;
                end = Math.Max(end, place.Type.Start + place.Type.Length);
            }

            if (_names[line] < byte.MaxValue)
                _names[line]++;
            if (place.Span.EndLine == line && end > _ends[line])
                _ends[line] = end;
        }

        foreach (ApiDraft draft in reading.Apis)
        {
            foreach (RequestUrl url in draft.Urls)
            {
                int line = page.LineOf(url.Place.Start);
                ledger[line] = LineKind.Element;
                _traits[line] |= Request;
                OnExplorer |= page.Text[url.Place.Start] == '/';
            }

            Sample(reading, draft.RequestSample);
            Sample(reading, draft.ResponseSample);
        }
    }

    /// <summary>Whether the page is one of the explorer's, whose words are glued: its request lines have no blank before the path.</summary>
    public bool OnExplorer { get; }

    /// <summary>The offset behind the last name and type of an element on the line: what follows belongs to that element, or is another row.</summary>
    public int EndOn(int line) => _ends[line];

    /// <summary>How many elements have their names on the line.</summary>
    public int Names(int line) => _names[line];

    /// <summary>Whether a request line of the model is on the line.</summary>
    public bool IsRequest(int line) => (_traits[line] & Request) != 0;

    /// <summary>Whether a name on the line has its type right behind it.</summary>
    public bool IsGlued(int line) => (_traits[line] & Glued) != 0;

    /// <summary>Whether a name on the line is parted from its type by a blank.</summary>
    public bool IsPlain(int line) => (_traits[line] & Plain) != 0;

    private static void Sample(PageReading reading, TextRange range)
    {
        if (!range.IsEmpty)
            reading.Ledger.Claim(range, LineKind.Sample);
    }
}
