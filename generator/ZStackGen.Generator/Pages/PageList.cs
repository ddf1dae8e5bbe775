using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Pages;

/// <summary>
/// The list of pages that the build writes into an additional file, with the exact paths that MSBuild found. A property cannot contain every path.
/// Compares by value.
/// </summary>
/// <param name="Paths">The paths of the pages, with <c>/</c>, sorted case-insensitively.</param>
/// <param name="Candidates">The paths of the files that are pages if they describe an API, in the same format.</param>
/// <param name="Roots">The folders whose subfolders are categories, with a trailing <c>/</c>.</param>
public sealed record PageList(EquatableArray<string> Paths, EquatableArray<string> Candidates, EquatableArray<string> Roots)
{
    private const string FileName = "ZStackGen.pages.txt";
    private const string Separator = "//";

    /// <summary>Determines whether an additional file is the list.</summary>
    public static bool IsList(string path) => path.EndsWith(FileName, StringComparison.Ordinal)
        && (path.Length == FileName.Length || path[path.Length - FileName.Length - 1] is '/' or '\\');

    /// <summary>Returns the file of the list among the additional files; <see langword="null"/> if there is none.</summary>
    public static AdditionalText? Find(ImmutableArray<AdditionalText> files)
    {
        foreach (AdditionalText file in files)
        {
            if (IsList(file.Path))
                return file;
        }

        return null;
    }

    /// <summary>
    /// Reads lines such as <c>true///project/specs/vm/StartVm.md//vm/</c>: whether the file is a page, its path, and its folder relative to the root.
    /// </summary>
    public static PageList Read(string text)
    {
        var paths = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var candidates = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        var roots = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string line in text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            int first = line.IndexOf(Separator, StringComparison.Ordinal);
            int last = line.LastIndexOf(Separator, StringComparison.Ordinal);
            if (first < 0 || last < first + Separator.Length)
                continue;
            string path = line.Substring(first + Separator.Length, last - first - Separator.Length).Replace('\\', '/');
            string folder = line.Substring(last + Separator.Length).Replace('\\', '/');
            bool isPage = line.StartsWith("true" + Separator, StringComparison.Ordinal);
            (isPage ? paths : candidates).Add(path);
            string directory = path.Substring(0, path.LastIndexOf('/') + 1);
            if (isPage && directory.EndsWith("/" + folder, StringComparison.Ordinal))
                roots.Add(directory.Substring(0, directory.Length - folder.Length));
        }

        return new PageList(new List<string>(paths).ToEquatableArray(), new List<string>(candidates).ToEquatableArray(), new List<string>(roots).ToEquatableArray());
    }

    /// <summary>Determines whether the path is a page.</summary>
    public bool IsPage(string path) => Contains(Paths, path);

    /// <summary>Determines whether the path is a file that is a page if it describes an API.</summary>
    public bool IsCandidate(string path) => Contains(Candidates, path);

    private static bool Contains(EquatableArray<string> sorted, string path)
    {
        int low = 0;
        int high = sorted.Count - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int order = StringComparer.OrdinalIgnoreCase.Compare(sorted[middle], path);
            if (order == 0)
                return true;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return false;
    }
}
