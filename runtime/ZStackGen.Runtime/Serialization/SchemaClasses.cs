using System;
using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace ZStack;

// The schema of a response: the classes of its objects by their paths (PROTOCOL.md §6). It is created when a structure with subclasses is first
// read, so that other responses cost nothing. It stores positions in the response instead of strings.
internal sealed class SchemaClasses
{
    // Servers send no longer paths; the limit bounds the work per object of a hostile response.
    public const int MaxPath = 256;

    // More paths with the same hash are not a coincidence but an attack.
    private const int MaxChain = 32;

    // The number of entries to search after the last path that was found, before using the hash table.
    private const int Ahead = 32;

    private static readonly SchemaClasses s_none = new();

    private Entry[] _entries = new Entry[8];
    private int _count;
    private int _next;
    private int[] _buckets = [];
    private byte[] _unescaped = [];
    private int _unescapedLength;

    private SchemaClasses()
    {
    }

    /// <param name="json">The response.</param>
    /// <param name="schema">The position of the schema, if it has been read already.</param>
    public static SchemaClasses Of(ReadOnlySpan<byte> json, (int Start, int Length) schema)
    {
        if (schema.Length > 0)
        {
            var met = new SchemaClasses();
            return met.TryRead(json, schema.Start, schema.Length) ? met : s_none;
        }

        int last = json.LastIndexOf("\"schema\""u8);
        if (last < 0)
            return s_none;
        var classes = new SchemaClasses();
        return classes.TryReadAtEnd(json, last) || classes.TryReadAnywhere(json) ? classes : s_none;
    }

    public bool IsEmpty => _count == 0;

    // Returns the name of the class without its package; null if the schema does not state it.
    public string? Find(ReadOnlySpan<byte> json, ReadOnlySpan<byte> path, string?[] strings)
    {
        int at = IndexOf(json, path);
        if (at < 0)
            return null;
        _next = at + 1;
        return SimpleName(Text(json, _entries[at].Class, _entries[at].ClassLength), strings);
    }

    // The server lists objects in the order in which they are read, so the path is usually among the next entries.
    private int IndexOf(ReadOnlySpan<byte> json, ReadOnlySpan<byte> path)
    {
        int end = Math.Min(_count, _next + Ahead);
        for (int i = _next; i < end; i++)
        {
            if (IsAt(i, json, path))
                return i;
        }

        if (_buckets.Length == 0)
            Link(json);
        int at = _buckets[Hash(path) & (_buckets.Length - 1)] - 1;
        while (at >= 0 && !IsAt(at, json, path))
            at = _entries[at].Next - 1;
        return at;
    }

    private bool IsAt(int at, ReadOnlySpan<byte> json, ReadOnlySpan<byte> path)
    {
        ref readonly Entry entry = ref _entries[at];
        return entry.PathLength == path.Length && Text(json, entry.Path, entry.PathLength).SequenceEqual(path);
    }

    private static string SimpleName(ReadOnlySpan<byte> name, string?[] strings)
    {
        name = name.Slice(name.LastIndexOfAny((byte)'.', (byte)'$') + 1);
        if (name.Length > StringCache.MaxLength)
            return Encoding.UTF8.GetString(name.ToArray());
        ref string? slot = ref StringCache.Slot(strings, name);
        return StringCache.Equals(slot, name) ? slot! : slot = Encoding.UTF8.GetString(name.ToArray());
    }

    // The schema is usually the last member of the response. Inside a string, its name would be escaped, so a match is a member name. If the text
    // ends after the schema and one brace, the member belongs to the response itself. This saves reading the response twice.
    private bool TryReadAtEnd(ReadOnlySpan<byte> json, int name)
    {
        if (!json.Slice(name).StartsWith("\"schema\":{"u8))
            return false;
        int start = name + "\"schema\":".Length;
        int end = json.Length;
        if (!EndsIn((byte)'}', json, ref end))
            return false;
        return TryRead(json, start, end - start);
    }

