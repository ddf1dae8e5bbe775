using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ZStackGen.Generator.Diagnostics;
using ZStackGen.Generator.Emission;
using ZStackGen.Generator.Options;
using ZStackGen.Generator.Output;
using ZStackGen.Generator.Pages;
using ZStackGen.Generator.Sharding;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator;

/// <summary>
/// Turns API pages into a C# API. Text in, text out: it looks at additional files, options and the language version, never at the
/// compilation, so that typing in the project costs nothing and its output can be given to other generators.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ZStackGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<GeneratorOptions> options = context.AnalyzerConfigOptionsProvider
            .Combine(context.ParseOptionsProvider)
            .Select(static (pair, _) => OptionsReader.Read(pair.Left.GlobalOptions, pair.Right))
            .WithTrackingName(Steps.Options);
        IncrementalValueProvider<EmitOptions> emitOptions = options
            .Select(static (all, _) => all.Emit)
            .WithTrackingName(Steps.EmitOptions);
        IncrementalValueProvider<CatalogOptions> catalogOptions = options
            .Select(static (all, _) => all.Catalog)
            .WithTrackingName(Steps.CatalogOptions);
        IncrementalValueProvider<PageFilter> filter = context.AnalyzerConfigOptionsProvider
            .Select(static (provider, _) => PageFilter.From(provider.GlobalOptions));

        // The host finds a step's earlier results by their places. So every step gives one item for each of its input's, be it null, and
        // places stay; only the shards, all made of one item, come and go, and those at the end.
        IncrementalValuesProvider<PageResult?> pages = context.AdditionalTextsProvider
            .Combine(filter)
            .Select(static (pair, token) => pair.Right.IsPage(pair.Left.Path) ? PageResult.Read(pair.Left, token) : null)
            .WithTrackingName(Steps.Read);
        var memory = new CatalogMemory();
        // Positions end here: a moved line leaves the models equal, and nothing behind them runs.
        IncrementalValueProvider<CatalogModel> catalog = pages
            .Select(static (page, _) => page?.Page)
            .WithTrackingName(Steps.Model)
            .Collect()
            .Combine(catalogOptions)
            .Select((pair, token) => SafeCatalog.Build(pair.Left, pair.Right, memory, token))
            .WithTrackingName(Steps.Catalog);
        IncrementalValuesProvider<GeneratedSource?> sources = catalog
            .SelectMany(static (model, _) => ShardPlan.Make(model))
            .WithTrackingName(Steps.Shards)
            .Combine(emitOptions)
            .Select(static (pair, token) => pair.Right.IsEnabled ? ShardEmitter.Emit(pair.Left, pair.Right, token) : null)
            .WithTrackingName(Steps.Source);

        RegisterSources(context, sources);
        RegisterFindings(context, pages.Collect(), catalog, options, sources);
    }

    /// <summary>
    /// The early phase where the host has it. The switch is an option and not known here, so it acts inside the pipeline: one of the
    /// two outputs writes nothing.
    /// </summary>
    private static void RegisterSources(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<GeneratedSource?> sources)
    {
        bool hasEarlyPhase = PreCompilationOutput.TryRegister(context, sources);
        context.RegisterSourceOutput(sources, (output, source) =>
        {
            if (source is not null && !(hasEarlyPhase && source.IsEarly))
                output.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8));
        });
    }

    private static void RegisterFindings(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<ImmutableArray<PageResult?>> pages,
        IncrementalValueProvider<CatalogModel> catalog,
        IncrementalValueProvider<GeneratorOptions> options,
        IncrementalValuesProvider<GeneratedSource?> sources)
    {
        IncrementalValueProvider<bool> isStrict = options.Select(static (all, _) => all.IsStrict).WithTrackingName(Steps.Strictness);
        context.RegisterSourceOutput(
            pages.Select(static (all, _) => Findings(all)).WithTrackingName(Steps.PageFindings).Combine(isStrict),
            static (output, pair) => FindingReporter.Report(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(
            catalog.Select(static (model, _) => model.Findings)
                .Combine(pages)
                .Select(static (pair, token) => Locate(pair.Left, pair.Right, token))
                .WithTrackingName(Steps.CatalogFindings)
                .Combine(isStrict),
            static (output, pair) => FindingReporter.Report(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(
            options.Select(static (all, _) => all.Findings).WithTrackingName(Steps.OptionFindings),
            static (output, findings) => FindingReporter.Report(output, findings));
        context.RegisterSourceOutput(
            catalog.Select(static (model, _) => model.UnmatchedIncludes).WithTrackingName(Steps.UnmatchedIncludes),
            static (output, wildcards) => FindingReporter.ReportUnmatched(output, wildcards));
        context.RegisterSourceOutput(
            sources.Select(static (source, _) => source?.Failures ?? default).WithTrackingName(Steps.Failures),
            static (output, failures) => FindingReporter.ReportFailures(output, failures));
    }

    private static EquatableArray<Finding> Findings(ImmutableArray<PageResult?> pages)
    {
        var findings = new List<Finding>();
        HashSet<string>? paths = null;
        foreach (PageResult? page in pages)
        {
            // Several edits at once can make the host hand a file over twice.
            if (page is null || page.Findings.Count == 0 || !(paths ??= new HashSet<string>(StringComparer.Ordinal)).Add(page.Path))
                continue;
            foreach (Finding finding in page.Findings)
                findings.Add(finding);
        }

        return findings.ToEquatableArray();
    }

    /// <summary>The catalog speaks of elements; where they stand is looked up at the very end.</summary>
    private static EquatableArray<Finding> Locate(EquatableArray<CatalogFinding> findings, ImmutableArray<PageResult?> pages, CancellationToken cancellationToken)
    {
        if (findings.Count == 0)
            return default;
        var byPath = new Dictionary<string, ElementLocations>(StringComparer.Ordinal);
        foreach (PageResult? page in pages)
        {
            if (page is not null)
                byPath[page.Path] = page.Locations;
        }

        var located = new Finding[findings.Count];
        for (int i = 0; i < located.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            CatalogFinding finding = findings[i];
            PageSpan span = byPath.TryGetValue(finding.Path, out ElementLocations? locations) ? locations[finding.ElementKey] : default;
            located[i] = new Finding(finding.Rule, finding.Severity, finding.Path, span, finding.Message);
        }

        return new EquatableArray<Finding>(located);
    }
}
