using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Values;

/// <summary>Recognizes operations that need only the number of elements.</summary>
internal static class Counting
{
    /// <summary>Determines whether an operation adds one to a variable: <c>n++</c>, <c>n += 1</c>, <c>n = n + 1</c>.</summary>
    public static bool IsIncrement(IOperation operation) => operation switch
    {
        IIncrementOrDecrementOperation { Target: { } target } => Variable(target) is not null,
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Target: { } target, Value: { } value } => Variable(target) is not null && IsOne(value),
        ISimpleAssignmentOperation { Target: { } target, Value: { } value } => Variable(target) is { } variable && IsSum(value, variable),
        _ => false,
    };

    /// <summary>Determines whether a pattern examines only the number of elements of a list: <c>[]</c>, <c>[_, ..]</c>, <c>{ Count: > 0 }</c>.</summary>
    public static bool IsOfCount(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => IsOfCount(negated.Pattern),
        IListPatternOperation { DeclaredSymbol: null } list => list.Patterns.All(static element => element is IDiscardPatternOperation or ISlicePatternOperation { Pattern: null }),
        IRecursivePatternOperation { DeclaredSymbol: null, DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns: [{ Member: IPropertyReferenceOperation { Property.Name: "Count" } }] } => true,
        _ => false,
    };

    private static bool IsSum(IOperation value, ISymbol variable)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        return value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
            && ((IsOne(sum.RightOperand) && SymbolEqualityComparer.Default.Equals(Variable(sum.LeftOperand), variable))
                || (IsOne(sum.LeftOperand) && SymbolEqualityComparer.Default.Equals(Variable(sum.RightOperand), variable)));
    }

    private static bool IsOne(IOperation value) => value.ConstantValue is { HasValue: true, Value: int or long or uint or ulong or short or byte } constant
        && Convert.ToDecimal(constant.Value, CultureInfo.InvariantCulture) == 1;

    private static ISymbol? Variable(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
            _ => null,
        };
    }
}
