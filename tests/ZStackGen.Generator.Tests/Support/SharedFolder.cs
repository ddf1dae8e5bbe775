using System;
using System.IO;
using Xunit;

namespace ZStackGen.Generator.Tests.Support;

/// <summary>The folder of real pages and facts, which is not part of the repository.</summary>
internal static class SharedFolder
{
    /// <summary>The path of the folder; <see langword="null"/> if it is absent.</summary>
    public static string? Path { get; } = Find();

    /// <summary>Returns the path of a file in the folder. Skips the test if the folder is absent.</summary>
    public static string Require(params string[] parts)
    {
        Assert.SkipWhen(Path is null, "The folder 'shared' with real pages is absent; set ZSTACKGEN_SHARED to run this test.");
        return System.IO.Path.Combine([Path!, .. parts]);
    }

    private static string? Find()
    {
        string? configured = Environment.GetEnvironmentVariable("ZSTACKGEN_SHARED");
        if (!string.IsNullOrEmpty(configured))
            return File.Exists(System.IO.Path.Combine(configured, "design.md")) ? configured : null;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            foreach (string candidate in new[] { System.IO.Path.Combine(folder.FullName, "shared"), System.IO.Path.Combine(folder.FullName, "..", "shared") })
            {
                if (File.Exists(System.IO.Path.Combine(candidate, "design.md")))
                    return System.IO.Path.GetFullPath(candidate);
            }
        }

        return null;
    }
}
