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

namespace ZStackGen.Specs.Layouts.Manuals;

/// <summary>
/// Assembles the pieces of a page of the manual, independent of their layout: title, request lines, body sample, parameters, response
/// sample, response table, structure tables and SDK sample, followed by the next API of the page.
/// </summary>
internal sealed partial class ManualPage(PageReading reading, RowRules rules)
{
    private const int MostPending = 64;

    private readonly List<RequestUrl> _urls = [];

    /// <summary>The lines since the last piece that have no special meaning: title, description, banner, note.</summary>
    private readonly List<TextRange> _pending = [];
    private ApiDraft? _api;
    private StructureLinks? _links;
    private PageTitle _title;
    private TextRange _titlePlace;
    private bool _isHeading, _urlsOpen, _sampleIsResponse, _isRequestExample, _isResponseAnnounced, _hasTable, _hasSdk, _orphanTable, _isEmptyByWords;
    private int _urlsLabelAt = -1;

    /// <summary>True if a heading behind the tables of the current API names another API. Without a request line, the rest of the page belongs to no API.</summary>
    private bool _isBehindApi;

    /// <summary>True if the current lines follow the parameter table, where remarks and system tags are listed.</summary>
    private bool _behindParameters;
    private readonly ManualRemarks _remarks = new();

    /// <summary>Adds a heading of the layout (a Markdown heading) without its marks: the title of a section or of an API.</summary>
    public void Title(TextRange line)
    {
        _behindParameters = false;
        TextRange named = WithoutLifetime(line, out string? notice);
        PageTitle title = PageTitle.Read(reading.Page[named]);
        (line, notice) = title.Name is null ? (line, null) : (named, notice);
        _urlsOpen = false;
        // A heading without a name between the title of an API and its request belongs to that API.
        if (title.Name is null && _title.Name is not null)
            return;
        _isBehindApi |= NamesAnother(title);
        _title = title;
        _titlePlace = line;
        _notice = notice;
        _isHeading = true;
        _pending.Clear();
    }

    /// <summary>Adds a remark in a block quote.</summary>
    public void Note(TextRange line)
    {
        _urlsOpen = false;
        if (!TakeNotice(line))
            _remarks.Take(_api, reading.Page[line]);
    }

    /// <summary>Adds a line of text.</summary>
    public void Prose(TextRange line)
    {
        _urlsOpen = false;
        if (_api is { Response: null } && _sampleIsResponse && !_hasSdk && reading.Page[line].IndexOf("{}".AsSpan()) >= 0)
        {
            // "An empty JSON structure {} is returned on success": the response is documented and has no fields.
            _api.Response = [];
            _isEmptyByWords = true;
        }

        if (_behindParameters)
        {
            _remarks.Take(_api, reading.Page[line]);
            return;
        }

        if (_hasTable && reading.Page.Text[line.End - 1] is ')' or '）' && PageTitle.Read(reading.Page[line]) is { Words: not null } title)
            _isBehindApi |= NamesAnother(title);
        if (_api is { IsQuery: true, TabName: null } && !_hasTable)
            _api.TabName = QueryName(reading.Page[line]);

        // Only lines directly above the request line can be the title or the description.
        if (_pending.Count == MostPending)
        {
            _pending.RemoveAt(0);
            _urlsLabelAt = Math.Max(_urlsLabelAt - 1, -1);
        }

        _pending.Add(line);
    }

    public void Label(SectionLabel label)
    {
        _behindParameters = false;
        _isRequestExample = label == SectionLabel.RequestExample || (_isRequestExample && label == SectionLabel.Filler);
        switch (label)
        {
            case SectionLabel.Request or SectionLabel.Urls:
                if (_urlsLabelAt < 0)
                    _urlsLabelAt = _pending.Count;
                break;
            case SectionLabel.Body:
                _sampleIsResponse = false;
                _urlsOpen = false;
                break;
            case SectionLabel.QueryFields when _api is not null:
                _api.IsQuery = true;
                _sampleIsResponse = true;
                break;
            case SectionLabel.Response or SectionLabel.Curl or SectionLabel.Parameters:
                _isResponseAnnounced |= label == SectionLabel.Response;
                _sampleIsResponse = true;
                _urlsOpen = false;
                break;
        }
    }

    /// <summary>Adds a line that starts with a method and a path.</summary>
    public void Request(TextRange line)
    {
        _behindParameters = false;
        _urls.Clear();
        if (!RequestLine.Read(reading.Page, line, _urls) || RequestLine.IsExample(_urls[0].Path.AsSpan()))
            return;
        if (_api is null || !Continues(_urls[0]))
            Begin(_urls[0].Place);
        else if (!_urlsOpen)
            _sampleIsResponse = false; // the page's begin is shown a second time: its body comes again, too
        foreach (RequestUrl url in _urls)
        {
            if (_api!.Urls.Count == 0 || (url.Method == _api.Urls[0].Method && !Lists(url)))
                _api.Urls.Add(url);
        }

        _urlsOpen = true;
    }

    /// <summary>Adds an Authorization header.</summary>
    public void Session()
    {
        _urlsOpen = false;
        if (_api is not null)
            _api.RequiresSession = true;
    }

