using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Values;

/// <summary>Reads the value of a local variable that has only the value of its declaration.</summary>
internal static class SingleValue
{
    /// <summary>Returns the value in the declaration; <see langword="null"/> if the operation is no such variable.</summary>
    public static IOperation? Of(IOperation operation)
    {
        if (operation is not ILocalReferenceOperation { Local: { RefKind: RefKind.None } local })
            return null;
        IOperation? value = null;
        foreach (IOperation other in Root(operation).Descendants())
        {
            // Invalid code can refer to a variable in its own declaration.
            if (other is IVariableDeclaratorOperation { Initializer.Value: { } initial } declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
                value = declarator.Syntax.Span.End <= operation.Syntax.SpanStart ? initial : null;
            else if (VariableChanges.Of(other).Contains(local, SymbolEqualityComparer.Default))
                return null;
        }

        return value;
    }

    /// <summary>Returns all references to a local variable.</summary>
    public static IEnumerable<ILocalReferenceOperation> References(ILocalReferenceOperation reference) =>
        Root(reference).Descendants().OfType<ILocalReferenceOperation>().Where(other => SymbolEqualityComparer.Default.Equals(other.Local, reference.Local));

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
