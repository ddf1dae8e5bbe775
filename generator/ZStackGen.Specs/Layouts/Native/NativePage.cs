using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Headings;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Parsing.Tables;
using ZStackGen.Specs.Text;
using ZStackGen.Specs.Writing;

namespace ZStackGen.Specs.Layouts.Native;

/// <summary>Assembles a page in the page format of this repository. The heading above a line, table or fence determines its meaning.</summary>
internal sealed partial class NativePage(PageReading reading)
{
    /// <summary>The heading of a structure without a known type name.</summary>
    public const string Anonymous = "(anonymous)";

    /// <summary>The level of a label, which each heading ends.</summary>
    private const int LabelLevel = 7;

    private readonly HeadingAnchors _anchors = new();
    private readonly NativeLinks _ties = new();
    private readonly NativeText _text = new(reading.Page);
    private readonly List<RequestUrl> _urls = [];
    private NativeSample _samples = new();

    private Part _part = Part.None;

    /// <summary>The last heading below level 1. It names an API if a request line follows.</summary>
    private (PageTitle Title, TextRange Place, string Anchor)? _heading;

    // A level 1 heading starts an API or a type. Both are kept until a request line decides.
    private ApiDraft? _api;
    private StructureDraft? _structure;
    private bool _isListed;

    /// <summary>True for the items of a list below a line such as See also.</summary>
    private bool _areReferences;

    /// <summary>True below a heading such as <c>Close a gate (CloseGate)</c>, which names another API, until its request line.</summary>
    private bool _isBehindApi;
    private TextRange _orphanParameters;

    /// <summary>
    /// The first table below the request line without a heading and a location column. It describes the response, unless a response follows.
    /// </summary>
    private PageTable? _unplaced;

    /// <summary>True behind a heading or table of the response, and whether text follows the heading.</summary>
    private bool _hasResponse, _hasResponseText;

    /// <summary>The kind of the part started by the last heading.</summary>
    private enum Part
    {
        None,
        Top,
        Parameters,
        Response,
        SystemTags,
        Notes,
        Example,
        Structure,
        Other,
    }

    /// <summary>The level of the heading above optional parameters; 0 if there is none.</summary>
    private int _optionalLevel;

    private bool IsApi => _api is { Urls.Count: > 0 };

    /// <summary>Gets whether the current part describes a structure: a structure of an API, or a separate type.</summary>
    private bool IsStructure => _structure is not null && (_part == Part.Structure || (_part == Part.Top && !IsApi));

    /// <summary>Gets whether a row in the current part is expected to be read. In other parts, a table may have any content.</summary>
    private bool WantsRows => _part is Part.Parameters or Part.Response or Part.Structure || (_part == Part.Top && !IsApi && _isListed);

    public void Blank() => _text.EndParagraph();

