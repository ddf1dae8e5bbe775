using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ZStackGen.CodeFixes;

/// <summary>Represents a diagnostic to fix.</summary>
/// <param name="Context">The context that registers the fixes.</param>
/// <param name="Diagnostic">The diagnostic.</param>
/// <param name="Root">The syntax root of the file.</param>
/// <param name="Model">The semantic model of the file.</param>
/// <param name="Node">The syntax node at the location of the diagnostic.</param>
internal sealed record FixTarget(CodeFixContext Context, Diagnostic Diagnostic, SyntaxNode Root, SemanticModel Model, SyntaxNode Node)
{
    /// <summary>Returns a property of the diagnostic.</summary>
    public string? Property(string name) => Diagnostic.Properties.TryGetValue(name, out string? value) ? value : null;

    /// <summary>Registers a fix that replaces a node.</summary>
    public void Offer(string title, string key, SyntaxNode old, Func<SyntaxNode> replacement) =>
        Offer(title, key, _ => Task.FromResult(Context.Document.WithSyntaxRoot(Root.ReplaceNode(old, replacement()))));

    /// <summary>Registers a fix that changes the document.</summary>
    public void Offer(string title, string key, Func<CancellationToken, Task<Document>> change) =>
        Context.RegisterCodeFix(CodeAction.Create(title, change, key), Diagnostic);
}
