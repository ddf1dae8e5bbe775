using System;
using System.Collections.Generic;
using System.Linq;

namespace ZStackGen.Specs.Tests;

/// <summary>Changes the form of a page but not its words, like people, editors and converters do with tables, headings and fences.</summary>
internal sealed class FormMutator(int seed)
{
    private static readonly string[] s_words = ["Kind", "Title", "What", "Note", "键", "备注", "编号", "Field name", "Datatype", "Where", "Remarks", "Added in", "默认值", "Name", "Type", "Values"];

    private static readonly (string Open, string Close)[] s_marks = [("**", "**"), ("`", "`"), ("*", "*"), ("_", "_"), ("[", "]"), ("(", ")"), ("【", "】"), ("\"", "\""), ("<b>", "</b>"), ("~~", "~~"), ("[", "](#x)")];

    private readonly Random _random = new(seed);

    /// <summary>The kinds of mutation, by the names that a failure reports.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["header word changed", "header word misspelled", "column moved", "column dropped", "dashes lost", "marks added", "heading level changed", "row split", "rows glued", "values parted otherwise", "fence broken", "blank line", "label misspelled"];

    /// <summary>Mutates a page one to three times and returns a description.</summary>
    public string Mutate(FormPage page)
    {
        var done = new List<string>();
        for (int steps = _random.Next(1, 4); steps > 0; steps--)
        {
            string kind = Kinds[_random.Next(Kinds.Count)];
            done.Add(kind);
            Mutate(page, kind);
        }

        return string.Join(" + ", done.Order(StringComparer.Ordinal));
    }

    private void Mutate(FormPage page, string kind)
    {
        switch (kind)
        {
            case "header word changed":
                Header(page, (cells, i) => cells[i] = " " + Pick(s_words) + " ");
                break;
            case "header word misspelled":
                Header(page, (cells, i) => cells[i] = Misspell(cells[i]));
                break;
            case "column moved":
                Columns(page, (cells, a, b) => (cells[a], cells[b]) = (cells[b], cells[a]));
                break;
            case "column dropped":
                Columns(page, (cells, a, _) => cells.RemoveAt(a));
                // A name whose column was removed is no longer on the page. A description may still contain it.
                for (int i = 0; i < page.Lines.Count; i++)
                {
                    if (page.Lines[i].Rows.Count > 0 && page.Lines[i].Text.Contains('|', StringComparison.Ordinal))
                        page.Lines[i] = page.Lines[i] with { Rows = [.. page.Lines[i].Rows.Where(name => Cells(page.Lines[i].Text).Exists(cell => cell.TrimStart(' ', '*', '`', '_', '[', '(', '【', '"', '~').Replace("<b>", "", StringComparison.Ordinal).StartsWith(name, StringComparison.Ordinal)))] };
                }

                break;
            case "dashes lost":
                Remove(page, Find(page, IsDashes));
                break;
            case "marks added":
                Marks(page);
                break;
            case "heading level changed":
                Replace(page, Find(page, line => line.TrimStart().StartsWith('#')), line => new string('#', _random.Next(0, 7)) + line.TrimStart().TrimStart('#'));
                break;
            case "row split":
                Split(page);
                break;
            case "rows glued":
                Glue(page);
                break;
            case "values parted otherwise":
                string separator = Pick(" ", "/", ";", "、", " or ", "<br>", " , ", "\\|");
                Replace(page, Find(page, line => line.Contains("</li><li>", StringComparison.Ordinal) || line.Contains(", ", StringComparison.Ordinal)),
                    line => line.Replace("</li><li>", separator, StringComparison.Ordinal).Replace(", ", separator, StringComparison.Ordinal));
                break;
            case "fence broken":
                int fence = Find(page, line => line.TrimStart().StartsWith("```", StringComparison.Ordinal));
                if (_random.Next(3) == 0)
                    Insert(page, _random.Next(page.Lines.Count + 1), Pick("```", "````", "~~~", "```json"));
                else if (_random.Next(2) == 0)
                    Remove(page, fence);
                else
                    Replace(page, fence, _ => Pick("````", "``", "`````", "~~~", "``` x"));
                break;
            case "blank line":
                if (RowLine(page) is var row and >= 0)
                    Insert(page, row + _random.Next(2), Pick("", "  ", "\u200b"));
                break;
            default:
                Replace(page, Find(page, IsLabel), Misspell);
                break;
        }
    }

    private void Header(FormPage page, Action<List<string>, int> change)
    {
        if (page.Tables.Count == 0)
            return;
        // The tables of the original page. An earlier mutation may have moved them by a line or two, in which case a nearby line is changed.
        int line = Math.Min(page.Tables[_random.Next(page.Tables.Count)].Start, page.Lines.Count - 1);
        if (page.Lines[line].Rows.Count > 0)
            return;
        Replace(page, line, text =>
        {
            char separator = text.Contains('|', StringComparison.Ordinal) ? '|' : ' ';
            List<string> cells = [.. text.Split(separator)];
            int[] filled = [.. Enumerable.Range(0, cells.Count).Where(i => cells[i].Trim().Length > 0)];
            if (filled.Length > 0)
                change(cells, filled[_random.Next(filled.Length)]);
            return string.Join(separator, cells);
        });
    }

