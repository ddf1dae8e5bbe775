using System;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>The request lines of an explorer page: <c>PUT/zstack/v1/zones/{uuid}/actions</c> under Endpoint, and the curl call that repeats them.</summary>
internal static class ExplorerEndpoint
{
    /// <summary>More than any API has.</summary>
    private const int MostPaths = 32;

    /// <summary>Adds the page's request lines to the draft; none when neither endpoint nor curl call was copied.</summary>
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

        if (draft.Urls.Count == 0 || curl?.Method is not { } called || called == draft.Urls[0].Method)
            return;

        // A body is only sent where the method takes one, so a call with a body knows better than the page's header (a GET that is a PUT).
        RequestUrl stated = draft.Urls[0];
        bool callIsRight = curl.Body is not null && stated.Method == "GET";
        if (callIsRight)
            draft.Urls[0] = stated with { Method = called };
        reading.Findings.Add(FindingRules.MethodContradiction, stated.Place,
            $"The endpoint says {stated.Method}, the request example {called}; {(callIsRight ? called : stated.Method)} counts.");
    }

    private static RequestUrl Url(PageText page, string method, TextRange place)
    {
        ReadOnlySpan<char> path = page[place];
        int query = path.IndexOf('?');
        string rest = query < 0 ? "" : path.Slice(query + 1).ToString();
        if (query >= 0)
            path = path.Slice(0, query);

        // The context before the version is the server's to choose, not the API's.
        int version = path.IndexOf("/v1/".AsSpan(), StringComparison.Ordinal);
        return new RequestUrl(method, (version > 0 ? path.Slice(version) : path).ToString(), rest, place);
    }
}
