using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Values;

namespace ZStackGen.Generator.Analysis.Queries;

/// <summary>Reads the elements of a list in the source: of an array, a collection initializer, a collection expression, or a local variable with one of these.</summary>
internal static class ListElements
{
    /// <summary>Returns the elements; the list itself if its elements are unknown.</summary>
    public static IEnumerable<IOperation> Of(IOperation list)
    {
        IOperation value = Unwrap(list);
        value = SingleValue.Of(value) is { } declared ? Unwrap(declared) : value;
        return value switch
        {
            IArrayCreationOperation { Initializer.ElementValues: { } elements } => elements,
            IObjectCreationOperation { Arguments.IsEmpty: true, Initializer.Initializers: { } initializers } when initializers.All(static added => added is IInvocationOperation { Arguments.Length: 1 })
                => initializers.Select(static added => ((IInvocationOperation)added).Arguments[0].Value),
            // The operation of a collection expression has no class in the oldest compiler.
            { Syntax: CollectionExpressionSyntax expression } when expression.Elements.All(static element => element is ExpressionElementSyntax) => value.ChildOperations,
            _ => [value],
        };
    }

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation conversion && (conversion.Operand is not { Syntax: CollectionExpressionSyntax } || conversion.Operand.ChildOperations.Any()))
            operation = conversion.Operand;
        return operation;
    }
}
