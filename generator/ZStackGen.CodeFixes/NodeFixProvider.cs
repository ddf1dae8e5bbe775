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
            if (diagnostic.Location.SourceTree != root.SyntaxTree)
                continue;
            var target = new FixTarget(context, diagnostic, root, model, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true));
            Offer(target);
            await target.RegisterAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <summary>Offers the fixes of a diagnostic. A fix is registered only if the fixed code compiles.</summary>
    /// <param name="target">The diagnostic and its node.</param>
    private protected abstract void Offer(FixTarget target);
}
