using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>The request that a page documents, after its statements are weighed.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template.</param>
/// <param name="Wrapper">The body's wrapper; <see langword="null"/> where the body has none or there is no body.</param>
/// <param name="RequiresSession">Whether a session is needed.</param>
internal readonly record struct RequestStatement(string Name, string Method, string Path, string? Wrapper, bool RequiresSession);

/// <summary>
/// Weighs what a page states of its request, up to six times: heading, table, request line, body sample, curl call, SDK sample.
/// The order is the same for all layouts, and every contradiction is a finding that quotes both statements:
/// <list type="number">
/// <item>Method: the request line counts; the curl call wins where name, wrapper and locations agree with it and not with the request line.</item>
/// <item>Path: the request line counts; the curl call wins where only its variables fit the parameters that travel in the path.</item>
/// <item>Name: the title counts; the SDK sample wins over a misspelled title where wrapper or path support it. Without a title: SDK sample, the sentence about the query's fields, the wrapper of a PUT, the file's name.</item>
/// <item>Wrapper: where table, body sample and curl call disagree, the one that the protocol expects (<c>params</c> for POST, the API's name for PUT), then the table, the sample, the call.</item>
/// <item>Session: needed where the headers or the curl call carry one.</item>
/// </list>
/// </summary>
internal sealed class RequestEvidence(PageReading reading, ApiDraft draft, JsonSample? body)
{
    private static readonly char[] s_nameEnds = ['=', '&', '{', '}'];

    /// <summary>The most letters in which a misspelled name differs from the right one.</summary>
    private const int Misspelling = 2;

    private static readonly (string Verb, string Method)[] s_verbs =
    [
        ("Query", "GET"), ("Get", "GET"), ("Delete", "DELETE"), ("Create", "POST"), ("Add", "POST"), ("Update", "PUT"), ("Change", "PUT"), ("Start", "PUT"),
        ("Stop", "PUT"), ("Reboot", "PUT"), ("Reconnect", "PUT"), ("Recover", "PUT"), ("Expunge", "PUT"), ("Resume", "PUT"), ("Pause", "PUT"),
    ];

    private readonly RequestUrl _line = draft.Urls[0];
    private HashSet<string>? _inQuery;

    /// <summary>Weighs all statements.</summary>
    public RequestStatement Weigh()
    {
        string method = Method();
        string? stated = draft.HasNoWrapper ? null : StatedWrapper(out _);
        string? sample = draft.HasNoWrapper ? null : SampleWrapper(method);
        string name = Name(method, stated ?? sample ?? draft.Curl.Wrapper);
        string path = Path(method);
        string? wrapper = draft.HasNoWrapper ? null : Wrapper(method, name, sample);
        return new RequestStatement(name, method, path, wrapper, draft.RequiresSession || draft.Curl.HasSession);
    }

    private string Method()
    {
        if (draft.Curl.Method is not { } shown || shown == _line.Method)
            return _line.Method;
        bool curl = Votes(shown) > Votes(_line.Method);
        reading.Findings.Add(FindingRules.MethodContradiction, _line.Place,
            $"The request line says {_line.Method} {_line.Path}, the curl call says {shown}; the {(curl ? "curl call" : "request line")} counts.");
        return curl ? shown : _line.Method;
    }

    /// <summary>How many other statements fit a method.</summary>
    private int Votes(string method)
    {
        string? name = draft.Name ?? draft.SdkName;
        int votes = 0;
        if (name is not null && MethodOfVerb(name) is { } usual)
            votes += usual == method ? 1 : 0;
        string? wrapper = StatedWrapper(out _) ?? SampleWrapper("POST") ?? draft.Curl.Wrapper;
        if (wrapper is not null)
            votes += (wrapper is "params" or "param" ? "POST" : "PUT") == method ? 1 : 0;
        int inBody = 0, inQuery = 0;
        foreach (ParameterDraft parameter in draft.Parameters)
        {
            inBody += parameter.Location == StatedLocation.Body ? 1 : 0;
            inQuery += parameter.Location == StatedLocation.Query ? 1 : 0;
        }

        if (inBody != inQuery)
            votes += inBody > inQuery == method is "POST" or "PUT" ? 1 : 0;
        return votes;
    }

    /// <summary>The method that APIs with a name's verb have; <see langword="null"/> for verbs that have several.</summary>
    private static string? MethodOfVerb(string name)
    {
        foreach ((string verb, string method) in s_verbs)
        {
            if (name.Length > verb.Length && name.StartsWith(verb, StringComparison.Ordinal) && Characters.IsUpper(name[verb.Length]))
                return method;
        }

        return null;
    }

    private string Name(string method, string? wrapper)
    {
        string? fromWrapper = method == "PUT" ? ApiNames.FromWrapper(wrapper) : null;
        string? other = draft.SdkName ?? draft.TabName ?? fromWrapper;
        if (draft.Name is null || draft.IsNameUncertain)
            return other ?? draft.Name ?? FromFile();
        if (draft.SdkName is not { } sdk || sdk == draft.Name)
            return draft.Name;
        bool isWrong = TitleIsWrong(draft.Name, sdk, fromWrapper);
        reading.Findings.Add(FindingRules.NameContradiction, draft.Place,
            $"The title says {draft.Name}, the SDK sample {sdk}; the {(isWrong ? "SDK sample counts, since wrapper or path agree with it" : "title counts")}.");
        return isWrong ? sdk : draft.Name;
    }

