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
    private readonly byte[] _names;
    private readonly bool[] _isRequest;
    private readonly bool[] _isGlued;

    public ClaimedLines(PageReading reading, IReadOnlyList<ElementLocations.Entry> places)
    {
        PageText page = reading.Page;
        LineLedger ledger = reading.Ledger;
        _names = new byte[page.LineCount];
        _isRequest = new bool[page.LineCount];
        _isGlued = new bool[page.LineCount];
        for (int i = 0; i < places.Count; i++)
        {
            ElementLocations.Entry place = places[i];
            int line = place.Span.StartLine;
            ledger[line] = LineKind.Element;
            if (_names[line] < byte.MaxValue)
                _names[line]++;
            // The explorer writes name and type without a blank between them.
            _isGlued[line] |= place.Type.Length > 0 && place.Type.Start == place.Span.Start + place.Span.Length;
            OnExplorer |= _isGlued[line];
        }

        foreach (ApiDraft draft in reading.Apis)
        {
            foreach (RequestUrl url in draft.Urls)
            {
                int line = page.LineOf(url.Place.Start);
                ledger[line] = LineKind.Element;
                _isRequest[line] = true;
                OnExplorer |= page.Text[url.Place.Start] == '/';
            }

            Sample(reading, draft.RequestSample);
            Sample(reading, draft.ResponseSample);
        }
    }

    /// <summary>Whether the page's words are glued as the explorer's are.</summary>
    public bool OnExplorer { get; }

    /// <summary>How many elements have their names on the line.</summary>
    public int Names(int line) => _names[line];

    /// <summary>Whether a request line of the model is on the line.</summary>
    public bool IsRequest(int line) => _isRequest[line];

    /// <summary>Whether a name on the line has its type right behind it.</summary>
    public bool IsGlued(int line) => _isGlued[line];

    private static void Sample(PageReading reading, TextRange range)
    {
        if (!range.IsEmpty)
            reading.Ledger.Claim(range, LineKind.Sample);
    }
}
