namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>Finds the end of strings with lost, doubled or unescaped quotes.</summary>
internal sealed partial class JsonSampleParser
{
    // Searches that have failed up to these positions are not repeated. This keeps the parser linear.
    private int _noQuoteUpTo = -1;
    private int _noEndUpTo = -1;
    private int _noObjectEndUpTo = -1;
    private int _noArrayEndUpTo = -1;

    /// <summary>Reads a string without a separator after its closing quote at <paramref name="close"/>.</summary>
    private void ReadDoubtfulString(int from, int close)
    {
        // `"abc"",`: the second quote is redundant.
        if (_text[close + 1] == '"' && EndsValue(close + 2))
        {
            _edits.Add(JsonSampleRepair.LostQuote, close + 1, 1, "");
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
            _edits.Add(JsonSampleRepair.LostQuote, behind, 0, "\"");
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
            _edits.Add(JsonSampleRepair.LostQuote, behind, 0, "\"");
        else
            _edits.Add(JsonSampleRepair.Truncated, behind, 0, "\"");
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
}
