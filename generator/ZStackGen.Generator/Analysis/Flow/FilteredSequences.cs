using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>
/// Reads the knowledge where a sequence has an element: <c>disks.Where(d => client.ServerVersion >= ZStackVersion.V5_0)</c>, which is also the
/// <c>where</c> of a query expression.
/// </summary>
internal sealed class FilteredSequences(FunctionResults functions)
{
    /// <summary>The methods of LINQ that return elements and call their functions only if the first argument has elements.</summary>
    private static readonly HashSet<string> s_methods =
    [
        "Where", "Select", "SelectMany", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "Reverse",
        "Take", "TakeWhile", "Skip", "SkipWhile", "Distinct", "DistinctBy", "GroupBy", "Cast", "OfType", "ToList", "ToArray", "ToHashSet", "ToDictionary",
        "ToLookup", "AsEnumerable", "Any", "All", "Count", "LongCount", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault",
        "Sum", "Min", "Max", "MinBy", "MaxBy", "Average", "Join", "GroupJoin", "Zip", "TakeLast", "SkipLast", "Chunk", "Index", "ElementAt",
    ];

    /// <summary>The methods of a list that call their functions only if the list has elements.</summary>
    private static readonly HashSet<string> s_listMethods = ["ForEach", "ConvertAll", "Find", "FindAll", "FindLast", "FindIndex", "Exists", "RemoveAll", "TrueForAll"];

    /// <summary>Returns the knowledge where the sequence has an element.</summary>
    public Knowledge Of(IOperation? sequence, FlowState state)
    {
        Knowledge known = Knowledge.None;
        while (VersionConstants.Unwrap(sequence) is { } value)
        {
            if (value is not IInvocationOperation { Arguments: { Length: > 0 } arguments } call || !IsLinq(call.TargetMethod))
                return state.ValueOf(value)?.Returns?.WhenTrue is { } kept ? known.And(kept) : known;
            if (call.TargetMethod.Name is "Where" or "TakeWhile" && arguments.Length == 2
                && functions.OfDelegate(VersionConstants.Unwrap(arguments[1].Value), FlowState.Of(Knowledge.None))?.WhenTrue is { } condition)
            {
                known = known.And(condition);
            }

            sequence = arguments[0].Value;
        }

        return known;
    }

    /// <summary>Returns the knowledge where a method of LINQ calls a lambda: the sequence has an element.</summary>
    public Knowledge At(IOperation lambda, FlowState state)
    {
        IOperation? around = lambda.Parent;
        while (around is IDelegateCreationOperation or IConversionOperation)
            around = around.Parent;
        if (around is not IArgumentOperation { Parent: IInvocationOperation call } argument)
            return Knowledge.None;
        if (call.Instance is { } list && s_listMethods.Contains(call.TargetMethod.Name) && call.TargetMethod.ContainingType is { Name: "List" } type && KnownTypes.IsOfSystem(type))
            return Of(list, state);
        // The keys of the other sequence of a join do not depend on the first one.
        return call.Arguments.Length > 1 && IsLinq(call.TargetMethod) && argument.Parameter?.Name != "innerKeySelector" ? Of(call.Arguments[0].Value, state) : Knowledge.None;
    }

    private static bool IsLinq(IMethodSymbol method) =>
        s_methods.Contains(method.Name) && method is { IsExtensionMethod: true, ContainingNamespace: { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}
