using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Finds the variables that lambdas, local functions and references can change at any time, so that their values are unknown.</summary>
internal static class SharedVariables
{
    public static HashSet<ISymbol> In(ImmutableArray<IOperation> blocks)
    {
        var shared = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in blocks.SelectMany(static block => block.Descendants()))
        {
            foreach (ISymbol variable in Changed(operation))
            {
                if (operation is IVariableDeclaratorOperation or IAddressOfOperation || (Function(operation) is { } function && !SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol)))
                    shared.Add(variable);
            }
        }

        return shared;
    }

    /// <summary>Returns the variables that an operation changes, or of which it makes a reference.</summary>
    private static IEnumerable<ISymbol> Changed(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target.DescendantsAndSelf().Select(Variable).OfType<ISymbol>(),
        IAssignmentOperation assignment => One(assignment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => One(argument.Value),
        IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref, Initializer.Value: { } referenced } => One(referenced),
        IAddressOfOperation address => One(address.Reference),
        _ => [],
    };

    private static IEnumerable<ISymbol> One(IOperation target)
    {
        // An element of a tuple belongs to the variable of the tuple.
        while (target is IFieldReferenceOperation { Instance: { } instance })
            target = instance;
        return Variable(target) is { } variable ? [variable] : [];
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

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
