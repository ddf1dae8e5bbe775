using System;
using System.Collections.Generic;
using System.Text;

namespace ZStackGen.Specs.Text;

/// <summary>Text made from ranges of a page and inserted characters. Maps its offsets to offsets of the page.</summary>
internal sealed class MappedText
{
    private readonly int[] _starts;
    private readonly int[] _pageStarts;
    private int _last;

    private MappedText(string text, int[] starts, int[] pageStarts)
    {
        Text = text;
        _starts = starts;
        _pageStarts = pageStarts;
    }

    public string Text { get; }

    /// <summary>Creates an instance from the unchanged text of a page.</summary>
    public static MappedText Of(PageText page) => new(page.Text, [0], [0]);

    /// <summary>Returns the range of the page that the characters of <paramref name="range"/> come from.</summary>
    public TextRange ToPage(TextRange range)
    {
        int start = ToPage(range.Start);
        return range.IsEmpty ? new TextRange(start, start) : new TextRange(start, Math.Max(start, ToPage(range.End - 1) + 1));
    }

    private int ToPage(int offset)
    {
        int index = _last;
        if (offset < _starts[index] || (index + 1 < _starts.Length && offset >= _starts[index + 1]))
        {
            // Positions are mostly requested in text order, so the next entry is the most likely one.
            if (index + 2 < _starts.Length && offset >= _starts[index + 1] && offset < _starts[index + 2])
            {
                index++;
            }
            else
            {
                index = Array.BinarySearch(_starts, offset);
                if (index < 0)
                    index = Math.Max(~index - 1, 0);
            }

            _last = index;
        }

        return _pageStarts[index] + (offset - _starts[index]);
    }

    /// <summary>Builds a <see cref="MappedText"/>.</summary>
    public sealed class Builder(PageText page)
    {
        /// <summary>The usual length of a table, so that the text seldom grows.</summary>
        private const int UsualLength = 800;

        private readonly StringBuilder _text = new(UsualLength);
        private readonly List<int> _starts = new(UsualLength / 40);
        private readonly List<int> _pageStarts = new(UsualLength / 40);
        private int _pageEnd;

        public int Length => _text.Length;

        /// <summary>Appends a range of the page.</summary>
        public void Take(TextRange range)
        {
            if (range.IsEmpty)
                return;
            Mark(range.Start);
            _text.Append(page.Text, range.Start, range.Length);
            _pageEnd = range.End;
        }

        /// <summary>Appends characters that are missing on the page. Their position is the end of the range appended last.</summary>
        public void Give(string characters)
        {
            // An inserted character has no position of its own, so it gets an empty range after the preceding text.
            Mark(_pageEnd);
            _text.Append(characters);
        }

        public void Clear()
        {
            _text.Clear();
            _starts.Clear();
            _pageStarts.Clear();
        }

        public MappedText Build() => _starts.Count == 0
            ? new MappedText("", [0], [_pageEnd])
            : new MappedText(_text.ToString(), _starts.ToArray(), _pageStarts.ToArray());

        private void Mark(int pageStart)
        {
            int last = _starts.Count - 1;
            if (last >= 0 && _pageStarts[last] + (_text.Length - _starts[last]) == pageStart)
                return;
            if (last >= 0 && _starts[last] == _text.Length)
            {
                _pageStarts[last] = pageStart;
                return;
            }

            _starts.Add(_text.Length);
            _pageStarts.Add(pageStart);
        }
    }
}
