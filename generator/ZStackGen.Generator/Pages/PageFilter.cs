using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.Diagnostics;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Pages;

/// <summary>Which additional files are pages: those that <c>ZStackGenSpecs</c> names. Compares by value.</summary>
/// <param name="Patterns">Globs with <c>/</c>, absolute where the project's folder is known.</param>
/// <param name="Roots">What stands before the first wildcard of each pattern; a subfolder there is a category.</param>
public sealed record PageFilter(EquatableArray<string> Patterns, EquatableArray<string> Roots)
{
    /// <summary>The exact pages, where the build lists them; the patterns then mean nothing.</summary>
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

    /// <summary>Whether the file is a page. Its name must not be <c>README.md</c>, <c>glossary.md</c> or begin with <c>_</c>.</summary>
    public bool IsPage(string path)
    {
        if (!HasExtension(path, ".md") && !HasExtension(path, ".txt"))
        {
            // HTML beside pages is taken in to say how it becomes one; patterns name the places of pages only.
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
            // A relative pattern (the project's folder is unknown) may begin at any folder of the path.
            if (IsRooted(pattern) ? Matches(pattern, 0, normal, 0) : MatchesAnywhere(pattern, normal))
                return true;
        }

        return false;
    }

    /// <summary>Whether the file is a page if it describes an API: the project lists it itself, in no place for pages.</summary>
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
                // "**/" matches no folder or any number of them.
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
