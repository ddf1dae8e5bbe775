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

    /// <summary>All places, in the order in which they were noted.</summary>
    public ElementLocations ToLocations() => new(_entries);
}
