using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ZStackGen.Testing;

namespace ZStackGen.Benchmarks;

/// <summary>The published pages that are not part of the repository.</summary>
internal static class SharedPages
{
    /// <summary>Returns the files of a shared folder in ordinal order; <see langword="null"/> if it is absent.</summary>
    public static string[]? Files(string folder) =>
        SourceTree.Shared is { } shared ? [.. Directory.GetFiles(Path.Combine(shared, folder)).Order(StringComparer.Ordinal)] : null;

    /// <summary>Returns the files of a layout, such as <c>official-zh</c> or <c>manual-md</c>; <see langword="null"/> if they are absent.</summary>
    public static string[]? OfLayout(string layout) => Files((layout.StartsWith("manual", StringComparison.Ordinal) ? "manual/" : "corpus/") + layout);

    /// <summary>Returns some of the pages, evenly distributed over all, to mix categories and sizes.</summary>
    public static IEnumerable<T> Evenly<T>(IReadOnlyList<T> pages, int count) => Enumerable.Range(0, count).Select(i => pages[(int)((long)i * pages.Count / count)]);
}
