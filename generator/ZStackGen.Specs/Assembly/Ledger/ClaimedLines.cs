using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>
/// Claims the lines of all elements of the model by their positions. So no layout can forget to claim a line: an element with a position is
/// claimed, and an element without a position is not in the model.
/// </summary>
internal sealed class ClaimedLines
{
    private const int Request = 1, Glued = 2, Plain = 4;

    /// <summary>For each line, the offset after the type (or name) of the last element on the line.</summary>
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
            int line = page.LineOf(place.Start);
            ledger[line] = LineKind.Element;
            int end = place.End;
            if (place.HasType && page.LineOf(place.TypeStart) == line)
            {
                // The API explorer writes name and type without a blank between them.
                if (place.TypeStart == end)
                    _traits[line] |= Glued;
                else if (place.TypeStart == end + 1 && page.Text[end] == ' ')
                    _traits[line] |= Plain;
                end = Math.Max(end, place.TypeEnd);
            }

            if (_names[line] < byte.MaxValue)
                _names[line]++;
            if (end > _ends[line] && page.LineOf(place.End) == line)
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

    /// <summary>Gets a value indicating whether the page is from the API explorer: its request lines have no blank before the path.</summary>
    public bool OnExplorer { get; }

    /// <summary>
    /// Returns the offset after the name and type of the last element on the line. The text after it belongs to that element or is another row.
    /// </summary>
    public int EndOn(int line) => _ends[line];

    /// <summary>Returns the number of elements whose names are on the line.</summary>
    public int Names(int line) => _names[line];

    /// <summary>Determines whether a request line of the model is on the line.</summary>
    public bool IsRequest(int line) => (_traits[line] & Request) != 0;

    /// <summary>Determines whether a name on the line is directly followed by its type.</summary>
    public bool IsGlued(int line) => (_traits[line] & Glued) != 0;

    /// <summary>Determines whether a name on the line is separated from its type by a blank.</summary>
    public bool IsPlain(int line) => (_traits[line] & Plain) != 0;

    private static void Sample(PageReading reading, TextRange range)
    {
        if (!range.IsEmpty)
            reading.Ledger.Claim(range, LineKind.Sample);
    }
}
