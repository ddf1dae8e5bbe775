using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;

namespace ZStack;

// Stores unknown members as JSON ({"a":1,"b":[…]}), which is parsed on first use.
internal sealed class UnknownMemberBag
{
    private byte[] _json = Array.Empty<byte>();
    private int _length;
    private Dictionary<string, JsonElement>? _members;

    public IReadOnlyDictionary<string, JsonElement> Members
        => Volatile.Read(ref _members) ?? Interlocked.CompareExchange(ref _members, Parse(), null) ?? _members!;

    // The name is passed without quotes, escaped as in JSON.
    public void Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        int needed = (_length == 0 ? 1 : _length) + name.Length + value.Length + 4;
        if (_json.Length < needed)
            Array.Resize(ref _json, _length == 0 ? needed : Math.Max(needed, _length * 2));

        // Overwrite the closing brace with a comma.
        int at = _length == 0 ? 0 : _length - 1;
        _json[at] = (byte)(_length == 0 ? '{' : ',');
        _json[++at] = (byte)'"';
        name.CopyTo(_json.AsSpan(++at));
        at += name.Length;
        _json[at++] = (byte)'"';
        _json[at++] = (byte)':';
        value.CopyTo(_json.AsSpan(at));
        at += value.Length;
        _json[at++] = (byte)'}';
        _length = at;
        _members = null;
    }

    public void WriteTo(Utf8JsonWriter writer)
    {
        ReadOnlySpan<byte> json = _json.AsSpan(0, _length);
        var reader = new Utf8JsonReader(json, JsonLimits.ReaderOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            writer.WritePropertyName(JsonStringKey.Text(in reader));
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            writer.WriteRawValue(json.Slice(start, (int)reader.BytesConsumed - start), skipInputValidation: true);
        }
    }

    private Dictionary<string, JsonElement> Parse()
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(_json.AsSpan(0, _length), JsonLimits.ReaderOptions);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = JsonStringKey.Text(in reader);
            reader.Read();
            members[name] = JsonElement.ParseValue(ref reader);
        }

        return members;
    }
}
