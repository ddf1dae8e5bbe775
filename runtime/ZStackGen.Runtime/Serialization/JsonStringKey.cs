using System;
using System.Text;
using System.Text.Json;

namespace ZStack;

// Compares rare names: names that are escaped in JSON, or not ASCII.
internal readonly ref struct JsonStringKey
{
    private readonly ReadOnlySpan<byte> _utf8;

    public JsonStringKey(ReadOnlySpan<byte> utf8) => _utf8 = utf8;

    public static byte[] Unescape(scoped in Utf8JsonReader reader)
    {
        byte[] buffer = new byte[reader.ValueSpan.Length];
        return buffer.AsSpan(0, reader.CopyString(buffer)).ToArray();
    }

    public bool Equals(string name) => _utf8.SequenceEqual(Encoding.UTF8.GetBytes(name));
}
