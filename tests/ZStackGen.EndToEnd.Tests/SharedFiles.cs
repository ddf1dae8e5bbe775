using System;
using System.IO;
using Xunit;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Finds the published pages that are not part of the repository.</summary>
internal static class SharedFiles
{
    /// <summary>Returns a file of the shared folder. Skips the test if it is absent.</summary>
    public static string Require(string name)
    {
        string? folder = Find();
        Assert.SkipWhen(folder is null, "The shared pages are absent; set ZSTACKGEN_SHARED to run this test.");
        string path = Path.Combine(folder, name);
        Assert.SkipUnless(File.Exists(path), $"The shared pages do not contain '{name}'.");
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
