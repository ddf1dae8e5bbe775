using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using ZStackGen.Generator.Analysis;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.CodeFixes;

/// <summary>Marks the member that uses what is newer than the target version with <c>[RequiresZStack]</c>, so that its callers are asked for a check.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkMemberFixProvider)), Shared]
public sealed class MarkMemberFixProvider : NodeFixProvider
{
    /// <summary>The equivalence key of the fix.</summary>
    public const string Key = "ZStackGen.Requires";

    private const string AttributeType = "ZStack.RequiresZStackAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ZSG3001");

    /// <summary>Several uses of one member need one mark, with the latest of their versions.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static (context, document, diagnostics) => MarkAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    private protected override void Register(FixTarget target)
    {
        if (target.Property(UsageProperties.Needed) is { } needed && Member(target.Node) is not null)
        {
            target.Offer("Mark with [RequiresZStack(\"" + needed + "\")]", Key, async cancellation =>
                await MarkAsync(target.Context.Document, ImmutableArray.Create(target.Diagnostic), cancellation).ConfigureAwait(false) ?? target.Context.Document);
        }
    }

    private static async Task<Document?> MarkAsync(Document document, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var needs = new Dictionary<MemberDeclarationSyntax, string>();
        foreach (Diagnostic diagnostic in diagnostics)
        {
            SyntaxNode node = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Member(node) is { } member && diagnostic.Properties.TryGetValue(UsageProperties.Needed, out string? needed) && needed is not null
                && (!needs.TryGetValue(member, out string? other) || SinceVersion.Compare(needed, other) > 0))
            {
                needs[member] = needed;
            }
        }

        foreach (KeyValuePair<MemberDeclarationSyntax, string> need in needs)
            Mark(editor, need.Key, need.Value);
        return editor.GetChangedDocument();
    }

    private static void Mark(DocumentEditor editor, MemberDeclarationSyntax member, string needed)
    {
        SyntaxNode version = editor.Generator.AttributeArgument(editor.Generator.LiteralExpression(needed));
        // A mark with a lower version is raised.
        if (member.AttributeLists.SelectMany(static list => list.Attributes).FirstOrDefault(attribute => IsMark(editor.SemanticModel, attribute)) is { ArgumentList.Arguments: { Count: 1 } arguments })
        {
            editor.ReplaceNode(arguments[0], version);
            return;
        }

        NameSyntax name = SyntaxFactory.ParseName("global::ZStack.RequiresZStack").WithAdditionalAnnotations(Simplifier.Annotation);
        editor.AddAttribute(member, editor.Generator.Attribute(name, [version]));
    }

    private static bool IsMark(SemanticModel model, AttributeSyntax attribute) =>
        model.GetTypeInfo(attribute).Type is { } type && SymbolEqualityComparer.Default.Equals(type, model.Compilation.GetTypeByMetadataName(AttributeType));

    /// <summary>The member around a use. A statement of a program without a class has none that could be marked.</summary>
    private static MemberDeclarationSyntax? Member(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax and not BaseNamespaceDeclarationSyntax ? member : null;
}
