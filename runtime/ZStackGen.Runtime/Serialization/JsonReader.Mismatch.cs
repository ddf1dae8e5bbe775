using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace ZStack.Serialization;

// Values that do not match the documented type: the member is kept as an unknown member, and the rest is read.
public ref partial struct JsonReader
{
    // The limit keeps a list from reporting the same mismatch for each of its elements.
    private const int MaxMismatches = 16;

    // The members that were kept as unknown members, with their paths.
    internal readonly List<JsonMismatch>? Mismatches => _mismatches;

    // Throws if a value outside any member did not match; the caller decides what to do.
    internal readonly void ThrowIfMismatched()
    {
        if (_expected is not null)
            throw JsonFault.Unreadable(_json, _mismatchedAt, _expected);
    }

    internal T Mismatch<T>(string expected)
    {
        Mismatch(expected);
        return default!;
    }

    private void Mismatch(string expected)
    {
        if (_isStrict)
            throw Unreadable(expected);
        if (_expected is not null)
            return;
        _expected = expected;
        _mismatchedAt = (int)_reader.TokenStartIndex;
    }

    // Continues after the value of the member, wherever inside it reading stopped.
    private void KeepMismatched(ZStackStructure value, int nameStart, int nameLength, int start)
    {
        var whole = new Utf8JsonReader(_json.Slice(start), JsonLimits.ReaderOptions);
        whole.Read();
        whole.Skip();
        int length = (int)whole.BytesConsumed;
        while (_reader.BytesConsumed < start + length)
            _reader.Read();
        value.KeepUnknown(_json.Slice(nameStart, nameLength), _json.Slice(start, length));
        if (_mismatches is not { Count: >= MaxMismatches })
            (_mismatches ??= []).Add(new JsonMismatch(Path(nameStart, nameLength), _expected!));
        _expected = null;
    }

    private readonly string Path(int nameStart, int nameLength)
    {
        Span<byte> path = stackalloc byte[SchemaClasses.MaxPath];
        int length = 0;
        for (int i = 0; i < _depth; i++)
        {
            if (!Append(path, ref length, _steps![i]))
                return "$";
        }

        if (!Append(path, ref length, new PathStep { Start = nameStart, Length = nameLength }))
            return "$";
        // The JSON may be a list itself, such as the resources of a ZQL result.
        return (path[0] == '[' ? "$" : "$.") + Encoding.UTF8.GetString(path.Slice(0, length).ToArray());
    }
}

// A member whose value does not match the documented type.
internal readonly struct JsonMismatch(string path, string expected)
{
    public string Path { get; } = path;

    public string Expected { get; } = expected;
}
