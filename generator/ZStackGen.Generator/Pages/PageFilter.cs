using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Diagnostics;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Pages;

/// <summary>Selects the additional files that are pages, by <c>ZStackGenSpecs</c>. Compares by value.</summary>
/// <param name="Patterns">The globs with <c>/</c>; absolute if the project's folder is known.</param>
/// <param name="Roots">The part of each pattern before the first wildcard. Its subfolders are categories.</param>
public sealed record PageFilter(EquatableArray<string> Patterns, EquatableArray<string> Roots)
{
    /// <summary>Gets the exact list of pages, if the build provides it. The patterns are then ignored.</summary>
    public PageList? List { get; private init; }

    private const string DefaultPatterns = "specs/**/*.md|specs/**/*.txt";

    internal static PageFilter From(AnalyzerConfigOptions properties, PageList? list)
    {
        if (list is not null)
            return new PageFilter(default, list.Roots) { List = list };
        string text = OptionsReader.Property(properties, "ZStackGenSpecs");
        if (text.Length == 0)
            text = DefaultPatterns;
        string folder = OptionsReader.Property(properties, "ProjectDir");
        if (folder.Length == 0)
            folder = OptionsReader.Property(properties, "MSBuildProjectDirectory");
        folder = folder.Replace('\\', '/').TrimEnd('/');
        var patterns = new List<string>();
        var roots = new List<string>();
        foreach (string part in text.Split(['|', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            string pattern = part.Trim().Replace('\\', '/');
            if (pattern.Length == 0)
                continue;
            if (!IsRooted(pattern) && folder.Length > 0)
                pattern = folder + "/" + pattern;
            pattern = WithoutDots(pattern);
            patterns.Add(pattern);
            string root = RootOf(pattern);
            if (root.Length > 0 && !roots.Contains(root))
                roots.Add(root);
        }

        return new PageFilter(patterns.ToEquatableArray(), roots.ToEquatableArray());
    }

    /// <summary>
    /// Determines whether the file is a page. A page is not named <c>README.md</c> or <c>glossary.md</c> and does not start with <c>_</c>.
    /// </summary>
    public bool IsPage(string path)
    {
        if (!HasExtension(path, ".md") && !HasExtension(path, ".txt"))
        {
            // HTML files beside pages are included so that a finding can explain how to convert them. Patterns match only .md and .txt files.
            return (HasExtension(path, ".html") || HasExtension(path, ".htm"))
                && (List is not null ? List.IsPage(WithoutDots(path.Replace('\\', '/'))) : IsPage(path + ".md") || IsPage(path + ".txt"));
        }

        string normal = path.Replace('\\', '/');
        string name = normal.Substring(normal.LastIndexOf('/') + 1);
        if (name[0] == '_' || name.Equals("README.md", StringComparison.OrdinalIgnoreCase) || name.Equals("glossary.md", StringComparison.OrdinalIgnoreCase))
            return false;
        normal = WithoutDots(normal);
        if (List is not null)
            return List.IsPage(normal);
        foreach (string pattern in Patterns)
        {
            // A relative pattern, used if the project's folder is unknown, can start at any folder of the path.
            if (IsRooted(pattern) ? Matches(pattern, 0, normal, 0) : MatchesAnywhere(pattern, normal))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether the file is a page if it describes an API: the project itself lists it, outside of the specs folders.</summary>
    public bool IsCandidate(string path) => List is not null && List.IsCandidate(WithoutDots(path.Replace('\\', '/')));

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static bool MatchesAnywhere(string pattern, string path)
    {
        if (Matches(pattern, 0, path, 0))
            return true;
        for (int slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            if (Matches(pattern, 0, path, slash + 1))
                return true;
        }

        return false;
    }

    private static bool Matches(string pattern, int p, string path, int n)
    {
        while (p < pattern.Length)
        {
            char c = pattern[p];
            if (c == '*' && p + 1 < pattern.Length && pattern[p + 1] == '*')
            {
                p += 2;
                if (p < pattern.Length && pattern[p] == '/')
                    p++;
                // "**/" matches any number of folders, including none.
                for (int start = n; ;)
                {
                    if (Matches(pattern, p, path, start))
                        return true;
                    start = path.IndexOf('/', start) + 1;
                    if (start == 0)
                        return p == pattern.Length;
                }
            }

            if (c == '*')
            {
                p++;
                for (int end = n; end <= path.Length; end++)
                {
                    if (Matches(pattern, p, path, end))
                        return true;
                    if (end < path.Length && path[end] == '/')
                        return false;
                }

                return false;
            }

            if (n >= path.Length || (c == '?' ? path[n] == '/' : char.ToUpperInvariant(c) != char.ToUpperInvariant(path[n])))
                return false;
            p++;
            n++;
        }

        return n == path.Length;
    }

    private static bool IsRooted(string path) => (path.Length > 0 && path[0] == '/') || (path.Length > 1 && path[1] == ':');

    private static string RootOf(string pattern)
    {
        int wildcard = pattern.IndexOfAny(['*', '?']);
        string fixedPart = wildcard < 0 ? pattern : pattern.Substring(0, wildcard);
        return fixedPart.Substring(0, fixedPart.LastIndexOf('/') + 1);
    }

    private static string WithoutDots(string path)
    {
        if (path.IndexOf("/.", StringComparison.Ordinal) < 0 && !path.StartsWith("./", StringComparison.Ordinal))
            return path;
        var parts = new List<string>();
        foreach (string part in path.Split('/'))
        {
            if (part == "." || (part == ".." && parts.Count > 0 && parts[parts.Count - 1] is not ("" or "..")))
            {
                if (part == "..")
                    parts.RemoveAt(parts.Count - 1);
                continue;
            }

            parts.Add(part);
        }

        return string.Join("/", parts);
    }
}
