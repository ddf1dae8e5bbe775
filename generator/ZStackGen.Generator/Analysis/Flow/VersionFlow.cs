using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>
/// Computes the knowledge about the server at each place of a member. A lambda starts with the knowledge at its creation, and a local function
/// with the knowledge that all its uses share: the server's version does not decrease while the program runs.
/// </summary>
internal sealed class VersionFlow(ConditionReader conditions, SymbolVersions versions, CancellationToken cancellationToken)
{
    private readonly Dictionary<SyntaxNode, Knowledge> _known = [];
    private readonly Dictionary<ISymbol, FlowState> _used = new(SymbolEqualityComparer.Default);

    /// <summary>Returns the knowledge at a place; <see langword="null"/> if no graph contains the place.</summary>
    public Knowledge? At(SyntaxNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if (_known.TryGetValue(node, out Knowledge? known))
                return known;
        }

        return null;
    }

    /// <summary>Analyzes a graph, and the graphs of its lambdas and local functions.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="entry">The state at the entry of the graph.</param>
    public void Follow(ControlFlowGraph graph, FlowState entry)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lambdas = new List<(IFlowAnonymousFunctionOperation Lambda, FlowState State)>();
        new GraphFlow(graph, conditions).Run(entry).Visit((operation, state) =>
        {
            Note(operation, state);
            switch (operation)
            {
                case IFlowAnonymousFunctionOperation lambda:
                    lambdas.Add((lambda, state.With(state.Known.And(conditions.Sequences.At(lambda, state)))));
                    break;
                case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.LocalFunction } called }:
                    Use(called, state);
                    break;
                case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } named }:
                    Use(named, state);
                    break;
                default:
                    break;
            }
        });
        foreach ((IFlowAnonymousFunctionOperation lambda, FlowState state) in lambdas)
            Follow(graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken), Granted(lambda.Symbol, state));
        LocalFunctions(graph, entry);
    }

    private void LocalFunctions(ControlFlowGraph graph, FlowState entry)
    {
        var followed = new Dictionary<ISymbol, FlowState>(SymbolEqualityComparer.Default);
        bool isChanged;
        do
        {
            isChanged = false;
            foreach (IMethodSymbol function in graph.LocalFunctions)
            {
                // A local function may use another local function or itself, which adds uses: repeat until nothing changes.
                if (!_used.TryGetValue(function, out FlowState? used) || (followed.TryGetValue(function, out FlowState? before) && before.Equals(used)))
                    continue;
                followed[function] = used;
                isChanged = true;
                Follow(graph.GetLocalFunctionControlFlowGraph(function, cancellationToken), Granted(function, used));
            }
        }
        while (isChanged);

        foreach (IMethodSymbol function in graph.LocalFunctions)
        {
            if (!followed.ContainsKey(function))
                Follow(graph.GetLocalFunctionControlFlowGraph(function, cancellationToken), Granted(function, entry.WithoutValues()));
        }
    }

    private FlowState Granted(IMethodSymbol function, FlowState state) => state.With(state.Known.And(Knowledge.AtLeast(versions.GrantedIn(function))));

    private void Use(IMethodSymbol function, FlowState state)
    {
        function = function.OriginalDefinition;
        state = state.WithoutValues();
        _used[function] = _used.TryGetValue(function, out FlowState? before) ? before.Or(state) : state;
    }

    /// <summary>Records the knowledge at an operation. A temporary is skipped: more may be known where it is read than where its expression was evaluated.</summary>
    private void Note(IOperation operation, FlowState state)
    {
        if (operation is ISimpleAssignmentOperation { Target: { } target, Value: { } value })
            Note(target.Syntax, ConditionReader.Assigned(value, state));
        // The target of an assignment has the knowledge of its value, which can be evaluated later.
        if (operation is not IFlowCaptureReferenceOperation && !IsTarget(operation.Syntax) && !IsLambda(operation))
            Note(operation.Syntax, state.Known);
    }

    /// <summary>Determines whether an operation is a lambda. In a query expression, a lambda has the syntax of its body, which is executed later.</summary>
    private static bool IsLambda(IOperation operation) => operation switch
    {
        IFlowAnonymousFunctionOperation => true,
        IDelegateCreationOperation created => IsLambda(created.Target),
        IConversionOperation converted => IsLambda(converted.Operand),
        IArgumentOperation argument => IsLambda(argument.Value),
        _ => false,
    };

    private static bool IsTarget(SyntaxNode syntax) => syntax.Parent is AssignmentExpressionSyntax assignment && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Left == syntax;

    private void Note(SyntaxNode syntax, Knowledge known) => _known[syntax] = _known.TryGetValue(syntax, out Knowledge? before) ? before.Or(known) : known;
}
