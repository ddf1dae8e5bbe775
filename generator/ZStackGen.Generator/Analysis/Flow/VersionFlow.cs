using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>
/// Finds what is known of the server at the places of a member. A lambda is entered with what is known where it is made, and a local function
/// with what is known at all of its uses: the server's version does not fall while the program runs.
/// </summary>
internal sealed class VersionFlow(ConditionReader conditions, SymbolVersions versions, CancellationToken cancellationToken)
{
    private readonly Dictionary<SyntaxNode, Knowledge> _known = [];
    private readonly Dictionary<ISymbol, FlowState> _used = new(SymbolEqualityComparer.Default);

    /// <summary>What is known at a place; <see langword="null"/> for one that is in no graph.</summary>
    public Knowledge? At(SyntaxNode? node)
    {
        for (; node is not null; node = node.Parent)
        {
            if (_known.TryGetValue(node, out Knowledge? known))
                return known;
        }

        return null;
    }

    /// <summary>Follows a graph and those of its lambdas and local functions.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="entry">What is known at its entry.</param>
    public void Follow(ControlFlowGraph graph, FlowState entry)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lambdas = new List<(IFlowAnonymousFunctionOperation Lambda, FlowState State)>();
        new GraphFlow(graph, conditions).Run(entry).Visit((operation, state) =>
        {
            Note(operation, state.Known);
            switch (operation)
            {
                case IFlowAnonymousFunctionOperation lambda:
                    lambdas.Add((lambda, state));
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
                // One local function may use another one, or itself, and its uses are known only then.
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

    /// <summary>A temporary is read where more is known than where the expression was evaluated that it stands for.</summary>
    private void Note(IOperation operation, Knowledge known)
    {
        if (operation is not IFlowCaptureReferenceOperation)
            _known[operation.Syntax] = _known.TryGetValue(operation.Syntax, out Knowledge? before) ? before.Or(known) : known;
    }
}
