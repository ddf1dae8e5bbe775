using System.Collections.Generic;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Layouts.Explorer;

/// <summary>Collects the names that are separate words on the page; they are used to split glued words.</summary>
internal static class ExplorerKnownNames
{
    /// <summary>The maximum number of names, more than any API has; it limits the work for each row of a damaged page.</summary>
    private const int Most = 400;

    /// <summary>Returns the names of the request, taken from the path and the curl call.</summary>
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

    /// <summary>Returns the names of the response, taken from its sample.</summary>
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
