using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>The same pages produce the same bytes everywhere.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("zh-CN")]
    [InlineData("ar-SA")]
    public void Output_is_the_same_in_every_culture(string culture)
    {
        string expected = Everything(SamplePages.Repository());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(expected, Everything(SamplePages.Repository()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Output_is_the_same_for_both_line_endings()
        => Assert.Equal(
            Everything(SamplePages.Repository()),
            Everything(SamplePages.Repository().Select(page => (page.Path, page.Text.ReplaceLineEndings("\r\n")))));

    [Fact]
    public void Output_is_the_same_in_every_order_of_files()
    {
        IReadOnlyList<(string Path, string Text)> pages = SamplePages.Repository();
        string expected = Everything(pages);
        var random = new Random(7);
        for (int i = 0; i < 5; i++)
            Assert.Equal(expected, Everything(pages.OrderBy(_ => random.Next())));
    }

    [Fact]
    public void Output_has_one_kind_of_line_ending_and_no_trailing_blank()
    {
        string text = Everything(SamplePages.Repository());
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain(" \n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\t', text);
    }

    [Fact]
    public void Hint_names_are_short_unique_and_plain()
    {
        string[] categories = ["vm", "VM", "云主机", "a/../b", new string('x', 200), "", "云主机二"];
        var pages = new List<(string, string)>();
        for (int i = 0; i < categories.Length; i++)
            pages.Add(("/project/specs/" + categories[i] + "/DeleteDisk.md", SamplePages.DeleteDisk.Replace("DeleteDisk", "DeleteDisk" + (char)('A' + i), StringComparison.Ordinal)));
        GeneratorRun run = GeneratorRun.On(pages, new ProjectOptions());
        Assert.Null(run.Result.Exception);
        List<string> names = [.. run.Result.GeneratedSources.Select(source => source.HintName)];
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name =>
        {
            Assert.InRange(name.Length, 8, 60);
            Assert.All(name, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+'));
        });
        run.CompilesWithoutWarnings();
    }

    private static string Everything(IEnumerable<(string Path, string Text)> pages)
    {
        GeneratorRun run = GeneratorRun.On(pages, new ProjectOptions());
        Assert.Null(run.Result.Exception);
        return string.Concat(run.Result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal).Select(source => source.HintName + "\n" + source.SourceText))
            + string.Join("\n", run.Diagnostics.Select(diagnostic => diagnostic.Id + diagnostic.GetMessage(CultureInfo.InvariantCulture)).Order(StringComparer.Ordinal));
    }
}
