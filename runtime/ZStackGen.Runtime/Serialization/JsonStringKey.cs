using System;
using System.Text;
using System.Text.Json;

namespace ZStack;

// Reads and compares rare names: names that are escaped in JSON, not ASCII, or not valid Unicode text.
internal readonly ref struct JsonStringKey
{
    private readonly ReadOnlySpan<byte> _utf8;

    public JsonStringKey(ReadOnlySpan<byte> utf8) => _utf8 = utf8;

    // An invalid name, such as half of a surrogate pair, stays as it is: no documented member has it.
    public static byte[] Unescape(scoped in Utf8JsonReader reader)
    {
        byte[] buffer = new byte[reader.ValueSpan.Length];
        try
        {
            return buffer.AsSpan(0, reader.CopyString(buffer)).ToArray();
        }
        catch (InvalidOperationException)
        {
            return reader.ValueSpan.ToArray();
        }
    }

    // ValueTextEquals of the reader would throw for an invalid name.
    public static bool Equals(scoped in Utf8JsonReader reader, scoped ReadOnlySpan<byte> name)
        => reader.ValueIsEscaped ? name.SequenceEqual(Unescape(in reader)) : name.SequenceEqual(reader.ValueSpan);

    // The string or name; as it is written if it is not valid.
    public static string Text(scoped in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
        }
    }

    public bool Equals(string name) => _utf8.SequenceEqual(Encoding.UTF8.GetBytes(name));
}
