using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Values;

/// <summary>Finds the calls that return the tasks combined by <c>Task.WhenAll</c> and <c>Task.WhenAny</c>.</summary>
internal static class CombinedTasks
{
    /// <summary>Returns the calls that return the tasks combined by a call; the call itself if it combines no tasks.</summary>
    public static IEnumerable<IInvocationOperation> Of(IOperation task)
    {
        var waiting = new Stack<IOperation>();
        waiting.Push(task);
        while (waiting.Count > 0)
        {
            IOperation operation = waiting.Pop();
            IEnumerable<IOperation> sources = operation switch
            {
                IConversionOperation conversion => [conversion.Operand],
                IDelegateCreationOperation created => [created.Target],
                IArrayCreationOperation { Initializer.ElementValues: { } elements } => elements,
                IAnonymousFunctionOperation { Symbol.IsAsync: false, Body.Operations: [IReturnOperation { ReturnedValue: { } returned }] } => [returned],
                IInvocationOperation call when IsCombining(call.TargetMethod) => call.Arguments.Select(static argument => argument.Value),
                // The operation of a collection expression has no class in the oldest compiler.
                { Syntax: CollectionExpressionSyntax } => operation.ChildOperations,
                _ => [],
            };
            if (operation is IInvocationOperation single && !IsCombining(single.TargetMethod))
                yield return single;
            foreach (IOperation source in sources.Reverse())
                waiting.Push(source);
        }
    }

    /// <summary>Determines whether the result of a method contains the tasks in its arguments, or of its lambda.</summary>
    private static bool IsCombining(IMethodSymbol method) => method switch
    {
        { Name: "WhenAll" or "WhenAny", ContainingType: { Name: "Task", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } } } => true,
        { Name: "Select" or "ToList" or "ToArray", IsExtensionMethod: true, ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } => true,
        _ => false,
    };
}
