using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Applies the effects of operations to a state: assignments to variables, and calls that do not return.</summary>
internal sealed class BlockEffects(ConditionReader conditions)
{
    // A temporary for the target of an assignment refers to a variable: "x = y ? a : b" evaluates its target first.
    private readonly Dictionary<object, (object? Variable, bool IsPart)> _captured = [];

    public FlowState Apply(IOperation operation, FlowState state) => operation switch
    {
        IFlowCaptureOperation capture => Capture(capture, state),
        ISimpleAssignmentOperation { Target: { } target, Value: { } value } => Assign(target, conditions.Value(value, state), state),
        ICompoundAssignmentOperation { Target: { } target } compound => Assign(target, conditions.Combined(compound, state), state),
        IDeconstructionAssignmentOperation { Target: { } target, Value: { } value } => Deconstruct(target, conditions.Value(value, state), state),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => Assign(argument.Value, null, state),
        IInvocationOperation invocation => Call(invocation, state),
        _ => state,
    };

    /// <summary>Returns the variable that an assignment changes. The element of a tuple belongs to the variable of the tuple.</summary>
    private static (object? Variable, bool IsPart) Changed(IOperation target)
    {
        bool isPart = false;
        while (target is IFieldReferenceOperation { Instance: { } instance })
        {
            target = instance;
            isPart = true;
        }

        return (FlowState.Variable(target), isPart);
    }

    private FlowState Capture(IFlowCaptureOperation capture, FlowState state)
    {
        if (Changed(capture.Value) is { Variable: { } variable } changed)
            _captured[capture.Id] = changed;
        return state.With(capture.Id, conditions.Value(capture.Value, state));
    }

    private FlowState Assign(IOperation target, FlowValue? value, FlowState state)
    {
        (object? variable, bool isPart) = Changed(target);
        if (variable is null)
            return state;
        state = conditions.Keep(variable, isPart ? null : value, state);
        return _captured.TryGetValue(variable, out (object? Variable, bool IsPart) captured) ? conditions.Keep(captured.Variable!, isPart || captured.IsPart ? null : value, state) : state;
    }

    /// <summary>Assigns the elements of a tuple to variables: <c>var (isNew, name) = (client.ServerVersion >= ZStackVersion.V5_0, "a");</c></summary>
    private FlowState Deconstruct(IOperation target, FlowValue? value, FlowState state)
    {
        while (target is IDeclarationExpressionOperation { Expression: { } declared })
            target = declared;
        if (target is not ITupleOperation tuple)
            return Assign(target, value, state);
        for (int i = 0; i < tuple.Elements.Length; i++)
            state = Deconstruct(tuple.Elements[i], value is not null && value.Elements.Count == tuple.Elements.Length ? value.Elements[i] : null, state);
        return state;
    }

    /// <summary>Applies a call: <c>Debug.Assert(condition)</c> returns only if the condition is true, and a method that always throws never returns.</summary>
    private FlowState Call(IInvocationOperation invocation, FlowState state)
    {
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Parameter is { Type.SpecialType: SpecialType.System_Boolean } parameter && DoesNotReturnIf(parameter) is { } ending)
                state = conditions.When(argument.Value, !ending, state);
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
