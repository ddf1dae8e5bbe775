using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ZStackGen.CodeFixes;

/// <summary>Finds a client in scope at a place, to check the version of its server.</summary>
internal static class ClientInScope
{
    /// <summary>Returns the code that accesses a member of a variable, parameter, field or property, such as <c>client.</c>; <see langword="null"/> if no client is in scope.</summary>
    public static string? Find(SemanticModel model, SyntaxNode node)
    {
        if (model.Compilation.GetTypeByMetadataName("ZStack.IZStackClient") is not { } client)
            return null;
        bool isStatic = model.GetEnclosingSymbol(node.SpanStart) is { } around && IsStatic(around);
        ISymbol? found = model.LookupSymbols(node.SpanStart)
            .Where(symbol => IsClient(TypeOf(symbol), client) && (symbol.IsStatic || !isStatic || symbol is ILocalSymbol or IParameterSymbol) && IsDeclaredBefore(symbol, node) && !IsOutsideOfStatic(symbol, node))
            .OrderBy(static symbol => symbol switch { ILocalSymbol => 0, IParameterSymbol => 1, _ => 2 })
            .ThenBy(static symbol => symbol.Name, System.StringComparer.Ordinal)
            .FirstOrDefault();
        if (found is null)
            return null;
        string name = SyntaxFacts.GetKeywordKind(found.Name) == SyntaxKind.None ? found.Name : "@" + found.Name;
        return name + (TypeOf(found) is { NullableAnnotation: NullableAnnotation.Annotated } ? "?." : ".");
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false } property => property.Type,
        _ => null,
    };

    private static bool IsClient(ITypeSymbol? type, INamedTypeSymbol client) =>
        type is not null && (SymbolEqualityComparer.Default.Equals(type, client) || type.AllInterfaces.Contains(client, SymbolEqualityComparer.Default));

    private static bool IsStatic(ISymbol symbol)
    {
        ISymbol? member = symbol;
        while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            member = member.ContainingSymbol;
        return member?.IsStatic == true;
    }

    /// <summary>Determines whether a static local function or lambda around the node cannot use a variable or parameter from outside.</summary>
    private static bool IsOutsideOfStatic(ISymbol symbol, SyntaxNode node) =>
        symbol is ILocalSymbol or IParameterSymbol && node.Ancestors().Any(around => IsStaticFunction(around) && symbol.DeclaringSyntaxReferences.Any(reference => !around.Span.Contains(reference.Span)));

    private static bool IsStaticFunction(SyntaxNode node) => node switch
    {
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.Modifiers.Any(SyntaxKind.StaticKeyword),
        _ => false,
    };

    private static bool IsDeclaredBefore(ISymbol symbol, SyntaxNode node) =>
        symbol is not ILocalSymbol || symbol.DeclaringSyntaxReferences.All(reference => reference.Span.End < node.SpanStart);
}
