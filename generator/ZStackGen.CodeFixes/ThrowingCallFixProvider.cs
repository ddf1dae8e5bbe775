using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ZStackGen.CodeFixes;

/// <summary>Replaces <c>TryCallAsync</c>, whose result is ignored, with <c>CallAsync</c>, which throws the server's error.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ThrowingCallFixProvider))]
public sealed class ThrowingCallFixProvider : NodeFixProvider
{
    /// <summary>The equivalence key of the fix.</summary>
    public const string Key = "ZStackGen.Call";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ZSG3011");

    /// <inheritdoc/>
    private protected override void Offer(FixTarget target)
    {
        SimpleNameSyntax? name = target.Node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().FirstOrDefault(static name => name.Identifier.ValueText == "TryCallAsync");
        if (name is not null)
            target.Offer("Use CallAsync", Key, name, () => name.WithIdentifier(SyntaxFactory.Identifier("CallAsync").WithTriviaFrom(name.Identifier)));
    }
}
