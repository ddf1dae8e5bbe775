using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Reads comparisons of the server's version with a constant version.</summary>
internal sealed class VersionComparison(KnownTypes types)
{
    public VersionConstants Constants { get; } = new(types);

    /// <summary>Reads a comparison of versions by an operator, or by the result of <c>CompareTo</c>.</summary>
    public Comparison? Read(IBinaryOperation binary, FlowState? state)
    {
        if (KnownTypes.Is(binary.OperatorMethod?.ContainingType, types.Version))
        {
            string? left = Constants.Read(binary.LeftOperand, state), right = Constants.Read(binary.RightOperand, state);
            if (left is null == right is null || IsNull(binary.LeftOperand) || IsNull(binary.RightOperand))
                return null;
            Comparison? comparison = right is not null ? Comparison.Of(binary.OperatorKind, right) : Comparison.Of(Flip(binary.OperatorKind), left!);
            return comparison is not null && CanPassWithoutServer(right is not null ? binary.LeftOperand : binary.RightOperand, comparison, state) ? null : comparison;
        }

        if (binary.OperatorMethod is not null)
            return null;
        if (Number(binary.RightOperand) is { } number && Compared(binary.LeftOperand, state) is { } compared)
            return OfNumber(binary.OperatorKind, number, compared);
        return Number(binary.LeftOperand) is { } first && Compared(binary.RightOperand, state) is { } flipped
            ? OfNumber(Flip(binary.OperatorKind), first, flipped) : null;
    }

    /// <summary>Reads a pattern that matches the result of <c>CompareTo</c>.</summary>
    public static Comparison? Read(FlowValue compared, IPatternOperation pattern)
    {
        if (compared.Order is null)
            return null;
        return pattern switch
        {
            IRelationalPatternOperation relational when Number(relational.Value) is { } number => OfNumber(relational.OperatorKind, number, compared),
            IConstantPatternOperation constant when Number(constant.Value) is { } number => OfNumber(BinaryOperatorKind.Equals, number, compared),
            _ => null,
        };
    }

    /// <summary>Returns the version that <c>Equals</c> compares the server's version with.</summary>
    public string? Equality(IInvocationOperation invocation, FlowState? state)
    {
        if (invocation is { TargetMethod: { Name: "Equals", IsStatic: false }, Arguments: { Length: 1 } arguments } && Constants.IsVersion(invocation.Instance))
            return Equality(invocation.Instance!, arguments[0].Value, state);
        if (invocation is { TargetMethod: { Name: "Equals", IsStatic: true, ContainingType.SpecialType: SpecialType.System_Object }, Arguments: { Length: 2 } both }
            && Constants.IsVersion(both[0].Value) && Constants.IsVersion(both[1].Value))
        {
            return Equality(both[0].Value, both[1].Value, state);
        }

        return null;
    }

    private string? Equality(IOperation left, IOperation right, FlowState? state) => (Constants.Read(left, state), Constants.Read(right, state)) switch
    {
        (null, { } version) when !IsConstantUpFrom(version, left, state) => version,
        ({ } version, null) when !IsConstantUpFrom(version, right, state) => version,
        _ => null,
    };

    /// <summary>Reads the order of two versions as a number: <c>version.CompareTo(other)</c>, or <c>Comparer&lt;ZStackVersion&gt;.Default.Compare(version, other)</c>.</summary>
    public FlowValue? Compared(IOperation? operation, FlowState? state)
    {
        operation = VersionConstants.Unwrap(operation);
        switch (operation)
        {
            case IInvocationOperation { TargetMethod: { Name: "CompareTo" } method, Instance: { } instance, Arguments: { Length: 1 } arguments } when KnownTypes.Is(method.ContainingType, types.Version):
                return Order(instance, arguments[0].Value, state);
            case IInvocationOperation { TargetMethod.Name: "Compare", Instance: { } comparer, Arguments: { Length: 2 } both } when IsDefaultComparer(comparer):
                return Order(both[0].Value, both[1].Value, state);
            case IInvocationOperation { TargetMethod: { Name: "GetValueOrDefault" }, Instance: { } instance }:
                return Compared(instance, state) is { MayBeNull: false } value ? value : null;
            case null:
                return null;
            default:
                return state?.ValueOf(operation) is { Order: not null } kept ? kept : null;
        }
    }

    private FlowValue? Order(IOperation left, IOperation right, FlowState? state) => (Constants.Read(left, state), Constants.Read(right, state)) switch
    {
        (null, { } version) when !IsConstantUpFrom(version, left, state) => FlowValue.OfOrder(new VersionOrder(version, IsReversed: false)),
        ({ } version, null) when !IsConstantUpFrom(version, right, state) => FlowValue.OfOrder(new VersionOrder(version, IsReversed: true)),
        _ => null,
    };

    /// <summary>Determines whether a comparison can have the outcome of a newer server because its operand is a constant: <c>(client.ServerVersion ?? ZStackVersion.V5_1) >= ZStackVersion.V5_0</c>.</summary>
    private static bool CanPassWithoutServer(IOperation operand, Comparison comparison, FlowState? state) =>
        Highest(operand, state) is { } highest
        && SinceVersion.Compare(highest, comparison.Version) >= (comparison.Operator is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.LessThanOrEqual ? 1 : 0);

    private static bool IsConstantUpFrom(string version, IOperation operand, FlowState? state) => Highest(operand, state) is { } highest && SinceVersion.Compare(highest, version) >= 0;

    private static string? Highest(IOperation operand, FlowState? state) => VersionConstants.Unwrap(operand) is { } value ? state?.ValueOf(value)?.Highest : null;

    /// <summary>Determines whether an operation is <c>Comparer&lt;ZStackVersion&gt;.Default</c>. Other comparers can have another order.</summary>
    private bool IsDefaultComparer(IOperation operation) =>
        VersionConstants.Unwrap(operation) is IPropertyReferenceOperation { Property: { Name: "Default", IsStatic: true, ContainingType: { Name: "Comparer", TypeArguments: { Length: 1 } compared } comparer } }
        && KnownTypes.Is(compared[0], types.Version) && comparer.ContainingNamespace.ToDisplayString() == "System.Collections.Generic";

    /// <summary>
    /// Reads a comparison of the result of CompareTo: at least 0, or greater than -1, means "at least". A failed comparison of a nullable number
    /// implies nothing.
    /// </summary>
    private static Comparison? OfNumber(BinaryOperatorKind kind, int number, FlowValue compared)
    {
        VersionOrder order = compared.Order!;
        if (order.IsReversed)
            (kind, number) = (Flip(kind), -number);
        bool tells = !compared.MayBeNull;
        return (kind, number) switch
        {
            (BinaryOperatorKind.GreaterThanOrEqual, >= 0) or (BinaryOperatorKind.GreaterThan, >= -1) or (BinaryOperatorKind.Equals, >= 0) => new Comparison(kind, order.Version, WhenTrue: true, WhenFalse: false),
            (BinaryOperatorKind.LessThan, >= 0) or (BinaryOperatorKind.LessThanOrEqual, >= -1) or (BinaryOperatorKind.NotEquals, >= 0) when tells => new Comparison(kind, order.Version, WhenTrue: false, WhenFalse: true),
            _ => null,
        };
    }

    private static int? Number(IOperation? operation) => VersionConstants.Unwrap(operation)?.ConstantValue is { HasValue: true, Value: int number } ? number : null;

    private static bool IsNull(IOperation operation) => VersionConstants.Unwrap(operation)?.ConstantValue is { HasValue: true, Value: null };

    private static BinaryOperatorKind Flip(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
