using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Catalog;

/// <summary>Selects the APIs to generate. Compares by value.</summary>
/// <param name="Include">Wildcards (<c>*</c>, <c>?</c>) of API names or, after <c>category:</c>, of categories; empty for all APIs.</param>
/// <param name="Exclude">Wildcards of API names or categories to omit.</param>
/// <param name="OmitNewerThan">A version: APIs, parameters and fields introduced later are omitted.</param>
/// <param name="SpecsRoots">Folders (with a trailing <c>/</c>) whose subfolders are categories.</param>
public sealed record CatalogOptions(
    EquatableArray<string> Include = default,
    EquatableArray<string> Exclude = default,
    string? OmitNewerThan = null,
    EquatableArray<string> SpecsRoots = default)
{
    /// <summary>Gets the options that select all APIs.</summary>
    public static CatalogOptions Default { get; } = new();

    /// <summary>The prefix of a wildcard of categories.</summary>
    public const string CategoryPrefix = "category:";

    /// <summary>Determines whether an API is selected.</summary>
    /// <param name="api">The API's name.</param>
    /// <param name="pagePath">The path of its page.</param>
    /// <param name="apiPath">The path of its request.</param>
    public bool IsIncluded(string api, string pagePath, string apiPath) =>
        (Include.Count == 0 || MatchesAny(Include, api, pagePath, apiPath)) && !MatchesAny(Exclude, api, pagePath, apiPath);

    /// <summary>Determines whether a wildcard of names or categories matches an API.</summary>
    /// <param name="pattern">The wildcard.</param>
    /// <param name="api">The API's name.</param>
    /// <param name="pagePath">The path of its page.</param>
    /// <param name="apiPath">The path of its request.</param>
    public bool Matches(string pattern, string api, string pagePath, string apiPath) => IsCategory(pattern)
        ? Matches(pattern.Substring(CategoryPrefix.Length), Categories.Of(pagePath, apiPath, SpecsRoots))
        : Matches(pattern, api);

    /// <summary>Determines whether a wildcard applies to categories.</summary>
    public static bool IsCategory(string pattern) => pattern.StartsWith(CategoryPrefix, System.StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Determines whether an element introduced in version <paramref name="since"/> is omitted. An element that has existed since a version at
    /// the latest may be older and is not omitted.
    /// </summary>
    public bool IsOmitted(string? since) =>
        OmitNewerThan is not null
        && StatedVersion.Parse(since) is { Provenance: VersionProvenance.Exact or VersionProvenance.Inferred, Cloud: { } version }
        && SinceVersion.Compare(version, OmitNewerThan) > 0;

    /// <summary>Determines whether <paramref name="name"/> matches the wildcard, ignoring case.</summary>
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
