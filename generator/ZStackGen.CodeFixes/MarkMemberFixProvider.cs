using System.Collections.Generic;
using System.Collections.Immutable;
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

/// <summary>Adds <c>[RequiresZStack]</c> to a member that uses a symbol newer than the target version, so that the callers of the member have to check the version.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkMemberFixProvider))]
public sealed class MarkMemberFixProvider : NodeFixProvider
{
    /// <summary>The equivalence key of the fix.</summary>
    public const string Key = "ZStackGen.Requires";

    private const string AttributeType = "ZStack.RequiresZStackAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ZSG3001");

    /// <summary>Returns a provider that adds one attribute to a member with several uses, with the latest of their versions.</summary>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(static (context, document, diagnostics) => MarkAsync(document, diagnostics, context.CancellationToken));

    /// <inheritdoc/>
    private protected override void Offer(FixTarget target)
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
        // Raise the version of an existing attribute.
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

    /// <summary>Returns the member that contains a use. A top-level statement has no member for the attribute.</summary>
    private static MemberDeclarationSyntax? Member(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member and not GlobalStatementSyntax and not BaseNamespaceDeclarationSyntax ? member : null;
}
