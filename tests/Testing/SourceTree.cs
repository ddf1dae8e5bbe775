using System;
using System.IO;

namespace ZStackGen.Testing;

/// <summary>The folders of the repository and of the published pages, which are not part of it.</summary>
internal static class SourceTree
{
    /// <summary>Gets the folder of the solution.</summary>
    public static string Root { get; } = FolderWith("ZStackGen.sln") ?? throw new DirectoryNotFoundException("ZStackGen.sln is in no folder above the tests.");

    /// <summary>
    /// Gets the folder of published pages and facts, which is <c>shared</c> beside the repository or the value of <c>ZSTACKGEN_SHARED</c>;
    /// <see langword="null"/> if it is absent.
    /// </summary>
    public static string? Shared { get; } = FindShared();

    private static string? FindShared()
    {
        if (Environment.GetEnvironmentVariable("ZSTACKGEN_SHARED") is { Length: > 0 } given)
            return Directory.Exists(given) ? given : null;
        return FolderWith(Path.Combine("shared", "design.md")) is { } folder ? Path.Combine(folder, "shared") : null;
    }

    private static string? FolderWith(string file)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
                return folder.FullName;
        }

        return null;
    }
}
