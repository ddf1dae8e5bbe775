using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>Splits an explorer page into APIs and their sections.</summary>
internal sealed class ExplorerOutlineReader(PageReading reading)
{
    /// <summary>The maximum number of broken samples whose end is searched for; it keeps the run time linear.</summary>
    private const int MostBrokenSamples = 12;

    private readonly PageText _page = reading.Page;
    private readonly TextRange[] _lines = reading.Page.TrimmedLines();
    private ExplorerOutline? _current;
    private ExplorerSection _section;
    private bool _isSuccess = true;
    private int _labels;
    private int _brokenSamples;
    private int _nextSection;

    /// <summary>The indentation of the labels. A deeper line such as "Endpoint" is part of a description.</summary>
    private int _indent;

    /// <summary>Returns the APIs of the page; each header line starts an API.</summary>
    public List<ExplorerOutline> Read()
    {
        var outlines = new List<ExplorerOutline>(1);
        TextRange before = default;
        for (int i = 0; i < _lines.Length; i++)
        {
            TextRange line = _lines[i];
            if (line.IsEmpty)
                continue;
            if (ExplorerHeader.Read(_page, line) is { } header)
            {
                _indent = Indent(i);
                Begin(outlines, new ExplorerOutline(header, line, Capacity(outlines, i)) { Breadcrumb = before, Language = header.IsChinese ? PageLanguage.Chinese : PageLanguage.English });
                before = default;
                continue;
            }

            int indent = Indent(i);
            if (_current is null)
                _indent = indent;
            while (!line.IsEmpty)
            {
                ExplorerSection label = ExplorerLabels.Find(_page[line], out PageLanguage language, out int length);
                if (label != ExplorerSection.None && indent <= _indent)
                {
                    // Without a header line in the copy, the first label starts the API.
                    if (_current is null)
                        Begin(outlines, new ExplorerOutline(null, line, Capacity(outlines, i)));
                    if (_labels++ == 0)
                        _current!.Language = language;
                    (_section, _isSuccess) = (label, true);
                    line = _page.Trim(new TextRange(line.Start + length, line.End));
                }
                else if (_current is not null && TakeSample(_current, line, out int end))
                {
                    // A sample may span several lines, and the text glued to its last bracket is a separate line.
                    i = Math.Max(i, _page.LineOf(end - 1));
                    line = _page.Trim(new TextRange(end, Math.Max(end, _lines[i].End)));
                    indent = _indent;
                }
                else
                {
                    if (_current is not null && (_isSuccess || _section != ExplorerSection.Responses))
                        _current.Lines.Add(new ExplorerLine(_section, line, indent));
                    else if (_current is not null)
                        reading.Ledger.Claim(line, LineKind.Prose); // the rows of a failure are the same for all APIs
                    before = line;
                    break;
                }
            }
        }

        return outlines;
    }

    /// <summary>Returns the expected number of lines of an API. Nearly all pages describe one API.</summary>
    private int Capacity(List<ExplorerOutline> outlines, int line) => outlines.Count == 0 ? (_lines.Length - line) / 2 : 0;

    private int Indent(int line) => _lines[line].Start - _page.Line(line).Start;

    private void Begin(List<ExplorerOutline> outlines, ExplorerOutline outline)
    {
        _current = outline;
        outlines.Add(outline);
        (_section, _isSuccess, _labels) = (ExplorerSection.Intro, true, 0);
    }

    /// <summary>Reads a curl call, a status line or a JSON sample and returns its end, so that its text is not read as rows.</summary>
    private bool TakeSample(ExplorerOutline outline, TextRange line, out int end)
    {
        ReadOnlySpan<char> text = _page[line];
        end = line.End;
        if (outline.Curl.IsEmpty && text.StartsWith("curl ".AsSpan(), StringComparison.Ordinal))
        {
            end = CurlEnd(line);
            outline.Curl = new TextRange(line.Start, end);
            return true;
        }

        int bracket = 0;
        bool isResponse = _section is ExplorerSection.ResponseExample or ExplorerSection.Responses;
        if (isResponse && IsStatus(text))
        {
            _isSuccess = text[0] == '2';
            bracket = text.IndexOf('{');
            if (bracket < 0)
                return true;
            if (!IsStatus(text.Slice(0, bracket).TrimEnd()))
                return false;
        }

        // A word in brackets is a link or a bracketed row, and not JSON.
        bool isWord = text[bracket] == '[' && bracket + 1 < text.Length && Characters.IsAsciiLetter(text[bracket + 1]);
        if (text[bracket] is not ('{' or '[') || isWord || _section is ExplorerSection.Intro || _brokenSamples >= MostBrokenSamples)
            return false;
        JsonSample sample = ReadSample(line.Start + bracket, line);
        end = sample.End;
        if (isResponse && _isSuccess && outline.ResponseSample is null)
            outline.ResponseSample = sample;
        return true;
    }

    /// <summary>Reads a sample. A broken sample ends before the next section.</summary>
    private JsonSample ReadSample(int start, TextRange line)
    {
        JsonSample sample = reading.Samples.Read(new TextRange(start, NextSection(line)));
        if (sample.Flaws.Count > 0)
            _brokenSamples++;
        return sample;
    }

    /// <summary>Returns whether a line is a status line: <c>200</c>, <c>200 OK</c>, <c>200{</c>.</summary>
    private static bool IsStatus(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] is >= '1' and <= '5' && Characters.IsAsciiDigit(text[1]) && Characters.IsAsciiDigit(text[2])
        && (text.Length == 3 || text[3] is ' ' or '{' or '[' || (Characters.IsAsciiLetter(text[3]) && text.Length < 40));

    /// <summary>Returns the position of the next label or header; otherwise, the end of the text.</summary>
    private int NextSection(TextRange line)
    {
        if (line.Start < _nextSection)
            return _nextSection;
        for (int i = _page.LineOf(line.Start) + 1; i < _lines.Length; i++)
        {
            if (_lines[i].IsEmpty)
                continue;
            bool isLabel = ExplorerLabels.Find(_page[_lines[i]], out _, out _) != ExplorerSection.None && Indent(i) <= _indent;
            if (isLabel || ExplorerHeader.Read(_page, _lines[i]) is not null)
                return _nextSection = _lines[i].Start;
        }

        return _nextSection = _page.Text.Length;
    }

    /// <summary>Returns the end of a curl call, which continues after a backslash and, in a body, up to the last bracket.</summary>
    private int CurlEnd(TextRange line)
    {
        int last = _page.LineOf(line.Start);
        while (last + 1 < _lines.Length && _page[_lines[last]].EndsWith("\\".AsSpan(), StringComparison.Ordinal))
            last++;
        int end = Math.Max(line.End, _lines[last].End);
        int body = ExplorerCurl.FindBody(_page.Text.AsSpan(line.Start, end - line.Start));
        if (body < 0)
            return end;
        JsonSample sample = reading.Samples.Read(new TextRange(line.Start + body, end));
        if (sample.Flaws.Count == 0 || _brokenSamples >= MostBrokenSamples)
            return end;
        sample = ReadSample(line.Start + body, line);
        return sample.End <= end ? end : _lines[_page.LineOf(sample.End - 1)].End;
    }
}
