using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Values;

/// <summary>Finds the variables that lambdas, local functions and references can change at any time, so that their values are unknown.</summary>
internal static class SharedVariables
{
    public static HashSet<ISymbol> In(ImmutableArray<IOperation> blocks)
    {
        var shared = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in blocks.SelectMany(static block => block.Descendants()))
        {
            foreach (ISymbol variable in VariableChanges.Of(operation))
            {
                if (operation is IVariableDeclaratorOperation or IAddressOfOperation || (Function(operation) is { } function && !SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol)))
                    shared.Add(variable);
            }
        }

        return shared;
    }

    private static IMethodSymbol? Function(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda)
                return lambda.Symbol;
            if (around is ILocalFunctionOperation function)
                return function.Symbol;
        }

        return null;
    }
}
