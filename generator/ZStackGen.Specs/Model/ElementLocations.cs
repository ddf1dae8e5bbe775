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

    private readonly IReadOnlyList<Entry> _entries;
    private readonly LineStarts _lines;

    // Few positions are ever requested, so the keys are built at the first request.
    private Dictionary<string, Entry>? _byKey;

    /// <summary>Initializes a new instance that takes over <paramref name="entries"/>.</summary>
    /// <param name="entries">The positions.</param>
    /// <param name="lines">The lines of the page.</param>
    internal ElementLocations(IReadOnlyList<Entry> entries, LineStarts lines)
    {
        _entries = entries;
        _lines = lines;
    }

    /// <summary>Gets the positions of a page without elements.</summary>
    public static ElementLocations None { get; } = new([], new LineStarts("", 0));

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
            Dictionary<string, Entry> byKey = ByKey();
            if (byKey.TryGetValue(key, out Entry entry))
                return _lines.Span(entry.Start, entry.End);
            if (!key.EndsWith(TypeCell, StringComparison.Ordinal) || !byKey.TryGetValue(key.Substring(0, key.Length - TypeCell.Length), out entry))
                return default;
            return entry.HasType ? _lines.Span(entry.TypeStart, entry.TypeEnd) : _lines.Span(entry.Start, entry.End);
        }
    }

    /// <inheritdoc/>
    public bool Equals(ElementLocations? other)
    {
        if (other is null || _entries.Count != other._entries.Count)
            return false;
        int end = 0;
        for (int i = 0; i < _entries.Count; i++)
        {
            Entry entry = _entries[i];
            if (entry != other._entries[i])
                return false;
            end = Math.Max(end, Math.Max(entry.End, entry.TypeEnd));
        }

        return _lines.AreEqualTo(other._lines, end);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ElementLocations);

    /// <inheritdoc/>
    public override int GetHashCode() => _entries.Count;

    private Dictionary<string, Entry> ByKey()
    {
        if (_byKey is { } made)
            return made;
        var byKey = new Dictionary<string, Entry>(_entries.Count, StringComparer.Ordinal);
        foreach (Entry entry in _entries)
        {
            string key = entry.Prefix + entry.Name;
            if (!byKey.ContainsKey(key))
                byKey.Add(key, entry);
        }

        return _byKey = byKey;
    }

    /// <summary>A position and the two parts of its key. It has offsets only: a page has thousands of positions, and few are requested.</summary>
    /// <param name="Prefix">The first part, such as <c>StartVmInstance/</c>.</param>
    /// <param name="Name">The second part, such as <c>uuid</c>.</param>
    /// <param name="Start">The offset of the first character.</param>
    /// <param name="End">The offset after the last character.</param>
    /// <param name="TypeStart">The offset of the first character of the type cell.</param>
    /// <param name="TypeEnd">The offset after the last character of the type cell.</param>
    internal readonly record struct Entry(string Prefix, string Name, int Start, int End, int TypeStart, int TypeEnd)
    {
        /// <summary>Gets a value indicating whether the element has a type cell.</summary>
        public bool HasType => TypeEnd > TypeStart;
    }
}
