using System.Collections.Generic;
using System.Text;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>
/// Parses a sample token by token with an explicit stack, and records the edits that convert it to strict JSON. This part handles brackets, commas
/// and colons. Strings, words, numbers and trivia are in the other parts.
/// </summary>
internal sealed partial class JsonSampleParser
{
    private readonly string _text;
    private readonly int _start;
    private readonly int _end;
    private readonly JsonSampleEdits _edits = new();
    private int[] _open = new int[16];
    private int _depth;
    private int _position;
    private int _tokenEnd;
    private int _comma = -1;
    private int _lostComma = -1;
    private State _state = State.First;

    /// <summary>Initializes a new instance that reads <paramref name="text"/> from <paramref name="start"/> to <paramref name="end"/>.</summary>
    public JsonSampleParser(string text, int start, int end)
    {
        _text = text;
        _start = start;
        _end = end;
        _position = start;
        _tokenEnd = start;
        End = start;
        Tokens = new JsonSampleTokens(text, end - start);
    }

    private enum State
    {
        /// <summary>After an opening bracket.</summary>
        First,

        /// <summary>After a comma.</summary>
        Next,

        /// <summary>After a member or item.</summary>
        After,

        /// <summary>After the colon of a member.</summary>
        Value,
    }

    /// <summary>Gets the tokens, with offsets in the given text.</summary>
    public JsonSampleTokens Tokens { get; }

    /// <summary>Gets the repaired flaws.</summary>
    public IReadOnlyList<JsonFlaw> Flaws => _edits.Flaws;

    /// <summary>Gets the flaw that cannot be repaired.</summary>
    public JsonFlaw? Fault { get; private set; }

    /// <summary>Gets the offset after the sample.</summary>
    public int End { get; private set; }

    private bool InObject => Tokens.Items[_open[_depth - 1]].Kind == JsonSampleKind.Object;

    /// <summary>Returns the strict JSON. Valid only after <see cref="Parse"/> without a fault.</summary>
    public string Repaired() => _edits.Apply(_text, _start, End);

    /// <summary>Parses the sample.</summary>
    public void Parse()
    {
        if (_start >= _end || (_text[_start] != '{' && _text[_start] != '['))
        {
            Fault = new JsonFlaw(null, new TextRange(_start, _start), "it does not begin with a bracket");
            return;
        }

        Open();
        while (_depth > 0 && Fault is null)
        {
            SkipTrivia();
            if (_position >= _end)
                Truncate(_end);
            else if (_state == State.After)
                ReadSeparator();
            else if (_state == State.Value || !InObject)
                ReadValueOrClose();
            else
                ReadKeyOrClose();
        }

        End = Fault is null ? _tokenEnd : FindEndBehindFault();
    }

    private void Open()
    {
        SetLostComma();
        bool isObject = _text[_position] == '{';
        int token = Tokens.Add(isObject ? JsonSampleKind.Object : JsonSampleKind.Array, _position, 1);
        if (_depth == _open.Length)
            System.Array.Resize(ref _open, _depth * 2);
        _open[_depth++] = token;
        _position++;
        _tokenEnd = _position;
        _state = State.First;
    }

    /// <summary>Ends the innermost object or array. Its bracket, if any, is the character before <paramref name="behind"/>.</summary>
    private void Close(int behind)
    {
        ref JsonSampleToken token = ref Tokens.Items[_open[--_depth]];
        token.Next = Tokens.Count;
        token.Length = behind - token.Offset;
        _tokenEnd = behind;
        _state = State.After;
    }

    private void ReadClosingBracket()
    {
        if (_state == State.Next)
            _edits.Add(JsonSampleRepair.ExtraComma, _comma, 1, "");
        if (_text[_position] == (InObject ? '}' : ']'))
        {
            Close(++_position);
            return;
        }

        // The bracket does not match the innermost one. If it matches the next outer one, the inner bracket was lost; otherwise, this bracket is
        // redundant.
        bool fitsOuter = _depth > 1 && Tokens.Items[_open[_depth - 2]].Kind == (_text[_position] == '}' ? JsonSampleKind.Object : JsonSampleKind.Array);
        if (fitsOuter)
        {
            _edits.Add(JsonSampleRepair.Bracket, _tokenEnd, 0, InObject ? "}" : "]");
            Close(_tokenEnd);
        }
        else if (_depth == 1 && _state == State.After)
        {
            _edits.Add(JsonSampleRepair.Bracket, _position, 1, InObject ? "}" : "]");
            Close(++_position);
        }
        else
        {
            _edits.Add(JsonSampleRepair.Bracket, _position++, 1, "");
            _state = _state == State.Next ? State.After : _state;
        }
    }

    private void ReadSeparator()
    {
        char c = _text[_position];
        if (c == ',')
        {
            _comma = _position++;
            _state = State.Next;
        }
        else if (c is '}' or ']')
        {
            ReadClosingBracket();
        }
        else if (IsOtherComma(c))
        {
            _comma = _position;
            _edits.Add(JsonSampleRepair.LostComma, _position++, 1, ",");
            _state = State.Next;
        }
        else if (InObject ? StartsKey(_position, mayBeBare: false) : IsQuote(c) || c is '{' or '[' or '-' || IsDigit(c))
        {
            _lostComma = _tokenEnd;
            _comma = -1;
            _state = State.Next;
        }
        else
        {
            BreakOff();
        }
    }

