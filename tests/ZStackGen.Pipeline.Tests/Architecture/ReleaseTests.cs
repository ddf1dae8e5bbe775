using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;
using ZStackGen.Testing;

namespace ZStack.Tests.Architecture;

/// <summary>The workflow that releases the packages.</summary>
public partial class ReleaseTests
{
    [Fact]
    public void Each_packable_project_is_released()
    {
        IEnumerable<string> packable = new[] { "generator", "runtime" }
            .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, folder), "*.csproj", SearchOption.AllDirectories))
            .Where(static project => File.ReadAllText(project).Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal))
            .Select(static project => Path.GetRelativePath(SourceTree.Root, Path.GetDirectoryName(project)!).Replace('\\', '/'));
        string workflow = File.ReadAllText(Path.Combine(SourceTree.Root, ".github", "workflows", "release.yml"));
        string list = Loop().Match(workflow).Groups[1].Value;
        Assert.Equal(packable.Order(StringComparer.Ordinal), list.Split([' ', '\n', '\\'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"for project in ([^;]+); do")]
    private static partial Regex Loop();
}
