using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ZStackGen.Generator.Analysis;

namespace ZStackGen.CodeFixes;

/// <summary>Replaces a removed or deprecated symbol with the replacement that the documentation names, if the API contains it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplacementFixProvider))]
public sealed class ReplacementFixProvider : NodeFixProvider
{
    /// <summary>The equivalence key of the fix.</summary>
    public const string Key = "ZStackGen.Replacement";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("ZSG3002");

    /// <inheritdoc/>
    private protected override void Offer(FixTarget target)
    {
        if (target.Property(UsageProperties.Replacement) is not { } replacement)
            return;
        foreach (SimpleNameSyntax name in target.Node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Reverse())
        {
            ISymbol? symbol = target.Model.GetSymbolInfo(name).Symbol;
            symbol = symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? constructor.ContainingType : symbol;
            if (symbol is null || Other(symbol, replacement) is not { } other)
                continue;
            target.Offer("Use '" + other + "'", Key, name, () => name.WithIdentifier(SyntaxFactory.Identifier(other).WithTriviaFrom(name.Identifier)));
            return;
        }
    }

    /// <summary>Returns the C# name of the replacement. A documentation page states its wire name, which differs in the case of letters or lacks <c>Action</c>.</summary>
    private static string? Other(ISymbol symbol, string replacement)
    {
        IEnumerable<ISymbol> beside = symbol switch
        {
            INamedTypeSymbol { ContainingType: null } type => type.ContainingNamespace.GetTypeMembers(),
            { ContainingType: { } type } => Members(type),
            _ => [],
        };
        string? found = beside.Select(static other => other.Name).FirstOrDefault(name =>
            name != symbol.Name && (string.Equals(name, replacement, StringComparison.OrdinalIgnoreCase) || (symbol is INamedTypeSymbol && name == replacement + "Action")));
        return found;
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            foreach (ISymbol member in level.GetMembers())
            {
                if (member.DeclaredAccessibility == Accessibility.Public && member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } or INamedTypeSymbol)
                    yield return member;
            }
        }
    }
}
