using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Model;

/// <summary>
/// Where the elements of a page stand. Keys: <c>Api</c>, <c>Api/parameter</c>, <c>Api:field</c> (response),
/// <c>Api:s1.field</c> (structure on an API page), <c>Type</c>, <c>Type.field</c> (type page), <c>Type extends</c> (what names its base);
/// with <c> type</c> behind a parameter's or field's key: its type cell.
/// </summary>
public sealed class ElementLocations : IEquatable<ElementLocations>
{
    /// <summary>Ends the key of what names a type's base. No field's key can, since names have no blanks.</summary>
    internal const string Base = " extends";

    /// <summary>Ends the key of a row's type cell.</summary>
    internal const string TypeCell = " type";

    // Few places are ever asked for, so keys are put together only when the first one is.
    private readonly IReadOnlyList<Entry> _entries;
    private Dictionary<string, PageSpan>? _spans;

    /// <summary>Takes over <paramref name="spans"/>.</summary>
    public ElementLocations(Dictionary<string, PageSpan> spans)
    {
        var entries = new List<Entry>(spans.Count);
        foreach (KeyValuePair<string, PageSpan> pair in spans)
            entries.Add(new Entry("", pair.Key, pair.Value));
        _entries = entries;
        _spans = spans;
    }

    internal ElementLocations(IReadOnlyList<Entry> entries) => _entries = entries;

    /// <summary>The keys, in page order.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            foreach (Entry entry in _entries)
                yield return entry.Prefix + entry.Name;
        }
    }

    /// <summary>The place of <paramref name="key"/>, else the page's begin. A row without a type cell stands for it.</summary>
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

    /// <summary>A place and the two halves of its key.</summary>
    /// <param name="Prefix">Such as <c>StartVmInstance/</c>.</param>
    /// <param name="Name">Such as <c>uuid</c>.</param>
    /// <param name="Span">The place.</param>
    /// <param name="Type">The place of its type cell; empty where it has none.</param>
    internal readonly record struct Entry(string Prefix, string Name, PageSpan Span, PageSpan Type = default);
}
