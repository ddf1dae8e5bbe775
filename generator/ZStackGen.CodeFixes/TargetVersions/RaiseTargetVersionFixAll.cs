using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ZStackGen.CodeFixes.TargetVersions;

/// <summary>
/// Raises <c>ZStackGenTargetVersion</c> once for each file that states it. The batch fixer of Roslyn merges changes of source files only.
/// </summary>
internal sealed class RaiseTargetVersionFixAll : FixAllProvider
{
    private RaiseTargetVersionFixAll()
    {
    }

    public static RaiseTargetVersionFixAll Instance { get; } = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext context)
    {
        var raises = new TargetVersionRaises();
        foreach (Project project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            if (project.Language != context.Project.Language)
                continue;
            ImmutableArray<Diagnostic> diagnostics = context.Scope == FixAllScope.Document && context.Document is { } document
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            foreach (Diagnostic diagnostic in diagnostics.Where(diagnostic => context.DiagnosticIds.Contains(diagnostic.Id)))
                await raises.AddAsync(project, diagnostic, context.CancellationToken).ConfigureAwait(false);
        }

        return raises.Title is { } title
            ? CodeAction.Create(title, cancellation => raises.ApplyAsync(context.Solution, cancellation), RaiseTargetVersionFixProvider.Key)
            : null;
    }
}
