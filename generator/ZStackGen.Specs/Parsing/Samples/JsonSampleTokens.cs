using System;
using System.Globalization;
using System.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>A token of a sample. A member is an <see cref="IsKey"/> token followed by the tokens of its value.</summary>
internal struct JsonSampleToken
{
    /// <summary>The kind of the value. A key is a <see cref="JsonSampleKind.String"/>.</summary>
    public JsonSampleKind Kind;

    /// <summary>True if the token is the name of a member.</summary>
    public bool IsKey;

    /// <summary>True if the content contains a backslash and must be decoded.</summary>
    public bool IsEscaped;

    /// <summary>The offset of the value; for a string, of its content.</summary>
    public int Offset;

    /// <summary>The length of the value; for a string, of its content.</summary>
    public int Length;

    /// <summary>The index of the token after this value and its content.</summary>
    public int Next;
}

/// <summary>The tokens of a text in document order. The list is flat, so deep nesting needs no stack.</summary>
/// <param name="text">The text that the offsets refer to.</param>
/// <param name="length">The length of the part of the text that the sample is in.</param>
internal sealed class JsonSampleTokens(string text, int length)
{
    /// <summary>The usual length of a token with its separators, so that the array seldom grows.</summary>
    private const int UsualLength = 20;

    private JsonSampleToken[] _items = new JsonSampleToken[Math.Min(Math.Max(length / UsualLength, 4), 512)];

    /// <summary>Gets the text that the offsets refer to.</summary>
    public string Text { get; } = text;

    /// <summary>Gets the tokens. Only the first <see cref="Count"/> are used.</summary>
    public JsonSampleToken[] Items => _items;

    /// <summary>Gets the number of tokens.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a token and returns its index.</summary>
    public int Add(JsonSampleKind kind, int offset, int length, bool isKey = false, bool isEscaped = false)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        ref JsonSampleToken token = ref _items[Count];
        token.Kind = kind;
        token.IsKey = isKey;
        token.IsEscaped = isEscaped;
        token.Offset = offset;
        token.Length = length;
        token.Next = Count + 1;
        return Count++;
    }

    /// <summary>Removes the last token.</summary>
    public void RemoveLast() => Count--;

    /// <summary>Returns the decoded content of a string or key; otherwise, the text of the token.</summary>
    public string TextOf(int index)
    {
        JsonSampleToken token = _items[index];
        return token.IsEscaped ? Decode(token.Offset, token.Length) : Text.Substring(token.Offset, token.Length);
    }

    /// <summary>Determines whether <see cref="TextOf"/> returns <paramref name="text"/>.</summary>
    public bool IsText(int index, string text)
    {
        ref JsonSampleToken token = ref _items[index];
        return token.IsEscaped ? TextOf(index) == text : Text.AsSpan(token.Offset, token.Length).SequenceEqual(text.AsSpan());
    }

    private string Decode(int offset, int length)
    {
        var content = new StringBuilder(length);
        int end = offset + length;
        for (int i = offset; i < end; i++)
        {
            char c = Text[i];
            if (c != '\\' || i + 1 >= end)
            {
                content.Append(c);
                continue;
            }

            c = Text[++i];
            switch (c)
            {
                case 'n': content.Append('\n'); break;
                case 't': content.Append('\t'); break;
                case 'r': content.Append('\r'); break;
                case 'b': content.Append('\b'); break;
                case 'f': content.Append('\f'); break;
                case 'u' when i + 4 < end && int.TryParse(Text.Substring(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code):
                    content.Append((char)code);
                    i += 4;
                    break;
                default: content.Append(c); break;
            }
        }

        return content.ToString();
    }
}
