using System.IO;
using ZStackGen.Facts.Pages;

namespace ZStackGen.Facts.Tests;

/// <summary>All pages of the repository, read once.</summary>
internal static class Repository
{
    /// <summary>The folder of the pages.</summary>
    public static string Specs { get; } = Path.Combine(SourceTree.Root, "specs");

    /// <summary>The pages.</summary>
    public static PageFolder Pages { get; } = PageFolder.Read(Specs);

    /// <summary>The folder of facts; <see langword="null"/> if it is absent.</summary>
    public static string? Facts { get; } = SourceTree.Shared is { } shared && Directory.Exists(Path.Combine(shared, "facts")) ? Path.Combine(shared, "facts") : null;
}
