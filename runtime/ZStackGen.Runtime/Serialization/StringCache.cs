using System;
using System.Buffers.Binary;
#if NET8_0_OR_GREATER
using System.Text;
#endif

namespace ZStack;

// Responses repeat strings, such as states, types and UUIDs. Each thread caches short strings and reuses them.
internal static class StringCache
{
    // A UUID with dashes is the longest string that is likely to repeat.
    public const int MaxLength = 36;

    private const int Slots = 256;

    [ThreadStatic]
    private static string?[]? s_strings;

    public static string?[] OfThread => s_strings ??= new string?[Slots];

    // Returns the slot of a string.
    public static ref string? Slot(string?[] cache, ReadOnlySpan<byte> utf8)
    {
        ulong hash = (ulong)utf8.Length;
        if (utf8.Length >= 8)
        {
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(utf8) * 0x9E3779B97F4A7C15;
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(utf8.Slice(utf8.Length - 8)) * 0xC2B2AE3D27D4EB4F;
        }
        else
        {
            foreach (byte b in utf8)
                hash = (hash * 31) + b;
            hash *= 0x9E3779B97F4A7C15;
        }

        return ref cache[(int)(hash >> 56) & (Slots - 1)];
    }

    public static bool Equals(string? text, ReadOnlySpan<byte> utf8)
    {
        if (text is null || text.Length != utf8.Length)
            return false;
#if NET8_0_OR_GREATER
        return Ascii.Equals(utf8, text);
#else
        for (int i = 0; i < utf8.Length; i++)
            if (utf8[i] != text[i] || utf8[i] >= 0x80)
                return false;
        return true;
#endif
    }
}
