using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ZStackGen.Testing;

/// <summary>The published pages and facts. A test that needs them is skipped if they are absent.</summary>
internal static class SharedFolder
{
    /// <summary>Returns a path in the folder. Skips the test if the folder is absent.</summary>
    public static string Require(params string[] parts)
    {
        Assert.SkipWhen(SourceTree.Shared is null, "The published pages are absent; set ZSTACKGEN_SHARED to run this test.");
        return Path.Combine([SourceTree.Shared, .. parts]);
    }

    /// <summary>Returns the path of a file. Skips the test if the file is absent.</summary>
    public static string RequireFile(params string[] parts)
    {
        string path = Require(parts);
        Assert.SkipUnless(File.Exists(path), $"The published pages do not contain '{Path.Combine(parts)}'.");
        return path;
    }

    /// <summary>Returns all pages of a folder in ordinal order.</summary>
    public static string[] Pages(string folder) =>
        [.. Directory.GetFiles(Require(folder), "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
