using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Values;
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
            start.RegisterOperationAction(operation => Check(operation, Counted(operation.Operation), pageable), OperationKind.PropertyReference, OperationKind.Invocation, OperationKind.IsPattern);
            start.RegisterOperationAction(operation => Loop(operation, pageable), OperationKind.Loop);
        });
    }

    private static void Check(OperationAnalysisContext context, IOperation? counted, INamedTypeSymbol pageable)
    {
        if (counted is null || Unwrap(counted) is not { } list)
            return;
        if (list is ILocalReferenceOperation local)
        {
            // A list in a variable can have other uses, which need the resources.
            if (!IsAwaited(local.Local) || SingleValue.Of(local) is not { } declared || !IsList(Unwrap(declared), pageable) || !SingleValue.References(local).All(IsCounted))
                return;
        }
        else if (!IsList(list, pageable))
        {
            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.ListForCount, context.Operation.Syntax.GetLocation()));
    }

    /// <summary>Reports a loop over a query that only counts: <c>await foreach (var vm in client.Query(...)) count++;</c></summary>
    private static void Loop(OperationAnalysisContext context, INamedTypeSymbol pageable)
    {
        if (context.Operation is not IForEachLoopOperation { IsAsynchronous: true, Collection: { } collection, Body: { } body })
            return;
        if (body is IBlockOperation { Operations: [{ } only] })
            body = only;
        if (body is IExpressionStatementOperation { Operation: { } change } && Counting.IsIncrement(change) && KnownTypes.Derives(Enumerated(collection).Type, pageable))
            context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.ListForCount, collection.Syntax.GetLocation()));
    }

    /// <summary>Returns the sequence without <c>WithCancellation</c> and <c>ConfigureAwait</c>.</summary>
    private static IOperation Enumerated(IOperation collection)
    {
        IOperation sequence = Unwrap(collection);
        while (sequence is IInvocationOperation { TargetMethod.Name: "WithCancellation" or "ConfigureAwait" } configured && (configured.Instance ?? configured.Arguments.FirstOrDefault()?.Value) is { } inner)
            sequence = Unwrap(inner);
        return sequence;
    }

    /// <summary>Determines whether a variable has an awaited value, from its syntax: most variables with a count have not.</summary>
    private static bool IsAwaited(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(CancellationToken.None) is VariableDeclaratorSyntax { Initializer.Value: AwaitExpressionSyntax };

    private static bool IsCounted(IOperation list)
    {
        IOperation? use = list.Parent;
        while (use is IConversionOperation or IArgumentOperation)
            use = use.Parent;
        return use is not null && Counted(use) is { } counted && Unwrap(counted) == list;
    }

    private static bool IsList(IOperation operation, INamedTypeSymbol pageable)
    {
        if (operation is not IAwaitOperation { Operation: { } awaited })
            return false;
        if (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task })
            awaited = task;
        return awaited is IInvocationOperation { TargetMethod: { Name: "ToListAsync" } method } && KnownTypes.Is(method.ContainingType.OriginalDefinition, pageable);
    }

    /// <summary>Returns the operand of <c>Count</c>, of LINQ's <c>Count()</c> or <c>Any()</c> without a condition, or of a pattern that only examines the count.</summary>
    private static IOperation? Counted(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Count", Instance: { } list } => list,
        IInvocationOperation { TargetMethod: { Name: "Count" or "LongCount" or "Any", IsExtensionMethod: true }, Arguments: { Length: 1 } arguments } => arguments[0].Value,
        IIsPatternOperation { Value: { } list, Pattern: { } pattern } when Counting.IsOfCount(pattern) => list,
        _ => null,
    };

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }
}
