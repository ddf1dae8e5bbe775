using System;
using System.ComponentModel;
using System.Text;

namespace ZStack.Serialization;

/// <summary>Represents the name of a JSON member: a UTF-8 literal or a string.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct JsonName
{
    private JsonName(ReadOnlySpan<byte> utf8, string? text)
    {
        Utf8 = utf8;
        Text = text;
    }

    internal ReadOnlySpan<byte> Utf8 { get; }

    internal string? Text { get; }

    /// <summary>Converts a UTF-8 literal, such as <c>"uuid"u8</c>, to a name.</summary>
    /// <param name="utf8">The UTF-8 encoded name.</param>
    public static implicit operator JsonName(ReadOnlySpan<byte> utf8) => new(utf8, null);

    /// <summary>Converts a string to a name.</summary>
    /// <param name="text">The name.</param>
    public static implicit operator JsonName(string text) => new(default, text ?? throw new ArgumentNullException(nameof(text)));

    /// <summary>Converts a UTF-8 literal to a name.</summary>
    /// <param name="utf8">The UTF-8 encoded name.</param>
    /// <returns>The name.</returns>
    public static JsonName FromReadOnlySpan(ReadOnlySpan<byte> utf8) => utf8;

    /// <summary>Converts a string to a name.</summary>
    /// <param name="text">The name.</param>
    /// <returns>The name.</returns>
    public static JsonName FromString(string text) => text;

    /// <summary>Returns the name as a string.</summary>
    /// <returns>The name.</returns>
    public override string ToString()
    {
        if (Text is not null)
            return Text;
#if NETSTANDARD2_0
        return Encoding.UTF8.GetString(Utf8.ToArray());
#else
        return Encoding.UTF8.GetString(Utf8);
#endif
    }
}
