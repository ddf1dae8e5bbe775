using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ZStack.Serialization;

/// <summary>
/// Reads the JSON of an answer. A value reader stands at a value's first token and leaves at its last; all of them take null.
/// Numbers, truth values and timestamps are read in every spelling that servers are known to send (PROTOCOL.md §6).
/// </summary>
public ref partial struct JsonReader
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly TimeZoneInfo _zone;
    private readonly bool _isStrict;
    private readonly string?[] _strings;
    private Utf8JsonReader _reader;
    private ReadOnlySpan<byte> _name;
    private ReadOnlySpan<byte> _rawName;

    // The way to the value at hand (JsonReader.Path.cs).
    private PathStep[]? _steps;
    private int _depth;

    // Where the name of the member stands whose value is to be read; 0 when no member's value is.
    private int _nameStart;
    private SchemaClasses? _classes;
    private (int Start, int Length) _schema;

    // What was expected in place of a value that could not be read, and where that stands; null while all is well (JsonReader.Mismatch.cs).
    private string? _expected;
    private int _mismatchedAt;
    private List<JsonMismatch>? _mismatches;

    // Strict where no event could report a member that is kept unread.
    internal JsonReader(ReadOnlySpan<byte> json, TimeZoneInfo zone, bool isStrict)
    {
        _isStrict = isStrict;
        _json = json;
        _zone = zone;
        _strings = StringCache.OfThread;
        _reader = new Utf8JsonReader(json, JsonLimits.ReaderOptions);
        _name = default;
        _rawName = default;
        _steps = null;
        _depth = 0;
        _nameStart = 0;
        _classes = null;
        _schema = default;
        _expected = null;
        _mismatchedAt = 0;
        _mismatches = null;
        _reader.Read();
    }

    /// <summary>The length of the current member's name in UTF-8.</summary>
    public readonly int NameLength => _name.Length;

    /// <summary>Whether the value at hand is null.</summary>
    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    internal readonly JsonTokenType TokenType => _reader.TokenType;

    /// <summary>Whether the current member has this name.</summary>
    /// <param name="utf8">The name in UTF-8.</param>
    /// <returns>True if it has.</returns>
    public readonly bool NameIs(scoped ReadOnlySpan<byte> utf8) => _name.SequenceEqual(utf8);

    /// <summary>Whether the current member has this name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True if it has.</returns>
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

    /// <summary>Reads the members of the object at hand into a structure.</summary>
    /// <typeparam name="T">The structure's type.</typeparam>
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
            ReadOnlySpan<byte> rawName = _rawName;
            int nameStart = _nameStart;
            long at = _reader.TokenStartIndex;
            JsonTokenType token = _reader.TokenType;
            if (value.ReadMember(ref this))
            {
                if (_expected is not null)
                {
                    _depth = depth;
                    KeepMismatched(value, rawName, nameStart, (int)at);
                }
                // A member that claims its value but leaves it unread must not shift all that follows.
                else if (token is JsonTokenType.StartObject or JsonTokenType.StartArray && _reader.TokenStartIndex == at)
                    _reader.Skip();
            }
            else if (token != JsonTokenType.Null)
            {
                value.KeepUnknown(rawName, Raw());
            }
        }

        Leave(outer);
    }

    /// <summary>Reads an object of the API.</summary>
    /// <typeparam name="T">The structure's type.</typeparam>
    /// <param name="read">Reads the structure.</param>
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

    /// <summary>Reads an array. Null elements are left out.</summary>
    /// <typeparam name="T">The elements' type.</typeparam>
    /// <param name="read">Reads one element.</param>
    /// <returns>The elements; empty if the value is null.</returns>
    public IReadOnlyList<T> List<T>(JsonRead<T> read)
    {
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
        return list ?? (IReadOnlyList<T>)Array.Empty<T>();
    }

    /// <summary>Reads an object as a map. Entries whose value is null are left out.</summary>
    /// <remarks>A map with complex keys comes as an array of [key, value] pairs (PROTOCOL.md §6); the key is then its JSON text.</remarks>
    /// <typeparam name="T">The values' type.</typeparam>
    /// <param name="read">Reads one value.</param>
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
            string key = _reader.GetString()!;
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

    /// <summary>Reads any value as it is.</summary>
    /// <returns>The value, or null.</returns>
    public JsonElement? Element()
        => _reader.TokenType == JsonTokenType.Null ? null : JsonElement.ParseValue(ref _reader);

    // The value at hand as it stands in the answer; the reader is left at its end.
    internal ReadOnlySpan<byte> Raw()
    {
        int start = (int)_reader.TokenStartIndex;
        _reader.Skip();
        return _json.Slice(start, (int)_reader.BytesConsumed - start);
    }

    // Goes to the next member's value, keeping its name; false at the object's end.
    internal bool ReadName()
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndObject)
            return false;
        _rawName = _reader.ValueSpan;
        _nameStart = (int)_reader.TokenStartIndex + 1;
        _name = _reader.ValueIsEscaped ? JsonStringKey.Unescape(in _reader) : _rawName;
        _reader.Read();
        return true;
    }

    // Nothing but white space may follow the answer.
    internal void ReadEnd()
    {
        if (_reader.Read())
            throw Unreadable("the end of the answer");
    }

    internal readonly JsonFault Unreadable(string expected)
    {
        int start = (int)_reader.TokenStartIndex;
        return JsonFault.Unreadable(_json, start, expected);
    }

    private IReadOnlyDictionary<string, T> PairMap<T>(JsonRead<T> read)
    {
        int outer = Enter();
        // What the server calls the way to such a value is not known; an index that no schema has keeps it from being another's.
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
