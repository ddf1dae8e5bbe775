using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Values;
using ZStackGen.Generator.Analysis.Versions;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Reads the knowledge about the server that a condition implies where it is true, and where it is false.</summary>
internal sealed class ConditionReader
{
    private readonly SymbolVersions _versions;
    private readonly HashSet<ISymbol> _shared;
    private readonly VersionComparison _comparisons;
    private readonly ApiQuestion _questions;
    private readonly PatternReader _patterns;
    private readonly FunctionResults _functions;

    /// <summary>Initializes a new instance of the <see cref="ConditionReader"/> class.</summary>
    /// <param name="versions">The versions of symbols.</param>
    /// <param name="blocks">The code of the member that contains the conditions.</param>
    public ConditionReader(SymbolVersions versions, ImmutableArray<IOperation> blocks)
    {
        _versions = versions;
        _shared = SharedVariables.In(blocks);
        _comparisons = new VersionComparison(versions.Types);
        _questions = new ApiQuestion(versions.Types, blocks[0].SemanticModel);
        _patterns = new PatternReader(this);
        _functions = new FunctionResults(this, blocks);
        Sequences = new FilteredSequences(_functions);
    }

    /// <summary>Gets the reader of filtered sequences.</summary>
    public FilteredSequences Sequences { get; }

    /// <summary>Returns the value to keep for a variable or temporary; <see langword="null"/> if it implies nothing about the server.</summary>
    public FlowValue? Value(IOperation? operation, FlowState state)
    {
        if (VersionConstants.Unwrap(operation) is not { } value)
            return null;
        if (IsNull(value))
            return FlowValue.Null;
        if (state.ValueOf(value) is { } kept)
            return kept;
        if (value is ITupleOperation tuple)
            return new FlowValue(null, null) { Elements = tuple.Elements.Select(element => Value(element, state) ?? FlowValue.Nothing).ToArray().ToEquatableArray() };
        FlowValue? read = value.Type is { } type && IsBoolean(type) ? Dependent(Truth(value, state))
            : _comparisons.Constants.Read(value, state) is { } version ? FlowValue.OfVersion(version)
            : _comparisons.Compared(value, state) ?? Called(value, state);
        return state.Known.Equals(Knowledge.None) || state.Known.IsUnreachable || !CanBeNull(operation!.Type) ? read : (read ?? FlowValue.Nothing) with { WhenNotNull = state.Known };
    }

    /// <summary>Returns the state with the value of a variable, which stays unknown if other code can change it at any time.</summary>
    public FlowState Keep(object variable, FlowValue? value, FlowState state) => variable is ISymbol symbol && _shared.Contains(symbol) ? state : state.With(variable, value);

    /// <summary>Returns the knowledge where a value has an effect after its assignment to a member: a null sends nothing to the server.</summary>
    public static Knowledge Assigned(IOperation value, FlowState state) =>
        VersionConstants.Unwrap(value) is { } assigned && state.ValueOf(assigned) is { WhenNotNull: { IsUnreachable: false } whenNotNull } ? whenNotNull.And(state.Known) : state.Known;

    /// <summary>Returns the state where a condition has the given outcome.</summary>
    public FlowState When(IOperation condition, bool outcome, FlowState state)
    {
        FlowValue value = Truth(condition, state);
        return Refine(condition, outcome, state).With((outcome ? value.WhenTrue : value.WhenFalse)!.And(state.Known));
    }

    /// <summary>Reads a check for null.</summary>
    public static FlowValue OfNull(FlowValue? subject, FlowState state) => new(
        subject is { IsNotNull: true } ? Knowledge.Unreachable : state.Known, subject?.WhenNotNull is { } whenNotNull ? whenNotNull.And(state.Known) : state.Known);

