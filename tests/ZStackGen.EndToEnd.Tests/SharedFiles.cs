using System;
using System.IO;
using Xunit;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Finds the published pages that are not part of the repository.</summary>
internal static class SharedFiles
{
    /// <summary>A file of the shared folder; skips the test where there is none.</summary>
    public static string Require(string name)
    {
        string? folder = Find();
        Assert.SkipWhen(folder is null, "The shared pages are not here: neither a folder 'shared' beside an ancestor of the tests nor ZSTACKGEN_SHARED.");
        string path = Path.Combine(folder, name);
        Assert.SkipUnless(File.Exists(path), $"The shared pages have no '{name}'.");
        return path;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("ZSTACKGEN_SHARED") is { Length: > 0 } named)
            return named;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "shared");
            if (File.Exists(Path.Combine(candidate, "design.md")))
                return candidate;
        }

        return null;
    }
}
