using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Reads the knowledge about the server that a condition implies where it is true, and where it is false.</summary>
internal sealed class ConditionReader(SymbolVersions versions, SemanticModel? model)
{
    private readonly VersionComparison _comparisons = new(versions.Types);
    private readonly ApiQuestion _questions = new(versions.Types, model);

    /// <summary>Returns the value to keep for a variable or temporary; <see langword="null"/> if it implies nothing about the server.</summary>
    public FlowValue? Value(IOperation? operation, FlowState state)
    {
        switch (VersionConstants.Unwrap(operation))
        {
            case null:
                return null;
            case IDefaultValueOperation { Type: INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } }
                or ILiteralOperation { ConstantValue: { HasValue: true, Value: null } }:
                return FlowValue.Null;
            case ILocalReferenceOperation { Local: { } local } when state.Value(local) is { } value:
                return value;
            case IParameterReferenceOperation { Parameter: { } parameter } when state.Value(parameter) is { } value:
                return value;
            case IFlowCaptureReferenceOperation capture when state.Value(capture.Id) is { } value:
                return value;
            case { Type: { } type } other when IsBoolean(type):
                FlowValue truth = Truth(other, state);
                // Most Boolean values do not depend on versions, and keeping them would only cost memory.
                return truth.WhenTrue!.Equals(Knowledge.None) && truth.WhenFalse!.Equals(Knowledge.None) ? null : truth;
            case { } other:
                return _comparisons.Constants.Read(other, state) is { } version ? FlowValue.OfVersion(version)
                    : _comparisons.ComparedTo(other, state) is { } compared ? FlowValue.OfComparison(compared) : null;
        }
    }

    /// <summary>Returns the knowledge where a condition has the given outcome.</summary>
    public Knowledge When(IOperation condition, bool outcome, FlowState state)
    {
        FlowValue value = Truth(condition, state);
        return (outcome ? value.WhenTrue : value.WhenFalse)!.And(state.Known);
    }

    private static bool IsBoolean(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && nullable.TypeArguments[0].SpecialType == SpecialType.System_Boolean);

    private FlowValue Truth(IOperation condition, FlowState state)
    {
        IOperation operation = VersionConstants.Unwrap(condition)!;
        Knowledge known = state.Known;
        if (operation.ConstantValue is { HasValue: true, Value: bool constant })
            return constant ? new FlowValue(known, Knowledge.Unreachable) : new FlowValue(Knowledge.Unreachable, known);
        FlowValue? value = operation switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Not(Truth(not.Operand, state)),
            IBinaryOperation binary => Binary(binary, state),
            IIsPatternOperation pattern => Pattern(pattern.Value, pattern.Pattern, state),
            ISimpleAssignmentOperation assignment => Truth(assignment.Value, state),
            ILocalReferenceOperation local => state.Value(local.Local),
            IParameterReferenceOperation parameter => state.Value(parameter.Parameter),
            IFlowCaptureReferenceOperation capture => state.Value(capture.Id),
            IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } => Value(instance, state),
            IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } => Value(instance, state),
            IInvocationOperation invocation => Asked(invocation, state),
            IAwaitOperation awaited => AwaitedGuard(awaited.Operation, known),
            IPropertyReferenceOperation property => Guarded(property.Property, known),
            IFieldReferenceOperation field => Guarded(field.Field, known),
            _ => null,
        };
        return value is { WhenTrue: not null, WhenFalse: not null } ? value : new FlowValue(known, known);
    }

    private FlowValue? Asked(IInvocationOperation invocation, FlowState state)
    {
        if (Guarded(invocation.TargetMethod, state.Known) is { } guarded)
            return guarded;
        if (_questions.Api(invocation) is { } api)
            return new FlowValue(Knowledge.Has(api).And(state.Known), state.Known);
        return _comparisons.Equality(invocation, state) is { } version ? new FlowValue(Knowledge.AtLeast(version).And(state.Known), state.Known) : null;
    }

    /// <summary>Reads a guard that is a method with a task, because requesting the server's version takes a call.</summary>
    private FlowValue? AwaitedGuard(IOperation task, Knowledge known)
    {
        if (task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured })
            task = configured;
        return task is IInvocationOperation guard ? Guarded(guard.TargetMethod, known) : null;
    }

    private FlowValue? Guarded(ISymbol member, Knowledge known) =>
        versions.GuardVersion(member) is { } version ? new FlowValue(Knowledge.AtLeast(version).And(known), known) : null;

    private FlowValue? Binary(IBinaryOperation binary, FlowState state)
    {
        if (_comparisons.Read(binary, state) is { } comparison)
            return comparison.Knowledge(state.Known);
        bool isAnd = binary.OperatorKind is BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd;
        if ((isAnd || binary.OperatorKind is BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr) && binary.Type is { SpecialType: SpecialType.System_Boolean })
        {
            FlowValue left = Truth(binary.LeftOperand, state), right = Truth(binary.RightOperand, state);
            return isAnd
                ? new FlowValue(left.WhenTrue!.And(right.WhenTrue!), left.WhenFalse!.Or(right.WhenFalse!))
                : new FlowValue(left.WhenTrue!.Or(right.WhenTrue!), left.WhenFalse!.And(right.WhenFalse!));
        }

        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            (IOperation operand, bool? constant) = VersionConstants.Unwrap(binary.RightOperand)?.ConstantValue.Value is bool right
                ? (binary.LeftOperand, right)
                : (binary.RightOperand, VersionConstants.Unwrap(binary.LeftOperand)?.ConstantValue.Value as bool?);
            if (constant is { } wanted && operand.Type is { } type && IsBoolean(type))
            {
                FlowValue equal = Equal(operand, wanted, state);
                return binary.OperatorKind == BinaryOperatorKind.Equals ? equal : Not(equal);
            }
        }

        return null;
    }

    private FlowValue? Pattern(IOperation value, IPatternOperation pattern, FlowState state)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return Pattern(value, negated.Pattern, state) is { } inner ? Not(inner) : null;
            // Matches every value, also null, so that a "when" clause decides alone.
            case IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true }:
                return new FlowValue(state.Known, Knowledge.Unreachable);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool constant } }:
                return Equal(value, constant, state);
            case IBinaryPatternOperation both:
                FlowValue nothing = new(state.Known, state.Known);
                FlowValue left = Pattern(value, both.LeftPattern, state) ?? nothing, right = Pattern(value, both.RightPattern, state) ?? nothing;
                return both.OperatorKind == BinaryOperatorKind.And
                    ? new FlowValue(left.WhenTrue!.And(right.WhenTrue!), left.WhenFalse!.Or(right.WhenFalse!))
                    : new FlowValue(left.WhenTrue!.Or(right.WhenTrue!), left.WhenFalse!.And(right.WhenFalse!));
            default:
                return _comparisons.Read(value, pattern, state)?.Knowledge(state.Known) ?? Members(pattern, state);
        }
    }

    /// <summary>Reads guard properties in a property pattern: <c>client is { HasTags: true }</c>.</summary>
    private FlowValue? Members(IPatternOperation pattern, FlowState state)
    {
        if (pattern is not IRecursivePatternOperation recursive)
            return null;
        Knowledge whenTrue = state.Known;
        foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
        {
            if (Pattern(property.Member, property.Pattern, state) is { } value)
                whenTrue = whenTrue.And(value.WhenTrue!);
        }

        return new FlowValue(whenTrue, state.Known);
    }

    /// <summary>Reads a comparison of a Boolean value with true or false. A nullable value may be unequal to both, so that inequality implies nothing.</summary>
    private FlowValue Equal(IOperation operand, bool wanted, FlowState state)
    {
        FlowValue value = Truth(operand, state);
        if (!wanted)
            value = value with { WhenTrue = value.WhenFalse, WhenFalse = value.WhenTrue };
        bool mayBeNull = value.MayBeNull || operand.Type is { SpecialType: not SpecialType.System_Boolean };
        return new FlowValue(value.WhenTrue, mayBeNull ? state.Known : value.WhenFalse);
    }

    private static FlowValue Not(FlowValue value) => new(value.WhenFalse, value.WhenTrue);
}
