using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Reads the list of an enumeration. Until a request line follows, the list of a description seems to be an enumeration.</summary>
internal sealed partial class NativePage
{
    /// <summary>The lines of the list below the title, which belong to an enumeration unless a request line follows.</summary>
    private readonly List<TextRange> _items = [];

    /// <summary>The items of the list that are indented below other items.</summary>
    private readonly List<TextRange> _nestedItems = [];

    /// <summary>Reads an item of the list: a value and its description.</summary>
    private void Item(TextRange line)
    {
        if (_items.Count > 0 && Indent(line) > Indent(_items[0]) + 1)
        {
            _items.Add(line);
            _nestedItems.Add(line);
        }
        else if (NativeValue.Read(reading.Page[line].Slice(2)) is { } item)
        {
            List();
            _items.Add(line);
            if (!_structure!.TryAddValue(item.Value, item.Description))
                reading.Findings.Add(FindingRules.DuplicateField, line, $"The value {item.Value} is listed twice; the first description is used.");
        }
    }

    private void ReportNestedItems()
    {
        foreach (TextRange item in _nestedItems)
        {
            reading.Findings.Add(FindingRules.BrokenRow, item,
                $"The item {Excerpt.Of(reading.Page[item].ToString())} is indented, so that it is not a value of {_structure?.Name}. Values are items of a list with one level.");
        }

        _nestedItems.Clear();
    }

    /// <summary>
    /// Moves a list between the title and the request line to the description of the API. Until the request line, the list seems to be an
    /// enumeration.
    /// </summary>
    private void TakeListAboveRequest()
    {
        if (_part != Part.Top || IsApi || !_isListed)
            return;
        reading.Types.Remove(_structure!);
        _isListed = false;
        foreach (TextRange item in _items)
        {
            _text.EndParagraph();
            _text.Add(item);
        }

        _text.EndParagraph();
        _items.Clear();
        _nestedItems.Clear();
        // The rows of a table between the title and the request line are reported.
        _structure = null;
    }

    /// <summary>Returns the number of characters before a trimmed line.</summary>
    private int Indent(TextRange line)
    {
        int start = line.Start;
        while (start > 0 && reading.Page.Text[start - 1] is ' ' or '\t')
            start--;
        return line.Start - start;
    }
}
