using System;
using System.Collections.Generic;
using System.Linq;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>
/// Reads values cells of the page format: values separated by commas or in a list, or a limit. An escaped text is always a value.
/// </summary>
internal static class NativeValueCell
{
    /// <summary>The last item of a list that is not complete.</summary>
    private const string OpenEnd = "…";

    /// <summary>The maximum number of words of a value. A longer text is a sentence.</summary>
    private const int MostWords = 4;

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="type">The type of the row, which determines whether the cell can contain the range of a number.</param>
    public static ValueCell Read(ReadOnlySpan<char> cell, string? type)
    {
        cell = CellText.Trim(cell);
        if (cell.IsEmpty)
            return default;
        cell = WithoutSentence(cell);
        if (cell.StartsWith("either ".AsSpan(), StringComparison.OrdinalIgnoreCase) && cell.IndexOf(" or ".AsSpan()) > 0)
            cell = cell.Slice("either ".Length);
        if (!IsCertain(cell))
            return Uncertain(cell, type);
        IReadOnlyList<string> items = ValueList.Read(cell);
        if (cell.Length > 2 && cell[0] == '`' && cell.Slice(1).IndexOf('`') == cell.Length - 2 && cell.IndexOf('\\') < 0 && cell.IndexOf(", ".AsSpan()) > 0)
            items = ValueList.Read(cell.Slice(1, cell.Length - 2));
        else if (items.Count == 1 && CodeSpans(cell) is { } spans)
            items = spans;
        if (items.Count < 2 || items[items.Count - 1] != OpenEnd)
            return new ValueCell(items, false);
        var values = new List<string>(items);
        values.RemoveAt(values.Count - 1);
        return new ValueCell(values, true);
    }

    /// <summary>
    /// Returns the contents of code spans with other separators than commas: <c>`TCP` `UDP`</c>, <c>`TCP`/`UDP`</c>, <c>`TCP` or `UDP`</c>;
    /// <see langword="null"/> if the cell has other text.
    /// </summary>
    private static List<string>? CodeSpans(ReadOnlySpan<char> cell)
    {
        string[] parts = cell.ToString().Split('`');
        // The parts outside of the spans have even indexes. They are separators, except for the empty first and last part.
        if (parts.Length < 5 || parts.Length % 2 == 0 || parts[0].Length + parts[parts.Length - 1].Length > 0)
            return null;
        var spans = new List<string>();
        for (int i = 1; i < parts.Length; i += 2)
        {
            if (parts[i].Length == 0 || (i > 1 && !IsSeparator(parts[i - 1])))
                return null;
            spans.Add(parts[i]);
        }

        return spans;
    }

    /// <summary>
    /// Removes the words and the period around code spans: <c>One of: `TCP`, `UDP`.</c> In the page format, a backtick of a value is escaped.
    /// </summary>
    private static ReadOnlySpan<char> WithoutSentence(ReadOnlySpan<char> cell)
    {
        ReadOnlySpan<char> spans = ValueCell.AfterOpening(cell);
        if (spans.IsEmpty || spans[0] != '`')
            return cell;
        bool hasPeriod = spans.Length > 3 && spans[spans.Length - 1] == '.' && spans[spans.Length - 2] == '`' && spans[spans.Length - 3] != '\\';
        return hasPeriod ? spans.Slice(0, spans.Length - 1) : spans;
    }

    private static bool IsSeparator(string text) => text.Trim() is "" or "/" or "|" or "\\|" or "," or ";" or "or" or "and" or "、" or "，" or "；" or "或" or "和";

    /// <summary>Determines whether an author wrote the values in the way of the page format that allows every text: with an escape, as code or as a list.</summary>
    private static bool IsCertain(ReadOnlySpan<char> cell)
    {
        for (int i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '`' || (cell[i] == '\\' && i + 1 < cell.Length && cell[i + 1] != '|'))
                return true;
        }

        return cell.IndexOf("<li".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;
    }

    /// <summary>Reads other cells in the notations of published pages. Only commas separate values that contain blanks.</summary>
    private static ValueCell Uncertain(ReadOnlySpan<char> cell, string? type)
    {
        ValueCell values = ValueCell.Read(cell, default, type);
        string text = cell.ToString();
        // The words of a rule or a range are no values, and neither is the link to another page.
        if (IsLink(cell))
            return new ValueCell([CellText.Plain(cell)], true, ValueNotation.IsNumber(type) ? null : text);
        if (values.Items.Count > 1 && ValueNotation.IsDoubtful(text, type))
            return new ValueCell([text], true, text);
        if (values.Items.Count == 0 && text.IndexOfAny([',', '，', '、', ';', '；']) > 0 && text[text.Length - 1] is not ('.' or '。'))
        {
            // Values that look like a sentence, such as "in use, not in use". They are kept, but other values are accepted, too.
            IReadOnlyList<string> items = ValueList.Read(cell);
            return items.Count > 1 && items.All(static item => item.Split(' ').Length <= MostWords && item.IndexOf("</", StringComparison.Ordinal) < 0) ? new ValueCell(items, true) : values;
        }

        if (values.Items.Count < 2 || text.IndexOfAny([',', '，', '、', ';', '；', '|', '\n', '<']) >= 0)
            return values;
        return ValueProse.IsPhrase(text) ? new ValueCell([text], true) : values;
    }

    private static bool IsLink(ReadOnlySpan<char> cell) => cell[0] == '[' && cell[cell.Length - 1] == ')' && cell.IndexOf("](".AsSpan()) is var link and > 1 && cell.Slice(1).IndexOfAny("[,;".AsSpan()) < 0 && link < cell.Length - 3;
}
