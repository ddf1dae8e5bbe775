using System;
using System.Globalization;
using System.Text;

namespace ZStack;

// A text without JSON escapes, percent-encoding, markup entities and letter case, so that a secret has one form however it was encoded.
// Each character knows the source bytes that it was decoded from.
internal sealed class CanonicalText
{
    // Bounds the work for hostile input; servers do not encode a text more often than this.
    private const int MaxRounds = 8;

    private readonly char[] _characters;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private int _length;

    private CanonicalText(int capacity)
    {
        _characters = new char[capacity];
        _starts = new int[capacity];
        _ends = new int[capacity];
    }

    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, _length);

    public int StartOf(int at) => _starts[at];

    public int EndOf(int at) => _ends[at];

    public static CanonicalText Of(ReadOnlySpan<byte> utf8)
    {
        var text = new CanonicalText(utf8.Length);
        for (int i = 0; i < utf8.Length;)
            i += text.AddUtf8(utf8.Slice(i), i, 1);
        for (int round = 0; round < MaxRounds && text.Decode(); round++)
        {
            // Each round undoes one layer.
        }

        text.Fold();
        return text;
    }

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text)).Characters.ToString();

    // Adds the character that the bytes begin with. Each byte stands for `scale` bytes of the source. Returns the number of bytes used.
    private int AddUtf8(ReadOnlySpan<byte> bytes, int start, int scale)
    {
        int length = bytes[0] < 0x80 ? 1 : bytes[0] < 0xC2 ? 0 : bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : bytes[0] < 0xF5 ? 4 : 0;
        bool isValid = length > 0 && length <= bytes.Length;
        for (int i = 1; isValid && i < length; i++)
            isValid = (bytes[i] & 0xC0) == 0x80;
        if (!isValid || length == 1)
        {
            Add((char)bytes[0], start, start + scale);
            return 1;
        }

        int rune = bytes[0] & (0xFF >> (length + 1));
        for (int i = 1; i < length; i++)
            rune = (rune << 6) | (bytes[i] & 0x3F);
        AddRune(rune, start, start + (length * scale));
        return length;
    }

    private void AddRune(int rune, int start, int end)
    {
        if (rune is < 0x10000 or > 0x10FFFF)
        {
            Add((char)rune, start, end);
            return;
        }

        Add((char)(0xD800 + ((rune - 0x10000) >> 10)), start, end);
        Add((char)(0xDC00 + ((rune - 0x10000) & 0x3FF)), start, end);
    }

    private void Add(char c, int start, int end)
    {
        _characters[_length] = c;
        _starts[_length] = start;
        _ends[_length++] = end;
    }

    // Removes one layer of encoding in place, which only shortens the text. Returns true if the text changed.
    private bool Decode()
    {
        int count = _length;
        int lead = -1;
        bool isChanged = false;
        _length = 0;
        Span<byte> run = stackalloc byte[4];
        for (int i = 0; i < count;)
        {
            int used = 1;
            char c = _characters[i];
            int start = lead >= 0 ? lead : _starts[i];
            lead = -1;
            switch (c)
            {
                case '\\' when Hex(i + 2, 4, count) is >= 0 and int unit && Char(i + 1, count) is 'u' or 'U':
                    used = 6;
                    Add((char)unit, start, _ends[i + 5]);
                    break;
                case '\\' when i + 1 < count:
                    // Drop the backslash and keep the next character; the backslashes of a secret are dropped the same way.
                    lead = start;
                    break;
                case '\\':
                    break;
                case '%' when Hex(i + 1, 2, count) >= 0:
                    used = Percent(i, start, count, run);
                    break;
                case '&' when Entity(i, count, out int rune) is > 0 and int length:
                    used = length;
                    int end = _ends[i + length - 1];
                    AddRune(rune, start, end);
                    break;
                default:
                    Add(c, start, _ends[i]);
                    break;
            }

            isChanged |= used > 1 || c == '\\';
            i += used;
        }

        return isChanged;
    }

    // Decodes the percent-encoded bytes of one character and returns the number of characters that they take up.
    private int Percent(int at, int start, int count, Span<byte> run)
    {
        int length = 0;
        while (length < run.Length && Char(at + (length * 3), count) == '%' && Hex(at + (length * 3) + 1, 2, count) is >= 0 and int value)
            run[length++] = (byte)value;
        int before = _length;
        int bytes = AddUtf8(run.Slice(0, length), start, 1);
        int end = _ends[at + (bytes * 3) - 1];
        for (int i = before; i < _length; i++)
            _ends[i] = end;
        return bytes * 3;
    }

    private int Entity(int at, int count, out int rune)
    {
        rune = 0;
        int end = at + 1;
        while (end < count && end - at < 10 && _characters[end] != ';')
            end++;
        if (Char(end, count) != ';')
            return 0;
        string name = new string(_characters, at + 1, end - at - 1).ToUpperInvariant();
        rune = name switch
        {
            "AMP" => '&',
            "LT" => '<',
            "GT" => '>',
            "QUOT" => '"',
            "APOS" => '\'',
            "PLUS" => '+',
            "SOL" => '/',
            "EQUALS" => '=',
            _ => Number(name),
        };
        return rune is > 0 and <= 0x10FFFF ? end - at + 1 : 0;
    }

    private static int Number(string name)
    {
        if (name.Length < 2 || name[0] != '#')
            return 0;
        bool isHex = name[1] == 'X';
        string digits = name.Substring(isHex ? 2 : 1);
        return int.TryParse(digits, isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
    }

    // Removes letter case and the difference between a control character and its escape; a plus sign may stand for a space.
    private void Fold()
    {
        for (int i = 0; i < _length; i++)
        {
            _characters[i] = _characters[i] switch
            {
                ' ' => '+',
                '\n' => 'n',
                '\r' => 'r',
                '\t' => 't',
                '\b' => 'b',
                '\f' => 'f',
                char c => char.ToLowerInvariant(c),
            };
        }
    }

    private char Char(int at, int count) => at < count ? _characters[at] : '\0';

    // Returns the value of hexadecimal digits; -1 if they are not hexadecimal.
    private int Hex(int at, int digits, int count)
    {
        if (at + digits > count)
            return -1;
        int value = 0;
        for (int i = at; i < at + digits; i++)
        {
            char c = (char)(_characters[i] | 0x20);
            int digit = _characters[i] is >= '0' and <= '9' ? _characters[i] - '0' : c is >= 'a' and <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0)
                return -1;
            value = (value * 16) + digit;
        }

        return value;
    }
}
