using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using ZStackGen.Generator.Analysis.Values;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Propagates states forward through one control flow graph until they no longer change.</summary>
internal sealed class GraphFlow(ControlFlowGraph graph, ConditionReader conditions)
{
    private readonly BlockEffects _effects = new(conditions);
    private readonly FlowState?[] _entries = new FlowState?[graph.Blocks.Length];
    private readonly Queue<int> _waiting = new();
    private readonly bool[] _isWaiting = new bool[graph.Blocks.Length];
    private readonly Dictionary<ControlFlowRegion, HashSet<ISymbol>> _changed = [];

    /// <summary>Computes the state at the entry of each block.</summary>
    /// <param name="entry">The state at the entry of the graph.</param>
    public GraphFlow Run(FlowState entry)
    {
        Enter(0, entry);
        while (_waiting.Count > 0)
        {
            BasicBlock block = graph.Blocks[_waiting.Dequeue()];
            _isWaiting[block.Ordinal] = false;
            FlowState state = _entries[block.Ordinal]!;
            int[] handlers = Handlers(block);
            Handle(state);
            foreach (IOperation operation in block.Operations)
                state = Through(operation, state, changed: Handle);
            IOperation? condition = block.BranchValue;
            if (condition is not null)
                state = Through(condition, state, changed: Handle);
            if (state.Known.IsUnreachable)
                continue;
            if (block.ConditionKind == ControlFlowConditionKind.None || condition is null)
            {
                Enter(block.FallThroughSuccessor, state);
                continue;
            }

            bool jumpsOnTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            Enter(block.ConditionalSuccessor, conditions.When(condition, jumpsOnTrue, state));
            Enter(block.FallThroughSuccessor, conditions.When(condition, !jumpsOnTrue, state));

            // An exception can occur at any place of a try block.
            void Handle(FlowState thrown)
            {
                foreach (int handler in handlers)
                    Enter(handler, thrown);
            }
        }

        return this;
    }

    /// <summary>Visits every operation with the state at it, including unreachable operations.</summary>
    public void Visit(Action<IOperation, FlowState> visit)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            FlowState state = _entries[block.Ordinal] ?? FlowState.Of(Knowledge.Unreachable);
            foreach (IOperation operation in block.Operations)
                state = Through(operation, state, visit);
            if (block.BranchValue is not null)
                Through(block.BranchValue, state, visit);
        }
    }

    /// <summary>
    /// Applies an operation and its children in the order of evaluation, so that an assignment or a check affects the operations after it.
    /// The method does not recurse, because a concatenation of thousands of strings is thousands of operations deep.
    /// </summary>
    private FlowState Through(IOperation operation, FlowState state, Action<IOperation, FlowState>? visit = null, Action<FlowState>? changed = null)
    {
        var waiting = new Stack<(IOperation Operation, bool IsEvaluated)>();
        waiting.Push((operation, false));
        while (waiting.Count > 0)
        {
            (IOperation current, bool isEvaluated) = waiting.Pop();
            if (isEvaluated)
            {
                visit?.Invoke(current, state);
                FlowState before = state;
                state = state.Known.IsUnreachable ? state : _effects.Apply(current, state);
                if (!ReferenceEquals(state, before))
                    changed?.Invoke(state);
                continue;
            }

            waiting.Push((current, true));
            foreach (IOperation child in current.ChildOperations.Reverse())
                waiting.Push((child, false));
        }

        return state;
    }

    private void Enter(ControlFlowBranch? branch, FlowState state)
    {
        if (branch?.Destination is not { } destination)
            return;
        // The graph has no branches into and out of finally blocks, which can change variables.
        foreach (ControlFlowRegion region in branch.FinallyRegions)
        {
            foreach (ISymbol variable in Changed(region))
                state = state.With(variable, null);
        }

        Enter(destination.Ordinal, state);
    }

    private void Enter(int block, FlowState state)
    {
        if (state.Known.IsUnreachable)
            return;
        FlowState? before = _entries[block];
        FlowState after = before is null ? state : before.Or(state);
        if (before is not null && after.Equals(before))
            return;
        _entries[block] = after;
        if (_isWaiting[block])
            return;
        _isWaiting[block] = true;
        _waiting.Enqueue(block);
    }

    /// <summary>Returns the first blocks of the handlers of the try blocks that contain a block.</summary>
    private static int[] Handlers(BasicBlock block)
    {
        List<int>? handlers = null;
        for (ControlFlowRegion? region = block.EnclosingRegion; region is { EnclosingRegion: { } around }; region = around)
        {
            if (region.Kind == ControlFlowRegionKind.Try)
                (handlers ??= []).AddRange(around.NestedRegions.Where(static nested => nested.Kind != ControlFlowRegionKind.Try).Select(static handler => handler.FirstBlockOrdinal));
        }

        return handlers?.ToArray() ?? [];
    }

    /// <summary>Returns the variables that a finally block changes. A temporary can be the target of an assignment.</summary>
    private HashSet<ISymbol> Changed(ControlFlowRegion region)
    {
        if (_changed.TryGetValue(region, out HashSet<ISymbol>? changed))
            return changed;
        changed = new(SymbolEqualityComparer.Default);
        for (int i = region.FirstBlockOrdinal; i <= region.LastBlockOrdinal; i++)
        {
            foreach (IOperation operation in Descendants(graph.Blocks[i]))
            {
                changed.UnionWith(VariableChanges.Of(operation));
                if (operation is IFlowCaptureOperation { Value: { } captured } && FlowState.Variable(captured) is ISymbol variable)
                    changed.Add(variable);
            }
        }

        _changed.Add(region, changed);
        return changed;
    }

    private static IEnumerable<IOperation> Descendants(BasicBlock block)
    {
        var waiting = new Stack<IOperation>(block.Operations);
        if (block.BranchValue is { } condition)
            waiting.Push(condition);
        while (waiting.Count > 0)
        {
            IOperation operation = waiting.Pop();
            yield return operation;
            foreach (IOperation child in operation.ChildOperations)
                waiting.Push(child);
        }
    }
}
