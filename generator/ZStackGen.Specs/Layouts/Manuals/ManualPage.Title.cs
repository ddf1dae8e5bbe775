using System;
using System.Text;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Manuals;

// Finds the title and the description among the lines above the request line.
internal sealed partial class ManualPage
{
    /// <summary>The deprecation that a heading or a remark states, until the request line.</summary>
    private string? _notice;

    private void TakeTitle()
    {
        ApiDraft api = _api!;
        int from = 0;
        int to = _urlsLabelAt >= 0 ? Math.Min(_urlsLabelAt, _pending.Count) : _pending.Count;
        if (!_isHeading)
            from = FindTitle(to);
        if (_title.Name is not null)
        {
            api.Name = _title.Name;
            api.Place = new TextRange(_titlePlace.Start + _title.NameAt, _titlePlace.Start + _title.NameAt + _title.Name.Length);
        }

        api.Category = _title.Category;
        api.Description = Description(from, to) ?? _title.Words;
        // The text below the title replaces the words of the title as the description.
        if (_notice is null && api.Description != _title.Words && !Lifetime.Of(_title.Words).IsCurrent)
            _notice = "Deprecated.";
        AddNotice(api);
        if (IsChinese(_title.Words) || IsChinese(api.Description))
            api.Language = PageLanguage.Chinese;
    }

    /// <summary>
    /// Finds the title among the lines before the request: the last line that ends with the name of the API. The lines above it are banner and
    /// breadcrumb; the lines below it are the description.
    /// </summary>
    private int FindTitle(int to)
    {
        for (int i = to - 1; i >= 0; i--)
        {
            PageTitle title = PageTitle.Read(reading.Page[_pending[i]]);
            if (title.Name is null)
                continue;
            _title = title with { Category = null };
            _titlePlace = _pending[i];
            // A line with a single word may be a breadcrumb, so the name in the SDK sample takes precedence.
            _api!.IsNameUncertain = title.Words is null;
            return i + 1;
        }

        // Without a title, only sentences directly above the request line are a description.
        if (to == 1)
            return 0;
        int from = to;
        while (from > 0 && EndsSentence(reading.Page[_pending[from - 1]]))
            from--;
        return from;
    }

    private string? Description(int from, int to)
    {
        StringBuilder? text = null;
        string? first = null;
        for (int i = from; i < to; i++)
        {
            string? line = CellText.Description(reading.Page[_pending[i]]);
            if (line is null || Boilerplate.IsDescription(line.AsSpan()) || Boilerplate.IsSite(line, _title.Words))
                continue;
            if (first is null)
                first = line;
            else
                (text ??= new StringBuilder(first)).Append('\n').Append(line);
        }

        return text?.ToString() ?? first;
    }

    /// <summary>Returns the name of the API in the sentence about the Tab key: <c>entering QueryZone, and pressing the Tab key</c>.</summary>
    private static string? QueryName(ReadOnlySpan<char> line)
    {
        int at = line.IndexOf("Query".AsSpan(), StringComparison.Ordinal);
        if (at < 0 || (at > 0 && Characters.IsNamePart(line[at - 1])))
            return null;
        int end = at;
        while (end < line.Length && Characters.IsNamePart(line[end]))
            end++;
        ReadOnlySpan<char> word = line.Slice(at, end - at);
        return word.Length > 5 && Characters.IsUpper(word[5]) && Characters.IsPascalName(word) ? word.ToString() : null;
    }

    /// <summary>Removes the strikethrough of a title, or a deprecation behind the name in brackets.</summary>
    private TextRange WithoutLifetime(TextRange line, out string? notice)
    {
        ReadOnlySpan<char> text = reading.Page[line];
        notice = null;
        if (text.Length > 4 && text.StartsWith("~~".AsSpan()) && text.EndsWith("~~".AsSpan()))
        {
            notice = "Deprecated.";
            return reading.Page.Trim(new TextRange(line.Start + 2, line.End - 2));
        }

        int close = text.LastIndexOfAny(')', '）');
        if (close <= 0 || close + 1 == text.Length || CellText.Description(text.Slice(close + 1)) is not { } words || Lifetime.Of(words).IsCurrent)
            return line;
        notice = words;
        return new TextRange(line.Start, line.Start + close + 1);
    }

    /// <summary>Adds a remark above the tables to the description of the API if it states a deprecation. Other remarks are notes.</summary>
    private bool TakeNotice(TextRange line)
    {
        bool isAbove = _api is null || _isHeading;
        if (!isAbove && _hasTable)
            return false;
        string? words = CellText.Description(reading.Page[line]);
        if (words is null || Lifetime.Of(words).IsCurrent)
            return false;
        _notice = words;
        if (!isAbove)
            AddNotice(_api!);
        return true;
    }

    private void AddNotice(ApiDraft api)
    {
        if (_notice is not null)
            api.Description = api.Description is null ? _notice : api.Description + "\n" + _notice;
        _notice = null;
    }

    private static bool EndsSentence(ReadOnlySpan<char> line) => line.Length > 1 && line[line.Length - 1] is '.' or '。' or '!' or '！' or '?' or '？' or ')' or '）';

    private static bool IsChinese(string? text)
    {
        foreach (char c in text ?? "")
        {
            if (Characters.IsChinese(c))
                return true;
        }

        return false;
    }
}
