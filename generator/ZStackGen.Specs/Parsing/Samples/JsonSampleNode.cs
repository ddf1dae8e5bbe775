using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>The kind of a JSON value in a sample.</summary>
internal enum JsonSampleKind : byte
{
    /// <summary>No value: a missing member, the default node.</summary>
    None,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number, integral or not (<c>8.589934592E9</c>).</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary><c>null</c>.</summary>
    Null,
}

/// <summary>A value of a sample's strict JSON. It is a view of the sample's tokens and allocates nothing until its text is requested.</summary>
internal readonly struct JsonSampleNode : IEquatable<JsonSampleNode>
{
    private readonly JsonSampleTokens? _tokens;
    private readonly int _index;

    internal JsonSampleNode(JsonSampleTokens tokens, int index)
    {
        _tokens = tokens;
        _index = index;
    }

    /// <summary>Gets the kind of the value.</summary>
    public JsonSampleKind Kind => _tokens is null ? JsonSampleKind.None : _tokens.Items[_index].Kind;

    /// <summary>Gets the decoded content of a string; otherwise, the JSON text of the value; empty for a missing value.</summary>
    public string Text => _tokens is null ? "" : _tokens.TextOf(_index);

    /// <summary>Gets a value indicating whether the value is an integral number: <c>1</c>, <c>1.0</c>, <c>8.589934592E9</c>.</summary>
    public bool IsWholeNumber => Kind == JsonSampleKind.Number
        && double.TryParse(Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double value)
        && Math.Floor(value) == value && !double.IsInfinity(value);

    /// <summary>
    /// Gets the kind of all items of an array, ignoring nulls; <see cref="JsonSampleKind.None"/> if the value is not an array, the array contains no
    /// value,
    /// or the kinds differ.
    /// </summary>
    public JsonSampleKind ElementKind
    {
        get
        {
            var kind = JsonSampleKind.None;
            foreach (JsonSampleNode item in Items)
            {
                if (item.Kind == JsonSampleKind.Null)
                    continue;
                if (kind != JsonSampleKind.None && kind != item.Kind)
                    return JsonSampleKind.None;
                kind = item.Kind;
            }

            return kind;
        }
    }

    /// <summary>Gets the items of an array; empty for any other value.</summary>
    public IEnumerable<JsonSampleNode> Items
    {
        get
        {
            if (_tokens is null || Kind != JsonSampleKind.Array)
                yield break;
            int end = _tokens.Items[_index].Next;
            for (int i = _index + 1; i < end; i = _tokens.Items[i].Next)
                yield return new JsonSampleNode(_tokens, i);
        }
    }

    /// <summary>Gets the members of an object in text order, including repeated keys; empty for any other value.</summary>
    public IEnumerable<KeyValuePair<string, JsonSampleNode>> Members
    {
        get
        {
            if (_tokens is null || Kind != JsonSampleKind.Object)
                yield break;
            int end = _tokens.Items[_index].Next;
            for (int key = _index + 1; key < end; key = _tokens.Items[key + 1].Next)
                yield return new KeyValuePair<string, JsonSampleNode>(_tokens.TextOf(key), new JsonSampleNode(_tokens, key + 1));
        }
    }

    /// <summary>Gets a value indicating whether the value is an object with at least one member.</summary>
    public bool HasMembers => Kind == JsonSampleKind.Object && _tokens!.Items[_index].Next > _index + 1;

    /// <summary>Gets the value of the first member with a name; a missing node if there is none.</summary>
    public JsonSampleNode this[string name]
    {
        get
        {
            if (_tokens is null || Kind != JsonSampleKind.Object)
                return default;
            int end = _tokens.Items[_index].Next;
            for (int key = _index + 1; key < end; key = _tokens.Items[key + 1].Next)
            {
                if (_tokens.IsText(key, name))
                    return new JsonSampleNode(_tokens, key + 1);
            }

            return default;
        }
    }

    /// <inheritdoc/>
    public bool Equals(JsonSampleNode other) => ReferenceEquals(_tokens, other._tokens) && _index == other._index;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is JsonSampleNode other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _index;

    /// <summary>Compares by position in the sample.</summary>
    public static bool operator ==(JsonSampleNode left, JsonSampleNode right) => left.Equals(right);

    /// <summary>Compares by position in the sample.</summary>
    public static bool operator !=(JsonSampleNode left, JsonSampleNode right) => !left.Equals(right);
}