    private void Columns(FormPage page, Action<List<string>, int, int> change)
    {
        if (page.Tables.Count == 0)
            return;
        (int start, int end) = page.Tables[_random.Next(page.Tables.Count)];
        int count = Cells(page.Lines[start].Text).Count;
        if (count < 3)
            return;
        bool leading = page.Lines[start].Text.TrimStart().StartsWith('|');
        int first = leading ? 1 : 0, last = page.Lines[start].Text.TrimEnd().EndsWith('|') ? count - 1 : count;
        int a = _random.Next(first, last), b = _random.Next(first, last);
        for (int i = start; i < end && i < page.Lines.Count; i++)
        {
            Replace(page, i, text =>
            {
                List<string> cells = Cells(text);
                // Only complete rows, because the columns of a broken row are unknown.
                if (cells.Count == count)
                    change(cells, a, b);
                return string.Join('|', cells);
            });
        }
    }

    private void Marks(FormPage page)
    {
        (string open, string close) = s_marks[_random.Next(s_marks.Length)];
        int line = _random.Next(4) switch
        {
            0 => Find(page, text => text.TrimStart().StartsWith('#') || IsLabel(text)),
            1 => page.Tables.Count > 0 ? page.Tables[_random.Next(page.Tables.Count)].Start : -1,
            _ => RowLine(page),
        };
        Replace(page, line, text =>
        {
            if (!text.Contains('|', StringComparison.Ordinal))
            {
                string trimmed = text.TrimStart('#', ' ', '•', '-');
                int word = trimmed.IndexOf(' ', StringComparison.Ordinal);
                word = word < 0 ? trimmed.Length : word;
                return text[..^trimmed.Length] + open + trimmed[..word] + close + trimmed[word..];
            }

            List<string> cells = Cells(text);
            int[] filled = [.. Enumerable.Range(0, cells.Count).Where(i => cells[i].Trim().Length > 0)];
            bool all = _random.Next(4) == 0;
            int only = filled.Length == 0 ? -1 : filled[_random.Next(Math.Min(filled.Length, 3))];
            foreach (int i in filled)
            {
                if (all || i == only)
                    cells[i] = " " + open + cells[i].Trim() + close + " ";
            }

            return string.Join('|', cells);
        });
    }

    /// <summary>Breaks a row's line, but not inside a name.</summary>
    private void Split(FormPage page)
    {
        int line = RowLine(page);
        if (line < 0)
            return;
        FormLine row = page.Lines[line];
        string name = row.Rows[^1];
        int behind = row.Text.IndexOf(name, StringComparison.Ordinal) + name.Length;
        int at = behind + _random.Next(row.Text.Length - behind + 1);
        page.Lines[line] = row with { Text = row.Text[..at] };
        Insert(page, line + 1, row.Text[at..]);
    }

    private void Glue(FormPage page)
    {
        int line = RowLine(page);
        if (line < 0 || line + 1 >= page.Lines.Count)
            return;
        FormLine first = page.Lines[line], second = page.Lines[line + 1];
        page.Lines[line] = new FormLine(first.Text + Pick("", " ", "|") + second.Text, [.. first.Rows, .. second.Rows]);
        page.Lines.RemoveAt(line + 1);
    }

    private int RowLine(FormPage page)
    {
        int[] rows = [.. Enumerable.Range(0, page.Lines.Count).Where(i => page.Lines[i].Rows.Count > 0)];
        return rows.Length == 0 ? -1 : rows[_random.Next(rows.Length)];
    }

    private int Find(FormPage page, Func<string, bool> fits)
    {
        int[] lines = [.. Enumerable.Range(0, page.Lines.Count).Where(i => page.Lines[i].Rows.Count == 0 && fits(page.Lines[i].Text))];
        return lines.Length == 0 ? -1 : lines[_random.Next(lines.Length)];
    }

    private static void Replace(FormPage page, int line, Func<string, string> change)
    {
        if (line >= 0)
            page.Lines[line] = page.Lines[line] with { Text = change(page.Lines[line].Text) };
    }

    private static void Insert(FormPage page, int line, string text) => page.Lines.Insert(Math.Min(line, page.Lines.Count), new FormLine(text, []));

    private static void Remove(FormPage page, int line)
    {
        if (line >= 0)
            page.Lines.RemoveAt(line);
    }

    private static List<string> Cells(string line) => [.. line.Split('|')];

    private static bool IsDashes(string line) => line.Contains("---", StringComparison.Ordinal) && line.All(c => c is '-' or '|' or ' ' or ':');

    private static bool IsLabel(string line) => Parsing.Headings.SectionLabels.Of(line.Trim(' ', '#')) != Parsing.Headings.SectionLabel.None
        || Layouts.Explorer.ExplorerLabels.Find(line.Trim(), out _, out _) != Layouts.Explorer.ExplorerSection.None;

    private string Misspell(string text)
    {
        int[] letters = [.. Enumerable.Range(0, text.Length).Where(i => char.IsLetter(text[i]))];
        if (letters.Length < 2)
            return text;
        int at = letters[_random.Next(letters.Length - 1)];
        return _random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    private string Pick(params string[] choices) => choices[_random.Next(choices.Length)];
}