    /// <summary>Reads a comparison of a Boolean value with true or false. A nullable value may be unequal to both, so that inequality implies nothing.</summary>
    public static FlowValue Equal(FlowValue? operand, ITypeSymbol? type, bool wanted, FlowState state)
    {
        FlowValue value = operand is { WhenTrue: not null, WhenFalse: not null } ? operand : new FlowValue(state.Known, state.Known);
        if (!wanted)
            value = value with { WhenTrue = value.WhenFalse, WhenFalse = value.WhenTrue };
        bool mayBeNull = value.MayBeNull || type is { SpecialType: not SpecialType.System_Boolean };
        return new FlowValue(value.WhenTrue, mayBeNull ? state.Known : value.WhenFalse);
    }

    /// <summary>Keeps that a variable is null or not null, or that elements of its tuple are.</summary>
    private FlowState Refine(IOperation condition, bool outcome, FlowState state)
    {
        switch (VersionConstants.Unwrap(condition))
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Refine(not.Operand, !outcome, state);
            case IIsPatternOperation match when FlowState.Variable(Subject(match.Value)) is { } variable:
                return PatternReader.Refine(state.Value(variable), match.Pattern, outcome) is { } refined ? Keep(variable, refined, state) : state;
            case { } other when NullCheck(other) is { } check && FlowState.Variable(check.Operand) is { } variable:
                return Keep(variable, outcome == check.IsNull ? FlowValue.Null : PatternReader.NotNull(state.Value(variable)), state);
            default:
                return state;
        }
    }

    /// <summary>Returns the operand of a check without conversions. An assignment is replaced with its variable, which has the value already: <c>(x = y) != null</c>.</summary>
    private static IOperation Subject(IOperation operand) => VersionConstants.Unwrap(operand)! switch
    {
        ISimpleAssignmentOperation { Target: { } target } when FlowState.Variable(target) is not null => target,
        { } other => other,
    };

    /// <summary>Reads <c>x == null</c>, <c>x != null</c>, <c>x.HasValue</c>, and the check for null of <c>?.</c> and <c>??</c>.</summary>
    private static (IOperation Operand, bool IsNull)? NullCheck(IOperation condition) => condition switch
    {
        IIsNullOperation { Operand: { } operand } => (Subject(operand), true),
        IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } => (VersionConstants.Unwrap(instance)!, false),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary
            when VersionConstants.Unwrap(binary.LeftOperand) is { } left && VersionConstants.Unwrap(binary.RightOperand) is { } right && IsNull(left) != IsNull(right)
            => (Subject(IsNull(left) ? right : left), binary.OperatorKind == BinaryOperatorKind.Equals),
        _ => null,
    };

    private static bool IsNull(IOperation value) => value switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } => true,
        IDefaultValueOperation { Type: { } type } => CanBeNull(type),
        _ => false,
    };

    private static bool CanBeNull(ITypeSymbol? type) => type is { IsReferenceType: true } or INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    private static bool IsBoolean(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && nullable.TypeArguments[0].SpecialType == SpecialType.System_Boolean);

    /// <summary>Returns the value of <c>x &amp;= y</c>, <c>x |= y</c> or <c>x ^= y</c>.</summary>
    public FlowValue? Combined(ICompoundAssignmentOperation assignment, FlowState state) =>
        assignment.Type is { SpecialType: SpecialType.System_Boolean } && Combined(assignment.OperatorKind, assignment.Target, assignment.Value, state) is { } value ? Dependent(value) : null;

    /// <summary>Returns the knowledge that a Boolean value implies where it is true, and where it is false.</summary>
    public FlowValue Truth(IOperation condition, FlowState state)
    {
        IOperation operation = VersionConstants.Unwrap(condition)!;
        Knowledge known = state.Known;
        if (operation.ConstantValue is { HasValue: true, Value: bool constant })
            return constant ? new FlowValue(known, Knowledge.Unreachable) : new FlowValue(Knowledge.Unreachable, known);
        FlowValue? value = operation switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Not(Truth(not.Operand, state)),
            { } check when NullCheck(check) is { } nullCheck => OfNull(nullCheck, state),
            IBinaryOperation binary => Binary(binary, state),
            // Only in the result of a function: a control flow graph has branches instead.
            IConditionalOperation { WhenFalse: { } whenFalse } choice => Choice(Truth(choice.Condition, state), Truth(choice.WhenTrue, state), Truth(whenFalse, state)),
            IIsPatternOperation pattern => _patterns.Read(Value(pattern.Value, state), pattern.Pattern, state),
            ISimpleAssignmentOperation assignment => Truth(assignment.Value, state),
            ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation => state.ValueOf(operation),
            IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } => Value(instance, state),
            IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance } => Value(instance, state),
            IPropertyReferenceOperation { Property: { Name: "Value" or "Result", ContainingType: { } holder }, Instance: { } instance } when IsHolder(holder) => Held(instance, state),
            IInvocationOperation invocation => Asked(invocation, state),
            IAwaitOperation awaited => Awaited(awaited.Operation, state),
            IPropertyReferenceOperation property => Guarded(property.Property, known),
            IFieldReferenceOperation field => state.ValueOf(field) ?? Guarded(field.Field, known),
            _ => null,
        };
        return value is { WhenTrue: not null, WhenFalse: not null } ? value : new FlowValue(known, known);
    }

    private FlowValue? Asked(IInvocationOperation invocation, FlowState state)
    {
        if (Guarded(invocation.TargetMethod, state.Known) is { } guarded)
            return guarded;
        if (_functions.OfLocalFunction(invocation.TargetMethod, state) is { } result)
            return result;
        if (invocation is { TargetMethod: { MethodKind: MethodKind.DelegateInvoke } or { Name: "MoveNext" }, Instance: { } called } && state.ValueOf(VersionConstants.Unwrap(called)!)?.Returns is { } returned)
            return new FlowValue(returned.WhenTrue!.And(state.Known), returned.WhenFalse!.And(state.Known));
        if (_questions.Api(invocation) is { } api)
            return new FlowValue(Knowledge.Has(api).And(state.Known), state.Known);
        return _comparisons.Equality(invocation, state) is { } version ? new FlowValue(Knowledge.AtLeast(version).And(state.Known), state.Known) : null;
    }

    /// <summary>Reads a check that is a method with a task, because requesting the server's version takes a call.</summary>
    private FlowValue? Awaited(IOperation task, FlowState state)
    {
        if (task is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } configured })
            task = configured;
        return task is IInvocationOperation invocation ? Asked(invocation, state) : Held(task, state);
    }

    /// <summary>Returns the Boolean value in a variable of type <c>Lazy&lt;bool&gt;</c> or <c>Task&lt;bool&gt;</c>, or in such a member with <c>[ZStackVersionGuard]</c>.</summary>
    private FlowValue? Held(IOperation holder, FlowState state)
    {
        holder = VersionConstants.Unwrap(holder)!;
        return state.ValueOf(holder)?.Returns is { } held ? new FlowValue(held.WhenTrue!.And(state.Known), held.WhenFalse!.And(state.Known))
            : holder is IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference ? Guarded(reference.Member, state.Known) : null;
    }

    private static bool IsHolder(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Lazy" or "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] } holder && KnownTypes.IsOfSystem(holder);

    /// <summary>Reads the results of a delegate, of a lazy value or task, or of a sequence and its enumerator, if they imply knowledge.</summary>
    private FlowValue? Called(IOperation value, FlowState state)
    {
        FlowValue? returns = value switch
        {
            IObjectCreationOperation { Arguments: [{ Value: { } factory }, ..] } created when IsHolder(created.Type) => _functions.OfDelegate(VersionConstants.Unwrap(factory), state),
            IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [{ Value: { } result }] } task when IsHolder(task.Type) => Truth(result, state),
            IInvocationOperation task when IsHolder(task.Type) => Asked(task, state),
            IInvocationOperation call => new FlowValue(Sequences.Of(call.TargetMethod.Name is "GetEnumerator" or "GetAsyncEnumerator" ? call.Instance : call, state), Knowledge.None),
            _ => _functions.OfDelegate(value, state),
        };
        return returns is not null && Dependent(returns) is { } dependent ? FlowValue.Nothing with { Returns = dependent } : null;
    }

    /// <summary>Returns the result of a member with <c>[ZStackVersionGuard]</c>; <see langword="null"/> for other members.</summary>
    public FlowValue? Guarded(ISymbol member, Knowledge known) =>
        _versions.GuardVersion(member) is { } version ? new FlowValue(Knowledge.AtLeast(version).And(known), known) : null;

    /// <summary>Returns the value of an operator of two Boolean operands; <see langword="null"/> for other operators.</summary>
    private FlowValue? Combined(BinaryOperatorKind kind, IOperation left, IOperation right, FlowState state) => kind switch
    {
        BinaryOperatorKind.And or BinaryOperatorKind.ConditionalAnd => Both(isAnd: true, Truth(left, state), Truth(right, state)),
        BinaryOperatorKind.Or or BinaryOperatorKind.ConditionalOr => Both(isAnd: false, Truth(left, state), Truth(right, state)),
        BinaryOperatorKind.Equals => Same(Truth(left, state), Truth(right, state)),
        BinaryOperatorKind.NotEquals or BinaryOperatorKind.ExclusiveOr => Not(Same(Truth(left, state), Truth(right, state))),
        _ => null,
    };

    private FlowValue? Binary(IBinaryOperation binary, FlowState state)
    {
        if (_comparisons.Read(binary, state) is { } comparison)
            return comparison.Knowledge(state.Known);
        if (binary.LeftOperand.Type is { SpecialType: SpecialType.System_Boolean } && binary.RightOperand.Type is { SpecialType: SpecialType.System_Boolean })
            return Combined(binary.OperatorKind, binary.LeftOperand, binary.RightOperand, state);

        if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)
        {
            (IOperation operand, bool? constant) = VersionConstants.Unwrap(binary.RightOperand)?.ConstantValue.Value is bool right
                ? (binary.LeftOperand, right)
                : (binary.RightOperand, VersionConstants.Unwrap(binary.LeftOperand)?.ConstantValue.Value as bool?);
            if (constant is { } wanted && operand.Type is { } type && IsBoolean(type))
            {
                FlowValue equal = Equal(Value(operand, state), type, wanted, state);
                return binary.OperatorKind == BinaryOperatorKind.Equals ? equal : Not(equal);
            }
        }

        return null;
    }

    private static FlowValue OfNull((IOperation Operand, bool IsNull) check, FlowState state)
    {
        FlowValue value = OfNull(state.ValueOf(check.Operand), state);
        return check.IsNull ? value : Not(value);
    }

    /// <summary>Returns a Boolean value; <see langword="null"/> if it does not depend on versions, as most values, because keeping these would only cost memory.</summary>
    private static FlowValue? Dependent(FlowValue truth) => truth.WhenTrue!.Equals(Knowledge.None) && truth.WhenFalse!.Equals(Knowledge.None) ? null : truth;

    /// <summary>Returns the value of <c>left &amp;&amp; right</c> or <c>left || right</c>.</summary>
    public static FlowValue Both(bool isAnd, FlowValue left, FlowValue right) => isAnd
        ? new FlowValue(left.WhenTrue!.And(right.WhenTrue!), left.WhenFalse!.Or(right.WhenFalse!))
        : new FlowValue(left.WhenTrue!.Or(right.WhenTrue!), left.WhenFalse!.And(right.WhenFalse!));

    /// <summary>Returns the value of <c>left == right</c>.</summary>
    private static FlowValue Same(FlowValue left, FlowValue right) => Choice(left, right, Not(right));

    /// <summary>Returns the value of <c>condition ? left : right</c>.</summary>
    private static FlowValue Choice(FlowValue condition, FlowValue left, FlowValue right) => new(
        condition.WhenTrue!.And(left.WhenTrue!).Or(condition.WhenFalse!.And(right.WhenTrue!)), condition.WhenTrue!.And(left.WhenFalse!).Or(condition.WhenFalse!.And(right.WhenFalse!)));

    private static FlowValue Not(FlowValue value) => new(value.WhenFalse, value.WhenTrue);
}
