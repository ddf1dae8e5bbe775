using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>All pages of one API. The page with a response table decides; the others add what it lacks.</summary>
internal sealed class ApiGroup
{
    private ApiGroup(string name, ApiPart[] parts)
    {
        Name = name;
        Parts = parts;
    }

    public string Name { get; }

    /// <summary>The deciding page first, then the others in page order.</summary>
    public ApiPart[] Parts { get; }

    public ApiPart Primary => Parts[0];

    /// <summary>Groups in ordinal order of the API names.</summary>
    /// <param name="parts">All APIs of all pages, in page order.</param>
    /// <param name="findings">Takes what is reported.</param>
    public static List<ApiGroup> Make(List<ApiPart> parts, List<CatalogFinding> findings)
    {
        ApiPart[] sorted = Sort(parts);
        var groups = new List<ApiGroup>(sorted.Length);
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            string name = sorted[start].Api.Name;
            end = start + 1;
            while (end < sorted.Length && string.Equals(sorted[end].Api.Name, name, StringComparison.Ordinal))
                end++;
            var group = new ApiPart[end - start];
            Array.Copy(sorted, start, group, 0, group.Length);
            if (group.Length > 1)
                PutPrimaryFirst(name, group, findings);
            groups.Add(new ApiGroup(name, group));
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

    /// <summary>By name; pages of one API stay in page order.</summary>
    private static ApiPart[] Sort(List<ApiPart> parts)
    {
        ApiPart[] sorted = [.. parts];
        var keys = new (string Name, int Place)[sorted.Length];
        bool isSorted = true;
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = (sorted[i].Api.Name, i);
            isSorted &= i == 0 || string.CompareOrdinal(keys[i - 1].Name, keys[i].Name) <= 0;
        }

        if (!isSorted)
        {
            Array.Sort(keys, sorted, Comparer<(string Name, int Place)>.Create(static (left, right) =>
            {
                int order = string.CompareOrdinal(left.Name, right.Name);
                return order != 0 ? order : left.Place.CompareTo(right.Place);
            }));
        }

        return sorted;
    }

    private static void PutPrimaryFirst(string name, ApiPart[] parts, List<CatalogFinding> findings)
    {
        int best = 0;
        for (int i = 1; i < parts.Length; i++)
        {
            if (Weight(parts[i]) > Weight(parts[best]))
                best = i;
        }

        ApiPart primary = parts[best];
        Array.Copy(parts, 0, parts, 1, best);
        parts[0] = primary;
        for (int i = 1; i < parts.Length; i++)
        {
            ApiPart other = parts[i];
            findings.Add(new CatalogFinding(
                FindingRules.MergedApi.Id,
                FindingRules.MergedApi.Severity,
                other.Path,
                name,
                "API '" + name + "' is described by '" + primary.Path + "' too; both become one action."));
            if (!string.Equals(other.Api.Method, primary.Api.Method, StringComparison.Ordinal)
                || !string.Equals(other.Api.Path, primary.Api.Path, StringComparison.Ordinal))
            {
                findings.Add(new CatalogFinding(
                    FindingRules.ContradictingRequest.Id,
                    FindingRules.ContradictingRequest.Severity,
                    other.Path,
                    name,
                    "API '" + name + "' is " + other.Api.Method + " " + other.Api.Path + " here, but " + primary.Api.Method + " "
                        + primary.Api.Path + " in '" + primary.Path + "', which decides."));
            }
        }
    }

    private static int Weight(ApiPart part) =>
        (part.Api.Response is { Fields.Count: > 0 } ? 1 << 20 : 0) + (part.Structures.Length << 10) + part.Api.Parameters.Count;
}
