using System;
using System.Collections.Generic;

namespace ZStackGen.Specs.Model;

/// <summary>Provides the known releases of ZStack Cloud, from its release history and its manual.</summary>
public static class KnownReleases
{
    private static readonly string[] s_versions =
    [
        "0.6", "0.6.1", "0.6.2", "0.7", "0.7.1", "0.8", "0.9",
        "1.0", "1.0.2", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10",
        "2.0.0", "2.0.1", "2.0.2", "2.0.3", "2.0.4", "2.0.5", "2.1.0", "2.1.1", "2.1.2", "2.2.0", "2.2.1", "2.2.2", "2.2.3", "2.2.4",
        "2.3.0", "2.3.1", "2.3.2", "2.4.0", "2.5.0", "2.5.1", "2.6.0", "2.6.1", "2.6.2",
        "3.0.0", "3.0.1", "3.1.0", "3.1.1", "3.1.2", "3.1.3", "3.2.0", "3.2.1", "3.3.0", "3.3.1", "3.4.0", "3.4.1",
        "3.5.0", "3.5.1", "3.5.2", "3.5.3", "3.6.0", "3.6.1", "3.7.0", "3.7.1", "3.7.2", "3.7.3", "3.7.4", "3.7.5",
        "3.8.0", "3.8.1", "3.8.2", "3.8.3", "3.8.4", "3.8.5", "3.8.6", "3.8.7", "3.8.8", "3.8.9", "3.8.10", "3.8.11", "3.8.12", "3.8.13",
        "3.8.14", "3.8.15", "3.8.16", "3.8.17", "3.8.18", "3.8.19", "3.8.20", "3.8.21", "3.8.22", "3.9.0", "3.9.1", "3.9.2",
        "3.10.0", "3.10.1", "3.10.2", "3.10.3", "3.10.4", "3.10.5", "3.10.6", "3.10.7", "3.10.8", "3.10.9", "3.10.10", "3.10.11",
        "3.10.12", "3.10.13", "3.10.16", "3.10.17", "3.10.18", "3.10.20", "3.10.22", "3.10.24", "3.10.25", "3.10.26", "3.10.27",
        "3.10.28", "3.10.29", "3.10.31", "3.10.32", "3.10.33", "3.10.34", "3.10.36", "3.10.38", "3.10.40",
        "4.0.0", "4.0.1", "4.1.0", "4.1.1", "4.1.2", "4.1.3", "4.1.6", "4.1.7", "4.1.8",
        "4.2.0", "4.2.1", "4.2.2", "4.2.5", "4.2.6", "4.2.7", "4.2.8", "4.2.9", "4.2.10", "4.2.12", "4.2.16", "4.2.20", "4.2.25",
        "4.2.28", "4.2.30", "4.2.32", "4.2.34", "4.2.35", "4.2.36", "4.2.38", "4.2.40",
        "4.3.0", "4.3.1", "4.3.6", "4.3.8", "4.3.9", "4.3.10", "4.3.12", "4.3.16", "4.3.18", "4.3.19", "4.3.25", "4.3.28", "4.3.32",
        "4.3.35", "4.3.36",
        "4.4.0", "4.4.6", "4.4.8", "4.4.9", "4.4.10", "4.4.16", "4.4.18", "4.4.24", "4.4.26", "4.4.27", "4.4.30", "4.4.34", "4.4.38",
        "4.4.40", "4.4.42", "4.4.43", "4.4.44", "4.4.45", "4.4.46", "4.4.48", "4.4.49", "4.4.52", "4.4.53", "4.4.58", "4.4.60", "4.4.61",
        "4.4.64", "4.4.65", "4.5.0", "4.5.1", "4.5.2", "4.5.3", "4.5.4", "4.5.7", "4.5.11",
        "4.6.0", "4.6.1", "4.6.2", "4.6.4", "4.6.11", "4.6.21", "4.6.22", "4.6.31", "4.6.32",
        "4.7.0", "4.7.11", "4.7.13", "4.7.14", "4.7.16", "4.7.21", "4.7.22", "4.7.23", "4.7.24",
        "4.8.0", "4.8.6", "4.8.10", "4.8.11", "4.8.12", "4.8.13", "4.8.14", "4.8.15", "4.8.16", "4.8.18", "4.8.19", "4.8.22",
        "5.0.0", "5.1.0", "5.1.4", "5.1.8", "5.1.9", "5.1.10", "5.1.19", "5.1.20", "5.1.30", "5.2.0", "5.2.1", "5.3.0", "5.3.20", "5.3.28",
        "5.4.0", "5.4.2", "5.5.0", "5.5.6",
    ];

    // Pages write versions with and without trailing zeros. The keys contain both forms.
    private static readonly Dictionary<string, string> s_spelling = Spelling();

    /// <summary>Gets the releases, oldest first.</summary>
    public static IReadOnlyList<string> Versions => s_versions;

    /// <summary>Determines whether a valid version is a known release.</summary>
    public static bool Contains(string version) => s_spelling.ContainsKey(version) || s_spelling.ContainsKey(Shorten(version));

    /// <summary>Returns the version in the spelling of its release. A version that is not a known release loses its trailing zeros.</summary>
    public static string Normalize(string version) =>
        s_spelling.TryGetValue(version, out string? known) ? known
        : Shorten(version) is var shortened && s_spelling.TryGetValue(shortened, out known) ? known : shortened;

    /// <summary>Returns the version without trailing zeros, but with at least two parts: <c>5.0.0</c> becomes <c>5.0</c>.</summary>
    public static string Shorten(string version)
    {
        int first = version.IndexOf('.'), end = version.Length;
        while (first >= 0)
        {
            int dot = version.LastIndexOf('.', end - 1);
            if (dot <= first || version.Substring(dot + 1, end - dot - 1).Trim('0').Length > 0)
                break;
            end = dot;
        }

        return version.Substring(0, end);
    }

    private static Dictionary<string, string> Spelling()
    {
        var spelling = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string version in s_versions)
        {
            spelling[version] = version;
            spelling[Shorten(version)] = version;
        }

        return spelling;
    }
}
