using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ZStackGen.CodeFixes;

/// <summary>Provides the base class for fixes that replace the node of a diagnostic, or an enclosing node. Supports fixing all occurrences in a document, project or solution.</summary>
public abstract class NodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (diagnostic.Location.SourceTree == root.SyntaxTree)
                Register(new FixTarget(context, diagnostic, root, model, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)));
        }
    }

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <summary>Registers the fixes of a diagnostic.</summary>
    /// <param name="target">The diagnostic and its node.</param>
    private protected abstract void Register(FixTarget target);
}
