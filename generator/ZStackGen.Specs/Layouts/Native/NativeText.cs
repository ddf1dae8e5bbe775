using System;
using System.Text;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Collects the paragraphs under a heading. As in Markdown, consecutive lines form a paragraph.</summary>
internal sealed class NativeText(PageText page)
{
    private readonly StringBuilder _text = new();
    private bool _inParagraph;

    /// <summary>Gets a value that indicates whether the last line belongs to a paragraph.</summary>
    public bool IsInParagraph => _inParagraph;

    public void Add(TextRange line)
    {
        if (CellText.Description(page[line]) is not { } words)
            return;
        if (_text.Length > 0)
            _text.Append(_inParagraph ? ' ' : '\n');
        _text.Append(words);
        _inParagraph = true;
    }

    /// <summary>Adds a sentence of the page format as a paragraph.</summary>
    public void AddSentence(string sentence)
    {
        if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(sentence);
        _inParagraph = false;
    }

    /// <summary>Removes a last paragraph that is only the head of a table, because its rows are properties.</summary>
    public void RemoveTableHead()
    {
        int end = _text.Length;
        while (end > 0 && _text[end - 1] is '|' or '-' or ':' or ' ')
            end--;
        int start = end;
        while (start > 0 && _text[start - 1] != '\n')
            start--;
        if (end < _text.Length && _text[start] == '|')
            _text.Length = start > 0 ? start - 1 : 0;
    }

    public void EndParagraph() => _inParagraph = false;

    /// <summary>Returns and clears the collected paragraphs, one per line; <see langword="null"/> if there are none.</summary>
    public string? Take()
    {
        string? text = _text.Length == 0 ? null : _text.ToString();
        _text.Clear();
        _inParagraph = false;
        return text;
    }
}
