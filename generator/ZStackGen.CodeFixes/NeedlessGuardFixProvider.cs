using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.CodeFixes;

/// <summary>Removes a check that always has the same outcome, and the code that never runs.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NeedlessGuardFixProvider))]
public sealed class NeedlessGuardFixProvider : NodeFixProvider
{
    /// <summary>The equivalence key of the fix.</summary>
    public const string Key = "ZStackGen.RemoveGuard";

    private const string Title = "Remove the check";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ZSG3003");

    /// <inheritdoc/>
    private protected override void Offer(FixTarget target)
    {
        if (target.Node.FirstAncestorOrSelf<ExpressionSyntax>(node => node.Span == target.Diagnostic.Location.SourceSpan) is not { } check || HasEffect(check))
            return;
        bool outcome = target.Property(UsageProperties.Outcome) == "true";
        while (check.Parent is ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression })
        {
            outcome ^= check.Parent is PrefixUnaryExpressionSyntax;
            check = (ExpressionSyntax)check.Parent;
        }

        switch (check.Parent)
        {
            case IfStatementSyntax statement when statement.Condition == check:
                If(target, statement, outcome);
                break;
            case ConditionalExpressionSyntax conditional when conditional.Condition == check:
                Replace(target, conditional, Converted(target.Model, conditional, outcome ? conditional.WhenTrue : conditional.WhenFalse));
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } binary
                when binary.IsKind(SyntaxKind.LogicalAndExpression) == outcome:
                Replace(target, binary, binary.Left == check ? binary.Right : binary.Left);
                break;
            default:
                Replace(target, check, SyntaxFactory.LiteralExpression(outcome ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression));
                break;
        }
    }

    /// <summary>Determines whether the check does more than comparing: the code after it can use the version that a call in it requests, or a variable that it sets.</summary>
    private static bool HasEffect(ExpressionSyntax check) =>
        check.DescendantNodesAndSelf().Any(static node => node is AwaitExpressionSyntax or AssignmentExpressionSyntax or VariableDesignationSyntax);

    /// <summary>Returns the remaining operand of <c>?:</c> with the type of the whole expression.</summary>
    private static ExpressionSyntax Converted(SemanticModel model, ConditionalExpressionSyntax conditional, ExpressionSyntax kept)
    {
        if (kept is ThrowExpressionSyntax || model.GetTypeInfo(conditional).Type is not { } type || SymbolEqualityComparer.Default.Equals(type, model.GetTypeInfo(kept).Type))
            return kept;
        TypeSyntax name = SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(model, conditional.SpanStart));
        return SyntaxFactory.ParenthesizedExpression(
            SyntaxFactory.CastExpression(name, SyntaxFactory.ParenthesizedExpression(kept.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation)))
            .WithAdditionalAnnotations(Simplifier.Annotation);
    }

    private static void Replace(FixTarget target, ExpressionSyntax old, ExpressionSyntax replacement) =>
        target.Offer(Title, Key, old, () => replacement.WithTriviaFrom(old));

    private static void If(FixTarget target, IfStatementSyntax statement, bool outcome)
    {
        StatementSyntax? kept = outcome ? statement.Statement : statement.Else?.Statement;
        // Keep a block that declares names: without the block, they would enter the enclosing scope.
        if (kept is BlockSyntax { Statements: { } statements } block && statement.Parent is BlockSyntax && !Declares(statements))
        {
            target.Offer(Title, Key, _ =>
            {
                SyntaxNode root = statements.Count == 0
                    ? target.Root.RemoveNode(statement, SyntaxRemoveOptions.KeepUnbalancedDirectives)!
                    : target.Root.ReplaceNode(statement, Lines(statement, block));
                return System.Threading.Tasks.Task.FromResult(target.Context.Document.WithSyntaxRoot(root));
            });
        }
        else if (kept is not null)
        {
            target.Offer(Title, Key, statement, () => kept.WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation));
        }
        else if (statement.Parent is BlockSyntax)
        {
            target.Offer(Title, Key, _ => System.Threading.Tasks.Task.FromResult(target.Context.Document.WithSyntaxRoot(target.Root.RemoveNode(statement, SyntaxRemoveOptions.KeepUnbalancedDirectives)!)));
        }
        else
        {
            target.Offer(Title, Key, statement, () => SyntaxFactory.Block().WithTriviaFrom(statement));
        }
    }

    private static SyntaxList<StatementSyntax> Lines(IfStatementSyntax statement, BlockSyntax block)
    {
        SyntaxList<StatementSyntax> statements = block.Statements;
        SyntaxList<StatementSyntax> lines = statements.Replace(statements[0], statements[0].WithLeadingTrivia(statement.GetLeadingTrivia().AddRange(statements[0].GetLeadingTrivia())));
        // Comments and directives at the end of the block.
        SyntaxTriviaList end = block.CloseBraceToken.LeadingTrivia;
        if (end.Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)))
            lines = lines.Replace(lines[lines.Count - 1], lines[lines.Count - 1].WithTrailingTrivia(lines[lines.Count - 1].GetTrailingTrivia().AddRange(end)));
        for (int i = 0; i < lines.Count; i++)
            lines = lines.Replace(lines[i], lines[i].WithAdditionalAnnotations(Formatter.Annotation));
        return lines;
    }

    private static bool Declares(SyntaxList<StatementSyntax> statements) =>
        statements.Any(SyntaxKind.LocalDeclarationStatement) || statements.Any(SyntaxKind.LocalFunctionStatement)
        || statements.Any(static statement => statement is not BlockSyntax && statement.DescendantNodes().Any(static node => node is SingleVariableDesignationSyntax));
}
