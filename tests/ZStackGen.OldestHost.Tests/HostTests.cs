using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.OldestHost.Tests;

/// <summary>A host without the pre-compilation phase. The shared snapshots prove that it produces the same files.</summary>
public sealed class HostTests
{
    private static readonly CSharpParseOptions s_parse = GeneratorRun.Language(LanguageVersion.CSharp12);

    [Fact]
    public void The_host_is_the_oldest_one_and_has_no_early_phase()
    {
        Assert.Equal(new Version(4, 8, 0, 0), typeof(GeneratorDriver).Assembly.GetName().Version);
        Assert.Equal(new Version(4, 8, 0, 0), typeof(CSharpCompilation).Assembly.GetName().Version);
        Assert.DoesNotContain(typeof(IncrementalGeneratorInitializationContext).GetMethods(), method => method.Name.Contains("PreCompilation", StringComparison.Ordinal));
    }

    [Fact]
    public void The_generator_refers_to_nothing_newer_than_the_host()
    {
        foreach (AssemblyName reference in typeof(ZStackGenerator).Assembly.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)))
            Assert.Equal(new Version(4, 8, 0, 0), reference.Version);
    }

    [Fact]
    public void Files_are_added_once_through_the_normal_output()
    {
        GeneratorRunResult result = GeneratorRun.On(SamplePages.Disks, new ProjectOptions()).CompilesWithoutWarnings().Result;
        Assert.Equal(["Api.disk.g.cs", "Types.D.g.cs"], result.GeneratedSources.Select(source => source.HintName).Order(StringComparer.Ordinal));
        Assert.Contains(result.TrackedOutputSteps, step => step.Key == "SourceOutput");
        Assert.All(result.TrackedOutputSteps.Keys, kind => Assert.Contains(kind, new[] { "SourceOutput", "ImplementationSourceOutput" }));
    }

    [Fact]
    public void The_repositorys_pages_compile_without_a_warning() =>
        GeneratorRun.On(SamplePages.Repository(), new ProjectOptions()).CompilesWithoutWarnings();

    [Fact]
    public void Hundreds_of_published_pages_compile_without_a_warning()
    {
        List<(string, string)> pages = [.. Directory.GetFiles(SharedFolder.Require("corpus", "official-zh")).Select(file => ("/project/specs/" + Path.GetFileName(file), File.ReadAllText(file)))];
        GeneratorRun run = GeneratorRun.On(pages, new ProjectOptions()).CompilesWithoutWarnings();
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(pages.Count, run.Compilation.GetSymbolsWithName(name => name.EndsWith("Action", StringComparison.Ordinal), SymbolFilter.Type, TestContext.Current.CancellationToken).Count());
    }

    [Fact]
    public void A_canceled_run_ends_as_canceled_and_the_next_run_is_complete()
    {
        GeneratorDriver driver = GeneratorRun.Driver(SamplePages.Disks, new ProjectOptions(), s_parse);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => driver.RunGenerators(GeneratorRun.Project(s_parse), cancelled.Token));

        using var during = new CancellationTokenSource();
        GeneratorDriver interrupted = driver.AddAdditionalTexts([new CancellingText(during)]);
        Assert.ThrowsAny<OperationCanceledException>(() => interrupted.RunGenerators(GeneratorRun.Project(s_parse), during.Token));

        GeneratorRunResult result = driver.RunGenerators(GeneratorRun.Project(s_parse), TestContext.Current.CancellationToken).GetRunResult().Results[0];
        Assert.Null(result.Exception);
        Assert.Equal(2, result.GeneratedSources.Length);
    }

    /// <summary>A page that cancels the run while it is read.</summary>
    private sealed class CancellingText(CancellationTokenSource source) : AdditionalText
    {
        public override string Path => "/project/specs/disk/Interrupted.md";

        public override Microsoft.CodeAnalysis.Text.SourceText? GetText(CancellationToken cancellationToken = default)
        {
            source.Cancel();
            return Microsoft.CodeAnalysis.Text.SourceText.From(SamplePages.DeleteDisk);
        }
    }
}
