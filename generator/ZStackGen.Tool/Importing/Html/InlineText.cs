using System;
using System.Collections.Generic;
using System.Text;

namespace ZStackGen.Tool.Importing.Html;

/// <summary>
/// Collects the text of a paragraph or a table cell. Blanks are collapsed as in a browser. Emphasis and code become Markdown whose marks
/// touch their words.
/// </summary>
/// <param name="isCell">Whether the text is for a table cell, where bars, ticks and tags need a backslash.</param>
internal sealed class InlineText(bool isCell)
{
    private readonly StringBuilder _text = new();

    /// <summary>The open marks. A mark is written with the first word after it.</summary>
    private readonly List<(string Mark, bool IsWritten)> _marks = [];

    private char _blank;
    private bool _isLineStart;

    /// <summary>Gets a value indicating whether there is no text yet.</summary>
    public bool IsEmpty => _text.Length == 0;

    /// <summary>Gets or sets a value indicating whether emphasis and code are omitted, as in headings.</summary>
    public bool IsPlain { get; set; }

    /// <summary>Appends text of the document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isEscaped">Whether the text needs backslashes in a cell.</param>
    public void Append(ReadOnlySpan<char> text, bool isEscaped = true)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00a0')
            {
                // Line breaks of the source are kept: the paragraph decides later whether its lines matter.
                _blank = c == '\n' && !isCell ? '\n' : _blank == '\0' ? ' ' : _blank;
                continue;
            }

            if (c is '\u200b' or '\ufeff' or '\u00ad' || char.IsControl(c))
                continue;
            WriteBlankAndMarks();
            if (isCell && isEscaped && (c is '\\' or '|' or '`' || (c == '<' && OpensTag(text, i))))
                _text.Append('\\');
            _text.Append(c);
        }
    }

    /// <summary>Appends the text of a code element.</summary>
    /// <param name="code">The code.</param>
    public void AppendCode(string code)
    {
        string trimmed = Collapse(code);
        if (trimmed.Length == 0)
        {
            Append(code);
            return;
        }

        // Code cannot contain escapes, so code that needs one is written as plain text.
        if (IsPlain || trimmed.AsSpan().ContainsAny('`', '\\', '|') || trimmed.Contains("<br", StringComparison.Ordinal))
        {
            Append(trimmed);
            return;
        }

        if (char.IsWhiteSpace(code[0]))
            Append(" ");
        WriteBlankAndMarks();
        _text.Append('`').Append(trimmed).Append('`');
        if (char.IsWhiteSpace(code[^1]))
            Append(" ");
    }

    /// <summary>Starts a link.</summary>
    public void OpenLink()
    {
        WriteBlankAndMarks();
        _text.Append('[');
    }

    /// <summary>Ends a link.</summary>
    /// <param name="address">The address of the link's target.</param>
    public void CloseLink(string address) => _text.Append("](").Append(address).Append(')');

    /// <summary>Appends a tag between lines or items inside a cell.</summary>
    /// <param name="tag">The tag.</param>
    public void AppendBreak(string tag)
    {
        CloseWrittenMarks();
        _blank = '\0';
        _isLineStart = true;
        _text.Append(tag);
    }

    /// <summary>Opens an emphasis.</summary>
    /// <param name="mark">The mark, such as <c>**</c>.</param>
    public void Open(string mark) => _marks.Add((mark, false));

    /// <summary>Closes the last open emphasis.</summary>
    public void Close()
    {
        (string mark, bool isWritten) = _marks[^1];
        _marks.RemoveAt(_marks.Count - 1);
        if (isWritten)
            _text.Append(mark);
    }

    /// <summary>Gets whether the text ends with a tag, so that another break would add an empty line.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns><see langword="true"/> if the text ends with the tag.</returns>
    public bool EndsWith(string tag) => _text.Length >= tag.Length && _text.ToString(_text.Length - tag.Length, tag.Length) == tag;

    /// <summary>Returns the whole text and clears it. Open emphasis continues in the next text.</summary>
    /// <returns>The text.</returns>
    public string Take()
    {
        CloseWrittenMarks();
        string text = _text.ToString();
        _text.Clear();
        _blank = '\0';
        return text;
    }

    /// <summary>Collapses the blanks of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with single blanks and none at its ends.</returns>
    public static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void CloseWrittenMarks()
    {
        for (int i = _marks.Count - 1; i >= 0; i--)
        {
            if (!_marks[i].IsWritten)
                continue;
            _text.Append(_marks[i].Mark);
            _marks[i] = (_marks[i].Mark, false);
        }
    }

    private void WriteBlankAndMarks()
    {
        if (_blank != '\0' && _text.Length > 0 && !_isLineStart)
            _text.Append(_blank);
        _blank = '\0';
        _isLineStart = false;
        if (IsPlain)
            return;
        for (int i = 0; i < _marks.Count; i++)
        {
            if (_marks[i].IsWritten)
                continue;
            _text.Append(_marks[i].Mark);
            _marks[i] = (_marks[i].Mark, true);
        }
    }

    private static bool OpensTag(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && (text[at + 1] is '/' or '!' or '?' || char.IsAsciiLetter(text[at + 1]));
}
