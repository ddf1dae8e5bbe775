namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>Reads strings and names of members, and repairs their quotes.</summary>
internal sealed partial class JsonSampleParser
{
    private const int LongestKey = 128;

    // Searches that have failed up to these positions are not repeated. This keeps the parser linear.
    private int _noQuoteUpTo = -1;
    private int _noEndUpTo = -1;
    private int _noObjectEndUpTo = -1;
    private int _noArrayEndUpTo = -1;

    private static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '‘' or '’' or '`' or '＂';

    /// <summary>Determines whether <c>"name":</c> is at <paramref name="at"/>.</summary>
    private bool StartsQuotedKey(int at)
    {
        int i = at + 1;
        while (i < _end && i - at < LongestKey && IsWordCharacter(_text[i]))
            i++;
        return i > at + 1 && i < _end && IsQuote(_text[i]) && ColonFollows(i + 1);
    }

    /// <summary>Determines whether the name of a member starts at <paramref name="at"/>, with or without quotes.</summary>
    /// <param name="at">The position.</param>
    /// <param name="mayBeBare">Whether a name without quotes is accepted. A line of prose can start like this, too (<c>Note:</c>).</param>
    private bool StartsKey(int at, bool mayBeBare)
    {
        if (IsQuote(_text[at]))
            return true;
        int i = at;
        while (i < _end && i - at < LongestKey && IsWordCharacter(_text[i]))
            i++;
        if (i == at)
            return false;
        if (i < _end && IsQuote(_text[i]))
            i++;
        else if (!mayBeBare)
            return false;
        return ColonFollows(i);
    }

    private bool ColonFollows(int at)
    {
        while (at < _end && _text[at] is ' ' or '\t')
            at++;
        return at < _end && _text[at] is ':' or '：';
    }

    private void ReadKey()
    {
        char c = _text[_position];
        if (c == '"')
        {
            ReadQuotedKey();
            return;
        }

        if (IsQuote(c))
        {
            ReadOtherQuotes(isKey: true);
            return;
        }

        int from = _position;
        int behind = from;
        while (behind < _end && IsWordCharacter(_text[behind]))
            behind++;
        _edits.Add(JsonSampleMend.LostQuote, from, 0, "\"");
        bool closed = behind < _end && IsQuote(_text[behind]);
        if (!closed)
            _edits.Add(JsonSampleMend.LostQuote, behind, 0, "\"");
        else if (_text[behind] != '"')
            _edits.Add(JsonSampleMend.OtherQuotes, behind, 1, "\"");
        AddKey(from, behind - from, closed ? behind + 1 : behind, isEscaped: false);
    }

    private void ReadQuotedKey()
    {
        int from = _position + 1;
        int i = from;
        while (i < _end && _text[i] is not ('"' or '\\' or ':' or '：' or '\n' or '\r' or ',' or '{' or '}') && _text[i] >= ' ' && !char.IsSurrogate(_text[i]))
            i++;
        if (i < _end && _text[i] == '"')
        {
            AddKey(from, i - from, i + 1, isEscaped: false);
            return;
        }

        // In `"name: "x"`, the closing quote was lost before the colon. In `"a:b": 1`, the colon is part of the name.
        if (i < _end && _text[i] is ':' or '：' && !KeyClosesBehind(i))
        {
            int behind = i;
            while (behind > from && _text[behind - 1] == ' ')
                behind--;
            _edits.Add(JsonSampleMend.LostQuote, behind, 0, "\"");
            AddKey(from, behind - from, behind, isEscaped: false);
            return;
        }

        int close = from;
        while (close < _end && _text[close] is not ('"' or '\n' or '\r'))
            close += _text[close] == '\\' ? 2 : 1;
        if (close < _end && _text[close] == '"')
        {
            bool isEscaped = EscapeContent(from, close);
            AddKey(from, close - from, close + 1, isEscaped);
            return;
        }

        close = System.Math.Min(close, _end);
        int next = close;
        while (next < _end && char.IsWhiteSpace(_text[next]))
            next++;
        if (next < _end && _text[next] is '"' or '}' or ']')
            BreakOff();
        else
            CutKey(from, close);
    }

    /// <summary>
    /// Determines whether the next quote on the line is followed by a colon, so that the colon at <paramref name="at"/> is part of the name.
    /// </summary>
    private bool KeyClosesBehind(int at)
    {
        int limit = System.Math.Min(_end, at + LongestKey);
        for (int i = at; i < limit && _text[i] is not ('\n' or '\r'); i++)
        {
            if (_text[i] == '"')
                return _text[i - 1] is not (' ' or ':' or '：') && ColonFollows(i + 1);
        }

        return false;
    }

    /// <summary>Removes a name that is cut off by the end of the sample.</summary>
    private void CutKey(int from, int behind)
    {
        _edits.Add(JsonSampleMend.Truncated, from - 1, behind - from + 1, "");
        _position = behind;
        if (_state == State.Next && _comma >= 0)
            _edits.Add(JsonSampleMend.ExtraComma, _comma, 1, "");
        _state = State.After;
        _tokenEnd = behind;
        _lostComma = -1;
    }

    private void AddKey(int offset, int length, int behind, bool isEscaped)
    {
        SetLostComma();
        Tokens.Add(JsonSampleKind.String, offset, length, isKey: true, isEscaped);
        _position = behind;
        _tokenEnd = behind;
    }

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

        _edits.Add(JsonSampleMend.OtherQuotes, _position, 1, "\"");
        bool isEscaped = EscapeContent(from, close);
        if (_text[close] != '"')
            _edits.Add(JsonSampleMend.OtherQuotes, close, 1, "\"");
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

