using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ZStackGen.CodeFixes;

/// <summary>Represents a diagnostic to fix.</summary>
/// <param name="Context">The context that registers the fixes.</param>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Root">The syntax root of the file.</param>
/// <param name="Model">The semantic model of the file.</param>
/// <param name="Node">The syntax node at the location of the diagnostic.</param>
internal sealed record FixTarget(CodeFixContext Context, Diagnostic Diagnostic, SyntaxNode Root, SemanticModel Model, SyntaxNode Node)
{
    private readonly List<(string Title, string Key, Func<CancellationToken, Task<Document>> Change)> _offers = [];

    /// <summary>Returns a property of the diagnostic.</summary>
    public string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;

    /// <summary>Offers a fix that replaces a node.</summary>
    public void Offer(string title, string key, SyntaxNode old, Func<SyntaxNode> replacement) =>
        Offer(title, key, _ => Task.FromResult(Context.Document.WithSyntaxRoot(Root.ReplaceNode(old, replacement()))));

    /// <summary>Offers a fix that changes the member of the diagnostic.</summary>
    public void Offer(string title, string key, Func<CancellationToken, Task<Document>> change) => _offers.Add((title, key, change));

    /// <summary>Registers the fixes that yield code without new errors.</summary>
    public async Task RegisterAsync()
    {
        foreach ((string title, string key, Func<CancellationToken, Task<Document>> change) in _offers)
        {
            Document changed = await change(Context.CancellationToken).ConfigureAwait(false);
            if (await changed.GetSyntaxRootAsync(Context.CancellationToken).ConfigureAwait(false) is { } root && !HasNewError(root))
                Context.RegisterCodeFix(CodeAction.Create(title, change, key), Diagnostic);
        }
    }

    /// <summary>Determines whether the changed member has more errors than the member has now. Only the member is bound again.</summary>
    private bool HasNewError(SyntaxNode changed)
    {
        SyntaxNode member = Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } declaration and not GlobalStatementSyntax ? declaration : Root;
        TextSpan span = member.FullSpan;
        SyntaxTree tree = Root.SyntaxTree.WithRootAndOptions(changed, Root.SyntaxTree.Options);
        SemanticModel model = Model.Compilation.ReplaceSyntaxTree(Root.SyntaxTree, tree).GetSemanticModel(tree);
        return Errors(model, new TextSpan(span.Start, span.Length + changed.FullSpan.Length - Root.FullSpan.Length)) > Errors(Model, span);
    }

    private int Errors(SemanticModel model, TextSpan span) =>
        model.GetDiagnostics(span, Context.CancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
