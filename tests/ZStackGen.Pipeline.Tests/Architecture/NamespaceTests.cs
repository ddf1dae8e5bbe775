using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;
using ZStackGen.Testing;

namespace ZStack.Tests.Architecture;

/// <summary>
/// The rule IDE0161 of .editorconfig. Editors and <c>dotnet format</c> report violations. A build does not, because style analyzers are slow.
/// </summary>
public partial class NamespaceTests
{
    [Fact]
    public void A_file_with_one_namespace_declares_it_without_braces()
    {
        string[] folders = ["generator", "runtime", "tests", "samples"];
        string[] files = [.. folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.EndsWith(".verified.cs", StringComparison.Ordinal) && !file.EndsWith(".received.cs", StringComparison.Ordinal)
                && !BuildOutput().IsMatch(Path.GetRelativePath(SourceTree.Root, file)))];
        Assert.InRange(files.Length, 500, int.MaxValue);
        IEnumerable<string> found = files.Where(static file => HasBraces(File.ReadAllText(file)));
        Assert.Empty(found.Select(file => Path.GetRelativePath(SourceTree.Root, file)));
    }

    [Theory]
    [InlineData("namespace A\n{\n    class C;\n}\n", true)]
    [InlineData("namespace A.B {\n}\n", true)]
    [InlineData("namespace A;\n\nclass C;\n", false)]
    [InlineData("namespace A\n{\n}\nnamespace B\n{\n}\n", false)]
    [InlineData("class C;\n", false)]
    public void The_braces_of_the_only_namespace_are_found(string text, bool expected) => Assert.Equal(expected, HasBraces(text));

    private static bool HasBraces(string text) => Namespace().Matches(text) is [var only] && !only.Value.EndsWith(';');

    [GeneratedRegex(@"^namespace [\w.]+\s*[;{]", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"(^|[/\\])(bin|obj)[/\\]")]
    private static partial Regex BuildOutput();
}
