using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ZStackGen.Specs.Tests;

/// <summary>The folder with published pages. Tests that need it are skipped if it is absent.</summary>
internal static class SharedMaterial
{
    public const string Absent = "The folder shared (or ZSTACKGEN_SHARED), with real pages, is not beside the repository.";

    public static string? Root { get; } = Find("shared", "design.md", Environment.GetEnvironmentVariable("ZSTACKGEN_SHARED"));

    /// <summary>The repository's own folder.</summary>
    public static string Repository => FindRepository();

    public static string Require(string path)
    {
        Assert.SkipWhen(Root is null, Absent);
        return Path.Combine(Root!, path);
    }

    /// <summary>Returns all pages of a folder in ordinal order.</summary>
    public static string[] Pages(string folder) =>
        [.. Directory.GetFiles(Require(folder), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string? Find(string name, string mark, string? given)
    {
        if (given is not null)
            return given;
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string candidate = Path.Combine(folder, name);
            if (File.Exists(Path.Combine(candidate, mark)))
                return candidate;
        }

        return null;
    }

    private static string FindRepository()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "ZStackGen.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("ZStackGen.sln is in no folder above the tests.");
        return folder;
    }
}
