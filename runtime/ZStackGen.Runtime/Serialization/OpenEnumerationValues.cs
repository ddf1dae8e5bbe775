using System;
using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;

namespace ZStack.Serialization;

/// <summary>Provides the documented values of an open enumeration. Used by generated code.</summary>
/// <typeparam name="T">The type of the open enumeration.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenEnumerationValues<T> : IReadOnlyList<T>
    where T : struct, IOpenEnumeration<T>
{
    private const int MostSearched = 8;

    private readonly string[] _texts;
    private readonly HashSet<string>? _set;

    /// <summary>Initializes a new instance of the <see cref="OpenEnumerationValues{T}"/> class.</summary>
    /// <param name="texts">The values in JSON.</param>
    public OpenEnumerationValues(params string[] texts)
    {
        _texts = texts ?? throw new ArgumentNullException(nameof(texts));
        if (texts.Length > MostSearched)
            _set = new HashSet<string>(texts, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public int Count => _texts.Length;

    /// <inheritdoc/>
    public T this[int index] => default(T).Create(_texts[index]);

    /// <summary>Determines whether a text is a documented value.</summary>
    /// <param name="text">The text.</param>
    /// <returns>true if the text is a documented value; otherwise, false.</returns>
    public bool Contains(string? text)
        => text is not null && (_set is not null ? _set.Contains(text) : Array.IndexOf(_texts, text) >= 0);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        foreach (string text in _texts)
            yield return default(T).Create(text);
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _texts);
}
