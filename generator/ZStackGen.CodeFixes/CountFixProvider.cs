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
    private protected override void Register(FixTarget target)
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
            if (counted is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any" } })
                count = SyntaxFactory.ParenthesizedExpression(Compared(count));
            else if (NeedsInt(target.Model, counted))
                count = SyntaxFactory.CastExpression(SyntaxFactory.PredefinedType(SyntaxFactory.Token(SyntaxKind.IntKeyword)), count);
            return (counted.Parent is MemberAccessExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(count) : count).WithTriviaFrom(counted);
        });
    }

    private static BinaryExpressionSyntax Compared(ExpressionSyntax count) =>
        SyntaxFactory.BinaryExpression(SyntaxKind.GreaterThanExpression, count, SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0)));

    /// <summary>Determines whether the code requires an <c>int</c>, so that the <c>long</c> that <c>CountAsync</c> returns must be converted.</summary>
    private static bool NeedsInt(SemanticModel model, ExpressionSyntax counted) =>
        counted.Parent switch
        {
            ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or AssignmentExpressionSyntax => model.GetTypeInfo(counted).ConvertedType?.SpecialType == SpecialType.System_Int32,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: false } } } or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }
                => model.GetTypeInfo(counted).ConvertedType?.SpecialType == SpecialType.System_Int32,
            _ => false,
        };
}
