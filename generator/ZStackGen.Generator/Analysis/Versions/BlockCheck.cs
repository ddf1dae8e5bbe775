using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Flow;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>Checks the code of one member: collects the uses of symbols, and analyzes the control flow only if a use may have to be reported.</summary>
internal sealed class BlockCheck(SymbolVersions versions, UseFinder finder, TargetVersion target, LowestNeed? lowest)
{
    private readonly List<VersionUse> _uses = [];
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);
    private readonly ApiQuestion _questions = new(versions.Types);
    private readonly UseReport _report = new(versions, target, lowest);

    public void Register(OperationBlockStartAnalysisContext block)
    {
        block.RegisterOperationAction(context => Collect(context.Operation), UseFinder.Kinds);
        block.RegisterOperationBlockEndAction(Check);
    }

    private void Collect(IOperation operation)
    {
        if (operation is IInvocationOperation invocation && _questions.IsQuestion(invocation) && VersionConstants.Unwrap(invocation.Arguments[0].Value) is ILocalReferenceOperation asked)
            _asked.Add(asked.Local);
        foreach (VersionUse use in finder.In(operation))
        {
            if (_report.CanMatter(use.Need))
                _uses.Add(use);
        }
    }

    private void Check(OperationBlockAnalysisContext context)
    {
        _uses.RemoveAll(use => IsRepeated(use) || IsOnlyAsked(use));
        if (_uses.Count == 0)
            return;
        Knowledge granted = Knowledge.AtLeast(versions.GrantedIn(context.OwningSymbol));
        VersionFlow flow = Follow(context, granted);
        var seen = new HashSet<(SyntaxNode, ISymbol)>();
        foreach (VersionUse use in _uses.OrderBy(static use => use.Syntax.SpanStart))
        {
            if (seen.Add((use.Syntax, use.Symbol)))
                _report.Report(use, flow.At(use.Syntax) ?? granted, context.ReportDiagnostic);
        }
    }

    private VersionFlow Follow(OperationBlockAnalysisContext context, Knowledge granted)
    {
        var flow = new VersionFlow(new ConditionReader(versions, context.OperationBlocks), versions, context.CancellationToken);
        var followed = new HashSet<IOperation>();
        foreach (IOperation block in context.OperationBlocks)
        {
            IOperation root = block;
            while (root.Parent is { } parent)
                root = parent;
            // The body of a constructor and its initializer are two blocks of one graph. Attributes have no graph.
            if (root.Kind is OperationKind.MethodBody or OperationKind.ConstructorBody or OperationKind.Block or OperationKind.FieldInitializer
                    or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer
                && followed.Add(root))
            {
                flow.Follow(context.GetControlFlowGraph(block), FlowState.Of(granted));
            }
        }

        return flow;
    }

    /// <summary>Determines whether the object creation around a use is reported for the same type.</summary>
    private static bool IsRepeated(VersionUse use)
    {
        if (SymbolEqualityComparer.Default.Equals(use.Symbol.OriginalDefinition, use.Need.Source) || use.Need.Source is not INamedTypeSymbol source || use.Need.Removed is not null)
            return false;
        for (IOperation? around = use.Operation?.Parent; around is not null; around = around.Parent)
        {
            if (around is IObjectCreationOperation creation && SymbolEqualityComparer.Default.Equals(creation.Type, source))
                return true;
        }

        return false;
    }

    /// <summary>Determines whether a use only checks for an API: <c>apis.Supports(nameof(X))</c>, or an action in a variable that is passed to <c>Supports</c>.</summary>
    private bool IsOnlyAsked(VersionUse use)
    {
        if (use.Need.Source is not INamedTypeSymbol || use.Need.IsRequired)
            return false;
        for (IOperation? around = use.Operation; around is not null; around = around.Parent)
        {
            if (around is IInvocationOperation invocation && _questions.IsQuestion(invocation))
                return true;
            if (around is IVariableDeclaratorOperation declarator)
                return use.Operation is IObjectCreationOperation && _asked.Contains(declarator.Symbol);
        }

        return false;
    }
}
