using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>Which APIs of the pages are wanted. Compares by value.</summary>
/// <param name="Include">Wildcards of API names (<c>*</c>, <c>?</c>) or, after <c>category:</c>, of categories; none means all.</param>
/// <param name="Exclude">Wildcards of API names or categories that are left out.</param>
/// <param name="OmitNewerThan">A version: APIs, parameters and fields that came later are left out.</param>
/// <param name="SpecsRoots">Folders (with <c>/</c> at the end) whose subfolders are categories.</param>
public sealed record CatalogOptions(
    EquatableArray<string> Include = default,
    EquatableArray<string> Exclude = default,
    string? OmitNewerThan = null,
    EquatableArray<string> SpecsRoots = default)
{
    /// <summary>All APIs, whole.</summary>
    public static CatalogOptions Default { get; } = new();

    /// <summary>Begins a wildcard of categories.</summary>
    public const string CategoryPrefix = "category:";

    /// <summary>Whether an API is wanted.</summary>
    /// <param name="api">The API's name.</param>
    /// <param name="pagePath">The path of its page.</param>
    /// <param name="apiPath">The path of its request.</param>
    public bool IsIncluded(string api, string pagePath, string apiPath) =>
        (Include.Count == 0 || MatchesAny(Include, api, pagePath, apiPath)) && !MatchesAny(Exclude, api, pagePath, apiPath);

    /// <summary>Whether a wildcard of names or of categories matches an API.</summary>
    /// <param name="pattern">The wildcard.</param>
    /// <param name="api">The API's name.</param>
    /// <param name="pagePath">The path of its page.</param>
    /// <param name="apiPath">The path of its request.</param>
    public bool Matches(string pattern, string api, string pagePath, string apiPath) => IsCategory(pattern)
        ? Matches(pattern.Substring(CategoryPrefix.Length), Categories.Of(pagePath, apiPath, SpecsRoots))
        : Matches(pattern, api);

    /// <summary>Whether a wildcard is one of categories.</summary>
    public static bool IsCategory(string pattern) => pattern.StartsWith(CategoryPrefix, System.StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether something that came with <paramref name="since"/> is left out. What is there since a version at the latest may be
    /// older, so it stays.
    /// </summary>
    public bool IsOmitted(string? since) =>
        OmitNewerThan is not null
        && StatedVersion.Parse(since) is { Provenance: VersionProvenance.Exact or VersionProvenance.Inferred, Cloud: { } version }
        && SinceVersion.Compare(version, OmitNewerThan) > 0;

    /// <summary>Whether <paramref name="name"/> matches the wildcard, whatever the case.</summary>
    public static bool Matches(string pattern, string name)
    {
        int p = 0, n = 0, star = -1, mark = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(name[n])))
            {
                p++;
                n++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = n;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++mark;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    private bool MatchesAny(EquatableArray<string> patterns, string api, string pagePath, string apiPath)
    {
        foreach (string pattern in patterns)
        {
            if (Matches(pattern, api, pagePath, apiPath))
                return true;
        }

        return false;
    }
}
