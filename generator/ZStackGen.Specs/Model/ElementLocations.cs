using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Model;

/// <summary>
/// The positions of the elements of a page. Keys: <c>Api</c>, <c>Api/parameter</c>, <c>Api:field</c> (response),
/// <c>Api:s1.field</c> (structure on an API page), <c>Type</c>, <c>Type.field</c> (type page), <c>Type extends</c> (the name of the base type).
/// The key of a parameter or field with the suffix <c> type</c> is the position of its type cell.
/// </summary>
public sealed class ElementLocations : IEquatable<ElementLocations>
{
    /// <summary>The suffix of the key of a base type's name. A field's key cannot end like this, because names contain no blanks.</summary>
    internal const string Base = " extends";

    /// <summary>The suffix of the key of a row's type cell.</summary>
    internal const string TypeCell = " type";

    // Few positions are ever requested, so the keys are built at the first request.
    private readonly IReadOnlyList<Entry> _entries;
    private Dictionary<string, PageSpan>? _spans;

    /// <summary>Initializes a new instance that takes over <paramref name="spans"/>.</summary>
    public ElementLocations(Dictionary<string, PageSpan> spans)
    {
        var entries = new List<Entry>(spans.Count);
        foreach (KeyValuePair<string, PageSpan> pair in spans)
            entries.Add(new Entry("", pair.Key, pair.Value));
        _entries = entries;
        _spans = spans;
    }

    internal ElementLocations(IReadOnlyList<Entry> entries) => _entries = entries;

    /// <summary>Gets the keys, in page order.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            foreach (Entry entry in _entries)
                yield return entry.Prefix + entry.Name;
        }
    }

    /// <summary>
    /// Gets the position of <paramref name="key"/>; the start of the page if the key is unknown. A row without a type cell returns its own position.
    /// </summary>
    public PageSpan this[string key]
    {
        get
        {
            if (!Spans().TryGetValue(key, out PageSpan span) && key.EndsWith(TypeCell, StringComparison.Ordinal))
                Spans().TryGetValue(key.Substring(0, key.Length - TypeCell.Length), out span);
            return span;
        }
    }

    /// <inheritdoc/>
    public bool Equals(ElementLocations? other)
    {
        if (other is null || _entries.Count != other._entries.Count)
            return false;
        for (int i = 0; i < _entries.Count; i++)
        {
            if (_entries[i] != other._entries[i])
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ElementLocations);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Count;

    private Dictionary<string, PageSpan> Spans()
    {
        if (_spans is { } made)
            return made;
        var spans = new Dictionary<string, PageSpan>(_entries.Count, StringComparer.Ordinal);
        foreach (Entry entry in _entries)
        {
            string key = entry.Prefix + entry.Name;
            if (spans.ContainsKey(key))
                continue;
            spans.Add(key, entry.Span);
            if (entry.Type.Length > 0)
                spans.Add(key + TypeCell, entry.Type);
        }

        return _spans = spans;
    }

    /// <summary>A position and the two parts of its key.</summary>
    /// <param name="Prefix">The first part, such as <c>StartVmInstance/</c>.</param>
    /// <param name="Name">The second part, such as <c>uuid</c>.</param>
    /// <param name="Span">The position.</param>
    /// <param name="Type">The position of the type cell; empty if there is none.</param>
    internal readonly record struct Entry(string Prefix, string Name, PageSpan Span, PageSpan Type = default);
}
