using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Parsing;
using ZStackGen.Specs.Parsing.Requests;
using ZStackGen.Specs.Parsing.Samples;
using ZStackGen.Specs.Text;

namespace ZStackGen.Specs.Assembly;

/// <summary>
/// Weighs the statements of a page about the wrapper of the body: its phrase, the location cells, the body sample and the curl call. A wrapper that is
/// not used is a finding at its place.
/// </summary>
internal sealed class WrapperEvidence(PageReading reading, ApiDraft draft, JsonSample? body)
{
    /// <summary>Returns the wrapper; <see langword="null"/> if the body has none or there is no body.</summary>
    public string? Weigh(string method, string name, string? sample)
    {
        string? reported = null;
        string? wrapper = draft.HasNoWrapper ? null : Choose(method, name, sample, out reported);
        if (method is "POST" or "PUT")
            ReportOtherCells(wrapper, reported);
        return wrapper;
    }

    private string? Choose(string method, string name, string? sample, out string? against)
    {
        against = null;
        if (draft.StatedWrapper is not null)
            return draft.StatedWrapper;
        if (method is not ("POST" or "PUT"))
            return null;
        string expected = method == "POST" ? "params" : ApiNames.ToWrapper(name);
        string? table = Stated(out TextRange place);
        string? curl = draft.Curl.Wrapper;
        string? wrapper = table == expected || sample == expected || curl == expected ? expected : table ?? sample ?? curl;
        against = table is not null && table != wrapper ? table : sample is not null && sample != wrapper ? sample : curl is not null && curl != wrapper ? curl : null;
        if (wrapper is not null && against is not null)
        {
            string source = against == table ? "table" : against == sample ? "body example" : "curl call";
            if (against != table && against != sample)
                place = draft.Curl.Place;
            reading.Findings.Add(FindingRules.WrapperContradiction, place.IsEmpty ? draft.Place : place, $"The {source} names the wrapper {against}, other statements say {wrapper}; {wrapper} is used.");
        }

        return wrapper ?? expected;
    }

    /// <summary>Reports each wrapper in a location cell that is not used, at its first cell.</summary>
    private void ReportOtherCells(string? wrapper, string? reported)
    {
        HashSet<string>? others = null;
        foreach (ParameterDraft parameter in draft.Parameters)
        {
            if (parameter.Wrapper is not { } other || other == wrapper || other == reported || parameter.Location != StatedLocation.Body)
                continue;
            others ??= new HashSet<string>(StringComparer.Ordinal);
            if (!others.Add(other))
                continue;
            string used = wrapper is null ? "the page says that the body has no wrapper" : $"other statements say {Shown(wrapper)}; {Shown(wrapper)} is used";
            reading.Findings.Add(FindingRules.WrapperContradiction, parameter.LocationPlace.IsEmpty ? draft.Place : parameter.LocationPlace,
                $"The location cell of {parameter.Name} names the wrapper {Shown(other)}, {used}.");
        }
    }

    private static string Shown(string wrapper) => wrapper.Length == 0 ? "\"\"" : wrapper;

    /// <summary>Returns the wrapper that most location cells name.</summary>
    public string? Stated(out TextRange place)
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
            // Finds the majority in one pass (Boyer-Moore vote).
            if (count == 0)
                (wrapper, place) = (parameter.Wrapper, parameter.LocationPlace);
            count += parameter.Wrapper == wrapper ? 1 : -1;
        }

        return wrapper;
    }

    /// <summary>Returns the only member of the body sample, apart from the tags, which the protocol also accepts at the top level.</summary>
    public string? OfSample(string method)
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
