using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Values;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis.Queries;

/// <summary>Reads the comparisons in a query condition.</summary>
internal sealed class ConditionValues(INamedTypeSymbol queryField, INamedTypeSymbol queryFields, INamedTypeSymbol queryCondition, INamedTypeSymbol query)
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
            else
            {
                comparisons.AddRange(Comparisons(operation));
            }
        }

        return comparisons;
    }

    /// <summary>Determines whether a type is a query of resources.</summary>
    public bool IsQuery(ITypeSymbol? type) => KnownTypes.Derives(type, query);

    /// <summary>Returns the condition that <c>Where</c> adds to a query; <see langword="null"/> for other calls, or if the condition is not a lambda with one expression.</summary>
    public IOperation? Where(IInvocationOperation call) =>
        call is { TargetMethod.Name: "Where", Arguments: { Length: 1 } arguments } && IsQuery(call.Type)
            && Unwrap(arguments[0].Value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } condition }] } } ? condition : null;

    /// <summary>Determines whether an operation combines conditions with <c>&amp;</c>.</summary>
    public bool IsCondition(IBinaryOperation operation) => KnownTypes.Derives(operation.Type, queryCondition) && KnownTypes.Derives(operation.LeftOperand.Type, queryCondition);

    /// <summary>Reads the comparisons of a field with constants. <c>NotIn</c> is a comparison for each of its values.</summary>
    public IEnumerable<FieldComparison> Comparisons(IOperation operation)
    {
        if (Compared(operation) is not { } compared)
            return [];
        IPropertySymbol property = compared.Field.Property;
        bool isOwn = compared.Field.Instance is IParameterReferenceOperation && !IsList(property) && !KnownTypes.Is(property.ContainingType, queryFields);
        var constants = new List<object?>();
        foreach (IOperation operand in compared.Operands)
        {
            if (TryConstant(operand, out object? value))
                constants.Add(value);
        }

        if (compared.Kind == "NotIn")
            return constants.Select(value => new FieldComparison(property, BinaryOperatorKind.NotEquals, [value], operation.Syntax, isOwn));
        if (compared.Kind is "IsNull" or "IsNotNull")
            constants.Add(null);
        return constants.Count == 0 || constants.Count < compared.Operands.Count ? [] : [new FieldComparison(property, compared.Operator, constants, operation.Syntax, isOwn)];
    }

    /// <summary>Returns the operands that a field is compared with: of an operator, of the method beside it, or the elements of the list of <c>In</c>.</summary>
    public (IPropertyReferenceOperation Field, BinaryOperatorKind Operator, string? Kind, IReadOnlyList<IOperation> Operands)? Compared(IOperation operation)
    {
        if (!KnownTypes.Derives(operation.Type, queryCondition))
            return null;
        if (operation is IBinaryOperation { OperatorMethod: not null } binary)
            return Field(binary.LeftOperand) is { } left ? (left, binary.OperatorKind, null, [binary.RightOperand]) : null;
        if (operation is not IInvocationOperation { Instance: { } instance } call || Field(instance) is not { } field || Operator(call.TargetMethod.Name) is not { } kind)
            return null;
        return (field, kind, call.TargetMethod.Name, [.. call.Arguments.SelectMany(argument => call.TargetMethod.Name is "In" or "NotIn" ? ListElements.Of(argument.Value) : [argument.Value])]);
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
        if (!unwrapped.ConstantValue.HasValue && SingleValue.Of(unwrapped) is { } declared)
            unwrapped = Unwrap(declared);
        if (unwrapped is IPropertyReferenceOperation { Property: { } property } && KnownValues.IsValueOfEnumeration(property))
        {
            value = new ValueName(property.Name);
            return true;
        }

        value = unwrapped.ConstantValue.HasValue ? unwrapped.ConstantValue.Value : null;
        return unwrapped.ConstantValue.HasValue;
    }

    private static BinaryOperatorKind? Operator(string method) => method switch
    {
        "EqualTo" or "In" or "IsNull" => BinaryOperatorKind.Equals,
        "NotEqualTo" or "NotIn" or "IsNotNull" => BinaryOperatorKind.NotEquals,
        "LessThan" => BinaryOperatorKind.LessThan,
        "LessThanOrEqualTo" => BinaryOperatorKind.LessThanOrEqual,
        "GreaterThan" => BinaryOperatorKind.GreaterThan,
        "GreaterThanOrEqualTo" => BinaryOperatorKind.GreaterThanOrEqual,
        _ => null,
    };

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