    /// <summary>Reads a line that is not a heading, table or fence.</summary>
    public void Line(TextRange line)
    {
        ReadOnlySpan<char> text = reading.Page[line];
        // Dashes below a property belong to its table and separate no paragraphs.
        if (NativeWords.IsRuler(text) || NativeWords.IsAlert(text) || (text[0] == '|' && _part == Part.Top && !_text.IsInParagraph && TableColumns.IsDashes(text)))
        {
            _text.EndParagraph();
        }
        else if (RequestAt(text) is var request and > 0)
        {
            _text.EndParagraph();
            BeginBelowHeading();
            _api ??= new ApiDraft { Place = line };
            TakeListAboveRequest();
            Request(new TextRange(line.Start + request, line.End), _api.Urls);
            if (_part == Part.None)
                _part = Part.Top;
        }
        else if (_part is Part.Top or Part.Response or Part.Structure && ApplyMarkers(IsApi ? NativeProperty.WithoutMarks(reading.Page, line) : line))
        {
            _text.EndParagraph();
        }
        else if (IsApi && _part == Part.Top && text[0] != '|' && NativePhrase.Marker(text, out string fact) is var phrase and not OwnFormatMarker.None)
        {
            _text.EndParagraph();
            Apply(phrase, fact, line);
        }
        else if (IsApi && _part is Part.Top or Part.Other or Part.Structure && ApplyProperty(text, line))
        {
            _text.EndParagraph();
        }
        else if (IsApi && _part is Part.Other or Part.Parameters && NativeWords.Marker(text, out _) == OwnFormatMarker.EmptyResponse)
        {
            // The heading above has other words than Response.
            _hasResponse = true;
            NativeWords.Apply(OwnFormatMarker.EmptyResponse, "", line, _api!);
        }
        else if (IsApi && _part == Part.Response && NativeWords.IsNothing(text))
        {
            NativeWords.Apply(OwnFormatMarker.EmptyResponse, "", line, _api!);
        }
        else if (IsApi && _part is Part.Top or Part.Parameters && text.Length < 40 && NativeWords.IsOptional(CellText.Plain(text).TrimEnd(':', '：', ' ')))
        {
            // A label above a table, such as Optional parameters:
            _text.EndParagraph();
            _optionalLevel = LabelLevel;
        }
        else if (IsApi && _part is Part.Top or Part.Parameters && NativeLocation.OfLabel(text) is var stated && stated != default)
        {
            _text.EndParagraph();
            _stated = stated;
        }
        else if (_part == Part.Example)
        {
            _samples.Label(text);
        }
        else if (_part == Part.SystemTags && (text[0] == '|' || (text.Length > 2 && text[0] is '-' or '*' && text[2] == '|')))
        {
            reading.Ledger.Claim(line, LineKind.Element);
            if (_api is not null)
                NativeSystemTags.Read(reading, text[0] == '|' ? line : new TextRange(line.Start + 2, line.End), _api.SystemTags);
        }
        else if (_part == Part.SystemTags && IsApi && text.IndexOf(SystemTagModel.Separator.AsSpan()) > 0 && SystemTagText.Find(text.Slice(CellMarks.Length(text)), out _) is { } tag)
        {
            reading.Findings.Add(FindingRules.BrokenRow, line, $"The system tag {Excerpt.Of(tag)} is not read, because it is not in a table with the columns Tag, Description and Since.");
            _text.Add(line);
        }
        else if (IsStructure && !_areReferences && text.Length > 2 && text[0] is '-' or '*' && text[1] == ' ')
        {
            _text.EndParagraph();
            Item(line);
        }
        else if (!WantsRows || !IsRow(text))
        {
            _hasResponseText |= _part == Part.Response;
            if (text.Length < 2 || text[0] is not ('-' or '*') || text[1] != ' ')
                _areReferences = NativeWords.AnnouncesReferences(text);
            _text.Add(line);
        }
    }

    /// <summary>
    /// Returns the start of a request line in backticks, which can also be bold, an item of a list or a block quote; 0 if the line is not a request
    /// line.
    /// </summary>
    private static int RequestAt(ReadOnlySpan<char> text)
    {
        int start = text.Length > 2 && text[0] is '-' or '*' or '>' && text[1] == ' ' ? 2 : 0, last = start + 3;
        while (start < text.Length && start < last && text[start] is '`' or '*')
            start++;
        return start > 0 && text.IndexOf('`') >= 0 && RequestLine.IsAt(text.Slice(start)) ? start : 0;
    }

    /// <summary>Adds the paths of a request line. An API has one method, so that another method is an unread request.</summary>
    private void Request(TextRange line, List<RequestUrl> urls)
    {
        _urls.Clear();
        RequestLine.Read(reading.Page, line, _urls);
        foreach (RequestUrl url in _urls)
        {
            if (urls.Count == 0 || url.Method == urls[0].Method)
                urls.Add(url);
        }
    }

    public void Fence(TextRange content)
    {
        _text.EndParagraph();
        if (!content.IsEmpty && reading.Page.Text[content.Start] is '{' or '[')
            _samples.Add(content);
        else if (_api is not null && reading.Page[content].TrimStart("$> ".AsSpan()).StartsWith("curl ".AsSpan(), StringComparison.Ordinal))
            _api.Curl = _api.Curl.With(CurlCall.Read(reading.Page, content));
    }

