using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Queries;

/// <summary>Finds two comparisons of one field that no resource meets both.</summary>
internal static class Contradiction
{
    /// <summary>The first pair; <see langword="null"/> where all can hold.</summary>
    public static (FieldComparison First, FieldComparison Second)? Find(List<FieldComparison> comparisons)
    {
        var byField = new Dictionary<ISymbol, List<FieldComparison>>(SymbolEqualityComparer.Default);
        foreach (FieldComparison comparison in comparisons)
        {
            if (!comparison.IsOwn)
                continue;
            if (!byField.TryGetValue(comparison.Field, out List<FieldComparison>? others))
                byField.Add(comparison.Field, others = []);
            // A chain of conditions that is longer is made by a program and not by hand.
            for (int i = 0; i < others.Count && i < 16; i++)
            {
                if (Excludes(others[i], comparison))
                    return (others[i], comparison);
            }

            others.Add(comparison);
        }

        return null;
    }

    private static bool Excludes(FieldComparison left, FieldComparison right)
    {
        if (right.Operator == BinaryOperatorKind.Equals && left.Operator != BinaryOperatorKind.Equals)
            (left, right) = (right, left);
        if (left.Operator == BinaryOperatorKind.Equals)
        {
            // A field that has no value meets no comparison but the one with null.
            if (left.Value is null || right.Value is null)
                return (left.Value is null) != (right.Value is null) ? right.Operator == BinaryOperatorKind.Equals || left.Value is null : right.Operator == BinaryOperatorKind.NotEquals;
            if (left.Value is string a && right.Value is string b && !string.Equals(a, b, StringComparison.OrdinalIgnoreCase))
                return right.Operator == BinaryOperatorKind.Equals;
            return Order(left.Value, right.Value) is { } order && !Holds(right.Operator, order);
        }

        // Two bounds: the lower one must leave room below the upper one.
        (FieldComparison Bound, bool IsOpen)? lower = Lower(left) ?? Lower(right), upper = Upper(left) ?? Upper(right);
        return lower is { } low && upper is { } high && low.Bound.Value is not null && high.Bound.Value is not null
            && Order(low.Bound.Value, high.Bound.Value) is { } gap && (gap > 0 || (gap == 0 && (low.IsOpen || high.IsOpen)));
    }

    private static (FieldComparison, bool)? Lower(FieldComparison comparison) => comparison.Operator switch
    {
        BinaryOperatorKind.GreaterThan => (comparison, true),
        BinaryOperatorKind.GreaterThanOrEqual => (comparison, false),
        _ => null,
    };

    private static (FieldComparison, bool)? Upper(FieldComparison comparison) => comparison.Operator switch
    {
        BinaryOperatorKind.LessThan => (comparison, true),
        BinaryOperatorKind.LessThanOrEqual => (comparison, false),
        _ => null,
    };

    /// <summary>Whether a value meets the other comparison.</summary>
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

    /// <summary>The server compares texts without case; how it sorts them is not known here.</summary>
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
}
