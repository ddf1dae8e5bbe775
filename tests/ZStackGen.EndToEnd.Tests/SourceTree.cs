using System;
using System.IO;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>The repository from which the tests were built.</summary>
internal static class SourceTree
{
    /// <summary>Gets the repository's root.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ZStackGen.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("ZStackGen.sln was not found above the tests.");
    }
}
