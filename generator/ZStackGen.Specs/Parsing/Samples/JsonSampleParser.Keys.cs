namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>Reads the names of members, and repairs their quotes.</summary>
internal sealed partial class JsonSampleParser
{
    private const int LongestKey = 128;

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
        _edits.Add(JsonSampleRepair.LostQuote, from, 0, "\"");
        bool closed = behind < _end && IsQuote(_text[behind]);
        if (!closed)
            _edits.Add(JsonSampleRepair.LostQuote, behind, 0, "\"");
        else if (_text[behind] != '"')
            _edits.Add(JsonSampleRepair.OtherQuotes, behind, 1, "\"");
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
            _edits.Add(JsonSampleRepair.LostQuote, behind, 0, "\"");
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
        _edits.Add(JsonSampleRepair.Truncated, from - 1, behind - from + 1, "");
        _position = behind;
        if (_state == State.Next && _comma >= 0)
            _edits.Add(JsonSampleRepair.ExtraComma, _comma, 1, "");
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
}
