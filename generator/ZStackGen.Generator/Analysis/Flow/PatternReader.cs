using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Specs.Model;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Reads the knowledge that a pattern implies where it matches, and where it does not.</summary>
internal sealed class PatternReader(ConditionReader conditions)
{
    /// <summary>Returns the knowledge of a pattern; <see langword="null"/> if it implies nothing.</summary>
    /// <param name="subject">The value that the pattern examines; <see langword="null"/> if nothing is known about it.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="state">The state at the pattern.</param>
    public FlowValue? Read(FlowValue? subject, IPatternOperation pattern, FlowState state)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return Read(subject, negated.Pattern, state) is { } inner ? new FlowValue(inner.WhenFalse, inner.WhenTrue) : null;
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool constant } }:
                return ConditionReader.Equal(subject, pattern.InputType, constant, state);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                return ConditionReader.OfNull(subject, state);
            case IBinaryPatternOperation both:
                FlowValue nothing = new(state.Known, state.Known);
                FlowValue left = Read(subject, both.LeftPattern, state) ?? nothing, right = Read(subject, both.RightPattern, state) ?? nothing;
                return ConditionReader.Both(both.OperatorKind == BinaryOperatorKind.And, left, right);
            default:
                if (subject is not null && VersionComparison.Read(subject, pattern) is { } comparison)
                    return comparison.Knowledge(state.Known);
                Knowledge matched = RequiresValue(pattern) && subject?.WhenNotNull is { } notNull ? notNull.And(state.Known) : state.Known;
                // A pattern that always matches leaves the decision to the "when" clause.
                FlowValue whole = new(matched, MatchesAlways(subject, pattern) ? Knowledge.Unreachable : state.Known);
                return pattern is IRecursivePatternOperation recursive ? Parts(subject, recursive, whole, state) : whole;
        }
    }

    /// <summary>Returns the value of a variable after a pattern has matched it, or not: it is null or not null, or elements of a tuple are.</summary>
    public static FlowValue? Refine(FlowValue? subject, IPatternOperation pattern, bool isMatch)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return Refine(subject, negated.Pattern, !isMatch);
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                return isMatch ? FlowValue.Null : NotNull(subject);
            case IBinaryPatternOperation both when isMatch == (both.OperatorKind == BinaryOperatorKind.And):
                return Refine(Refine(subject, both.LeftPattern, isMatch), both.RightPattern, isMatch);
            case IRecursivePatternOperation recursive when IsOfTuple(subject, recursive):
                return Elements(subject!, recursive, isMatch);
            default:
                return isMatch && RequiresValue(pattern) ? NotNull(subject)
                    : !isMatch && MatchesAlways(NotNull(subject), pattern) ? FlowValue.Null : subject;
        }
    }

    public static FlowValue NotNull(FlowValue? value) => (value ?? FlowValue.Nothing) with { IsNotNull = true, MayBeNull = false };

    /// <summary>Refines the elements of a tuple. If the pattern does not match, a single element that can have failed is known to have failed.</summary>
    private static FlowValue Elements(FlowValue subject, IRecursivePatternOperation pattern, bool isMatch)
    {
        int[] indexes = [.. Enumerable.Range(0, subject.Elements.Count).Where(index => isMatch || !MatchesAlways(subject.Elements[index], pattern.DeconstructionSubpatterns[index]))];
        if (!isMatch && (indexes.Length != 1 || pattern.PropertySubpatterns.Length > 0))
            return subject;
        foreach (int index in indexes)
            subject = subject.With(index, Refine(subject.Elements[index], pattern.DeconstructionSubpatterns[index], isMatch) ?? FlowValue.Nothing);
        return subject;
    }

    /// <summary>Adds the knowledge of guard properties (<c>client is { HasTags: true }</c>), and of the elements of a tuple.</summary>
    private FlowValue Parts(FlowValue? subject, IRecursivePatternOperation pattern, FlowValue whole, FlowState state)
    {
        Knowledge whenTrue = whole.WhenTrue!, whenFalse = whole.WhenFalse!;
        if (IsOfTuple(subject, pattern))
        {
            whenFalse = pattern.PropertySubpatterns.IsEmpty ? Knowledge.Unreachable : whenFalse;
            for (int i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
            {
                FlowValue element = Read(subject!.Elements[i], pattern.DeconstructionSubpatterns[i], state) ?? new FlowValue(state.Known, state.Known);
                whenTrue = whenTrue.And(element.WhenTrue!);
                whenFalse = whenFalse.Or(element.WhenFalse!);
            }
        }

        foreach (IPropertySubpatternOperation property in pattern.PropertySubpatterns)
        {
            if (Read(conditions.Value(property.Member, state), property.Pattern, state) is { } value)
                whenTrue = whenTrue.And(value.WhenTrue!);
        }

        return new FlowValue(whenTrue, whenFalse);
    }

    private static bool IsOfTuple(FlowValue? subject, IRecursivePatternOperation pattern) =>
        subject is { Elements.Count: > 0 } && pattern.DeconstructSymbol is null && subject.Elements.Count == pattern.DeconstructionSubpatterns.Length;

    /// <summary>Determines whether a pattern never matches null.</summary>
    private static bool RequiresValue(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => !declaration.MatchesNull,
        IRecursivePatternOperation or ITypePatternOperation or IRelationalPatternOperation or IConstantPatternOperation => true,
        _ => false,
    };

    private static bool MatchesAlways(FlowValue? subject, IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation or IDeclarationPatternOperation { MatchesNull: true } => true,
        IDeclarationPatternOperation { MatchedType: { } type } => IsValueOf(subject, pattern, type),
        ITypePatternOperation { MatchedType: { } type } => IsValueOf(subject, pattern, type),
        IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, DeconstructSymbol: null, PropertySubpatterns.IsEmpty: true, MatchedType: { } type } => IsValueOf(subject, pattern, type),
        _ => false,
    };

    private static bool IsValueOf(FlowValue? subject, IPatternOperation pattern, ITypeSymbol type) =>
        (subject is { IsNotNull: true } || pattern.InputType is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T })
        && (SymbolEqualityComparer.Default.Equals(type, pattern.InputType)
            || (pattern.InputType is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && SymbolEqualityComparer.Default.Equals(type, nullable.TypeArguments[0])));
}
