using System;
using System.Buffers;
using System.Globalization;

namespace ZStack;

// A reusable buffer for the URL of a request.
internal sealed class UriText
{
    private const string Hex = "0123456789ABCDEF";
    private char[] _chars = new char[256];

    public int Length { get; private set; }

    public bool HasQuery { get; set; }

    // Null if the URL is only measured.
    public ArgumentValidation? Validation { get; init; }

    public ReadOnlySpan<char> Written => _chars.AsSpan(0, Length);

    public void Clear()
    {
        Length = 0;
        HasQuery = false;
        // Release the memory of a large URL.
        if (_chars.Length > 64 * 1024)
            _chars = new char[256];
    }

    public void Append(char c)
    {
        if (Length == _chars.Length)
            Grow(1);
        _chars[Length++] = c;
    }

    public void Append(string text) => Append(text.AsSpan());

    public void Append(ReadOnlySpan<char> text)
    {
        if (_chars.Length - Length < text.Length)
            Grow(text.Length);
        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    // Percent-encodes everything except the unreserved characters of RFC 3986, as UTF-8. A message names the API and the parameter.
    public void AppendEscaped(string text, string api, string parameter)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80)
            {
                if (IsUnreserved(c))
                    Append(c);
                else
                    AppendHex((byte)c);
            }
            else if (c < 0x800)
            {
                AppendHex((byte)(0xC0 | (c >> 6)));
                AppendHex((byte)(0x80 | (c & 0x3F)));
            }
            else if (char.IsSurrogate(c))
            {
                if (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                    SurrogatePairs.Require(text, "API " + api, parameter);
                int rune = char.ConvertToUtf32(c, text[++i]);
                AppendHex((byte)(0xF0 | (rune >> 18)));
                AppendHex((byte)(0x80 | ((rune >> 12) & 0x3F)));
                AppendHex((byte)(0x80 | ((rune >> 6) & 0x3F)));
                AppendHex((byte)(0x80 | (rune & 0x3F)));
            }
            else
            {
                AppendHex((byte)(0xE0 | (c >> 12)));
                AppendHex((byte)(0x80 | ((c >> 6) & 0x3F)));
                AppendHex((byte)(0x80 | (c & 0x3F)));
            }
        }
    }

    // Takes a query parameter out, with all its values; of a map also what is written as name.key.
    public bool RemoveParameter(string name)
    {
        var escaped = new UriText();
        escaped.AppendEscaped(name, string.Empty, name);
        string text = ToString();
        int query = text.IndexOf('?');
        if (query < 0)
            return false;
        string wanted = escaped.ToString();
        string[] parameters = text.Substring(query + 1).Split('&');
        string[] kept = Array.FindAll(parameters, parameter => !IsOf(parameter, wanted));
        if (kept.Length == parameters.Length)
            return false;
        Length = query;
        HasQuery = kept.Length > 0;
        if (HasQuery)
            Append("?" + string.Join("&", kept));
        return true;
    }

    public void Append(long value) => Append(value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => new(_chars, 0, Length);

    private static bool IsOf(string parameter, string name)
        => parameter.StartsWith(name, StringComparison.Ordinal) && (parameter.Length == name.Length || parameter[name.Length] is '=' or '.');

    private static bool IsUnreserved(char c)
        => (uint)((c | 0x20) - 'a') <= 'z' - 'a' || (uint)(c - '0') <= 9 || c is '-' or '.' or '_' or '~';

    private void AppendHex(byte value)
    {
        if (_chars.Length - Length < 3)
            Grow(3);
        _chars[Length] = '%';
        _chars[Length + 1] = Hex[value >> 4];
        _chars[Length + 2] = Hex[value & 15];
        Length += 3;
    }

    private void Grow(int more) => Array.Resize(ref _chars, Math.Max(_chars.Length * 2, Length + more));
}
