using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Queries;

/// <summary>Finds two comparisons of one field that exclude each other.</summary>
internal static class Contradiction
{
    /// <summary>The number of comparisons, and of values, that are compared with each other: it avoids quadratic time for chains and lists of generated code.</summary>
    private const int Limit = 16;

    /// <summary>Returns the first pair that excludes each other; <see langword="null"/> if all comparisons can hold.</summary>
    public static (FieldComparison First, FieldComparison Second)? Find(List<FieldComparison> comparisons)
    {
        var byField = new Dictionary<ISymbol, List<FieldComparison>>(SymbolEqualityComparer.Default);
        foreach (FieldComparison comparison in comparisons)
        {
            if (!comparison.IsOwn)
                continue;
            if (!byField.TryGetValue(comparison.Field, out List<FieldComparison>? others))
                byField.Add(comparison.Field, others = []);
            for (int i = 0; i < others.Count && i < Limit; i++)
            {
                if (Excludes(others[i], comparison))
                    return (others[i], comparison);
            }

            others.Add(comparison);
        }

        return null;
    }

    /// <summary>Returns the first pair of an earlier and a later comparison that excludes each other; <see langword="null"/> if all comparisons can hold.</summary>
    public static (FieldComparison First, FieldComparison Second)? Find(List<FieldComparison> earlier, List<FieldComparison> later)
    {
        foreach (FieldComparison second in later.Take(Limit))
        {
            foreach (FieldComparison first in earlier.Take(Limit))
            {
                if (first.IsOwn && second.IsOwn && SymbolEqualityComparer.Default.Equals(first.Field, second.Field) && Excludes(first, second))
                    return (first, second);
            }
        }

        return null;
    }

    /// <summary>Determines whether each value of one comparison excludes each value of the other. An empty list of values is not examined.</summary>
    private static bool Excludes(FieldComparison left, FieldComparison right) =>
        left.Values.Count > 0 && right.Values.Count > 0 && left.Values.Count <= Limit && right.Values.Count <= Limit
        && left.Values.All(first => right.Values.All(second => Excludes(new Bound(left.Operator, first), new Bound(right.Operator, second))));

    private static bool Excludes(Bound left, Bound right)
    {
        if (right.Operator == BinaryOperatorKind.Equals && left.Operator != BinaryOperatorKind.Equals)
            (left, right) = (right, left);
        if (left.Operator == BinaryOperatorKind.Equals)
        {
            // A field without a value satisfies only the comparison with null.
            if (left.Value is null || right.Value is null)
                return (left.Value is null) != (right.Value is null) ? right.Operator == BinaryOperatorKind.Equals || left.Value is null : right.Operator == BinaryOperatorKind.NotEquals;
            if ((left.Value as ValueName ?? right.Value as ValueName) is { } name)
                return Excludes(name, ReferenceEquals(name, left.Value) ? right.Value : left.Value, right.Operator);
            if (left.Value is string a && right.Value is string b && !string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
                return right.Operator == BinaryOperatorKind.Equals;
            return Order(left.Value, right.Value) is { } order && !Holds(right.Operator, order);
        }

        // Two bounds: the lower one must leave room below the upper one.
        (Bound Bound, bool IsOpen)? lower = Lower(left) ?? Lower(right), upper = Upper(left) ?? Upper(right);
        return lower is { } low && upper is { } high && low.Bound.Value is not null && high.Bound.Value is not null
            && Order(low.Bound.Value, high.Bound.Value) is { } gap && (gap > 0 || (gap == 0 && (low.IsOpen || high.IsOpen)));
    }

    /// <summary>Determines whether a value of an open enumeration does not meet a second comparison. Values that differ are known, equal ones only by name.</summary>
    private static bool Excludes(ValueName name, object other, BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Equals => !name.CanBe(other),
        BinaryOperatorKind.NotEquals => name.Equals(other),
        _ => false,
    };

    private static (Bound, bool)? Lower(Bound comparison) => comparison.Operator switch
    {
        BinaryOperatorKind.GreaterThan => (comparison, true),
        BinaryOperatorKind.GreaterThanOrEqual => (comparison, false),
        _ => null,
    };

    private static (Bound, bool)? Upper(Bound comparison) => comparison.Operator switch
    {
        BinaryOperatorKind.LessThan => (comparison, true),
        BinaryOperatorKind.LessThanOrEqual => (comparison, false),
        _ => null,
    };

    /// <summary>Determines whether a comparison holds for the order of its operands.</summary>
    private static bool Holds(BinaryOperatorKind kind, int order) => kind switch
    {
        BinaryOperatorKind.Equals => order == 0,
        BinaryOperatorKind.NotEquals => order != 0,
        BinaryOperatorKind.LessThan => order < 0,
        BinaryOperatorKind.LessThanOrEqual => order <= 0,
        BinaryOperatorKind.GreaterThan => order > 0,
        BinaryOperatorKind.GreaterThanOrEqual => order >= 0,
        _ => true,
    };

    /// <summary>Compares two values; returns <see langword="null"/> if their order is unknown. The server ignores the case of strings, and its sort order for strings is unknown.</summary>
    private static int? Order(object left, object right)
    {
        if (left is string a && right is string b)
            return string.Equals(a, b, StringComparison.OrdinalIgnoreCase) ? 0 : null;
        if (left is bool || right is bool)
            return left.Equals(right) ? 0 : 1;
        try
        {
            return Convert.ToDecimal(left, CultureInfo.InvariantCulture).CompareTo(Convert.ToDecimal(right, CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Represents a comparison with one value.</summary>
    private readonly record struct Bound(BinaryOperatorKind Operator, object? Value);
}
