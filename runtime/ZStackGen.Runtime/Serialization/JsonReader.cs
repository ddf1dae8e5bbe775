using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Text.Json;

namespace ZStack.Serialization;

/// <summary>
/// Reads the JSON of a response. A method that reads a value starts at the first token of the value and ends at its last token. All methods accept
/// null. Numbers, Boolean values and timestamps are read in every format that servers are known to send (PROTOCOL.md §6).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct JsonReader
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly TimeZoneInfo _zone;
    private readonly bool _isStrict;
    private readonly string?[] _strings;
    private Utf8JsonReader _reader;
    private ReadOnlySpan<byte> _name;

    // The path of the current value (JsonReader.Path.cs).
    private PathStep[]? _steps;
    private int _depth;

    // The position of the name of the current member, as it is written; 0 if the current value does not belong to a member.
    private int _nameStart;
    private int _nameLength;
    private SchemaClasses? _classes;
    private (int Start, int Length) _schema;

    // The expected type of the value that does not match, and the value's position; null if there is none (JsonReader.Mismatch.cs).
    private string? _expected;
    private int _mismatchedAt;
    private List<JsonMismatch>? _mismatches;

    // Strict mode is used if no event can report a mismatched member.
    internal JsonReader(ReadOnlySpan<byte> json, TimeZoneInfo zone, bool isStrict)
    {
        _isStrict = isStrict;
        _json = json;
        _zone = zone;
        _strings = StringCache.OfThread;
        _reader = new Utf8JsonReader(json, JsonLimits.ReaderOptions);
        _name = default;
        _steps = null;
        _depth = 0;
        _nameStart = 0;
        _nameLength = 0;
        _classes = null;
        _schema = default;
        _expected = null;
        _mismatchedAt = 0;
        _mismatches = null;
        _reader.Read();
    }

    /// <summary>Gets the length of the current member's UTF-8 encoded name, in bytes.</summary>
    public readonly int NameLength => _name.Length;

    /// <summary>Gets a value indicating whether the current value is null.</summary>
    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    internal readonly JsonTokenType TokenType => _reader.TokenType;

    // The number of all elements of the last list, including null elements.
    internal int ListLength { readonly get; private set; }

    /// <summary>Determines whether the current member has a name.</summary>
    /// <param name="utf8">The UTF-8 encoded name.</param>
    /// <returns>true if the member has the name; otherwise, false.</returns>
    public readonly bool NameIs(scoped ReadOnlySpan<byte> utf8) => _name.SequenceEqual(utf8);

    /// <summary>Determines whether the current member has a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>true if the member has the name; otherwise, false.</returns>
    public readonly bool NameIs(string name)
    {
        if (name is null || name.Length > _name.Length)
            return false;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] >= 0x80)
                return new JsonStringKey(_name).Equals(name);
            if (name[i] != _name[i])
                return false;
        }

        return name.Length == _name.Length;
    }

    /// <summary>Reads the members of the current object into a structure.</summary>
    /// <typeparam name="T">The type of the structure.</typeparam>
    /// <param name="value">The structure.</param>
    /// <returns>The same structure.</returns>
    public T ReadMembers<T>(T value)
        where T : ZStackStructure
    {
        Fill(value);
        return value;
    }

    private void Fill(ZStackStructure value)
    {
        if (value is null)
            throw new ArgumentNullException(nameof(value));
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            Mismatch("an object");
            return;
        }

        int outer = Enter();
        int depth = _depth;
        while (ReadName())
        {
            (int nameStart, int nameLength) = (_nameStart, _nameLength);
            long at = _reader.TokenStartIndex;
            JsonTokenType token = _reader.TokenType;
            if (value.ReadMember(ref this))
            {
                if (_expected is not null)
                {
                    _depth = depth;
                    KeepMismatched(value, nameStart, nameLength, (int)at);
                }
                // A ReadMember that returns true without reading its value must not shift the following members.
                else if (token is JsonTokenType.StartObject or JsonTokenType.StartArray && _reader.TokenStartIndex == at)
                    _reader.Skip();
            }
            else if (token != JsonTokenType.Null)
            {
                value.KeepUnknown(_json.Slice(nameStart, nameLength), Raw());
            }
        }

        Leave(outer);
    }

    /// <summary>Reads a structure.</summary>
    /// <typeparam name="T">The type of the structure.</typeparam>
    /// <param name="read">A method that reads the structure.</param>
    /// <returns>The structure, or null.</returns>
    public T? Structure<T>(JsonRead<T> read)
        where T : class
    {
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        if (_reader.TokenType == JsonTokenType.Null)
            return null;
        T value = read(ref this);
        return _expected is null ? value : null;
    }

    /// <summary>Reads an array. Null elements are omitted.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="read">A method that reads an element.</param>
    /// <returns>The elements; empty if the value is null.</returns>
    public IReadOnlyList<T> List<T>(JsonRead<T> read)
    {
        int length = 0;
        ListLength = 0;
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        if (!BeginList())
            return Array.Empty<T>();
        int outer = Enter();
        int place = _depth;
        Push(-1, -1);
        List<T>? list = null;
        while (NextElement())
        {
            length++;
            _steps![place].Start++;
            if (_reader.TokenType == JsonTokenType.Null)
                continue;
            T item = read(ref this);
            if (_expected is not null)
            {
                list = null;
                break;
            }

            (list ??= new List<T>()).Add(item);
        }

        Leave(outer);
        ListLength = length;
        return list ?? (IReadOnlyList<T>)Array.Empty<T>();
    }

    /// <summary>Reads an object as a map. Entries with a null value are omitted.</summary>
    /// <remarks>The server writes a map with complex keys as an array of [key, value] pairs (PROTOCOL.md §6). The key is then the JSON of the complex key.</remarks>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="read">A method that reads a value.</param>
    /// <returns>The entries; empty if the value is null.</returns>
    public IReadOnlyDictionary<string, T> Map<T>(JsonRead<T> read)
    {
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        switch (_reader.TokenType)
        {
            case JsonTokenType.Null:
                return EmptyMap<T>.Instance;
            case JsonTokenType.StartArray:
                return PairMap(read);
            case JsonTokenType.StartObject:
                break;
            default:
                Mismatch("an object");
                return EmptyMap<T>.Instance;
        }

        int outer = Enter();
        int place = _depth;
        Push(0, 0);
        Dictionary<string, T>? map = null;
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Text() is not { } key)
            {
                map = null;
                break;
            }

            _steps![place] = new PathStep { Start = (int)_reader.TokenStartIndex + 1, Length = _reader.ValueSpan.Length };
            _reader.Read();
            if (_reader.TokenType == JsonTokenType.Null)
                continue;
            T item = read(ref this);
            if (_expected is not null)
            {
                map = null;
                break;
            }

            (map ??= new Dictionary<string, T>(StringComparer.Ordinal))[key] = item;
        }

        Leave(outer);
        return map ?? EmptyMap<T>.Instance;
    }

    /// <summary>Reads any JSON value.</summary>
    /// <returns>The value, or null.</returns>
    public JsonElement? Element()
        => _reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref _reader);

    // Returns the JSON of the current value and leaves the reader at its end.
    internal ReadOnlySpan<byte> Raw()
    {
        int start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return _json.Slice(start, (int)_reader.BytesConsumed - start);
    }

    // Moves to the value of the next member and keeps its name; returns false at the end of the object.
    internal bool ReadName()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndObject)
            return false;
        _nameStart = (int)_reader.TokenStartIndex + 1;
        // Not a copy of ValueSpan: the processor waits when it loads at once a span that was stored in two parts.
        _nameLength = _reader.ValueSpan.Length;
        _name = _reader.ValueIsEscaped ? JsonStringKey.Unescape(in _reader) : _json.Slice(_nameStart, _nameLength);
        _reader.Read();
        return true;
    }

    // Only white space may follow the response.
    internal void ReadEnd()
    {
        if (_reader.Read())
            throw Unreadable("the end of the response");
    }

    internal readonly JsonFault Unreadable(string expected)
    {
        int start = (int)_reader.TokenStartIndex;
        return JsonFault.Unreadable(_json, start, expected);
    }

    private IReadOnlyDictionary<string, T> PairMap<T>(JsonRead<T> read)
    {
        int outer = Enter();
        // The schema path of such a value is not known. An index that no schema contains keeps it from matching another value.
        Push(-1, -1);
        Dictionary<string, T>? map = null;
        while (NextElement())
        {
            ReadPair(read, ref map);
            if (_expected is not null)
            {
                map = null;
                break;
            }
        }

        Leave(outer);
        return map ?? EmptyMap<T>.Instance;
    }

    private void ReadPair<T>(JsonRead<T> read, ref Dictionary<string, T>? map)
    {
        if (_reader.TokenType != JsonTokenType.StartArray || !NextElement())
        {
            Mismatch("a [key, value] pair");
            return;
        }

        string key = String() ?? "null";
        if (!NextElement())
        {
            Mismatch("the value of a [key, value] pair");
            return;
        }

        if (_reader.TokenType != JsonTokenType.Null)
        {
            T item = read(ref this);
            if (_expected is not null)
                return;
            (map ??= new Dictionary<string, T>(StringComparer.Ordinal))[key] = item;
        }

        if (NextElement())
            Mismatch("the end of a [key, value] pair");
    }

    private bool BeginList()
    {
        if (_reader.TokenType == JsonTokenType.Null)
            return false;
        if (_reader.TokenType == JsonTokenType.StartArray)
            return true;
        Mismatch("an array");
        return false;
    }

    private bool NextElement()
    {
        _reader.Read();
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    private static class EmptyMap<T>
    {
        public static readonly IReadOnlyDictionary<string, T> Instance
            = new System.Collections.ObjectModel.ReadOnlyDictionary<string, T>(new Dictionary<string, T>());
    }
}
