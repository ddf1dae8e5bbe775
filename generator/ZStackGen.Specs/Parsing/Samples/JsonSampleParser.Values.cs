using System;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>Reads numbers, literals, and other words.</summary>
internal sealed partial class JsonSampleParser
{
    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '$';

    private static bool IsDelimiter(char c) => c is ',' or '}' or ']' or ' ' or '\n' or '\r' or '\t' or ':' or '#' or '/' || IsOtherComma(c);

    /// <summary>Determines whether a character replaces a comma, as typed in another input mode.</summary>
    private static bool IsOtherComma(char c) => c is '，' or ';' or '；' or '、';

    private static bool StartsValue(char c) => c is '"' or '{' or '[' or '-' or '<' || IsQuote(c) || char.IsLetterOrDigit(c);

    /// <summary>Reads a value that is valid JSON without quotes.</summary>
    private bool TryReadNumberOrLiteral()
    {
        char c = _text[_position];
        if (c is '-' or (>= '0' and <= '9'))
        {
            int behind = NumberEnd(_position);
            if (behind < 0 || (behind < _end && !IsDelimiter(_text[behind])))
                return false;

            // `10.0.0.0/24` and `12:30` start like a number.
            if (behind < _end && _text[behind] is '/' or ':' && !(_text[behind] == '/' && behind + 1 < _end && _text[behind + 1] is '/' or '*'))
                return false;
            AddValue(JsonSampleKind.Number, _position, behind - _position, behind);
            return true;
        }

        return c switch
        {
            't' => TryReadLiteral("true", JsonSampleKind.Boolean),
            'f' => TryReadLiteral("false", JsonSampleKind.Boolean),
            'n' => TryReadLiteral("null", JsonSampleKind.Null),
            _ => false,
        };
    }

    private bool TryReadLiteral(string literal, JsonSampleKind kind)
    {
        int behind = _position + literal.Length;
        if (behind > _end || string.CompareOrdinal(_text, _position, literal, 0, literal.Length) != 0 || (behind < _end && !IsDelimiter(_text[behind])))
            return false;
        AddValue(kind, _position, literal.Length, behind);
        return true;
    }

    /// <summary>Returns the end of the number at <paramref name="at"/> by the JSON grammar; -1 if it is not a number.</summary>
    private int NumberEnd(int at)
    {
        int i = at;
        if (_text[i] == '-')
            i++;
        if (i >= _end || !IsDigit(_text[i]))
            return -1;
        if (_text[i] == '0')
            i++;
        else
            i = SkipDigits(i);
        if (i < _end && _text[i] == '.')
        {
            int fraction = SkipDigits(i + 1);
            if (fraction == i + 1)
                return -1;
            i = fraction;
        }

        if (i < _end && _text[i] is 'e' or 'E')
        {
            int digits = i + 1 < _end && _text[i + 1] is '+' or '-' ? i + 2 : i + 1;
            i = SkipDigits(digits);
            if (i == digits)
                return -1;
        }

        return i;
    }

    private int SkipDigits(int i)
    {
        while (i < _end && IsDigit(_text[i]))
            i++;
        return i;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>
    /// Reads a value without quotes, up to the next separator on its line: <c>True</c>, <c>192.168.1.1</c>, <c>abc"</c>, <c>01</c>.
    /// </summary>
    private void ReadWord()
    {
        int from = _position;
        int behind = from;
        while (behind < _end && _text[behind] is not (',' or '}' or ']' or '\n' or '\r' or '"') && !IsOtherComma(_text[behind]) && !StartsCommentBehindSpace(behind))
            behind++;
        bool lostOpeningQuote = behind < _end && _text[behind] == '"';
        int trimmed = behind;
        while (trimmed > from && char.IsWhiteSpace(_text[trimmed - 1]))
            trimmed--;
        if (lostOpeningQuote && StartsQuotedKey(behind))
            lostOpeningQuote = false;
        if (trimmed == from || !(StartsValue(_text[from]) || _text[from] is '+' or '.' or '/' or '@' or '*' or '$' or '('))
        {
            BreakOff();
            return;
        }

        string word = _text.Substring(from, trimmed - from);
        if (lostOpeningQuote)
        {
            // The closing quote exists, so only the opening quote was lost.
            _edits.Add(JsonSampleRepair.LostQuote, from, 0, "\"");
            bool escaped = EscapeContent(from, behind);
            AddValue(JsonSampleKind.String, from, behind - from, behind + 1, escaped);
            return;
        }

        (JsonSampleKind kind, string json) = Literal(word);
        if (kind != JsonSampleKind.String)
        {
            _edits.Add(JsonSampleRepair.BareWord, from, word.Length, json);
            AddValue(kind, from, word.Length, trimmed);
            return;
        }

        _edits.Add(JsonSampleRepair.BareWord, from, 0, "\"");
        bool isEscaped = EscapeContent(from, trimmed);
        _edits.Add(JsonSampleRepair.BareWord, trimmed, 0, "\"");
        AddValue(JsonSampleKind.String, from, word.Length, trimmed, isEscaped);
    }

    private static (JsonSampleKind Kind, string Json) Literal(string word)
    {
        if (word.Equals("true", StringComparison.OrdinalIgnoreCase))
            return (JsonSampleKind.Boolean, "true");
        if (word.Equals("false", StringComparison.OrdinalIgnoreCase))
            return (JsonSampleKind.Boolean, "false");
        if (word.Equals("null", StringComparison.OrdinalIgnoreCase) || word is "None" or "nil" or "undefined" or "NaN")
            return (JsonSampleKind.Null, "null");
        return (JsonSampleKind.String, word);
    }

    private bool StartsCommentBehindSpace(int at) =>
        _text[at] is '#' or '/' && at > _start && char.IsWhiteSpace(_text[at - 1]) && (_text[at] == '#' || (at + 1 < _end && _text[at + 1] == '/'));

    /// <summary>Reads a placeholder such as <c>{uuid}</c> as a string.</summary>
    private bool TryReadPlaceholder()
    {
        int i = _position + 1;
        while (i < _end && i - _position < 64 && IsWordCharacter(_text[i]))
            i++;
        if (i == _position + 1 || !char.IsLetter(_text[_position + 1]) || i >= _end || _text[i] != '}')
            return false;
        _edits.Add(JsonSampleRepair.BareWord, _position, 0, "\"");
        _edits.Add(JsonSampleRepair.BareWord, i + 1, 0, "\"");
        AddValue(JsonSampleKind.String, _position, i + 1 - _position, i + 1);
        return true;
    }
}
