using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ZStackGen.CodeFixes;

/// <summary>Replaces the count of fetched resources with <c>CountAsync</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CountFixProvider))]
public sealed class CountFixProvider : NodeFixProvider
{
    /// <summary>The equivalence key of the fix.</summary>
    public const string Key = "ZStackGen.Count";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ZSG3014");

    /// <inheritdoc/>
    private protected override void Offer(FixTarget target)
    {
        if (target.Node.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == target.Diagnostic.Location.SourceSpan) is not { } counted
            || counted.DescendantNodes().OfType<AwaitExpressionSyntax>().FirstOrDefault() is not { } awaited
            || awaited.DescendantNodes().OfType<SimpleNameSyntax>().FirstOrDefault(static name => name.Identifier.ValueText == "ToListAsync") is not { } name)
        {
            return;
        }

        target.Offer("Use CountAsync", Key, counted, () =>
        {
            ExpressionSyntax count = awaited.ReplaceNode(name, SyntaxFactory.IdentifierName("CountAsync")).WithoutTrivia();
            if (counted is IsPatternExpressionSyntax match)
                return match.WithExpression(count.WithTriviaFrom(match.Expression)).WithPattern(OfCount(match.Pattern).WithTriviaFrom(match.Pattern));
            if (counted is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any" } })
                count = SyntaxFactory.ParenthesizedExpression(Compared(count));
            else if (NeedsInt(target.Model, counted))
                count = SyntaxFactory.CastExpression(SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.IntKeyword)), count);
            return (counted.Parent is MemberAccessExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(count) : count).WithTriviaFrom(counted);
        });
    }

    /// <summary>Returns the pattern of the number for the pattern of a list.</summary>
    private static PatternSyntax OfCount(PatternSyntax pattern)
    {
        switch (pattern)
        {
            case UnaryPatternSyntax negated:
                return negated.WithPattern(OfCount(negated.Pattern));
            case ParenthesizedPatternSyntax parenthesized:
                return parenthesized.WithPattern(OfCount(parenthesized.Pattern));
            case RecursivePatternSyntax { PropertyPatternClause.Subpatterns: { Count: 1 } parts }:
                return parts[0].Pattern is BinaryPatternSyntax both ? SyntaxFactory.ParenthesizedPattern(both) : parts[0].Pattern;
            case ListPatternSyntax { Patterns: { } elements }:
                int slices = elements.Count(static element => element is SlicePatternSyntax);
                ExpressionSyntax number = SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(elements.Count - slices));
                return slices == 0 ? SyntaxFactory.ConstantPattern(number)
                    : SyntaxFactory.RelationalPattern(SyntaxFactory.Token(SyntaxKind.GreaterThanEqualsToken).WithTrailingTrivia(SyntaxFactory.Space), number);
            default:
                return pattern;
        }
    }

    private static BinaryExpressionSyntax Compared(ExpressionSyntax count) =>
        SyntaxFactory.BinaryExpression(SyntaxKind.GreaterThanExpression, count, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0)));

    /// <summary>
    /// Determines whether the <c>long</c> that <c>CountAsync</c> returns must be converted to <c>int</c>. It must not where every number is
    /// accepted: in a comparison, a pattern or a text, and as the value of a variable with <c>var</c>.
    /// </summary>
    private static bool NeedsInt(SemanticModel model, ExpressionSyntax counted)
    {
        if (model.GetTypeInfo(counted).Type is not { SpecialType: SpecialType.System_Int32 })
            return false;
        return counted.Parent switch
        {
            BinaryExpressionSyntax binary when IsComparison(binary.Kind()) => false,
            MemberAccessExpressionSyntax or InterpolationSyntax or IsPatternExpressionSyntax => false,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } } => false,
            _ => model.GetTypeInfo(counted).ConvertedType is not { SpecialType: SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_Object },
        };
    }

    private static bool IsComparison(SyntaxKind kind) => kind is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression
        or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;
}
