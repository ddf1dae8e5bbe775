using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis;

/// <summary>
/// Suppresses the compiler's warning about a deprecated or removed symbol if the project has a target version. ZSG3002 reports the symbol
/// if that version deprecates or removes it; otherwise, the project can use it.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeprecationSuppressor : DiagnosticSuppressor
{
    /// <summary>The suppression of CS0618 in favor of ZSG3002.</summary>
    public static readonly SuppressionDescriptor TargetVersionDecides = new("ZSGS0618", "CS0618", "ZSG3002 compares the version with the project's target version.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(TargetVersionDecides);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (TargetVersion.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions).Version is null || KnownTypes.Find(context.Compilation) is not { } types)
            return;
        var versions = new SymbolVersions(types, context.Compilation.Assembly);
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (context.GetSemanticModel(tree).GetSymbolInfo(node, context.CancellationToken).Symbol is { } symbol
                && versions.Of(symbol) is { } need && (need.Removed is not null || need.Deprecated is not null))
            {
                context.ReportSuppression(Suppression.Create(TargetVersionDecides, diagnostic));
            }
        }
    }
}
