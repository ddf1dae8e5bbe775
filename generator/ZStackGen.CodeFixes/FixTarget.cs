using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ZStackGen.CodeFixes;

/// <summary>A diagnostic to be fixed.</summary>
/// <param name="Context">Takes the fixes.</param>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Root">The root of its file.</param>
/// <param name="Model">The semantic model of its file.</param>
/// <param name="Node">The node at its place.</param>
internal sealed record FixTarget(CodeFixContext Context, Diagnostic Diagnostic, SyntaxNode Root, SemanticModel Model, SyntaxNode Node)
{
    /// <summary>A property of the diagnostic.</summary>
    public string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;

    /// <summary>Offers to replace a node.</summary>
    public void Offer(string title, string key, SyntaxNode old, Func<SyntaxNode> replacement) =>
        Offer(title, key, _ => Task.FromResult(Context.Document.WithSyntaxRoot(Root.ReplaceNode(old, replacement()))));

    /// <summary>Offers to change the document.</summary>
    public void Offer(string title, string key, Func<CancellationToken, Task<Document>> change) =>
        Context.RegisterCodeFix(CodeAction.Create(title, change, key), Diagnostic);
}
