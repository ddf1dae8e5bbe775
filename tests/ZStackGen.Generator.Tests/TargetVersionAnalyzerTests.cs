using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;
using ZStackGen.Generator.Analysis;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

public sealed class TargetVersionAnalyzerTests
{
    private const string User = """
        using System;
        using ZStack.Api;
        static class User
        {
            public static object Make() => new CreateDiskAction { Name = "a", Size = 1, Format = "raw", TagUuids = Array.Empty<string>() };
            public static object? Read(DiskInventory disk) => disk.Labels.Count + disk.Parts.Count;
            public static bool Match(DiskInventory disk) => disk is { Load: > 0.5 };
            public static object Find() => DiskInventory.Query.Where(f => f.Uuid == "u" & f.Parts.Index > 1);
        }
        """;

    [Fact]
    public async Task Without_a_target_version_nothing_is_reported() =>
        Assert.Empty(await AnalyzeAsync());

    [Fact]
    public async Task Members_newer_than_the_target_are_warnings_at_their_use()
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(("ZStackGenTargetVersion", "3.1"));
        Assert.Equal(
            [
                "5: 'CreateDiskAction.TagUuids' came with ZStack 3.4.0, but the project's target version is 3.1",
                "6: 'DiskInventory.Labels' came with ZStack 4.0, but the project's target version is 3.1",
            ],
            found.Select(Line));
        Assert.All(found, diagnostic => Assert.Equal(("ZSG3001", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity)));
    }

    [Fact]
    public async Task Versions_are_compared_as_numbers_and_patterns_are_uses()
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(("ZStackGenTargetVersion", "3.0.10"));
        Assert.Contains(found, diagnostic => Line(diagnostic).StartsWith("7: 'DiskInventory.Load'", System.StringComparison.Ordinal));
        Assert.Contains(found, diagnostic => Line(diagnostic).StartsWith("6: 'DiskInventory.Parts'", System.StringComparison.Ordinal));
        Assert.DoesNotContain(found, diagnostic => Line(diagnostic).Contains("Name", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mode_Error_makes_them_errors() =>
        Assert.All(
            await AnalyzeAsync(("ZStackGenTargetVersion", "3.1"), ("ZStackGenTargetVersionMode", "error")),
            diagnostic => Assert.Equal(DiagnosticSeverity.Error, diagnostic.Severity));

    [Fact]
    public async Task Fields_of_queries_are_as_old_as_what_they_stand_for()
    {
        ImmutableArray<Diagnostic> found = await AnalyzeAsync(("ZStackGenTargetVersion", "3.0"));
        Assert.Equal(
            [
                "8: 'DiskPartInventory.QueryFields.Index' came with ZStack 3.1.0, but the project's target version is 3.0",
                "8: 'DiskInventory.QueryFields.Parts' came with ZStack 3.1.0, but the project's target version is 3.0",
            ],
            found.Select(Line).Where(static line => line.StartsWith("8:", System.StringComparison.Ordinal)));
    }

    private static string Line(Diagnostic diagnostic) =>
        $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(params (string Name, string Value)[] properties)
    {
        var options = new ProjectOptions(properties);
        GeneratorRun run = GeneratorRun.On(SamplePages.Disks, options, LanguageVersion.CSharp12, NullableContextOptions.Enable, User).CompilesWithoutWarnings();
        ImmutableArray<Diagnostic> found = await run.Compilation
            .WithAnalyzers([new TargetVersionAnalyzer()], new AnalyzerOptions([], options))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }
}
