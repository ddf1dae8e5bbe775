using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ZStackGen.Benchmarks;

/// <summary>The published pages that are not part of the repository.</summary>
internal static class SharedPages
{
    /// <summary>Returns the files of a shared folder in ordinal order; <see langword="null"/> if it is absent.</summary>
    public static string[]? Files(string folder)
    {
        string? root = Environment.GetEnvironmentVariable("ZSTACKGEN_SHARED");
        for (string? at = AppContext.BaseDirectory; root is null && at is not null; at = Path.GetDirectoryName(at))
        {
            string candidate = Path.Combine(at, "shared");
            if (File.Exists(Path.Combine(candidate, "design.md")))
                root = candidate;
        }

        return root is null ? null : [.. Directory.GetFiles(Path.Combine(root, folder)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Returns some of the pages, evenly distributed over all, to mix categories and sizes.</summary>
    public static IEnumerable<T> Evenly<T>(IReadOnlyList<T> pages, int count) => Enumerable.Range(0, count).Select(i => pages[(int)((long)i * pages.Count / count)]);
}
