using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Reads the knowledge that the Boolean result of a lambda or local function implies, where the function only returns an expression.</summary>
/// <param name="conditions">The reader of conditions.</param>
/// <param name="blocks">The code of the member that contains the functions.</param>
internal sealed class FunctionResults(ConditionReader conditions, ImmutableArray<IOperation> blocks)
{
    /// <summary>The depth of functions that call each other. Each call is read again, so that the work grows exponentially with the depth.</summary>
    private const int MaxDepth = 4;

    private readonly Lazy<Dictionary<ISymbol, IOperation>> _returned = new(() => Returned(blocks));
    private readonly HashSet<ISymbol> _reading = new(SymbolEqualityComparer.Default);

    /// <summary>Returns the result of a local function; <see langword="null"/> for other methods, and if the function does more than returning an expression.</summary>
    public FlowValue? OfLocalFunction(IMethodSymbol function, FlowState state) => function.MethodKind == MethodKind.LocalFunction ? Of(function.OriginalDefinition, state) : null;

    /// <summary>Returns the result of a lambda, or of the local function or guard in a delegate. Variables can change before the delegate is called, so that their values are unknown.</summary>
    public FlowValue? OfDelegate(IOperation? value, FlowState state) => value switch
    {
        IDelegateCreationOperation created => OfDelegate(created.Target, state),
        IFlowAnonymousFunctionOperation lambda => Of(lambda.Symbol, state.WithoutValues()),
        IMethodReferenceOperation reference => OfLocalFunction(reference.Method, state.WithoutValues()) ?? conditions.Guarded(reference.Method, state.Known),
        _ => null,
    };

    private FlowValue? Of(IMethodSymbol function, FlowState state)
    {
        if (_reading.Count == MaxDepth || !_returned.Value.TryGetValue(function, out IOperation? returned) || !_reading.Add(function))
            return null;
        FlowValue result = conditions.Truth(returned, state);
        _reading.Remove(function);
        return result;
    }

    private static Dictionary<ISymbol, IOperation> Returned(ImmutableArray<IOperation> blocks)
    {
        var returned = new Dictionary<ISymbol, IOperation>(SymbolEqualityComparer.Default);
        foreach (IOperation operation in blocks.SelectMany(static block => block.Descendants()))
        {
            (IMethodSymbol Symbol, IBlockOperation? Body)? function = operation switch
            {
                IAnonymousFunctionOperation lambda => (lambda.Symbol, lambda.Body),
                ILocalFunctionOperation local => (local.Symbol, local.Body),
                _ => null,
            };
            if (function is { Body.Operations: [IReturnOperation { ReturnedValue: { Type.SpecialType: SpecialType.System_Boolean } value }] } found)
                returned[found.Symbol] = value;
        }

        return returned;
    }
}
