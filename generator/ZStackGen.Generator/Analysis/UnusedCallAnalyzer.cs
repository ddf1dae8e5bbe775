using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Values;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis;

/// <summary>Reports calls whose task, job or error the program ignores.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnusedCallAnalyzer : DiagnosticAnalyzer
{
    private const string TryCall = "TryCallAsync";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(UsageDescriptors.UnusedCall, UsageDescriptors.IgnoredResult);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ZStack.IZStackClient") is not { } client)
                return;
            var types = new CallTypes(client.ContainingAssembly, start.Compilation);
            start.RegisterOperationAction(operation => Check(operation, types), OperationKind.ExpressionStatement);
        });
    }

    private static void Check(OperationAnalysisContext context, CallTypes types)
    {
        IOperation expression = ((IExpressionStatementOperation)context.Operation).Operation;
        bool isAwaited = expression is IAwaitOperation;
        IOperation value = OwnTask(expression is IAwaitOperation { Operation: { } awaited } ? awaited : expression);
        if (value is IConditionalAccessOperation conditional)
            value = conditional.WhenNotNull;
        foreach (IInvocationOperation call in CombinedTasks.Of(value))
        {
            // One diagnostic for all calls of Task.WhenAll.
            if (SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, types.Runtime) && Report(context, expression, call, isAwaited, types))
                return;
        }
    }

    private static bool Report(OperationAnalysisContext context, IOperation expression, IInvocationOperation call, bool isAwaited, CallTypes types)
    {
        string name = call.TargetMethod.Name;
        if (!isAwaited && types.IsTask(call.Type))
            Report(context, expression, "task", name);
        else if (types.IsJob(isAwaited ? CallTypes.Result(call.Type) : call.Type))
            Report(context, expression, "job", name);
        else if (isAwaited && name == TryCall)
            context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.IgnoredResult, expression.Syntax.GetLocation(), name));
        else
            return false;
        return true;
    }

    private static void Report(OperationAnalysisContext context, IOperation expression, string unused, string method) =>
        context.ReportDiagnostic(Diagnostic.Create(
            UsageDescriptors.UnusedCall, expression.Syntax.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add(UsageProperties.Unused, unused), unused, method));

    /// <summary>Returns the task without the methods that only wrap it. A call that is awaited with a timeout is still the call.</summary>
    private static IOperation OwnTask(IOperation task)
    {
        while (task is IInvocationOperation { TargetMethod: { Name: "ConfigureAwait" or "WaitAsync" or "AsTask" or "Preserve", ContainingType: { Name: "Task" or "ValueTask" } wrapper }, Instance: { } wrapped } && KnownTypes.IsOfSystem(wrapper))
            task = wrapped;
        return task;
    }

    /// <summary>Represents the return types of calls.</summary>
    private sealed class CallTypes(IAssemblySymbol runtime, Compilation compilation)
    {
        private readonly INamedTypeSymbol? _task = compilation.GetTypeByMetadataName("System.Threading.Tasks.Task");
        private readonly INamedTypeSymbol? _valueTask = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask");
        private readonly INamedTypeSymbol? _valueTaskOf = compilation.GetTypeByMetadataName("System.Threading.Tasks.ValueTask`1");
        private readonly INamedTypeSymbol? _job = compilation.GetTypeByMetadataName("ZStack.ZStackJob`1");
        private readonly INamedTypeSymbol? _longJob = compilation.GetTypeByMetadataName("ZStack.ZStackLongJob`1");

        public IAssemblySymbol Runtime { get; } = runtime;

        public bool IsTask(ITypeSymbol? type) =>
            KnownTypes.Derives(type, _task) || KnownTypes.Is(type?.OriginalDefinition, _valueTask) || KnownTypes.Is(type?.OriginalDefinition, _valueTaskOf);

        /// <summary>Returns the type of an awaited task.</summary>
        public static ITypeSymbol? Result(ITypeSymbol? task) => task is INamedTypeSymbol { TypeArguments: [{ } result] } ? result : null;

        public bool IsJob(ITypeSymbol? type) => KnownTypes.Derives(type, _job) || KnownTypes.Derives(type, _longJob);
    }
}
