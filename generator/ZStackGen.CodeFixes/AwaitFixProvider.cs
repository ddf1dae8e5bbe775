using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.CodeFixes;

/// <summary>Awaits a call, or waits for a job.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitFixProvider))]
public sealed class AwaitFixProvider : NodeFixProvider
{
    /// <summary>The equivalence key of the fix.</summary>
    public const string Key = "ZStackGen.Await";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ZSG3010");

    /// <inheritdoc/>
    private protected override void Offer(FixTarget target)
    {
        // Only an async function can await, and the result of '?.' may be null instead of a task.
        if (target.Node is not ExpressionSyntax expression || expression is ConditionalAccessExpressionSyntax || !IsAsync(expression))
            return;
        if (target.Property(UsageProperties.Unused) == "job")
            target.Offer("Wait for the job", Key, expression, () => Await(Wait(expression)).WithTriviaFrom(expression));
        else
            target.Offer("Await the call", Key, expression, () => Await(expression.WithoutTrivia()).WithTriviaFrom(expression));
    }

    private static InvocationExpressionSyntax Wait(ExpressionSyntax job)
    {
        job = job.WithoutTrivia();
        ExpressionSyntax receiver = job is AwaitExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(job) : job;
        return SyntaxFactory.InvocationExpression(
            SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, receiver, SyntaxFactory.IdentifierName("WaitAsync")));
    }

    private static AwaitExpressionSyntax Await(ExpressionSyntax expression) =>
        SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), expression);

    private static bool IsAsync(SyntaxNode node)
    {
        foreach (SyntaxNode around in node.Ancestors())
        {
            switch (around)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax function:
                    return function.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MethodDeclarationSyntax method:
                    return method.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case GlobalStatementSyntax:
                    return true;
                case MemberDeclarationSyntax or LockStatementSyntax:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }
}
