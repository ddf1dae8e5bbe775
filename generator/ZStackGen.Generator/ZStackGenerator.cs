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

        IncrementalValuesProvider<PageResult> pages = context.AdditionalTextsProvider
            .Combine(filter)
            .Where(static pair => pair.Right.IsPage(pair.Left.Path))
            .Select(static (pair, token) => PageResult.Read(pair.Left, token))
            .WithTrackingName(Steps.Read);
        // Positions end here: a moved line leaves the models equal, and nothing behind them runs.
        IncrementalValueProvider<ImmutableArray<CatalogPage>> models = pages
            .Where(static page => page.Page is not null)
            .Select(static (page, _) => page.Page!)
            .WithTrackingName(Steps.Model)
            .Collect();
        IncrementalValueProvider<CatalogModel> catalog = models
            .Combine(catalogOptions)
            .Select(static (pair, token) => SafeCatalog.Build(pair.Left, pair.Right, token))
            .WithTrackingName(Steps.Catalog);
        IncrementalValuesProvider<GeneratedSource> sources = catalog
            .SelectMany(static (model, _) => ShardPlan.Make(model))
            .WithTrackingName(Steps.Shards)
            .Combine(emitOptions)
            .Where(static pair => pair.Right.IsEnabled)
            .Select(static (pair, token) => ShardEmitter.Emit(pair.Left, pair.Right, token))
            .WithTrackingName(Steps.Source);

        RegisterSources(context, sources, emitOptions);
        RegisterFindings(context, pages, catalog, options, sources);
    }

    /// <summary>
    /// The early phase where the host has it. The switch is an option and not known here, so it acts inside the pipeline: one of the
    /// two outputs is empty.
    /// </summary>
    private static void RegisterSources(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<GeneratedSource> sources, IncrementalValueProvider<EmitOptions> options)
    {
        IncrementalValuesProvider<(GeneratedSource Source, EmitOptions Options)> both = sources.Combine(options);
        bool hasEarlyPhase = PreCompilationOutput.TryRegister(
            context,
            both.Where(static pair => pair.Options.UsesPreCompilation).Select(static (pair, _) => pair.Source));
        IncrementalValuesProvider<GeneratedSource> late = hasEarlyPhase
            ? both.Where(static pair => !pair.Options.UsesPreCompilation).Select(static (pair, _) => pair.Source)
            : sources;
        context.RegisterSourceOutput(late, static (output, source) => output.AddSource(source.HintName, SourceText.From(source.Text, Encoding.UTF8)));
    }

    private static void RegisterFindings(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<PageResult> pages,
        IncrementalValueProvider<CatalogModel> catalog,
        IncrementalValueProvider<GeneratorOptions> options,
        IncrementalValuesProvider<GeneratedSource> sources)
    {
        IncrementalValuesProvider<PageDiagnosis> diagnoses = pages.Select(static (page, _) => page.Diagnosis);
        context.RegisterSourceOutput(
            diagnoses.Select(static (page, _) => page.Findings).WithTrackingName(Steps.PageFindings),
            static (output, findings) => FindingReporter.Report(output, findings));
        context.RegisterSourceOutput(
            catalog.Select(static (model, _) => model.Findings)
                .Combine(diagnoses.Collect())
                .Select(static (pair, token) => Locate(pair.Left, pair.Right, token))
                .WithTrackingName(Steps.CatalogFindings),
            static (output, findings) => FindingReporter.Report(output, findings));
        context.RegisterSourceOutput(
            options.Select(static (all, _) => all.Findings).WithTrackingName(Steps.OptionFindings),
            static (output, findings) => FindingReporter.Report(output, findings));
        context.RegisterSourceOutput(
            sources.Where(static source => source.Failures.Count > 0).Select(static (source, _) => source.Failures),
            static (output, failures) => FindingReporter.ReportFailures(output, failures));
    }

    /// <summary>The catalog speaks of elements; where they stand is looked up at the very end.</summary>
    private static EquatableArray<Finding> Locate(EquatableArray<CatalogFinding> findings, ImmutableArray<PageDiagnosis> pages, CancellationToken cancellationToken)
    {
        if (findings.Count == 0)
            return default;
        var byPath = new Dictionary<string, ElementLocations>(StringComparer.Ordinal);
        foreach (PageDiagnosis page in pages)
            byPath[page.Path] = page.Locations;
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
