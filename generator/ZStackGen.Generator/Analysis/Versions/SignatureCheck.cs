using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ZStackGen.Generator.Analysis.Flow;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>
/// Checks the types that a declaration names outside of its body: types of members and parameters, base types and constraints. The names of a
/// declaration are bound only if its symbol refers to a type with a version. Binding all names would take longer than the rest of the analysis.
/// </summary>
internal sealed class SignatureCheck(SymbolVersions versions, TargetVersion target, LowestNeed? lowest)
{
    private readonly UseReport _report = new(versions, target, lowest);

    /// <summary>Gets the kinds of declarations.</summary>
    public static ImmutableArray<SyntaxKind> Kinds { get; } = ImmutableArray.Create(
        SyntaxKind.ClassDeclaration, SyntaxKind.StructDeclaration, SyntaxKind.InterfaceDeclaration, SyntaxKind.RecordDeclaration, SyntaxKind.RecordStructDeclaration,
        SyntaxKind.DelegateDeclaration, SyntaxKind.MethodDeclaration, SyntaxKind.ConstructorDeclaration, SyntaxKind.OperatorDeclaration,
        SyntaxKind.ConversionOperatorDeclaration, SyntaxKind.PropertyDeclaration, SyntaxKind.IndexerDeclaration, SyntaxKind.FieldDeclaration,
        SyntaxKind.EventDeclaration, SyntaxKind.EventFieldDeclaration);

    /// <summary>Reports the types of a declaration.</summary>
    public void Check(SyntaxNodeAnalysisContext context)
    {
        SyntaxNode declared = context.Node is BaseFieldDeclarationSyntax { Declaration.Variables: { Count: > 0 } variables } ? variables[0] : context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declared, context.CancellationToken) is not { } symbol || !Refers(symbol))
            return;
        Knowledge? granted = null;
        foreach (TypeSyntax type in Types(context.Node))
        {
            foreach (NameSyntax name in Names(type))
            {
                foreach (VersionUse use in Uses(name, context))
                    _report.Report(use, granted ??= Knowledge.AtLeast(versions.GrantedIn(symbol)), context.ReportDiagnostic);
            }
        }
    }

    private IEnumerable<VersionUse> Uses(NameSyntax name, SyntaxNodeAnalysisContext context)
    {
        if (context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is not ITypeSymbol type)
            return [];
        bool isAlias = name is IdentifierNameSyntax && context.SemanticModel.GetAliasInfo(name, context.CancellationToken) is not null;
        // The arguments of a generic name are names of their own. An alias hides its arguments.
        return (isAlias ? Parts(type) : [type]).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
            .Select(part => versions.Of(part) is { } need ? new VersionUse(null, name, part, need) : null)
            .OfType<VersionUse>();
    }

    private bool Refers(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => Refers(method.ReturnType) || Refers(method.Parameters) || Refers(method.TypeParameters),
        IPropertySymbol property => Refers(property.Type) || Refers(property.Parameters),
        IFieldSymbol field => Refers(field.Type),
        IEventSymbol @event => Refers(@event.Type),
        INamedTypeSymbol type => (type.BaseType is { } @base && Refers(@base)) || type.Interfaces.Any(Refers) || Refers(type.TypeParameters)
            || (type.DelegateInvokeMethod is { } invoke && Refers(invoke)) || type.InstanceConstructors.Any(constructor => Refers(constructor.Parameters)),
        _ => false,
    };

    private bool Refers(ImmutableArray<IParameterSymbol> parameters) => parameters.Any(parameter => Refers(parameter.Type));

    private bool Refers(ImmutableArray<ITypeParameterSymbol> parameters) => parameters.Any(parameter => parameter.ConstraintTypes.Any(Refers));

    private bool Refers(ITypeSymbol type) => Parts(type).Any(part => versions.Of(part) is { } need && _report.CanMatter(need));

    /// <summary>Returns a type and the types in it: its element type, its type arguments, and those of its containing types.</summary>
    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Parts(array.ElementType);
            case IPointerTypeSymbol pointer:
                return Parts(pointer.PointedAtType);
            case INamedTypeSymbol { ContainingType: null, TypeArguments.IsEmpty: true }:
                return [type];
            case INamedTypeSymbol named:
                IEnumerable<ITypeSymbol> arguments = named.TypeArguments.SelectMany(Parts);
                return named.ContainingType is { IsGenericType: true } around ? [type, .. Parts(around), .. arguments] : [type, .. arguments];
            default:
                return [];
        }
    }

    private static IEnumerable<TypeSyntax> Types(SyntaxNode declaration) => declaration switch
    {
        TypeDeclarationSyntax type => [.. type.BaseList?.Types.Select(static @base => @base.Type) ?? [], .. Parameters(type.ParameterList), .. Constraints(type.ConstraintClauses)],
        DelegateDeclarationSyntax @delegate => [@delegate.ReturnType, .. Parameters(@delegate.ParameterList), .. Constraints(@delegate.ConstraintClauses)],
        MethodDeclarationSyntax method => [method.ReturnType, .. Parameters(method.ParameterList), .. Constraints(method.ConstraintClauses)],
        OperatorDeclarationSyntax @operator => [@operator.ReturnType, .. Parameters(@operator.ParameterList)],
        ConversionOperatorDeclarationSyntax conversion => [conversion.Type, .. Parameters(conversion.ParameterList)],
        BaseMethodDeclarationSyntax method => Parameters(method.ParameterList),
        IndexerDeclarationSyntax indexer => [indexer.Type, .. Parameters(indexer.ParameterList)],
        BasePropertyDeclarationSyntax property => [property.Type],
        BaseFieldDeclarationSyntax field => [field.Declaration.Type],
        _ => [],
    };

    private static IEnumerable<TypeSyntax> Parameters(BaseParameterListSyntax? list) => list?.Parameters.Select(static parameter => parameter.Type).OfType<TypeSyntax>() ?? [];

    private static IEnumerable<TypeSyntax> Constraints(SyntaxList<TypeParameterConstraintClauseSyntax> clauses) =>
        clauses.SelectMany(static clause => clause.Constraints).OfType<TypeConstraintSyntax>().Select(static constraint => constraint.Type);

    /// <summary>Returns the names in a type. A qualified name is one name: the version of a nested type covers that of its containing type.</summary>
    private static IEnumerable<NameSyntax> Names(TypeSyntax type) => type.DescendantNodesAndSelf().OfType<NameSyntax>().Where(static name => name.Parent switch
    {
        QualifiedNameSyntax or AliasQualifiedNameSyntax => false,
        _ => true,
    });
}