    /// <summary>A title loses where it is misspelled, or one word of a section, and another statement than the SDK sample is against it as well.</summary>
    private bool TitleIsWrong(string title, string sdk, string? fromWrapper)
    {
        if (draft.TabName == title || fromWrapper == title || draft.OtherSdkName == title)
            return false;
        bool isMisspelled = Spelling.Distance(title.AsSpan(), sdk.AsSpan(), Misspelling) <= Misspelling;
        bool isOneWord = Words(title).Count == 1 && Words(sdk).Count > 1;
        if (!isMisspelled && !isOneWord)
            return false;
        return fromWrapper == sdk || draft.TabName == sdk || isOneWord || WordsMissingInPath(sdk) < WordsMissingInPath(title);
    }

    /// <summary>How many words of a name do not stand in the path.</summary>
    private int WordsMissingInPath(string name)
    {
        int missing = 0;
        foreach (string word in Words(name))
            missing += _line.Path.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0 ? 0 : 1;
        return missing;
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !(Characters.IsUpper(name[i]) && !Characters.IsUpper(name[i - 1])))
                continue;
            words.Add(name.Substring(start, i - start));
            start = i;
        }

        return words;
    }

    private string FromFile()
    {
        string name = ApiNames.FromPath(reading.Page.Path);
        reading.Findings.Add(FindingRules.NameFromFile, draft.Place, $"No title, SDK sample, body wrapper or Operation ID names the API; it is called {name} after the file.");
        return name;
    }

    private string Path(string method)
    {
        if (draft.Curl.Path is not { } shown)
            return _line.Path;
        foreach (RequestUrl url in draft.Urls)
        {
            if (PathTemplate.Matches(url.Path, shown))
                return _line.Path;
        }

        string? template = PathTemplate.FromExample(shown, PathParameters());
        bool curl = template is not null && !VariablesAreKnown(_line.Path) && VariablesAreKnown(template) && PathTemplate.CountVariables(template) == PathParameters().Count;
        reading.Findings.Add(FindingRules.PathContradiction, _line.Place,
            $"The request line says {method} {_line.Path}, the curl call says {Excerpt.Of(shown, 80)}; the {(curl ? "curl call" : "request line")} counts.");
        return curl ? template! : _line.Path;
    }

    private List<string> PathParameters()
    {
        var names = new List<string>();
        foreach (ParameterDraft parameter in draft.Parameters)
        {
            if (parameter.Location == StatedLocation.Path && !IsInQueryString(parameter.Name))
                names.Add(parameter.Name);
        }

        return names;
    }

    private bool VariablesAreKnown(string path)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (ParameterDraft parameter in draft.Parameters)
            names.Add(parameter.Name);
        foreach (string variable in PathTemplate.Variables(path))
        {
            if (!names.Contains(variable))
                return false;
        }

        return true;
    }

    /// <summary>Whether the request line shows a parameter behind its question mark.</summary>
    public bool IsInQueryString(string name) => _line.Query.Length > 0 && (_inQuery ??= NamesIn(_line.Query)).Contains(name);

    /// <summary>The names of a query string such as <c>deleteMode={deleteMode}</c>, read once for all parameters.</summary>
    private static HashSet<string> NamesIn(string query)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int start = 0; start <= query.Length;)
        {
            int end = query.IndexOfAny(s_nameEnds, start);
            if (end < 0)
                end = query.Length;
            if ((start == 0 || query[start - 1] is '&' or '{') && (end == query.Length || query[end] is '=' or '&' or '}'))
                names.Add(query.Substring(start, end - start));
            start = end + 1;
        }

        return names;
    }

    private string? Wrapper(string method, string name, string? sample)
    {
        if (draft.StatedWrapper is not null)
            return draft.StatedWrapper;
        if (method is not ("POST" or "PUT"))
            return null;
        string expected = method == "POST" ? "params" : ApiNames.ToWrapper(name);
        string? table = StatedWrapper(out TextRange place);
        string? curl = draft.Curl.Wrapper;
        string? wrapper = table == expected || sample == expected || curl == expected ? expected : table ?? sample ?? curl;
        string? against = table is not null && table != wrapper ? table : sample is not null && sample != wrapper ? sample : null;
        if (wrapper is not null && against is not null)
        {
            string source = against == table ? "table" : "body example";
            reading.Findings.Add(FindingRules.WrapperContradiction, place.IsEmpty ? draft.Place : place, $"The {source} names the wrapper {against}, other statements say {wrapper}; {wrapper} counts.");
        }

        return wrapper ?? expected;
    }

    /// <summary>The wrapper that most location cells name.</summary>
    private string? StatedWrapper(out TextRange place)
    {
        place = default;
        if (draft.StatedWrapper is not null)
            return draft.StatedWrapper;
        string? wrapper = null;
        int count = 0;
        foreach (ParameterDraft parameter in draft.Parameters)
        {
            if (parameter.Wrapper is null || parameter.Location != StatedLocation.Body)
                continue;
            // A majority vote in one pass.
            if (count == 0)
                (wrapper, place) = (parameter.Wrapper, parameter.LocationPlace);
            count += parameter.Wrapper == wrapper ? 1 : -1;
        }

        return wrapper;
    }

    /// <summary>The body sample's one member besides the tags, which the protocol always takes at the top.</summary>
    private string? SampleWrapper(string method)
    {
        if (body is null || method is not ("POST" or "PUT"))
            return null;
        string? only = null;
        bool hasInner = false;
        for (int i = 0; i < body.Keys.Count; i++)
        {
            JsonKey key = body.Keys[i];
            hasInner |= key.Parent >= 0;
            if (key.Parent >= 0 || key.Name is "systemTags" or "userTags")
                continue;
            if (only is not null)
                return null;
            only = key.Name;
        }

        return hasInner || body.Keys.Count > 1 ? only : null;
    }

}
