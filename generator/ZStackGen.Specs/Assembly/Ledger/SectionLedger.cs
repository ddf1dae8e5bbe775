using System;
using System.Collections.Generic;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly.Ledger;

/// <summary>Compares headings and labels with the model: headings that name an API, and labels that announce parameters or a response.</summary>
internal sealed class SectionLedger
{
    private readonly PageText _page;
    private readonly UnreadRuns _runs;
    private readonly IReadOnlyList<ApiModel?> _apis;
    private readonly IReadOnlyList<StructureModel> _types;

    /// <summary>The line of each draft's first request line, in draft order.</summary>
    private readonly int[] _requestLines;
    private HashSet<string>? _names;
    private int _api = -1;
    private Announced _parameters = new(), _response = new();

    /// <summary>The current section, if it announces parameters or a response.</summary>
    private Announced? _section;

    /// <summary>The line of a heading that names an API outside the model. It is reported if no element of an API follows.</summary>
    private int _heading = -1;
    private bool _isVerb, _hasContent;

    public SectionLedger(PageReading reading, IReadOnlyList<ApiModel?> apis, IReadOnlyList<StructureModel> types, UnreadRuns runs)
    {
        _page = reading.Page;
        _runs = runs;
        _apis = apis;
        _types = types;
        _requestLines = new int[reading.Apis.Count];
        for (int i = 0; i < _requestLines.Length; i++)
            _requestLines[i] = reading.Apis[i].Urls.Count > 0 ? _page.LineOf(reading.Apis[i].Urls[0].Place.Start) : -1;
    }

    /// <summary>Gets a value indicating whether an element precedes the current line.</summary>
    public bool HasElement { get; private set; }

    /// <summary>Processes a line of the model.</summary>
    public void Element(int line, bool isRequest)
    {
        HasElement = true;
        _heading = -1;
        Text();
        while (isRequest && _api + 1 < _requestLines.Length && _requestLines[_api + 1] <= line)
        {
            EndApi();
            _api++;
        }
    }

    /// <summary>Processes an unread line that gets its own finding.</summary>
    public void Unread()
    {
        _hasContent = true;
        if (_section is not null)
            _section.IsReported = true;
    }

    /// <summary>Processes a line of other text.</summary>
    public void Text()
    {
        if (_section is not null)
            _section.HasText = true;
    }

    /// <summary>Processes a line if it is a heading or a label. Returns <see langword="false"/> for other lines.</summary>
    public bool Take(int line, ReadOnlySpan<char> text)
    {
        int start = 0;
        while (start < text.Length && text[start] == '#')
            start++;
        bool isHeading = start > 0;
        ReadOnlySpan<char> words = CellMarks.Bare(text.Slice(start));
        if (words.IsEmpty)
            return isHeading;
        SectionLabel label = SectionLabels.Of(words);
        if (label == SectionLabel.None && isHeading && words.Equals("Result".AsSpan(), StringComparison.OrdinalIgnoreCase))
            label = SectionLabel.Response;
        if (label != SectionLabel.None)
        {
            _runs.Break();
            _hasContent = true;
            _section = label == SectionLabel.Parameters ? _parameters : label == SectionLabel.Response ? _response : null;
            if (_section is { Line: < 0 })
                _section.Line = line;
            return true;
        }

        if (!isHeading)
            return false;
        _runs.Break();
        Heading(line, text.Slice(start));
        return true;
    }

    public void Finish()
    {
        EndHeading();
        EndApi();
    }

    private void Heading(int line, ReadOnlySpan<char> words)
    {
        PageTitle title = PageTitle.Read(words);
        // A single word, such as Request or Overview, is not a name. In brackets after other words, it is a name.
        if (title.Name is null || (title.Words is null && IsOneWord(title.Name)))
            return;
        EndHeading();
        if (Names().Contains(title.Name))
            return;
        _heading = line;
        _isVerb = ApiVerbs.StartsWithVerb(title.Name);
        _hasContent = false;
    }

    private void EndHeading()
    {
        // On a page without an API, a heading without a verb may name a structure.
        if (_heading >= 0 && (_isVerb || (_hasContent && _apis.Count > 0)))
            _runs.AddAlone(_heading, UnreadKind.Heading);
        _heading = -1;
    }

    private void EndApi()
    {
        if (_api >= 0 && _apis[_api] is { } api)
        {
            if (_parameters.IsEmpty && api.Parameters.Count == 0 && !api.IsQuery)
                _runs.AddAlone(_parameters.Line, UnreadKind.Section);
            if (_response.IsEmpty && api.Response is null && api.ResponseExample is null)
                _runs.AddAlone(_response.Line, UnreadKind.Section);
        }

        (_parameters, _response, _section) = (new Announced(), new Announced(), null);
    }

    private HashSet<string> Names()
    {
        if (_names is not null)
            return _names;
        _names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ApiModel? api in _apis)
        {
            if (api is null)
                continue;
            _names.Add(api.Name);
            foreach (StructureModel structure in api.Structures)
            {
                if (structure.Name is not null)
                    _names.Add(structure.Name);
            }
        }

        foreach (StructureModel type in _types)
        {
            if (type.Name is not null)
                _names.Add(type.Name);
        }

        return _names;
    }

    private static bool IsOneWord(string name)
    {
        for (int i = 1; i < name.Length; i++)
        {
            if (Characters.IsUpper(name[i]))
                return false;
        }

        return true;
    }

    /// <summary>A section that announces rows.</summary>
    private sealed class Announced
    {
        /// <summary>Gets or sets the line of the label; -1 if the API has none.</summary>
        public int Line { get; set; } = -1;

        public bool HasText { get; set; }

        public bool IsReported { get; set; }

        /// <summary>
        /// Gets a value indicating whether the section contains text, but none of it was reported. Rows in this text would be lost.
        /// </summary>
        public bool IsEmpty => Line >= 0 && HasText && !IsReported;
    }
}
