using System;
using System.Buffers;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace ZStack;

// Which objects of an answer are of which class, by what its schema says (protocol §6). Made when a structure that has subclasses
// is first read, so that other answers pay nothing. The text is gone through once, and only where the schema has paths.
internal sealed class SchemaClasses
{
    private static readonly SchemaClasses s_none = new(0);

    // Where the objects begin, rising, and their classes.
    private readonly int[] _starts;
    private readonly string[] _classes;
    private int _count;

    private SchemaClasses(int capacity)
    {
        _starts = new int[capacity];
        _classes = new string[capacity];
    }

    public static SchemaClasses Of(ReadOnlySpan<byte> json, string?[] strings)
    {
        ReadOnlySpan<byte> schema = json.IndexOf("\"schema\""u8) < 0 ? default : Find(json);
        if (schema.IsEmpty)
            return s_none;
        byte[] texts = ArrayPool<byte>.Shared.Rent(schema.Length);
        try
        {
            Entry[] entries = Entries(schema, texts, out int count);
            // Sorted, the entries of one object and of all that is in it stand together.
            Array.Sort(entries, 0, count, new PathOrder(texts));
            var classes = new SchemaClasses(count);
            var reader = new Utf8JsonReader(json, JsonLimits.ReaderOptions);
            reader.Read();
            new Walk(classes, texts, entries, strings).Value(ref reader, 0, count, 0);
            return classes;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(texts);
        }
    }

    // The class's name without its package; null where the schema names none.
    public string? At(int start)
    {
        int found = Array.BinarySearch(_starts, 0, _count, start);
        return found < 0 ? null : _classes[found];
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, JsonLimits.ReaderOptions);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isSchema = reader.ValueTextEquals("schema"u8);
            reader.Read();
            isSchema &= reader.TokenType == JsonTokenType.StartObject;
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isSchema)
                return json.Slice(start, (int)reader.BytesConsumed - start);
        }

        return default;
    }

    // Paths and class names go into one buffer: together they are shorter than the schema.
    private static Entry[] Entries(ReadOnlySpan<byte> schema, byte[] texts, out int count)
    {
        var entries = new Entry[16];
        count = 0;
        int end = 0;
        var reader = new Utf8JsonReader(schema, JsonLimits.ReaderOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int path = reader.CopyString(texts.AsSpan(end));
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                reader.Skip();
                continue;
            }

            int name = reader.CopyString(texts.AsSpan(end + path));
            if (count == entries.Length)
                Array.Resize(ref entries, count * 2);
            entries[count++] = new Entry(end, path, name);
            end += path + name;
        }

        return entries;
    }

    private readonly struct Entry(int start, int length, int classLength)
    {
        public int Start { get; } = start;

        public int Length { get; } = length;

        public int ClassLength { get; } = classLength;
    }

    private sealed class PathOrder(byte[] texts) : IComparer<Entry>
    {
        public int Compare(Entry x, Entry y) => texts.AsSpan(x.Start, x.Length).SequenceCompareTo(texts.AsSpan(y.Start, y.Length));
    }

    // Goes through an answer and the sorted paths side by side. A path is compared as text, so that it may have dots in a map's key.
    private readonly ref struct Walk(SchemaClasses found, ReadOnlySpan<byte> texts, ReadOnlySpan<Entry> entries, string?[] strings)
    {
        private readonly SchemaClasses _found = found;
        private readonly ReadOnlySpan<byte> _texts = texts;
        private readonly ReadOnlySpan<Entry> _entries = entries;
        private readonly string?[] _strings = strings;

        // The reader stands at a value; the entries from first to last begin with its path, which has this length.
        public void Value(ref Utf8JsonReader reader, int first, int last, int length)
        {
            if (first < last && reader.TokenType == JsonTokenType.StartObject && _entries[first].Length == length)
                Note((int)reader.TokenStartIndex, _entries[first]);
            while (first < last && _entries[first].Length == length)
                first++;
            if (first == last)
                reader.Skip();
            else if (reader.TokenType == JsonTokenType.StartObject)
                Members(ref reader, first, last, length);
            else if (reader.TokenType == JsonTokenType.StartArray)
                Elements(ref reader, first, last, length);
        }

        private void Members(ref Utf8JsonReader reader, int first, int last, int length)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                ReadOnlySpan<byte> name = reader.ValueIsEscaped ? JsonStringKey.Unescape(in reader) : reader.ValueSpan;
                reader.Read();
                Step(ref reader, first, last, length, length == 0 ? default : "."u8, name);
            }
        }

        private void Elements(ref Utf8JsonReader reader, int first, int last, int length)
        {
            Span<byte> step = stackalloc byte[12];
            for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                Utf8Formatter.TryFormat(i, step, out int digits);
                step[digits] = (byte)']';
                Step(ref reader, first, last, length, "["u8, step.Slice(0, digits + 1));
            }
        }

        private void Step(ref Utf8JsonReader reader, int first, int last, int length, scoped ReadOnlySpan<byte> mark, scoped ReadOnlySpan<byte> step)
        {
            int begin = Bound(first, last, length, mark, step, 0);
            int end = Bound(begin, last, length, mark, step, 1);
            Value(ref reader, begin, end, length + mark.Length + step.Length);
        }

        // The first entry that goes on with the step (least 0), or that stands behind all of those (least 1).
        private int Bound(int first, int last, int length, scoped ReadOnlySpan<byte> mark, scoped ReadOnlySpan<byte> step, int least)
        {
            while (first < last)
            {
                int middle = first + ((last - first) / 2);
                if (Compare(_entries[middle], length, mark, step) < least)
                    first = middle + 1;
                else
                    last = middle;
            }

            return first;
        }

        private int Compare(Entry entry, int length, scoped ReadOnlySpan<byte> mark, scoped ReadOnlySpan<byte> step)
        {
            ReadOnlySpan<byte> rest = _texts.Slice(entry.Start + length, entry.Length - length);
            int order = Start(rest, mark.Length).SequenceCompareTo(mark);
            return order != 0 ? order : Start(rest.Slice(mark.Length), step.Length).SequenceCompareTo(step);
        }

        private void Note(int start, Entry entry)
        {
            ReadOnlySpan<byte> name = _texts.Slice(entry.Start + entry.Length, entry.ClassLength);
            name = name.Slice(name.LastIndexOfAny((byte)'.', (byte)'$') + 1);
            _found._starts[_found._count] = start;
            _found._classes[_found._count++] = Text(name);
        }

        private string Text(ReadOnlySpan<byte> name)
        {
            if (name.Length > StringCache.MaxLength)
                return Encoding.UTF8.GetString(name.ToArray());
            ref string? slot = ref StringCache.Slot(_strings, name);
            return StringCache.Equals(slot, name) ? slot! : slot = Encoding.UTF8.GetString(name.ToArray());
        }

        private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> text, int length) => text.Length <= length ? text : text.Slice(0, length);
    }
}