    private static bool EndsIn(byte mark, ReadOnlySpan<byte> json, ref int end)
    {
        while (end > 0 && json[end - 1] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')
            end--;
        return end > 0 && json[--end] == mark;
    }

    private bool TryReadAnywhere(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, JsonLimits.ReaderOptions);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isSchema = JsonStringKey.Equals(in reader, "schema"u8);
            reader.Read();
            isSchema &= reader.TokenType == JsonTokenType.StartObject;
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isSchema)
                return TryRead(json, start, (int)reader.BytesConsumed - start);
        }

        return false;
    }

    // Reads the paths and classes, if the text is one object without further content.
    private bool TryRead(ReadOnlySpan<byte> json, int start, int length)
    {
        _count = 0;
        _unescapedLength = 0;
        var reader = new Utf8JsonReader(json.Slice(start, length), JsonLimits.ReaderOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            Entry entry = default;
            bool isPath = Keep(in reader, start, out entry.Path, out entry.PathLength) && entry.PathLength <= MaxPath;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                reader.Skip();
                continue;
            }

            if (!Keep(in reader, start, out entry.Class, out entry.ClassLength) || !isPath)
                continue;
            if (_count == _entries.Length)
                Array.Resize(ref _entries, _count * 2);
            _entries[_count++] = entry;
        }

        for (int end = (int)reader.BytesConsumed; end < length; end++)
        {
            if (json[start + end] is not ((byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t'))
                return false;
        }

        return true;
    }

    // Gets the position of a string in the response, or the complement of its position among the unescaped strings. Returns false if it is not valid
    // Unicode text.
    private bool Keep(in Utf8JsonReader reader, int start, out int place, out int length)
    {
        length = reader.ValueSpan.Length;
        place = start + (int)reader.TokenStartIndex + 1;
        return !reader.ValueIsEscaped || TryUnescape(in reader, out place, ref length);
    }

    // Apart from the caller, which the JIT inlines only without a handler of exceptions.
    private bool TryUnescape(in Utf8JsonReader reader, out int place, ref int length)
    {
        if (_unescaped.Length < _unescapedLength + length)
            Array.Resize(ref _unescaped, Math.Max(_unescapedLength + length, _unescaped.Length * 2));
        place = ~_unescapedLength;
        try
        {
            length = reader.CopyString(_unescaped.AsSpan(_unescapedLength));
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        _unescapedLength += length;
        return true;
    }

    private ReadOnlySpan<byte> Text(ReadOnlySpan<byte> json, int place, int length)
        => place >= 0 ? json.Slice(place, length) : _unescaped.AsSpan(~place, length);

    private void Link(ReadOnlySpan<byte> json)
    {
        int size = 1;
        while (size < _count)
            size *= 2;
        _buckets = new int[size];
        for (int i = 0; i < _count; i++)
        {
            ref Entry entry = ref _entries[i];
            ref int bucket = ref _buckets[Hash(Text(json, entry.Path, entry.PathLength)) & (size - 1)];
            entry.Next = bucket;
            entry.Chain = bucket == 0 ? 0 : _entries[bucket - 1].Chain + 1;
            if (entry.Chain < MaxChain)
                bucket = i + 1;
        }
    }

    private static int Hash(ReadOnlySpan<byte> text)
    {
        ulong hash = (ulong)text.Length;
        while (text.Length >= 8)
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
            text = text.Slice(8);
        }

        foreach (byte b in text)
            hash = (hash ^ b) * 0x100000001B3;
        return (int)((hash * 0xC2B2AE3D27D4EB4F) >> 33);
    }

    private struct Entry
    {
        public int Path;
        public int PathLength;
        public int Class;
        public int ClassLength;

        // The next entry in the same bucket, counted from one, and the number of entries after it.
        public int Next;
        public int Chain;
    }
}
