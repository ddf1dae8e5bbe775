using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>Collects where the elements of a page stand.</summary>
internal sealed class ElementPlaces(PageText page)
{
    private readonly List<ElementLocations.Entry> _entries = [];

    /// <summary>Notes an element and, for a row, its type cell.</summary>
    public void Note(string prefix, string name, TextRange place, TextRange type = default) =>
        _entries.Add(new ElementLocations.Entry(prefix, name, page.Span(place), type.IsEmpty ? default : page.Span(type)));

    /// <summary>The number of places.</summary>
    public int Count => _entries.Count;

    /// <summary>All places.</summary>
    public IReadOnlyList<ElementLocations.Entry> Entries => _entries;

    /// <summary>Of an API that stands on the page a second time, keeps only the places of rows that the first one has as well.</summary>
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

    /// <summary>All places, in the order in which they were noted.</summary>
    public ElementLocations ToLocations() => new(_entries);
}
