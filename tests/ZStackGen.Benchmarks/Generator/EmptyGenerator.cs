using Microsoft.CodeAnalysis;

namespace ZStackGen.Benchmarks.Generator;

/// <summary>
/// The floor: a generator that takes the same inputs as ours (texts, options, language version) and does nothing with them. What the
/// host itself costs for so many texts is in every figure, and no generator can be cheaper.
/// </summary>
#pragma warning disable RS1036, RS1038, RS1041, RS1042 // never loaded by a compiler
internal sealed class EmptyGenerator : IIncrementalGenerator
#pragma warning restore RS1036, RS1038, RS1041, RS1042
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(
            context.AdditionalTextsProvider.Collect().Combine(context.AnalyzerConfigOptionsProvider.Combine(context.ParseOptionsProvider)),
            static (_, _) => { });
}
