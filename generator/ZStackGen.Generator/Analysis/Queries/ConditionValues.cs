using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis.Queries;

/// <summary>Reads the comparisons in a query condition.</summary>
internal sealed class ConditionValues(INamedTypeSymbol queryField, INamedTypeSymbol queryFields, INamedTypeSymbol queryCondition)
{
    /// <summary>Returns the comparisons that <c>&amp;</c> combines, all of which must hold.</summary>
    public List<FieldComparison> Conjunction(IOperation condition)
    {
        var comparisons = new List<FieldComparison>();
        var waiting = new Stack<IOperation>();
        waiting.Push(condition);
        while (waiting.Count > 0)
        {
            IOperation operation = Unwrap(waiting.Pop());
            if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.And } and && IsCondition(and))
            {
                waiting.Push(and.RightOperand);
                waiting.Push(and.LeftOperand);
            }
            else if (operation is IInvocationOperation { TargetMethod.Name: "And", Instance: { } left, Arguments: { Length: 1 } arguments } && KnownTypes.Derives(left.Type, queryCondition))
            {
                waiting.Push(arguments[0].Value);
                waiting.Push(left);
            }
            else if (Comparison(operation) is { } comparison)
            {
                comparisons.Add(comparison);
            }
        }

        return comparisons;
    }

    /// <summary>Determines whether an operation combines conditions with <c>&amp;</c>.</summary>
    public bool IsCondition(IBinaryOperation operation) => KnownTypes.Derives(operation.Type, queryCondition) && KnownTypes.Derives(operation.LeftOperand.Type, queryCondition);

    /// <summary>Reads a comparison of a field with a constant.</summary>
    public FieldComparison? Comparison(IOperation operation)
    {
        if (operation is not IBinaryOperation { OperatorMethod: { } } binary || !KnownTypes.Derives(binary.Type, queryCondition)
            || Field(binary.LeftOperand) is not { } field || !TryConstant(binary.RightOperand, out object? value))
        {
            return null;
        }

        bool isOwn = field.Instance is IParameterReferenceOperation && !IsList(field.Property) && !KnownTypes.Is(field.Property.ContainingType, queryFields);
        return new FieldComparison(field.Property, binary.OperatorKind, value, binary.Syntax, isOwn);
    }

    /// <summary>Returns the field that an expression refers to.</summary>
    public IPropertyReferenceOperation? Field(IOperation operation) =>
        Unwrap(operation) is IPropertyReferenceOperation { Property: { } property } reference && KnownTypes.Derives(property.Type, queryField) ? reference : null;

    /// <summary>Returns the type of a field's values. The fields of an open enumeration have a separate class, which is not generic.</summary>
    public static ITypeSymbol? ValueType(ITypeSymbol field)
    {
        INamedTypeSymbol? type = field as INamedTypeSymbol;
        while (type is { TypeArguments.Length: 0 })
            type = type.BaseType;
        return type?.TypeArguments[0];
    }

    /// <summary>Reads a constant, including a constant that is converted to an open enumeration, and the <see cref="ValueName"/> of a value of an open enumeration.</summary>
    public static bool TryConstant(IOperation operation, out object? value)
    {
        IOperation unwrapped = Unwrap(operation);
        if (unwrapped is IPropertyReferenceOperation { Property: { } property } && KnownValues.IsValueOfEnumeration(property))
        {
            value = new ValueName(property.Name);
            return true;
        }

        value = unwrapped.ConstantValue.HasValue ? unwrapped.ConstantValue.Value : null;
        return unwrapped.ConstantValue.HasValue;
    }

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>Determines whether a field is a list in the structure, so that it has several values at once.</summary>
    private static bool IsList(IPropertySymbol field)
    {
        ITypeSymbol? type = field.ContainingType.ContainingType?.GetMembers(field.Name).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
        return type is INamedTypeSymbol { IsGenericType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T };
    }
}
