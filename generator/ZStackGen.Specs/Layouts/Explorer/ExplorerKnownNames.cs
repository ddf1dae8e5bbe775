using System.Collections.Generic;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>Names that stand unglued on the page; they are the evidence by which glued ones are parted.</summary>
internal static class ExplorerKnownNames
{
    /// <summary>More than any API has; keeps a page of rubbish from making every row slow.</summary>
    private const int Most = 400;

    /// <summary>The names of the request: from the path and the curl call.</summary>
    public static List<string> OfRequest(PageText page, ApiDraft draft, ExplorerCurl? curl)
    {
        var names = new List<string>();
        foreach (RequestUrl url in draft.Urls)
            names.AddRange(PathTemplate.Variables(url.Path));
        if (curl is null)
            return names;
        foreach (TextRange name in curl.Query)
        {
            if (names.Count < Most)
                names.Add(page.Text.Substring(name.Start, name.Length));
        }

        if (curl.Body is not null)
        {
            foreach (JsonKey key in curl.Body.Keys)
            {
                if (names.Count < Most)
                    names.Add(key.Name);
            }
        }

        return names;
    }

    /// <summary>The names of the response: from its sample.</summary>
    public static List<string> OfResponse(ExplorerOutline outline)
    {
        var names = new HashSet<string>();
        if (outline.ResponseSample is not null)
        {
            foreach (JsonKey key in outline.ResponseSample.Keys)
            {
                if (names.Count >= Most)
                    break;
                names.Add(key.Name);
            }
        }

        return [.. names];
    }
}
