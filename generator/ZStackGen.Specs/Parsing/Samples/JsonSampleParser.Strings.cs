namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>Reads strings, also in other quotes, and escapes their content.</summary>
internal sealed partial class JsonSampleParser
{
    private static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '‘' or '’' or '`' or '＂';

    private void ReadOtherQuotes(bool isKey)
    {
        char open = _text[_position];
        int from = _position + 1;
        int close = -1;
        for (int i = from; i < _end && _text[i] is not ('\n' or '\r'); i++)
        {
            if (_text[i] == '\\')
                i++;
            else if (ClosesQuote(open, _text[i]) && (isKey ? ColonFollows(i + 1) : EndsValue(i + 1)))
            {
                close = i;
                break;
            }
        }

        if (close < 0)
        {
            BreakOff();
            return;
        }

        _edits.Add(JsonSampleRepair.OtherQuotes, _position, 1, "\"");
        bool isEscaped = EscapeContent(from, close);
        if (_text[close] != '"')
            _edits.Add(JsonSampleRepair.OtherQuotes, close, 1, "\"");
        if (isKey)
            AddKey(from, close - from, close + 1, isEscaped);
        else
            AddValue(JsonSampleKind.String, from, close - from, close + 1, isEscaped);
    }

    private static bool ClosesQuote(char open, char c) => open is '\'' or '`' ? c == open || c == '’' : IsQuote(c) && c is not ('\'' or '`');

    /// <summary>Determines whether a value can end before <paramref name="at"/>: a separator, a line end or the end of the sample follows.</summary>
    private bool EndsValue(int at)
    {
        while (at < _end && _text[at] is ' ' or '\t')
            at++;
        return at >= _end || _text[at] is ',' or '}' or ']' or '\n' or '\r' || IsOtherComma(_text[at]);
    }

    private void ReadString()
    {
        int from = _position + 1;
        int i = from;
        bool isDirty = false;
        for (; i < _end; i++)
        {
            char c = _text[i];
            if (c == '"')
                break;
            if (c == '\\')
            {
                isDirty = true;
                i++;
            }
            else if (c < ' ' || char.IsSurrogate(c))
            {
                if (c is '\n' or '\r')
                    break;
                isDirty = true;
            }
        }

        if (i < _end && _text[i] == '"')
        {
            if (EndsValue(i + 1) || (i + 1 < _end && _text[i + 1] is '#' or '/') || FollowedByComment(i + 1))
            {
                bool isEscaped = isDirty && EscapeContent(from, i);
                AddValue(JsonSampleKind.String, from, i - from, i + 1, isEscaped);
            }
            else
            {
                ReadDoubtfulString(from, i);
            }

            return;
        }

        ReadBrokenString(from, System.Math.Min(i, _end));
    }

    private bool FollowedByComment(int at)
    {
        while (at < _end && _text[at] is ' ' or '\t')
            at++;
        return at < _end && (_text[at] is '#' or '…' || (_text[at] == '/' && at + 1 < _end && _text[at + 1] is '/' or '*'));
    }

    private void AddString(int from, int close, int behind)
    {
        bool isEscaped = EscapeContent(from, close);
        AddValue(JsonSampleKind.String, from, close - from, behind, isEscaped);
    }

    /// <summary>Escapes invalid characters of a string. Returns a value indicating whether the content contains a backslash.</summary>
    private bool EscapeContent(int from, int to)
    {
        bool isEscaped = false;
        for (int i = from; i < to; i++)
        {
            char c = _text[i];
            if (c == '"')
            {
                _edits.Add(JsonSampleRepair.InnerQuote, i, 0, "\\");
            }
            else if (c == '\\')
            {
                isEscaped = true;
                if (i + 1 < to && IsEscape(i + 1, to))
                    i++;
                else
                    _edits.Add(JsonSampleRepair.Character, i, 0, "\\");
            }
            else if (char.IsSurrogate(c))
            {
                // An unpaired surrogate, as left by a truncated text, cannot be encoded as UTF-8.
                if (char.IsHighSurrogate(c) && i + 1 < to && char.IsLowSurrogate(_text[i + 1]))
                    i++;
                else
                    _edits.Add(JsonSampleRepair.Character, i, 1, "\uFFFD");
            }
            else if (c < ' ')
            {
                string escape = c switch
                {
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ => "\\u" + ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture),
                };
                _edits.Add(JsonSampleRepair.Character, i, 1, escape);
            }
        }

        return isEscaped;
    }

    private bool IsEscape(int at, int to)
    {
        if (_text[at] != 'u')
            return _text[at] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't';
        for (int i = at + 1; i <= at + 4; i++)
        {
            if (i >= to || !System.Uri.IsHexDigit(_text[i]))
                return false;
        }

        return true;
    }
}
