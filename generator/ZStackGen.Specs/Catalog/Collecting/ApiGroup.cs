using System;
using System.Collections.Generic;
using ZStackGen.Specs.Findings;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog.Collecting;

/// <summary>
/// All pages of one API. A page of the user takes precedence, then the page with a response table. The other pages add missing details.
/// </summary>
internal sealed class ApiGroup
{
    private ApiGroup(string name, ApiPart[] parts)
    {
        Name = name;
        Parts = parts;
    }

    public string Name { get; }

    /// <summary>Gets the pages: the one with precedence first, then the others in page order.</summary>
    public ApiPart[] Parts { get; }

    public ApiPart Primary => Parts[0];

    /// <summary>Groups the pages by API, in ordinal order of the API names.</summary>
    /// <param name="parts">All APIs of all pages, in page order.</param>
    /// <param name="memory">The cached results of earlier runs.</param>
    /// <param name="findings">The list that receives the findings.</param>
    public static List<ApiGroup> Make(List<ApiPart> parts, CollectingMemory memory, List<CatalogFinding> findings)
    {
        string[] names = new string[parts.Count];
        for (int i = 0; i < names.Length; i++)
            names[i] = parts[i].Api.Name;
        int[] places = memory.Apis.Sort(names);
        var groups = new List<ApiGroup>(places.Length);
        for (int start = 0, end; start < places.Length; start = end)
        {
            string name = names[places[start]];
            end = start + 1;
            while (end < places.Length && string.Equals(names[places[end]], name, StringComparison.Ordinal))
                end++;
            var group = new ApiPart[end - start];
            for (int i = 0; i < group.Length; i++)
                group[i] = parts[places[start + i]];
            if (group.Length > 1)
                PutPrimaryFirst(name, group, memory, findings);
            groups.Add(new ApiGroup(name, group));
        }

        return groups;
    }

    /// <summary>Creates the group of an API with a single page.</summary>
    public static ApiGroup Of(ApiPart part) => new(part.Api.Name, [part]);

    /// <summary>Returns the statement of each page about the API.</summary>
    public IEnumerable<ApiModel> Pages()
    {
        foreach (ApiPart part in Parts)
            yield return part.Api;
    }

    /// <summary>Returns the remarks of all pages without duplicates.</summary>
    public EquatableArray<string> Notes()
    {
        var notes = new List<string>();
        foreach (ApiPart part in Parts)
        {
            foreach (string note in part.Api.Notes)
            {
                if (!notes.Contains(note))
                    notes.Add(note);
            }
        }

        return notes.ToEquatableArray();
    }

    /// <summary>Returns the description: the first English one; otherwise, the first one.</summary>
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

    /// <summary>Returns the earliest version on the pages.</summary>
    public string? Since()
    {
        string? since = null;
        foreach (ApiPart part in Parts)
            since = SinceVersion.Earliest(since, part.Api.Since);
        return since;
    }

    /// <summary>
    /// Determines whether a text is in a language with Latin letters. Pages mix languages, so the language of the page is not sufficient.
    /// </summary>
    public static bool IsEnglish(string text)
    {
        foreach (char c in text)
        {
            if (c is >= '\u2e80' and <= '\uffef')
                return false;
        }

        return true;
    }

    private static void PutPrimaryFirst(string name, ApiPart[] parts, CollectingMemory memory, List<CatalogFinding> findings)
    {
        ApiPart first = parts[0];
        if (!memory.Groups.TryGet(first, out MergedPages? merged) || !IsOf(merged, parts))
        {
            object[] pages = new object[parts.Length];
            int best = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                pages[i] = parts[i].Identity;
                if (Weight(parts[i]) > Weight(parts[best]))
                    best = i;
            }

            merged = new MergedPages(pages, best, Report(name, parts, parts[best]));
            memory.Groups.Set(first, merged);
        }

        ApiPart primary = parts[merged.Primary];
        Array.Copy(parts, 0, parts, 1, merged.Primary);
        parts[0] = primary;
        findings.AddRange(merged.Findings);
    }

    private static bool IsOf(MergedPages merged, ApiPart[] parts)
    {
        if (merged.Pages.Length != parts.Length)
            return false;
        for (int i = 0; i < parts.Length; i++)
        {
            if (!ReferenceEquals(merged.Pages[i], parts[i].Identity))
                return false;
        }

        return true;
    }

    private static CatalogFinding[] Report(string name, ApiPart[] parts, ApiPart primary)
    {
        var findings = new List<CatalogFinding>();
        foreach (ApiPart other in parts)
        {
            if (ReferenceEquals(other, primary))
                continue;
            findings.Add(new CatalogFinding(
                FindingRules.MergedApi.Id,
                FindingRules.MergedApi.Severity,
                other.Path,
                name,
                "API '" + name + "' is also described by '" + primary.Path + "'; both pages are merged into one action."));
            if (!string.Equals(other.Api.Method, primary.Api.Method, StringComparison.Ordinal)
                || !string.Equals(other.Api.Path, primary.Api.Path, StringComparison.Ordinal))
            {
                findings.Add(new CatalogFinding(
                    FindingRules.ContradictingRequest.Id,
                    FindingRules.ContradictingRequest.Severity,
                    other.Path,
                    name,
                    "API '" + name + "' is " + other.Api.Method + " " + other.Api.Path + " here, but " + primary.Api.Method + " "
                        + primary.Api.Path + " in '" + primary.Path + "', which takes precedence."));
            }
        }

        return [.. findings];
    }

    // The folder of the package ZStackGen.Pages in the NuGet cache.
    private static bool IsPackaged(string path) =>
        path.IndexOf("/zstackgen.pages/", StringComparison.OrdinalIgnoreCase) >= 0 || path.IndexOf("\\zstackgen.pages\\", StringComparison.OrdinalIgnoreCase) >= 0;

    // A page of the user takes precedence over the page of the package, however little it contains.
    private static int Weight(ApiPart part) =>
        (IsPackaged(part.Path) ? 0 : 1 << 28) + (part.Api.Response is { Fields.Count: > 0 } ? 1 << 20 : 0) + (part.Structures.Length << 10) + part.Api.Parameters.Count;
}
