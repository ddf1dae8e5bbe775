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

/// <summary>Adds a check of the server's version before a use of a symbol that is newer than the target version.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddGuardFixProvider))]
public sealed class AddGuardFixProvider : NodeFixProvider
{
    /// <summary>The equivalence key of the fix that encloses the statement in an <c>if</c>.</summary>
    public const string GuardKey = "ZStackGen.Guard";

    /// <summary>The equivalence key of the fix that throws before the statement.</summary>
    public const string ThrowKey = "ZStackGen.Throw";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ZSG3001");

    /// <inheritdoc/>
    private protected override void Offer(FixTarget target)
    {
        StatementSyntax? statement = target.Node.FirstAncestorOrSelf<StatementSyntax>();
        if (target.Property(UsageProperties.Needed) is not { } needed || statement is null or BlockSyntax or LocalFunctionStatementSyntax
            || ClientInScope.Find(target.Model, statement) is not { } client)
        {
            return;
        }

        string version = VersionExpression.Of(target.Model.Compilation, needed);
        if (statement is ExpressionStatementSyntax or IfStatementSyntax or ForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or UsingStatementSyntax)
        {
            target.Offer("Check for ZStack " + needed, GuardKey, statement, () => Guarded(statement, client + "ServerVersion >= " + version));
        }

        if (statement.Parent is BlockSyntax or SwitchSectionSyntax)
        {
            target.Offer("Throw if the server is older than ZStack " + needed, ThrowKey, cancellation =>
            {
                IfStatementSyntax check = Check(
                    client + "ServerVersion < " + version,
                    SyntaxFactory.Block(SyntaxFactory.ParseStatement("throw new global::System.NotSupportedException(\"The server needs to have ZStack " + needed + " or later.\");")));
                check = Annotated(check).WithLeadingTrivia(statement.GetLeadingTrivia());
                SyntaxNode root = target.Root.TrackNodes(statement);
                root = root.InsertNodesBefore(root.GetCurrentNode(statement)!, [check]);
                StatementSyntax current = root.GetCurrentNode(statement)!;
                root = root.ReplaceNode(current, current.WithLeadingTrivia(current.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1)));
                return System.Threading.Tasks.Task.FromResult(target.Context.Document.WithSyntaxRoot(root));
            });
        }
    }

    private static StatementSyntax Guarded(StatementSyntax statement, string condition)
    {
        StatementSyntax check = Annotated(Check(condition, SyntaxFactory.Block(statement.WithoutLeadingTrivia()))).WithLeadingTrivia(statement.GetLeadingTrivia());
        // Keep a following else from binding to the check.
        return statement.Parent is IfStatementSyntax ? SyntaxFactory.Block(check).WithAdditionalAnnotations(Formatter.Annotation) : check;
    }

    private static IfStatementSyntax Check(string condition, BlockSyntax block) => SyntaxFactory.IfStatement(SyntaxFactory.ParseExpression(condition), block);

    private static IfStatementSyntax Annotated(IfStatementSyntax check) =>
        check.ReplaceNodes(
            check.DescendantNodes().Where(static node => node is MemberAccessExpressionSyntax or QualifiedNameSyntax && node.ToString().StartsWith("global::", System.StringComparison.Ordinal)),
            static (_, node) => node.WithAdditionalAnnotations(Simplifier.Annotation)).WithAdditionalAnnotations(Formatter.Annotation);
}
