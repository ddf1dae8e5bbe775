using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>Collects the positions of the elements of a page.</summary>
internal sealed class ElementPlaces(PageText page)
{
    private readonly List<ElementLocations.Entry> _entries = [];

    /// <summary>Records an element and, for a row, its type cell.</summary>
    public void Note(string prefix, string name, TextRange place, TextRange type = default) =>
        _entries.Add(new ElementLocations.Entry(prefix, name, page.Span(place), type.IsEmpty ? default : page.Span(type)));

    /// <summary>Gets the number of positions.</summary>
    public int Count => _entries.Count;

    /// <summary>Gets all positions.</summary>
    public IReadOnlyList<ElementLocations.Entry> Entries => _entries;

    /// <summary>Removes the positions of a repeated API, except the rows that its first description also has.</summary>
    public void KeepKnown(int from)
    {
        var known = new HashSet<(string, string)>();
        for (int i = 0; i < from; i++)
            known.Add((_entries[i].Prefix, _entries[i].Name));
        int kept = from;
        for (int i = from; i < _entries.Count; i++)
        {
            if (known.Contains((_entries[i].Prefix, _entries[i].Name)))
                _entries[kept++] = _entries[i];
        }

        _entries.RemoveRange(kept, _entries.Count - kept);
    }

    /// <summary>Returns all positions, in recording order.</summary>
    public ElementLocations ToLocations() => new(_entries);
}