    /// <summary>Reads a string whose closing quote at <paramref name="close"/> is not followed by a separator.</summary>
    private void ReadDoubtfulString(int from, int close)
    {
        // `"abc"",`: the second quote is redundant.
        if (_text[close + 1] == '"' && EndsValue(close + 2))
        {
            _edits.Add(JsonSampleMend.LostQuote, close + 1, 1, "");
            AddString(from, close, close + 2);
            return;
        }

        // `"{"uuid":"x"}"`: unescaped JSON inside a string.
        if (_text[from] is '{' or '[' && NestedEnd(from, _text[from] == '{' ? '}' : ']') is var nested and >= 0)
        {
            AddString(from, nested, nested + 1);
            return;
        }

        // `"abc, "next": 1`: this quote opens the next name, and the closing quote was lost.
        if (StartsQuotedKey(close))
        {
            int behind = close;
            while (behind > from && _text[behind - 1] is ' ' or '\t')
                behind--;
            if (behind > from && _text[behind - 1] == ',')
                behind--;
            _edits.Add(JsonSampleMend.LostQuote, behind, 0, "\"");
            AddString(from, behind, behind);
            return;
        }

        // `"a" "b"`, `"a" "next": 1`: the comma was lost. Otherwise, the quotes belong to the text: `"say "yes" now"`.
        int next = close + 1;
        while (next < _end && _text[next] is ' ' or '\t')
            next++;
        bool lostComma = next < _end && (InObject ? StartsKey(next, mayBeBare: false) : IsQuote(_text[next])) && next > close + 1;
        int outer = lostComma || (next < _end && _text[next] is '{' or '[') ? -1 : OuterEnd(close + 1);
        AddString(from, outer < 0 ? close : outer, (outer < 0 ? close : outer) + 1);
    }

    /// <summary>Returns the next quote of the line that is followed by a separator; -1 if there is none.</summary>
    private int OuterEnd(int at)
    {
        if (at < _noEndUpTo)
            return -1;
        int i = at;
        for (; i < _end && _text[i] is not ('\n' or '\r'); i++)
        {
            if (_text[i] == '\\')
                i++;
            else if (_text[i] == '"' && EndsValue(i + 1))
                return i;
            else if (_text[i] == '"' && StartsQuotedKey(i))
                break;
        }

        _noEndUpTo = i;
        return -1;
    }

    /// <summary>Returns the quote after the closing bracket of JSON inside a string; -1 if there is none on the line.</summary>
    private int NestedEnd(int at, char bracket)
    {
        ref int noEndUpTo = ref bracket == '}' ? ref _noObjectEndUpTo : ref _noArrayEndUpTo;
        if (at < noEndUpTo)
            return -1;
        int i = at;
        for (; i + 1 < _end && _text[i] is not ('\n' or '\r'); i++)
        {
            if (_text[i] == bracket && _text[i + 1] == '"' && EndsValue(i + 2))
                return i + 1;
        }

        noEndUpTo = i;
        return -1;
    }

    /// <summary>Reads a string without a closing quote on its line.</summary>
    private void ReadBrokenString(int from, int lineEnd)
    {
        int next = lineEnd;
        while (next < _end && char.IsWhiteSpace(_text[next]))
            next++;
        if (next < _end && _text[next] is not ('"' or '}' or ']') && lineEnd >= _noQuoteUpTo)
        {
            // A long text that is wrapped over several lines continues to its quote.
            int close = CloseQuote(lineEnd);
            if (close < 0)
                _noQuoteUpTo = _end;
            else if (EndsValue(close + 1))
            {
                AddString(from, close, close + 1);
                return;
            }
        }

        int behind = lineEnd;
        if (next >= _end || _text[next] is not ('"' or '}' or ']'))
            behind = BeforeLastBrackets(from, lineEnd);
        while (behind > from && char.IsWhiteSpace(_text[behind - 1]))
            behind--;
        int comma = behind > from && _text[behind - 1] == ',' ? 1 : 0;
        behind -= comma;
        if (behind < lineEnd || next < _end)
            _edits.Add(JsonSampleMend.LostQuote, behind, 0, "\"");
        else
            _edits.Add(JsonSampleMend.Truncated, behind, 0, "\"");
        AddString(from, behind, behind);
    }

    /// <summary>In <c>"abc } ]Change History</c>, returns the start of the brackets that close everything; the end if there are none.</summary>
    private int BeforeLastBrackets(int from, int to)
    {
        int run = 0;
        int begin = to;
        for (int i = from; i < to; i++)
        {
            if (_text[i] is '}' or ']')
            {
                begin = run++ == 0 ? i : begin;
                if (run == _depth)
                    return begin;
            }
            else if (!char.IsWhiteSpace(_text[i]))
            {
                run = 0;
            }
        }

        return to;
    }

    private int CloseQuote(int from)
    {
        for (int i = from; i < _end; i++)
        {
            if (_text[i] == '\\')
                i++;
            else if (_text[i] == '"')
                return i;
        }

        return -1;
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
                _edits.Add(JsonSampleMend.InnerQuote, i, 0, "\\");
            }
            else if (c == '\\')
            {
                isEscaped = true;
                if (i + 1 < to && IsEscape(i + 1, to))
                    i++;
                else
                    _edits.Add(JsonSampleMend.Character, i, 0, "\\");
            }
            else if (char.IsSurrogate(c))
            {
                // An unpaired surrogate, as left by a truncated text, cannot be encoded as UTF-8.
                if (char.IsHighSurrogate(c) && i + 1 < to && char.IsLowSurrogate(_text[i + 1]))
                    i++;
                else
                    _edits.Add(JsonSampleMend.Character, i, 1, "\uFFFD");
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
                _edits.Add(JsonSampleMend.Character, i, 1, escape);
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
