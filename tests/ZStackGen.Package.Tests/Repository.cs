using System;
using System.IO;

namespace ZStackGen.Package.Tests;

/// <summary>The paths of the sources.</summary>
public static class Repository
{
    public static string At(params string[] parts) => Path.Combine([SourceTree.Root, .. parts]);

    /// <summary>The basic pages, which are copied next to the tests. They are few enough for a build in a test.</summary>
    public static string Pages(params string[] parts) => Path.Combine([AppContext.BaseDirectory, "specs", .. parts]);
}
