using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ZStackGen.Generator.Analysis;

/// <summary>
/// Suppresses the warning that a generated type conflicts with a type of the same name in a referenced project. If two projects generate
/// the same APIs into one namespace, each project uses its own types.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SharedNamespaceSuppressor : DiagnosticSuppressor
{
    private const string Tool = "ZStackGen";

    /// <summary>The suppression of CS0436 for generated types.</summary>
    public static readonly SuppressionDescriptor OwnType = new("ZSGS0436", "CS0436", "Both projects generate the type from the same documentation pages, and the project uses its own type.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(OwnType);

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            SyntaxNode node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (context.GetSemanticModel(tree).GetSymbolInfo(node, context.CancellationToken).Symbol is { } symbol && IsGenerated(symbol as INamedTypeSymbol ?? symbol.ContainingType))
                context.ReportSuppression(Suppression.Create(OwnType, diagnostic));
        }
    }

    private static bool IsGenerated(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute"
                && attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is Tool))
                return true;
        }

        return false;
    }
}
