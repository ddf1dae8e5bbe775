using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Flow;
using ZStackGen.Generator.Analysis.Versions;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis;

/// <summary>Reports checks for a version that the target version includes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NeedlessGuardAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UsageDescriptors.NeedlessGuard);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (TargetVersion.Read(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions).Version is not { } target || KnownTypes.Find(start.Compilation) is not { } types)
                return;
            var versions = new SymbolVersions(types, start.Compilation.Assembly);
            var comparisons = new VersionComparison(types);
            start.RegisterOperationAction(
                operation => Check(operation, Outcome(comparisons.Read((IBinaryOperation)operation.Operation, state: null), target), target), OperationKind.Binary);
            start.RegisterOperationAction(
                operation =>
                {
                    if (operation.Operation.Type is { SpecialType: SpecialType.System_Boolean })
                        Check(operation, Outcome(versions.GuardVersion(Member(operation.Operation)), target), target);
                },
                OperationKind.Invocation, OperationKind.PropertyReference, OperationKind.FieldReference);
        });
    }

    private static void Check(OperationAnalysisContext context, (string Version, bool Outcome)? guard, string target)
    {
        // A nameof, or the target of an assignment, is not a check.
        if (guard is not { } needless || context.Operation.Parent is INameOfOperation || (context.Operation.Parent is IAssignmentOperation assignment && assignment.Target == context.Operation))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            UsageDescriptors.NeedlessGuard, context.Operation.Syntax.GetLocation(),
            ImmutableDictionary<string, string?>.Empty.Add(UsageProperties.Outcome, needless.Outcome ? "true" : "false"),
            needless.Version, target));
    }

    private static (string Version, bool Outcome)? Outcome(string? guard, string target) =>
        guard is not null && SinceVersion.Compare(guard, target) <= 0 ? (guard, true) : null;

    /// <summary>Returns the version and the constant outcome of a comparison; <see langword="null"/> if the outcome is not constant, as for a check for exactly one version.</summary>
    private static (string Version, bool Outcome)? Outcome(Comparison? comparison, string target)
    {
        if (comparison is null)
            return null;
        int order = SinceVersion.Compare(comparison.Version, target);
        return comparison.Operator switch
        {
            BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan when order <= 0 => (comparison.Version, comparison.WhenTrue),
            BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual when order < 0 => (comparison.Version, comparison.WhenTrue),
            _ => null,
        };
    }

    private static ISymbol Member(IOperation operation) => operation is IInvocationOperation invocation ? invocation.TargetMethod : ((IMemberReferenceOperation)operation).Member;
}
