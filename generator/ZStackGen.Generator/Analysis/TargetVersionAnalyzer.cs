using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis;

/// <summary>
/// Reports the use of APIs, parameters and fields that the target version (<c>ZStackGenTargetVersion</c>) does not support, unless the code
/// checks the server's version first.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetVersionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(UsageDescriptors.NewerThanTarget, UsageDescriptors.RemovedInTarget, UsageDescriptors.LowestVersion);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            TargetVersion target = TargetVersion.Read(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            if ((target.Version is null && !target.ReportsLowest) || KnownTypes.Find(start.Compilation) is not { } types)
                return;
            var versions = new SymbolVersions(types, start.Compilation.Assembly);
            var uses = new UseFinder(versions);
            LowestNeed? lowest = target.ReportsLowest ? new LowestNeed(versions) : null;
            start.RegisterOperationBlockStartAction(block => new BlockCheck(versions, uses, target, lowest).Register(block));
            start.RegisterSyntaxNodeAction(new SignatureCheck(versions, target, lowest).Check, SignatureCheck.Kinds);
            if (lowest is not null)
                start.RegisterCompilationEndAction(lowest.Report);
        });
    }
}