    /// <summary>Adds a line of a curl call, or the whole call.</summary>
    public void Curl(TextRange call)
    {
        _behindParameters = false;
        _urlsOpen = false;
        _sampleIsResponse = true;
        _pending.Clear();
        LeaveApi();
        if (_api is not null && !_hasTable)
            _api.Curl = _api.Curl.With(CurlCall.Read(reading.Page, call));
    }

    public void Sample(TextRange json)
    {
        _behindParameters = false;
        _urlsOpen = false;
        _pending.Clear();
        LeaveApi();
        if (_api is null || _hasSdk)
            return;
        if (!_isRequestExample && (_sampleIsResponse || _hasTable || _api.Urls[0].Method is "GET" or "DELETE"))
        {
            if (_api.ResponseSample.IsEmpty)
                _api.ResponseSample = json;
        }
        else if (_api.RequestSample.IsEmpty)
        {
            _api.RequestSample = json;
        }
    }

    public void Table(PageTable table)
    {
        _urlsOpen = false;
        _pending.Clear();
        // Parameters behind the response belong to an API without a request line.
        _isBehindApi |= table.Columns.HasLocation && _api?.Response is { Count: > 0 };
        LeaveApi();
        if (_api is null)
        {
            if (table.Columns.HasLocation && !_orphanTable)
                reading.Findings.Add(FindingRules.NoRequestLine, table.Place, "The page has a parameter table but no request line such as `GET /v1/zones`.");
            _orphanTable |= table.Columns.HasLocation;
            return;
        }

        _hasTable = true;
        _sampleIsResponse = true;
        _isRequestExample = false;
        _behindParameters = table.Columns.HasLocation;
        _remarks.Begin();
        if (table.Columns.IsChinese)
            _api.Language = PageLanguage.Chinese;
        var reader = new RowReader(reading, table, rules);
        if (table.Columns.HasLocation)
        {
            reader.Parameters(_api.Parameters);
            _links!.ExpectParameters(_api.Parameters);
        }
        else if ((_api.Response is null || _isEmptyByWords) && !(!_isResponseAnnounced && _links!.IsOfParameter(_label)))
        {
            _isEmptyByWords = false;
            _api.Response = [];
            reader.Fields(_api.Response);
            _links!.Expect(_api.Response, null);
        }
        else
        {
            var structure = new StructureDraft { Label = _label, Place = table.Place };
            reader.Fields(structure.Fields);
            if (_links!.Link(structure))
            {
                _api.Structures.Add(structure);
                _links.Expect(structure.Fields, structure);
            }
            else
            {
                reading.Ledger.Claim(table.Place, LineKind.Element);
                if (structure.Label is null)
                    reading.Findings.Add(FindingRules.TableWithoutUse, table.Place, "The table repeats the rows of a table above, and has no label; nothing is generated from it.");
            }
        }

        _label = null;
    }

    /// <summary>Adds a line of an SDK sample that contains the name of the API, or the sample from this line on.</summary>
    public void Sdk(string name, TextRange place)
    {
        _behindParameters = false;
        _urlsOpen = false;
        _pending.Clear();
        if (_api is null)
            return;
        _api.SdkPlace = _api.SdkPlace.IsEmpty ? place : new TextRange(_api.SdkPlace.Start, place.End);
        _api.SdkName ??= name;
        if (_api.SdkName != name)
            _api.OtherSdkName ??= name;
        _hasSdk = true;
    }

    /// <summary>Completes the last API at the end of the page.</summary>
    public void Finish() => Close();

    private void Begin(TextRange place)
    {
        Close();
        _api = new ApiDraft { Place = place, RequiresSession = false };
        _links = new StructureLinks(_api);
        reading.Apis.Add(_api);
        TakeTitle();
        _title = default;
        _isHeading = false;
        _pending.Clear();
        _urlsLabelAt = -1;
        _label = null;
        _sampleIsResponse = _isRequestExample = _hasTable = _hasSdk = _isEmptyByWords = _isBehindApi = _isResponseAnnounced = false;
    }

    /// <summary>Determines whether a title behind the tables of the current API names another API.</summary>
    private bool NamesAnother(PageTitle title) => _api is not null && _hasTable && title.Name is { } name && ApiVerbs.StartsWithVerb(name) && name != _api.Name && name != _api.SdkName && name != _api.OtherSdkName && name != _api.TabName;

    /// <summary>Ends the current API if its last heading names another API. The unread rows and the heading are reported later.</summary>
    private void LeaveApi()
    {
        if (!_isBehindApi || _api is null)
            return;
        Close();
        _orphanTable = true;
    }

    private void Close()
    {
        _links?.Finish(reading, _hasSdk);
        ReportEmptyLabels();
        _links = null;
        _api = null;
    }

    /// <summary>Returns whether a request line is another path of the current API, or the start of a page that is shown twice.</summary>
    private bool Continues(RequestUrl url) => _urlsOpen || (!_hasTable && !_hasSdk && Lists(url));

    private bool Lists(RequestUrl url)
    {
        foreach (RequestUrl known in _api!.Urls)
        {
            if (known.Method == url.Method && known.Path == url.Path)
                return true;
        }

        return false;
    }
}
