using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ZStackGen.Generator.Emission;
using ZStackGen.Generator.Output;

namespace ZStackGen.Benchmarks.Generator;

/// <summary>
/// The baseline: a generator that takes the same inputs as ours (texts, options, language version) in the same phases, and does nothing with them.
/// Its cost is that of the host for the same number of texts, which is the lower bound for a generator.
/// </summary>
#pragma warning disable RS1036, RS1038, RS1041, RS1042 // never loaded by a compiler
internal sealed class EmptyGenerator : IIncrementalGenerator
#pragma warning restore RS1036, RS1038, RS1041, RS1042
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var inputs = context.AdditionalTextsProvider.Collect().Combine(context.AnalyzerConfigOptionsProvider.Combine(context.ParseOptionsProvider));
        PreCompilationOutput.TryRegister(context, inputs.SelectMany(static (_, _) => ImmutableArray<GeneratedSource?>.Empty));
        context.RegisterSourceOutput(inputs, static (_, _) => { });
    }
}
