using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Hundreds of pages in one project.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("official-zh")]
    [InlineData("english")]
    [InlineData("scraped-zh")]
    [InlineData("explorer")]
    public void All_pages_of_a_layout_form_a_project_that_compiles_without_a_warning(string layout)
    {
        CorpusProject project = CorpusProject.Of(layout);
        GeneratorRun run = project.Run;
        foreach (IGrouping<string, Diagnostic> group in run.Diagnostics.GroupBy(diagnostic => diagnostic.Id + " " + diagnostic.Severity).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.WriteLine(group.Key + ": " + group.Count() + "  " + string.Join(" | ", group.Take(4).Select(diagnostic => Path.GetFileName(diagnostic.Location.GetLineSpan().Path) + " " + diagnostic.GetMessage(CultureInfo.InvariantCulture))));
        int actions = run.Compilation.GetSymbolsWithName(name => name.EndsWith("Action", StringComparison.Ordinal), SymbolFilter.Type, TestContext.Current.CancellationToken).Count();
        int bytes = run.Result.GeneratedSources.Sum(source => Encoding.UTF8.GetByteCount(source.SourceText.ToString()));
        output.WriteLine($"{actions} actions, {run.Result.GeneratedSources.Length} files, {bytes / Math.Max(actions, 1)} bytes of C# for each API, types included (budget 4608)");
        Assert.NotEmpty(project.Image);
        Assert.Equal(project.Pages.Count, actions);
        Assert.InRange(bytes / actions, 1, 4608);
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
