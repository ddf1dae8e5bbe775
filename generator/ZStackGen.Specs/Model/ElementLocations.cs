using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Model;

/// <summary>
/// Where the elements of a page stand. Keys: <c>Api</c>, <c>Api/parameter</c>, <c>Api:field</c> (response),
/// <c>Api:s1.field</c> (structure on an API page), <c>Type</c>, <c>Type.field</c> (type page), <c>Type extends</c> (what names its base).
/// </summary>
public sealed class ElementLocations : IEquatable<ElementLocations>
{
    /// <summary>Ends the key of what names a type's base. No field's key can, since names have no blanks.</summary>
    internal const string Base = " extends";

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

    /// <summary>The place of <paramref name="key"/>, else the page's begin.</summary>
    public PageSpan this[string key] => Spans().TryGetValue(key, out PageSpan span) ? span : default;

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
            if (!spans.ContainsKey(key))
                spans.Add(key, entry.Span);
        }

        return _spans = spans;
    }

    /// <summary>A place and the two halves of its key.</summary>
    /// <param name="Prefix">Such as <c>StartVmInstance/</c>.</param>
    /// <param name="Name">Such as <c>uuid</c>.</param>
    /// <param name="Span">The place.</param>
    internal readonly record struct Entry(string Prefix, string Name, PageSpan Span);
}
