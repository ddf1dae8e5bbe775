using System;
using System.IO;

namespace ZStackGen.Tool.Tests;

/// <summary>The paths of the sources and of the shared material.</summary>
internal static class SourceTree
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindAbove("ZStackGen.sln") ?? throw new DirectoryNotFoundException("no ZStackGen.sln above the tests");

    /// <summary>The folder of shared pages and facts; <see langword="null"/> if it is absent.</summary>
    public static string? Shared { get; } = FindShared();

    private static string? FindShared()
    {
        if (Environment.GetEnvironmentVariable("ZSTACKGEN_SHARED") is { Length: > 0 } given)
            return Directory.Exists(given) ? given : null;
        return FindAbove(Path.Combine("shared", "design.md")) is { } folder ? Path.Combine(folder, "shared") : null;
    }

    private static string? FindAbove(string name)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, name)))
                return folder.FullName;
        }

        return null;
    }
}
