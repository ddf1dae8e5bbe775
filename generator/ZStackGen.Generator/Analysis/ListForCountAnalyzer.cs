using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis;

/// <summary>Reports queries that fetch all resources only to count them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ListForCountAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UsageDescriptors.ListForCount);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ZStack.ZStackPageable`1") is not { } pageable)
                return;
            start.RegisterOperationAction(operation => Check(operation, Counted(operation.Operation), pageable), OperationKind.PropertyReference, OperationKind.Invocation);
        });
    }

    private static void Check(OperationAnalysisContext context, IOperation? counted, INamedTypeSymbol pageable)
    {
        counted = Unwrap(counted);
        if (counted is not IAwaitOperation { Operation: { } awaited })
            return;
        if (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task })
            awaited = task;
        if (awaited is IInvocationOperation { TargetMethod: { Name: "ToListAsync" } method } && KnownTypes.Is(method.ContainingType.OriginalDefinition, pageable))
            context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.ListForCount, context.Operation.Syntax.GetLocation()));
    }

    /// <summary>Returns the operand of <c>Count</c>, or of LINQ's <c>Count()</c> without a condition.</summary>
    private static IOperation? Counted(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Count", Instance: { } list } => list,
        IInvocationOperation { TargetMethod: { Name: "Count" or "LongCount", IsExtensionMethod: true }, Arguments: { Length: 1 } arguments } => arguments[0].Value,
        _ => null,
    };

    private static IOperation? Unwrap(IOperation? operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }
}
