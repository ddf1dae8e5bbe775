using System;

namespace ZStackGen.Specs.Parsing.Samples;

/// <summary>Skips white space, comments and ellipses between the tokens.</summary>
internal sealed partial class JsonSampleParser
{
    private void SkipTrivia()
    {
        while (_position < _end)
        {
            char c = _text[_position];
            if (c is ' ' or '\n' or '\r' or '\t')
            {
                _position++;
            }
            else if (c == '#' || (c == '/' && _position + 1 < _end && _text[_position + 1] == '/'))
            {
                SkipComment(CommentEnd(_position));
            }
            else if (c == '/' && _position + 1 < _end && _text[_position + 1] == '*')
            {
                int close = _text.IndexOf("*/", _position + 2, _end - _position - 2, StringComparison.Ordinal);
                SkipComment(close < 0 ? CommentEnd(_position) : close + 2);
            }
            else if (c == '…' || (c == '.' && _position + 1 < _end && _text[_position + 1] == '.'))
            {
                int from = _position;
                while (_position < _end && _text[_position] is '…' or '.')
                    _position++;
                _edits.Add(JsonSampleRepair.Ellipsis, from, _position - from, "");
            }
            else if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B')
            {
                _edits.Add(JsonSampleRepair.Character, _position++, 1, " ");
            }
            else
            {
                return;
            }
        }
    }

    private void SkipComment(int behind)
    {
        _edits.Add(JsonSampleRepair.Comment, _position, behind - _position, "");
        _position = behind;
    }

    /// <summary>
    /// Returns the end of a comment: the end of its line. If the sample was joined into one line, the comment ends before the next member or an
    /// unmatched
    /// closing bracket.
    /// </summary>
    private int CommentEnd(int from)
    {
        int nested = 0;
        for (int i = from; i < _end; i++)
        {
            char c = _text[i];
            if (c is '\n' or '\r')
                return i;
            if (c is '{' or '[')
                nested++;
            else if (c is '}' or ']' && nested-- <= 0)
                return i;
            else if (c == '"' && StartsQuotedKey(i))
                return i;
        }

        return _end;
    }
}
