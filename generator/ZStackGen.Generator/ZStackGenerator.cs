using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using ZStackGen.Generator.Diagnostics;
using ZStackGen.Generator.Emission;
using ZStackGen.Generator.Options;
using ZStackGen.Generator.Output;
using ZStackGen.Generator.Pages;
using ZStackGen.Generator.Sharding;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator;

/// <summary>
/// Generates a C# API from API pages. It uses only additional files, options and the language version, never the compilation.
/// So editing the project's code costs nothing, and other generators can use its output.
/// </summary>
/// <remarks>
/// The items of all steps are reference types. The compiler's steps are generic: their code for reference types is compiled ahead, and for each
/// value type the JIT compiles about 100 methods in every build.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ZStackGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // All files are one item, so that the compiler examines them once in a run. The wrapper keeps the array out of the generic steps.
        IncrementalValueProvider<Collected<AdditionalText>> files = context.AdditionalTextsProvider
            .Collect()
            .Select(static (all, _) => new Collected<AdditionalText>(all));
        // Null if the build provides no list of pages. The properties select them in this case.
        IncrementalValueProvider<PageList?> list = files
            .Select(static (all, _) => PageList.Find(all.Items))
            .Select(static (file, token) => file is null ? null : PageList.Read(file.GetText(token)?.ToString() ?? ""));
        IncrementalValueProvider<ProjectProperties> properties = context.AnalyzerConfigOptionsProvider
            .Combine(list)
            .Select(static (pair, _) => new ProjectProperties(pair.Left.GlobalOptions, pair.Right));
        IncrementalValueProvider<GeneratorOptions> options = properties
            .Combine(context.ParseOptionsProvider)
            .Select(static (pair, _) => OptionsReader.Read(pair.Left.Values, pair.Right, pair.Left.Pages))
            .WithTrackingName(Steps.Options);
        IncrementalValueProvider<EmitOptions> emitOptions = options
            .Select(static (all, _) => all.Emit)
            .WithTrackingName(Steps.EmitOptions);
        IncrementalValueProvider<CatalogOptions> catalogOptions = options
            .Select(static (all, _) => all.Catalog)
            .WithTrackingName(Steps.CatalogOptions);
        IncrementalValueProvider<PageFilter> filter = properties
            .Select(static (project, _) => PageFilter.From(project.Values, project.Pages));

        var readMemory = new ReadMemory();
        IncrementalValueProvider<Collected<PageResult?>> read = files
            .Combine(filter)
            .Select((pair, token) => new Collected<PageResult?>(readMemory.Read(pair.Left.Items, pair.Right, token)))
            .WithTrackingName(Steps.Read);
        var memory = new CatalogMemory();
        var shardMemory = new ShardMemory();
        // Positions are dropped here: if only lines move, the models stay equal, and no later step runs.
        IncrementalValueProvider<CatalogModel> catalog = read
            .Select(static (all, _) => new PageModels(all.Items))
            .WithTrackingName(Steps.Model)
            .Combine(catalogOptions)
            .Select((pair, token) => SafeCatalog.Build(pair.Left.Pages, pair.Right, memory, token))
            .WithTrackingName(Steps.Catalog);
        var emissionMemory = new EmissionMemory();
        // Roslyn finds a step's earlier results by position. So the positions of the shards depend on their names, with null between them.
        IncrementalValuesProvider<GeneratedSource?> sources = catalog
            .SelectMany((model, _) => ShardPlan.Make(model, shardMemory))
            .WithTrackingName(Steps.Shards)
            .Combine(emitOptions)
            .Select((pair, token) => pair.Left is { } shard && pair.Right.IsEnabled ? ShardEmitter.Emit(shard, pair.Right, emissionMemory, token) : null)
            .WithTrackingName(Steps.Source);

        RegisterSources(context, sources);
        RegisterFindings(context, read, catalog, options, sources);
    }

    /// <summary>
    /// Registers the sources, in the early phase if the compiler has it. The option that disables this phase is not known yet, so it acts
    /// inside the pipeline: one of the two outputs adds nothing.
    /// </summary>
    private static void RegisterSources(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<GeneratedSource?> sources)
    {
        bool hasEarlyPhase = PreCompilationOutput.TryRegister(context, sources);
        context.RegisterSourceOutput(sources, (output, source) =>
        {
            if (source is not null && !(hasEarlyPhase && source.IsEarly))
                SourceOutput.Add(output, source);
        });
    }

    private static void RegisterFindings(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<Collected<PageResult?>> read,
        IncrementalValueProvider<CatalogModel> catalog,
        IncrementalValueProvider<GeneratorOptions> options,
        IncrementalValuesProvider<GeneratedSource?> sources)
    {
        IncrementalValueProvider<ReportOptions> reportOptions = options.Select(static (all, _) => all.Report).WithTrackingName(Steps.ReportOptions);
        var memory = new FindingMemory();
        // The findings of all pages are one item: an item for each page would cost every edit the time of several steps for every page.
        IncrementalValueProvider<StepArray<Finding>> findings = read
            .Combine(catalog.Select(static (model, _) => new CatalogFindings(model.Findings)))
            .Select((pair, _) => new StepArray<Finding>(memory.Of(pair.Left.Items, pair.Right)))
            .WithTrackingName(Steps.PageFindings);
        context.RegisterSourceOutput(
            findings.Combine(reportOptions),
            static (output, pair) => FindingReporter.Report(output, pair.Left.Items, pair.Right));
        context.RegisterSourceOutput(
            options.Select(static (all, _) => new StepArray<OptionFinding>(all.Findings)).WithTrackingName(Steps.OptionFindings),
            static (output, findings) => FindingReporter.Report(output, findings.Items));
        context.RegisterSourceOutput(
            catalog.Select(static (model, _) => new StepArray<UnmatchedInclude>(model.UnmatchedIncludes)).WithTrackingName(Steps.UnmatchedIncludes),
            static (output, wildcards) => FindingReporter.ReportUnmatched(output, wildcards.Items));
        context.RegisterSourceOutput(
            sources.Select(static (source, _) => new StepArray<string>(source?.Failures ?? default)).WithTrackingName(Steps.Failures),
            static (output, failures) => FindingReporter.ReportFailures(output, failures.Items));
    }
}