    public void Finish()
    {
        EndPart();
        EndSection();
        _ties.Tie(reading);
    }

    /// <summary>Applies the markers of a line.</summary>
    /// <returns><see langword="false"/> if the line is a description.</returns>
    private bool ApplyMarkers(TextRange line)
    {
        bool any = false;
        foreach (TextRange sentence in NativeWords.Sentences(reading.Page, line))
        {
            if (NativeWords.Marker(reading.Page[sentence], out string value) is var marker and not OwnFormatMarker.None)
            {
                Apply(marker, value, sentence);
                any = true;
            }
        }

        return any;
    }

    private void Apply(OwnFormatMarker marker, string value, TextRange line)
    {
        if (marker == OwnFormatMarker.Extends && IsStructure)
        {
            _structure!.Extends = value;
            _structure.ExtendsPlace = line;
            List();
        }
        else if (marker == OwnFormatMarker.Since && IsStructure && (_part != Part.Top || _api is null))
        {
            _structure!.Since = value;
        }
        else if (marker == OwnFormatMarker.Since && _api is { Since: { } first } && StatedVersion.Parse(first).Cloud is { } known && StatedVersion.Parse(value).Cloud is { } other && known != other)
        {
            reading.Findings.Add(FindingRules.InvalidVersion, line, $"The page states two versions, {known} and {other}; {known} is used.");
        }
        else if (_api is not null)
        {
            // Above the request line, the version can be that of an API or of a type.
            if (marker == OwnFormatMarker.Since && IsStructure)
                _structure!.Since = value;
            NativeWords.Apply(marker, value, line, _api);
        }
    }

    /// <summary>Ends the current part and assigns its paragraphs as the description of the API or structure.</summary>
    private void EndPart()
    {
        string? description = _text.Take();
        AddDeprecation(description);
        if (IsStructure)
            _structure!.Description ??= description;
        ReportNestedItems();
        // Until the request line, the text can describe an API or a type.
        if (_part == Part.Top && _api is not null)
            _api.Description ??= description;
        else if (_part is Part.Notes or Part.Parameters && _api is not null && description is not null)
            _api.Notes.AddRange(description.Split('\n'));
        if (_part == Part.Structure)
        {
            _structure = null;
            _isListed = false;
        }
    }

    private void EndSection()
    {
        if (IsApi)
        {
            PlaceTable();
            _samples.Assign(reading.Page, _api!);
            // A heading without a table or an example announces an empty response. Text in its place is reported, because it can describe fields.
            if (_hasResponse && !_hasResponseText && _api!.ResponseSample.IsEmpty)
                _api.Response ??= [];
            _api!.Language = _api.StatedLanguage ?? NativeWords.LanguageOf(_api);
            reading.Apis.Add(_api);
        }
        else if (!_orphanParameters.IsEmpty)
        {
            reading.Findings.Add(FindingRules.NoRequestLine, _orphanParameters, "The page has a parameter table but no request line such as `GET /v1/zones`.");
        }

        _samples = new NativeSample();
        _items.Clear();
        _api = null;
        _structure = null;
        _unplaced = null;
        _isListed = _isBehindApi = _areReferences = false;
        _optionalLevel = 0;
        _stated = default;
        _hasResponse = _hasResponseText = false;
        _orphanParameters = default;
        _part = Part.None;
    }

    /// <summary>Returns whether a line is part of an unreadable table; such a line is not a description.</summary>
    private static bool IsRow(ReadOnlySpan<char> text) => text[0] == '|' || text.StartsWith("<table".AsSpan(), StringComparison.OrdinalIgnoreCase);

    private void List()
    {
        if (_isListed)
            return;
        _isListed = true;
        // Without a request line, the tables under a title with parameters are structures of that API and not types.
        if (IsApi)
            _api!.Structures.Add(_structure!);
        else if (_orphanParameters.IsEmpty)
            reading.Types.Add(_structure!);
    }
}