    private void ReadKeyOrClose()
    {
        char c = _text[_position];
        if (c is '}' or ']')
        {
            ReadClosingBracket();
        }
        else if (c == ',')
        {
            _edits.Add(JsonSampleRepair.ExtraComma, _position++, 1, "");
        }
        else if (IsQuote(c) || StartsKey(_position, mayBeBare: true))
        {
            ReadKey();
            if (Fault is null && _state != State.After)
                ReadColon();
        }
        else
        {
            BreakOff();
        }
    }

    private void ReadColon()
    {
        SkipTrivia();
        char c = _position < _end ? _text[_position] : '\0';
        if (c == ':')
        {
            _position++;
        }
        else if (c is '：' or '=')
        {
            int length = c == '=' && _position + 1 < _end && _text[_position + 1] == '>' ? 2 : 1;
            _edits.Add(JsonSampleRepair.LostColon, _position, length, ":");
            _position += length;
        }
        else
        {
            _edits.Add(JsonSampleRepair.LostColon, _tokenEnd, 0, ":");
        }

        _tokenEnd = _position > _tokenEnd ? _position : _tokenEnd;
        _state = State.Value;
    }

    private void ReadValueOrClose()
    {
        char c = _text[_position];
        switch (c)
        {
            case '{' when TryReadPlaceholder():
                break;
            case '{' or '[':
                Open();
                break;
            case '}' or ']' or ',' when _state == State.Value:
                AddLostValue();
                break;
            case '}' or ']':
                ReadClosingBracket();
                break;
            case ',':
                _edits.Add(JsonSampleRepair.ExtraComma, _position++, 1, "");
                break;
            case '"':
                ReadString();
                break;
            default:
                if (IsQuote(c))
                    ReadOtherQuotes(isKey: false);
                else if (!TryReadNumberOrLiteral())
                    ReadWord();
                break;
        }
    }

    /// <summary>Adds a missing comma after a member or item has followed.</summary>
    private void SetLostComma()
    {
        if (_lostComma < 0)
            return;
        _edits.Add(JsonSampleRepair.LostComma, _lostComma, 0, ",");
        _lostComma = -1;
    }

    private void AddLostValue()
    {
        _edits.Add(JsonSampleRepair.LostValue, _tokenEnd, 0, "null");
        Tokens.Add(JsonSampleKind.Null, _tokenEnd, 0);
        _state = State.After;
    }

    private void AddValue(JsonSampleKind kind, int offset, int length, int behind, bool isEscaped = false)
    {
        SetLostComma();
        Tokens.Add(kind, offset, length, isEscaped: isEscaped);
        _position = behind;
        _tokenEnd = behind;
        _state = State.After;
    }

    /// <summary>
    /// Handles a character that is not JSON. On a new line or after a closed value, the sample was cut off and other text follows. Otherwise, the
    /// sample
    /// cannot be repaired.
    /// </summary>
    private void BreakOff()
    {
        bool ownLine = HasLineEnd(_tokenEnd, _position);
        char before = _text[_tokenEnd - 1];
        if (Tokens.Count > 2 && _state is State.After or State.Next && (ownLine || before is '}' or ']'))
        {
            Truncate(_tokenEnd);
            return;
        }

        int length = 1;
        while (length < 40 && _position + length < _end && _text[_position + length] is not ('\n' or '\r' or ' '))
            length++;
        string expected = _state == State.After ? "a comma or a bracket" : InObject && _state != State.Value ? "a member's name" : "a value";
        Fault = new JsonFlaw(null, new TextRange(_position, _position + length), $"{expected} is expected instead of \"{_text.Substring(_position, length)}\"");
    }

    /// <summary>Closes everything that is open at <paramref name="at"/>, where the sample ends.</summary>
    private void Truncate(int at)
    {
        // Trailing white space is not part of the sample.
        while (at > _tokenEnd && char.IsWhiteSpace(_text[at - 1]))
            at--;
        if (_state == State.Next && _comma >= 0)
            _edits.Add(JsonSampleRepair.ExtraComma, _comma, 1, "");
        if (_state == State.Value)
            AddLostValue();
        var closers = new StringBuilder(_depth);
        for (int i = _depth - 1; i >= 0; i--)
            closers.Append(Tokens.Items[_open[i]].Kind == JsonSampleKind.Object ? '}' : ']');
        _edits.Add(JsonSampleRepair.Truncated, at, 0, closers.ToString());
        while (_depth > 0)
            Close(at);
        _position = at;
    }

    /// <summary>
    /// Returns the end of a sample that cannot be repaired: its last bracket if the brackets are balanced; otherwise, the end of the line with the
    /// flaw.
    /// </summary>
    private int FindEndBehindFault()
    {
        int depth = _depth;
        int lineEnd = -1;
        bool inString = false;
        for (int i = _position; i < _end; i++)
        {
            char c = _text[i];
            if (c is '\n' or '\r')
            {
                lineEnd = lineEnd < 0 ? i : lineEnd;
                inString = false;
            }
            else if (c == '\\' && inString)
            {
                i++;
            }
            else if (c == '"')
            {
                inString = !inString;
            }
            else if (!inString && c is '{' or '[')
            {
                depth++;
            }
            else if (!inString && c is '}' or ']' && --depth <= 0)
            {
                return i + 1;
            }
        }

        return lineEnd < 0 ? _end : lineEnd;
    }

    private bool HasLineEnd(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (_text[i] is '\n' or '\r')
                return true;
        }

        return false;
    }
}
