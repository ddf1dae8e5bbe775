using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Applies the effects of operations to a state: assignments to variables, and calls that do not return.</summary>
internal sealed class BlockEffects(ConditionReader conditions)
{
    public FlowState Apply(IOperation operation, FlowState state) => operation switch
    {
        IFlowCaptureOperation capture => state.With(capture.Id, conditions.Value(capture.Value, state)),
        ISimpleAssignmentOperation { Target: { } target, Value: { } value } when Variable(target) is { } variable => state.With(variable, conditions.Value(value, state)),
        ICompoundAssignmentOperation { Target: { } target } when Variable(target) is { } variable => state.With(variable, null),
        IDeconstructionAssignmentOperation deconstruction => Forget(deconstruction.Target, state),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when Variable(argument.Value) is { } variable => state.With(variable, null),
        IInvocationOperation invocation => Call(invocation, state),
        _ => state,
    };

    private static object? Variable(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };

    private static FlowState Forget(IOperation target, FlowState state)
    {
        foreach (IOperation part in target.DescendantsAndSelf())
        {
            if (Variable(part) is { } variable)
                state = state.With(variable, null);
        }

        return state;
    }

    /// <summary>Applies a call: <c>Debug.Assert(condition)</c> returns only if the condition is true, and a method that always throws never returns.</summary>
    private FlowState Call(IInvocationOperation invocation, FlowState state)
    {
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Parameter is { Type.SpecialType: SpecialType.System_Boolean } parameter && DoesNotReturnIf(parameter) is { } ending)
                state = state.With(conditions.When(argument.Value, !ending, state));
        }

        return invocation.TargetMethod.GetAttributes().Any(static attribute => IsFlowAttribute(attribute, "DoesNotReturnAttribute"))
            ? state.With(Knowledge.Unreachable) : state;
    }

    private static bool? DoesNotReturnIf(IParameterSymbol parameter)
    {
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (IsFlowAttribute(attribute, "DoesNotReturnIfAttribute") && attribute.ConstructorArguments is { Length: 1 } arguments)
                return arguments[0].Value as bool?;
        }

        return null;
    }

    /// <summary>Compares an attribute by name, as the compiler does: a project for an older framework declares these attributes itself.</summary>
    private static bool IsFlowAttribute(AttributeData attribute, string name) =>
        attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.ToDisplayString() == "System.Diagnostics.CodeAnalysis";
}
