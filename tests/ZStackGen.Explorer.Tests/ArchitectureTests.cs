using System;
using System.Linq;
using System.Reflection;
using Xunit;
using ZStackGen.Explorer.Site;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Explorer.Tests;

/// <summary>The arrow of the projects: the tool uses the explorer, and the explorer uses only the reader of pages.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void The_explorer_uses_the_reader_of_pages_and_no_other_project()
        => Assert.Equal(["ZStackGen.Specs"], Projects(typeof(ExplorerSite).Assembly));

    [Fact]
    public void The_tool_uses_the_explorer()
        => Assert.Contains("ZStackGen.Explorer", Projects(typeof(ZStackGenCommand).Assembly));

    private static string[] Projects(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(static reference => reference.Name!).Where(static name => name.StartsWith("ZStackGen.", StringComparison.Ordinal) || name == "zstackgen").Order(StringComparer.Ordinal)];
}
