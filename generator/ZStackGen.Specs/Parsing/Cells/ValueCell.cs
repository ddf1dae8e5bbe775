using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Parsing.Cells;

/// <summary>The allowed values in a row.</summary>
internal readonly struct ValueCell
{
    private const int LongestNothing = 24;

    private static readonly IReadOnlyList<string> s_none = [];

    private static readonly string[] s_openings =
        ["Options", "Option", "Valid values", "Valid value", "Allowed values", "Optional values", "Possible values", "Accepted values", "Values", "Value", "One of the following", "One of", "Any of", "Either", "Allowed", "Enum", "枚举值", "枚举", "可选值", "可选", "取值范围", "取值", "包括", "包含", "支持"];

    /// <summary>The openings before a list that need no colon.</summary>
    private static readonly string[] s_choices = ["one of the following ", "one of ", "any of ", "either "];

    private static readonly string[] s_sentences = ["Options", "Valid values", "Allowed values", "Optional values", "Possible values"];

    private static readonly string[] s_open = ["etc", "...", "…", "等", "e.g", "such as", "例如", "如"];

    /// <summary>Texts of a published cell without values, besides <see cref="ValueNotation.IsNothing"/>.</summary>
    private static readonly HashSet<string> s_nothing = new(StringComparer.OrdinalIgnoreCase) { "NA", "-", "—", "–", "--", "/", "..." };

    /// <summary>The content; <see langword="null"/> for most rows, which have no values.</summary>
    private readonly Content? _content;

    /// <summary>Initializes a new instance.</summary>
    /// <param name="items">The values in the order of the row.</param>
    /// <param name="isOpen">Whether further values are possible.</param>
    /// <param name="text">The text of the cell, if it states a limit in other words than the page format, or can be a limit.</param>
    public ValueCell(IReadOnlyList<string> items, bool isOpen, string? text = null) =>
        _content = items.Count == 0 && !isOpen && text is null ? null : new Content(items, isOpen, text);

    /// <summary>Gets the values in the order of the row; empty if there are none.</summary>
    public IReadOnlyList<string> Items => _content?.Items ?? s_none;

    /// <summary>Gets a value indicating whether further values are possible: the row lists examples, or some of its words are not values.</summary>
    public bool IsOpen => _content is { IsOpen: true };

    /// <summary>Gets the text of the cell, if it states a limit in other words, or can be a limit; otherwise, <see langword="null"/>.</summary>
    public string? Text => _content?.Text;

    /// <summary>Reads a values cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="description">The description of the row. A cell that repeats it contains no values.</param>
    /// <param name="type">The type of the row, which determines whether the cell can contain the range of a number.</param>
    public static ValueCell Read(ReadOnlySpan<char> cell, ReadOnlySpan<char> description, string? type)
    {
        cell = CellText.Trim(cell);
        if (IsNothing(cell))
            return new ValueCell(s_none, false);
        cell = WithoutSeparators(cell);
        if (ValueNotation.IsNumber(type) && RangeWords.WithoutGroups(cell) is { } digits)
            cell = digits.AsSpan();
        if (ValueMarks.HasBullet(cell) && !IsList(cell))
            cell = ValueMarks.WithoutBullet(cell);
        string? text = CellText.Description(cell);
        if (text is not null && ValueLimit.IsLimit(text) && text.IndexOf(',') < 0)
            return new ValueCell([text], false);
        if (text is not null && ValueNotation.Limit(text, type) is { } limit)
            return new ValueCell([limit], false, text);
        if (IsList(cell))
            return FromItems(ValueList.Read(cell), description);
        if (text is null || Repeats(text, description) || (text.Length > 2 && Repeats(CellText.Words(ValueMarks.WithoutBullet(text.AsSpan())).Trim('_'), description)))
            return new ValueCell(s_none, false);
        ValueCell values = FromWords(text.AsSpan(), mayBeOne: true);
        return values.Items.Count == 1 && ValueNotation.IsDoubtful(text, type) ? new ValueCell(values.Items, true, text) : values;
    }

    /// <summary>Removes line breaks and commas at both ends of a list.</summary>
    private static ReadOnlySpan<char> WithoutSeparators(ReadOnlySpan<char> cell)
    {
        if (cell[0] == '<' && cell.StartsWith("<br".AsSpan(), StringComparison.OrdinalIgnoreCase) && cell.IndexOf('>') is var begin and > 0)
            cell = CellText.Trim(cell.Slice(begin + 1));
        if (!cell.IsEmpty && cell[cell.Length - 1] == '>' && cell.LastIndexOf('<') is var end and >= 0 && cell.Slice(end).StartsWith("<br".AsSpan(), StringComparison.OrdinalIgnoreCase))
            cell = CellText.Trim(cell.Slice(0, end));
        return cell.Length > 1 && cell[cell.Length - 1] is ',' or '，' or ';' ? CellText.Trim(cell.Slice(0, cell.Length - 1)) : cell;
    }

    /// <summary>
    /// Returns the text of a values cell without values, which belongs to the description; <see langword="null"/> if the cell is empty or repeats
    /// the description.
    /// </summary>
    public static string? Remark(ReadOnlySpan<char> cell, ReadOnlySpan<char> description)
    {
        cell = CellText.Trim(cell);
        return IsNothing(cell) || CellText.Description(cell) is not { } text || Repeats(text, description) ? null : text;
    }

    private static bool IsNothing(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return true;
        if (cell.Length > LongestNothing)
            return false;
        string text = CellText.Plain(cell);
        return text.Length == 0 || s_nothing.Contains(text) || ValueNotation.IsNothing(text);
    }

    /// <summary>Returns the start of the sentence that lists values in a description; -1 if there is none.</summary>
    public static int OptionsAt(ReadOnlySpan<char> description)
    {
        if (description.IndexOfAny(':', '：') < 0)
            return -1;
        foreach (string opening in s_sentences)
        {
            int at = description.LastIndexOf(opening.AsSpan());
            if (at < 0 || at + opening.Length >= description.Length || description[at + opening.Length] is not (':' or '：'))
                continue;
            if (at == 0 || (at > 1 && Characters.IsBlank(description[at - 1])))
                return at;
        }

        return -1;
    }

    /// <summary>Reads the values in a sentence of a description: <c>Options: Permissive | Enforcing.</c></summary>
    public static ValueCell FromSentence(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> rest = AfterOpening(text);
        return rest.Length == text.Length ? new ValueCell(s_none, false) : FromWords(rest, mayBeOne: false);
    }

    /// <summary>Returns the text after words such as <c>Options:</c>; the whole text if it does not start with such words.</summary>
    public static ReadOnlySpan<char> AfterOpening(ReadOnlySpan<char> text)
    {
        foreach (string opening in s_openings)
        {
            if (!text.StartsWith(opening.AsSpan(), StringComparison.OrdinalIgnoreCase))
                continue;
            ReadOnlySpan<char> rest = CellText.Trim(text.Slice(opening.Length));
            if (rest.Length > 1 && rest[0] is ':' or '：')
                return CellText.Trim(rest.Slice(1));
        }

        foreach (string choice in s_choices)
        {
            // A single word after it is a sentence: "either way".
            if (text.StartsWith(choice.AsSpan(), StringComparison.OrdinalIgnoreCase) && text.Slice(choice.Length).IndexOfAny(",，、|/".AsSpan()) > 0)
                return CellText.Trim(text.Slice(choice.Length));
        }

        return text;
    }

    private static ValueCell FromWords(ReadOnlySpan<char> text, bool mayBeOne)
    {
        text = ValueMarks.WithoutBrackets(AfterOpening(text));
        // A default alone is not a list.
        if (ValueMarks.IsDefault(text))
            return new ValueCell(s_none, false);
        bool open = TakeOpenEnd(ref text);
        if (text.Length > 2 && text[0] == '_' && text[text.Length - 1] == '_')
            text = text.Trim('_');
        var values = new List<string>();
        if (text.IndexOfAny(",，、;；|".AsSpan()) >= 0)
        {
            if (!Split(text, static c => c is ',' or '，' or '、' or ';' or '；' or '|', values))
                return new ValueCell(s_none, false);
            // The default is also in the list: "TCP, UDP; default: TCP".
            if (values.RemoveAll(static value => ValueMarks.IsDefault(value.AsSpan())) > 0 && values.Count == 0)
                return new ValueCell(s_none, false);
            SplitLastPair(values);
            ValueMarks.RemoveRemarks(values);
            return Checked(values, open);
        }

        if (text.IndexOf(' ') < 0 && text.IndexOf('/') > 0 && text[text.Length - 1] != '/' && text.IndexOf("//".AsSpan()) < 0)
        {
            Split(text, static c => c == '/', values);
            // A slash can also be inside a value: text/html.
            return Checked(values, open || !values.TrueForAll(ValueNotation.CanBeNumber));
        }

        if (!ValueMarks.AreWords(text))
            return new ValueCell(s_none, false);
        Split(text, static c => Characters.IsBlank(c), values);
        if (values.Count == 1 && !mayBeOne)
            return new ValueCell(s_none, false);
        // "TCP or UDP" is two values, but "name of it" is a sentence.
        values.RemoveAll(static word => word is "or" or "and" or "或" or "和" or "/" or "-");
        ValueMarks.RemoveNumbers(values);
        ValueMarks.SplitPair(values);
        if (values.Count == 0 || (values.Count > 1 && ValueProse.IsProse(values)))
            return new ValueCell(s_none, false);
        return Checked(values, open);
    }

    private static ValueCell FromItems(IReadOnlyList<string> items, ReadOnlySpan<char> description)
    {
        var values = new List<string>(items.Count);
        bool open = false;
        if (items.Count > 1)
        {
            // "0: off" and "1: on" are the values 0 and 1.
            var texts = new List<string>(items);
            ValueMarks.RemoveRemarks(texts);
            items = texts;
        }

        foreach (string item in items)
        {
            ReadOnlySpan<char> value = ValueMarks.WithoutDefault(ValueMarks.WithoutBullet(item.AsSpan()));
            if (items.Count == 1 && Repeats(item, description))
                continue;
            if (TakeOpenEnd(ref value) && value.IsEmpty)
            {
                open = true;
                continue;
            }

            // A remark after a value is not part of the value: "enable: turns it on".
            int colon = value.IndexOfAny(':', '：');
            if (colon > 0 && colon + 1 < value.Length && Characters.IsName(CellText.Trim(value.Slice(0, colon))) && ValueProse.HasProse(value.Slice(colon + 1)))
                value = CellText.Trim(value.Slice(0, colon));
            if (ValueProse.IsValue(value))
                values.Add(value.ToString());
            else
                open = true;
        }

        return values.Count == 0 ? new ValueCell(s_none, false) : new ValueCell(values, open);
    }

    /// <summary>Returns the values if all of them are valid. Otherwise, the cell is a sentence without values.</summary>
    private static ValueCell Checked(List<string> values, bool open)
    {
        foreach (string value in values)
        {
            if (!ValueProse.IsValue(value.AsSpan()))
                return new ValueCell(s_none, false);
        }

        var different = new HashSet<string>(StringComparer.Ordinal);
        values.RemoveAll(value => !different.Add(value));
        return new ValueCell(values, open);
    }

    private static bool Split(ReadOnlySpan<char> text, Func<char, bool> parts, List<string> values)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !parts(text[i]))
                continue;
            string value = CellText.Words(ValueMarks.WithoutDefault(ValueMarks.WithoutFootnote(text.Slice(start, i - start))));
            if (value.Length > 0)
                values.Add(value);
            start = i + 1;
        }

        return values.Count > 0;
    }

    /// <summary>Splits the last part of "a, b or c" into two values.</summary>
    private static void SplitLastPair(List<string> values)
    {
        string last = values[values.Count - 1];
        foreach (string word in new[] { " or ", " and ", "或者", "或", "和" })
        {
            int at = last.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || at + word.Length >= last.Length)
                continue;
            values[values.Count - 1] = last.Substring(0, at).Trim();
            values.Add(last.Substring(at + word.Length).Trim());
            return;
        }

        foreach (string word in new[] { "or ", "and ", "或" })
        {
            if (values.Count > 1 && last.StartsWith(word, StringComparison.OrdinalIgnoreCase) && last.Length > word.Length)
                values[values.Count - 1] = last.Substring(word.Length).Trim();
        }
    }

    /// <summary>Removes a full stop, and the words that show that there are more values.</summary>
    private static bool TakeOpenEnd(ref ReadOnlySpan<char> text)
    {
        bool open = false;
        foreach (string word in s_open)
        {
            int at = text.IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            bool atEnd = CellText.Trim(text.Slice(at + word.Length)).TrimEnd(".。".AsSpan()).IsEmpty;
            if (atEnd && (at == 0 || !Characters.IsNamePart(text[at - 1]) || !Characters.IsNamePart(word[0])))
            {
                text = CellText.Trim(text.Slice(0, at)).TrimEnd(",，、;；(（".AsSpan());
                open = true;
            }
            else if (at == 0 && word is "e.g" or "such as" or "例如" or "如")
            {
                text = CellText.Trim(text.Slice(word.Length).TrimStart(".:： ".AsSpan()));
                open = true;
            }
        }

        text = text.TrimEnd(".。；; ".AsSpan());
        return open;
    }

    private static bool IsList(ReadOnlySpan<char> cell) =>
        cell.IndexOf('\n') >= 0 || cell.IndexOf("<li".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0 || cell.IndexOf("<br".AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Determines whether the cell repeats the description, ignoring marks and white space.</summary>
    private static bool Repeats(string cell, ReadOnlySpan<char> description)
    {
        string? text = CellText.Description(description);
        if (text is null)
            return false;
        int i = 0, j = 0;
        while (true)
        {
            while (i < cell.Length && IsFiller(cell[i]))
                i++;
            while (j < text.Length && IsFiller(text[j]))
                j++;
            if (i == cell.Length || j == text.Length)
                return i == cell.Length;
            if (char.ToLowerInvariant(cell[i++]) != char.ToLowerInvariant(text[j++]))
                return false;
        }
    }

    private static bool IsFiller(char c) => Characters.IsBlank(c) || c is '.' or '。' or '`' or '*' or ',' or '，' or '~' or '"' or '“' or '”' or '‘' or '’' or '「' or '」' or ':' or '：' or '•';

    private sealed record Content(IReadOnlyList<string> Items, bool IsOpen, string? Text);
}
