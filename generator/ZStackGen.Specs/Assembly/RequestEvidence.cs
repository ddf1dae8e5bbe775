using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Cells;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>The request that a page documents, after its statements have been weighed.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template.</param>
/// <param name="Wrapper">The wrapper of the body; <see langword="null"/> if the body has none or there is no body.</param>
/// <param name="RequiresSession">Whether a session is required.</param>
internal readonly record struct RequestStatement(string Name, string Method, string Path, string? Wrapper, bool RequiresSession);

/// <summary>
/// Weighs the statements of a page about its request, up to six: heading, table, request line, body sample, curl call, SDK sample.
/// The order is the same for all layouts, and every contradiction is a finding that quotes both statements:
/// <list type="number">
/// <item>Method: the request line is used, unless name, wrapper and locations match only the curl call.</item>
/// <item>Path: the request line is used, unless only the variables of the curl call match the path parameters.</item>
/// <item>Name: the title is used, unless it is misspelled and the wrapper or the path match the SDK sample. Without a title: the SDK sample, the
/// sentence about the query's fields, the wrapper of a PUT request, the file name.</item>
/// <item>Wrapper: if table, body sample and curl call disagree, the wrapper that the protocol expects (<c>params</c> for POST, the API's name for
/// PUT), then the table, the sample, the curl call.</item>
/// <item>Session: required if the headers or the curl call contain one.</item>
/// </list>
/// </summary>
internal sealed class RequestEvidence(PageReading reading, ApiDraft draft, JsonSample? body)
{
    private static readonly char[] s_nameEnds = ['=', '&', '{', '}'];

    /// <summary>The maximum edit distance between a misspelled name and the correct name.</summary>
    private const int Misspelling = 2;

    private static readonly (string Verb, string Method)[] s_verbs =
    [
        ("Query", "GET"), ("Get", "GET"), ("Delete", "DELETE"), ("Create", "POST"), ("Add", "POST"), ("Update", "PUT"), ("Change", "PUT"), ("Start", "PUT"),
        ("Stop", "PUT"), ("Reboot", "PUT"), ("Reconnect", "PUT"), ("Recover", "PUT"), ("Expunge", "PUT"), ("Resume", "PUT"), ("Pause", "PUT"),
    ];

    private readonly RequestUrl _line = draft.Urls[0];
    private readonly WrapperEvidence _wrappers = new(reading, draft, body);
    private HashSet<string>? _inQuery;

    /// <summary>Weighs all statements.</summary>
    public RequestStatement Weigh()
    {
        string method = Method();
        string? stated = draft.HasNoWrapper ? null : _wrappers.Stated(out _);
        string? sample = draft.HasNoWrapper ? null : _wrappers.OfSample(method);
        string name = Name(method, stated ?? sample ?? draft.Curl.Wrapper);
        string path = Path(method);
        return new RequestStatement(name, method, path, _wrappers.Weigh(method, name, sample), draft.RequiresSession || draft.Curl.HasSession);
    }

    private string Method()
    {
        if (draft.Curl.Method is not { } shown || shown == _line.Method)
            return _line.Method;
        bool curl = Votes(shown) > Votes(_line.Method);
        reading.Findings.Add(FindingRules.MethodContradiction, _line.Place,
            $"The request line says {_line.Method} {_line.Path}, the curl call says {shown}; the {(curl ? "curl call" : "request line")} is used.");
        return curl ? shown : _line.Method;
    }

    /// <summary>Returns the number of other statements that match a method.</summary>
    private int Votes(string method)
    {
        string? name = draft.Name ?? draft.SdkName;
        int votes = 0;
        if (name is not null && MethodOfVerb(name) is { } usual)
            votes += usual == method ? 1 : 0;
        string? wrapper = _wrappers.Stated(out _) ?? _wrappers.OfSample("POST") ?? draft.Curl.Wrapper;
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

    /// <summary>Returns the method of APIs with a name's verb; <see langword="null"/> for verbs with several methods.</summary>
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
            $"The title says {draft.Name}, the SDK sample {sdk}; the {(isWrong ? "SDK sample is used, because the wrapper or the path matches it" : "title is used")}.");
        return isWrong ? sdk : draft.Name;
    }

    /// <summary>
    /// Determines whether the SDK sample takes precedence over the title: the title is misspelled or a single word, and another statement contradicts
    /// it, too.
    /// </summary>
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

    /// <summary>Returns the number of words of a name that are not in the path.</summary>
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
        string source = name == ApiNames.Unnamed ? "a placeholder, because the file name contains no name either" : "taken from the file name";
        reading.Findings.Add(FindingRules.NameFromFile, draft.Place, $"No title, SDK sample, body wrapper or Operation ID names the API; the name {name} is {source}.");
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
            $"The request line says {_line.Method} {_line.Path}, the curl call says {method} {Excerpt.Of(shown, 80)}; the {(curl ? "curl call" : "request line")} is used.");
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

    /// <summary>Determines whether the request line contains a parameter in its query string.</summary>
    public bool IsInQueryString(string name) => _line.Query.Length > 0 && (_inQuery ??= NamesIn(_line.Query)).Contains(name);

    /// <summary>Gets the names in the query string of the request line.</summary>
    public IReadOnlyCollection<string> InQueryString => _line.Query.Length == 0 ? [] : _inQuery ??= NamesIn(_line.Query);

    /// <summary>Returns the names in a query string such as <c>deleteMode={deleteMode}</c>. Called once for all parameters.</summary>
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
}
