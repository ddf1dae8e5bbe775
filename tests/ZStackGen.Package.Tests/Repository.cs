using System;
using System.IO;

namespace ZStackGen.Package.Tests;

/// <summary>The paths of the sources and of the material that is not part of the repository.</summary>
public static class Repository
{
    public static string Root { get; } = Above(AppContext.BaseDirectory, f => File.Exists(Path.Combine(f, "ZStackGen.sln")))
        ?? throw new InvalidOperationException("The tests run from a build output inside the repository.");

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The basic pages, which are copied next to the tests. They are few enough for a build in a test.</summary>
    public static string Pages(params string[] parts) => Path.Combine([AppContext.BaseDirectory, "specs", .. parts]);

    /// <summary>Returns a file of the material that is not part of the repository. Skips the test if it is absent.</summary>
    public static string Shared(params string[] parts)
    {
        string? shared = Environment.GetEnvironmentVariable("ZSTACKGEN_SHARED");
        if (string.IsNullOrEmpty(shared))
        {
            string? folder = Above(AppContext.BaseDirectory, f => File.Exists(Path.Combine(f, "shared", "design.md")));
            shared = folder is null ? null : Path.Combine(folder, "shared");
        }

        Assert.SkipWhen(shared is null, "The shared pages are absent; set ZSTACKGEN_SHARED to run this test.");
        string path = Path.Combine([shared, .. parts]);
        Assert.SkipUnless(File.Exists(path), $"{path} does not exist.");
        return path;
    }

    private static string? Above(string folder, Predicate<string> holds)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            if (holds(at.FullName))
                return at.FullName;
        }

        return null;
    }
}
