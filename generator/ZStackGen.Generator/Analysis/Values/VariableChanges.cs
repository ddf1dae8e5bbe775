using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Values;

/// <summary>Reads the variables that an operation changes, or to which it makes a reference.</summary>
internal static class VariableChanges
{
    public static IEnumerable<ISymbol> Of(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target.DescendantsAndSelf().Select(Variable).OfType<ISymbol>(),
        IAssignmentOperation assignment => One(assignment.Target),
        IIncrementOrDecrementOperation increment => One(increment.Target),
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
}
