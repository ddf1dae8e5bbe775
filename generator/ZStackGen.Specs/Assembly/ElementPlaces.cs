using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>Collects the positions of the elements of a page.</summary>
/// <param name="page">The page.</param>
/// <param name="capacity">The expected number of positions.</param>
internal sealed class ElementPlaces(PageText page, int capacity)
{
    private readonly List<ElementLocations.Entry> _entries = new(capacity);

    /// <summary>The keys of the first entries, for all repeated APIs of the page.</summary>
    private HashSet<(string, string)>? _known;
    private int _knownCount;

    /// <summary>Records an element and, for a row, its type cell.</summary>
    public void Note(string prefix, string name, TextRange place, TextRange type = default)
    {
        (place, type) = (page.Clip(place), type.IsEmpty ? default : page.Clip(type));
        _entries.Add(new ElementLocations.Entry(prefix, name, place.Start, place.End, type.Start, type.End));
    }

    /// <summary>Gets the number of positions.</summary>
    public int Count => _entries.Count;

    /// <summary>Gets all positions.</summary>
    public IReadOnlyList<ElementLocations.Entry> Entries => _entries;

    /// <summary>Removes the positions of a repeated API, except the rows that its first description also has.</summary>
    public void KeepKnown(int from)
    {
        HashSet<(string, string)> known = _known ??= [];
        for (; _knownCount < from; _knownCount++)
            known.Add((_entries[_knownCount].Prefix, _entries[_knownCount].Name));
        int kept = from;
        for (int i = from; i < _entries.Count; i++)
        {
            if (known.Contains((_entries[i].Prefix, _entries[i].Name)))
                _entries[kept++] = _entries[i];
        }

        _entries.RemoveRange(kept, _entries.Count - kept);
    }

    /// <summary>Returns all positions, in recording order.</summary>
    public ElementLocations ToLocations() => new(_entries, page.Starts);
}
