using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>All pages of one API. The page with a response table decides; the others add what it lacks.</summary>
internal sealed class ApiGroup
{
    private ApiGroup(string name) => Name = name;

    public string Name { get; }

    /// <summary>The deciding page first, then the others in page order.</summary>
    public List<ApiPart> Parts { get; } = [];

    public ApiPart Primary => Parts[0];

    /// <summary>A group of one page.</summary>
    public static ApiGroup Of(ApiPart part)
    {
        var group = new ApiGroup(part.Api.Name);
        group.Parts.Add(part);
        return group;
    }

    /// <summary>Groups in ordinal order of the API names; <paramref name="parts"/> are in page order.</summary>
    public static List<ApiGroup> Make(List<ApiPart> parts, List<CatalogFinding> findings)
    {
        var byName = new Dictionary<string, ApiGroup>(StringComparer.Ordinal);
        var groups = new List<ApiGroup>();
        foreach (ApiPart part in parts)
        {
            if (!byName.TryGetValue(part.Api.Name, out ApiGroup? group))
            {
                byName[part.Api.Name] = group = new ApiGroup(part.Api.Name);
                groups.Add(group);
            }

            group.Parts.Add(part);
        }

        groups.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        foreach (ApiGroup group in groups)
        {
            if (group.Parts.Count > 1)
                group.ChoosePrimary(findings);
        }

        return groups;
    }

    /// <summary>The description: in English where a page has one, else the first.</summary>
    public string? Description()
    {
        string? first = null;
        foreach (ApiPart part in Parts)
        {
            string? text = part.Api.Description;
            if (string.IsNullOrEmpty(text))
                continue;
            if (IsEnglish(text!))
                return text;
            first ??= text;
        }

        return first;
    }

    /// <summary>The earliest version that a page states.</summary>
    public string? Since()
    {
        string? since = null;
        foreach (ApiPart part in Parts)
            since = SinceVersion.Earliest(since, part.Api.Since);
        return since;
    }

    /// <summary>Whether a text is in a language of Latin letters; pages mix languages, so the page's own does not tell.</summary>
    public static bool IsEnglish(string text)
    {
        foreach (char c in text)
        {
            if (c is >= '\u2e80' and <= '\uffef')
                return false;
        }

        return true;
    }

    private void ChoosePrimary(List<CatalogFinding> findings)
    {
        int best = 0;
        for (int i = 1; i < Parts.Count; i++)
        {
            if (Weight(Parts[i]) > Weight(Parts[best]))
                best = i;
        }

        ApiPart primary = Parts[best];
        Parts.RemoveAt(best);
        Parts.Insert(0, primary);
        for (int i = 1; i < Parts.Count; i++)
        {
            ApiPart other = Parts[i];
            findings.Add(new CatalogFinding(
                FindingRules.MergedApi.Id,
                FindingRules.MergedApi.Severity,
                other.Path,
                Name,
                "API '" + Name + "' is described by '" + primary.Path + "' too; both become one action."));
            if (!string.Equals(other.Api.Method, primary.Api.Method, StringComparison.Ordinal)
                || !string.Equals(other.Api.Path, primary.Api.Path, StringComparison.Ordinal))
            {
                findings.Add(new CatalogFinding(
                    FindingRules.ContradictingRequest.Id,
                    FindingRules.ContradictingRequest.Severity,
                    other.Path,
                    Name,
                    "API '" + Name + "' is " + other.Api.Method + " " + other.Api.Path + " here, but " + primary.Api.Method + " "
                        + primary.Api.Path + " in '" + primary.Path + "', which decides."));
            }
        }
    }

    private static int Weight(ApiPart part) =>
        (part.Api.Response is { Fields.Count: > 0 } ? 1 << 20 : 0) + (part.Structures.Length << 10) + part.Api.Parameters.Count;
}
