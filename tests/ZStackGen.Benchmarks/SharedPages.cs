using System;
using System.IO;
using System.Linq;

namespace ZStackGen.Benchmarks;

/// <summary>The real pages beside the repository.</summary>
internal static class SharedPages
{
    /// <summary>Files of a folder in shared, in ordinal order; <see langword="null"/> where it is absent.</summary>
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
}
