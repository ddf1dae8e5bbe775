using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Propagates states forward through one control flow graph until they no longer change.</summary>
internal sealed class GraphFlow(ControlFlowGraph graph, ConditionReader conditions)
{
    private readonly BlockEffects _effects = new(conditions);
    private readonly FlowState?[] _entries = new FlowState?[graph.Blocks.Length];
    private readonly Queue<int> _waiting = new();
    private readonly bool[] _isWaiting = new bool[graph.Blocks.Length];

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
            EnterHandlers(block, state);
            foreach (IOperation operation in block.Operations)
                state = Through(operation, state);
            IOperation? condition = block.BranchValue;
            if (condition is not null)
                state = Through(condition, state);
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
    private FlowState Through(IOperation operation, FlowState state, Action<IOperation, FlowState>? visit = null)
    {
        var waiting = new Stack<(IOperation Operation, bool IsEvaluated)>();
        waiting.Push((operation, false));
        while (waiting.Count > 0)
        {
            (IOperation current, bool isEvaluated) = waiting.Pop();
            if (isEvaluated)
            {
                visit?.Invoke(current, state);
                state = state.Known.IsUnreachable ? state : _effects.Apply(current, state);
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
        if (branch?.Destination is { } destination)
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

    /// <summary>Enters the handlers of a try block with the state at its start. An exception can occur anywhere in the block, and the knowledge only grows inside.</summary>
    private void EnterHandlers(BasicBlock block, FlowState state)
    {
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.FirstBlockOrdinal != block.Ordinal || region.EnclosingRegion is not { } around)
                continue;
            foreach (ControlFlowRegion handler in around.NestedRegions.Where(static nested => nested.Kind != ControlFlowRegionKind.Try))
                Enter(handler.FirstBlockOrdinal, state.WithoutValues());
        }
    }
}
