using System;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>The request lines of an explorer page: <c>PUT/zstack/v1/zones/{uuid}/actions</c> under Endpoint, and the curl call.</summary>
internal static class ExplorerEndpoint
{
    /// <summary>The maximum number of paths, more than any API has.</summary>
    private const int MostPaths = 32;

    /// <summary>Adds the request lines of the page to the draft; adds none if the copy has neither endpoint nor curl call.</summary>
    public static void Add(PageReading reading, ExplorerOutline outline, ExplorerCurl? curl, ApiDraft draft)
    {
        PageText page = reading.Page;
        foreach (ExplorerLine line in outline.Lines)
        {
            if (draft.Urls.Count == MostPaths)
                break;
            if (line.Section != ExplorerSection.Endpoint || HttpMethods.At(page[line.Place]) is not { } method || !HttpMethods.StartsRequest(page[line.Place]))
                continue;
            TextRange path = page.Trim(new TextRange(line.Place.Start + method.Length, line.Place.End));
            draft.Urls.Add(Url(page, method, path));
        }

        if (draft.Urls.Count == 0)
        {
            string? method = outline.Header?.Method ?? curl?.Method;
            if (method is not null && curl is { Path: { IsEmpty: false, Length: < 1000 } })
                draft.Urls.Add(Url(page, method, curl.Path));
        }

        if (draft.Urls.Count > 0 && curl is { Path: { IsEmpty: false, Length: < 1000 } } && !draft.Urls.Exists(url => url.Place == curl.Path || PathTemplate.Matches(url.Path, Url(page, url.Method, curl.Path).Path)))
        {
            reading.Findings.Add(FindingRules.PathContradiction, draft.Urls[0].Place,
                $"The endpoint says {draft.Urls[0].Path}, the request example {Excerpt.Of(Url(page, draft.Urls[0].Method, curl.Path).Path, 80)}; the endpoint is used.");
        }

        if (draft.Urls.Count == 0 || curl?.Method is not { } called || called == draft.Urls[0].Method)
            return;

        // A GET has no body, so for a call with a body the method of the call is used instead of GET in the header.
        RequestUrl stated = draft.Urls[0];
        bool callIsRight = curl.Body is not null && stated.Method == "GET";
        if (callIsRight)
            draft.Urls[0] = stated with { Method = called };
        reading.Findings.Add(FindingRules.MethodContradiction, stated.Place,
            $"The endpoint says {stated.Method}, the request example {called}; {(callIsRight ? called : stated.Method)} is used.");
    }

    private static RequestUrl Url(PageText page, string method, TextRange place)
    {
        ReadOnlySpan<char> path = page[place];
        int query = path.IndexOf('?');
        string rest = query < 0 ? "" : path.Slice(query + 1).ToString();
        if (query >= 0)
            path = path.Slice(0, query);

        // The context before the version depends on the server and is not part of the path.
        int version = path.IndexOf("/v1/".AsSpan(), StringComparison.Ordinal);
        return new RequestUrl(method, (version > 0 ? path.Slice(version) : path).ToString(), rest, place);
    }
}
