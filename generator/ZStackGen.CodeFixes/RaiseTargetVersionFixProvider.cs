using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ZStackGen.CodeFixes.TargetVersions;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.CodeFixes;

/// <summary>
/// Raises <c>ZStackGenTargetVersion</c> in the project file, in a <c>.props</c> file or in the directive of a file-based program, to the version
/// that a use needs.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RaiseTargetVersionFixProvider))]
public sealed class RaiseTargetVersionFixProvider : CodeFixProvider
{
    /// <summary>The equivalence key of the fix.</summary>
    public const string Key = "ZStackGen.RaiseTargetVersion";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ZSG3001");

    /// <summary>Returns a provider that raises the property to the latest version that the diagnostics need.</summary>
    public override FixAllProvider GetFixAllProvider() => RaiseTargetVersionFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            var raises = new TargetVersionRaises();
            await raises.AddAsync(context.Document.Project, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if (raises.Title is { } title)
                context.RegisterCodeFix(CodeAction.Create(title, cancellation => raises.ApplyAsync(context.Document.Project.Solution, cancellation), Key), diagnostic);
        }
    }
}
