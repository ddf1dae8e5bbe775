using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ZStackGen.Generator.Analysis.Versions;

/// <summary>Finds the symbols in an operation that not every server supports.</summary>
internal sealed class UseFinder(SymbolVersions versions)
{
    /// <summary>Gets the kinds of operations that can use such symbols.</summary>
    public static ImmutableArray<OperationKind> Kinds { get; } = ImmutableArray.Create(
        OperationKind.PropertyReference, OperationKind.FieldReference, OperationKind.EventReference, OperationKind.MethodReference,
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.ArrayCreation, OperationKind.DefaultValue,
        OperationKind.TypeOf, OperationKind.NameOf, OperationKind.Conversion, OperationKind.IsType,
        OperationKind.DeclarationPattern, OperationKind.RecursivePattern, OperationKind.TypePattern);

    /// <summary>Returns the uses in an operation.</summary>
    public IEnumerable<VersionUse> In(IOperation operation)
    {
        switch (operation)
        {
            case IMemberReferenceOperation reference:
                return Symbol(operation, reference.Member);
            case IInvocationOperation invocation:
                return With(Symbol(operation, invocation.TargetMethod), operation, HasTypeArguments(invocation.Syntax) ? invocation.TargetMethod.TypeArguments : ImmutableArray<ITypeSymbol>.Empty);
            case IObjectCreationOperation { Constructor: { } constructor, Type: INamedTypeSymbol created }:
                return With(Symbol(operation, constructor, created), operation, created.TypeArguments);
            case ITypeOfOperation typeOf:
                return Type(operation, typeOf.TypeOperand);
            case IConversionOperation { IsImplicit: false, Type: { } converted } when operation.Syntax is CastExpressionSyntax or BinaryExpressionSyntax:
                return Type(operation, converted);
            case IIsTypeOperation isType:
                return Type(operation, isType.TypeOperand);
            case IDeclarationPatternOperation { MatchedType: { } matched, IsImplicit: false } declaration when declaration.Syntax is not VarPatternSyntax:
                return Type(operation, matched);
            case IRecursivePatternOperation { MatchedType: { } matched, Syntax: RecursivePatternSyntax { Type: not null } }:
                return Type(operation, matched);
            case ITypePatternOperation type:
                return Type(operation, type.MatchedType);
            case IDefaultValueOperation { Type: { } defaulted, IsImplicit: false, Syntax: DefaultExpressionSyntax }:
                return Type(operation, defaulted);
            case IArrayCreationOperation { Type: IArrayTypeSymbol array, IsImplicit: false, Syntax: ArrayCreationExpressionSyntax }:
                return Type(operation, array);
            case INameOfOperation { Argument: { } named } when named is not IMemberReferenceOperation:
                return operation.SemanticModel?.GetSymbolInfo(named.Syntax).Symbol is ITypeSymbol type2 ? Type(named, type2) : [];
            default:
                return [];
        }
    }

    /// <summary>Returns the uses of types in the base list of a declaration.</summary>
    public IEnumerable<VersionUse> InBases(INamedTypeSymbol type, SymbolAnalysisContext context)
    {
        if (type.BaseType is { SpecialType: not SpecialType.None } && type.Interfaces.IsEmpty)
            yield break;
        foreach (ITypeSymbol named in type.Interfaces.Insert(0, type.BaseType ?? type))
        {
            foreach (VersionUse use in Type(null, named))
            {
                if (BaseSyntax(type, use.Symbol, context) is { } syntax)
                    yield return use with { Syntax = syntax };
            }
        }
    }

    /// <summary>Returns the uses in a type: the type itself, its type arguments, and the element type of an array.</summary>
    private IEnumerable<VersionUse> Type(IOperation? operation, ITypeSymbol? type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return Type(operation, array.ElementType);
            case INamedTypeSymbol named:
                return With(Symbol(operation, named), operation, named.TypeArguments);
            default:
                return [];
        }
    }

    private IEnumerable<VersionUse> With(IEnumerable<VersionUse> uses, IOperation? operation, ImmutableArray<ITypeSymbol> types) =>
        types.IsEmpty ? uses : uses.Concat(types.SelectMany(type => Type(operation, type)));

    private IEnumerable<VersionUse> Symbol(IOperation? operation, ISymbol symbol, ISymbol? shown = null) =>
        versions.Of(symbol) is { } need ? [new VersionUse(operation, operation?.Syntax!, shown ?? symbol, need)] : [];

    private static bool HasTypeArguments(SyntaxNode syntax) =>
        syntax is InvocationExpressionSyntax { Expression: GenericNameSyntax or MemberAccessExpressionSyntax { Name: GenericNameSyntax } or MemberBindingExpressionSyntax { Name: GenericNameSyntax } };

    private static BaseTypeSyntax? BaseSyntax(INamedTypeSymbol type, ISymbol named, SymbolAnalysisContext context)
    {
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is not TypeDeclarationSyntax { BaseList: { } bases })
                continue;
            foreach (SimpleNameSyntax name in bases.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (name.Identifier.ValueText == named.Name)
                    return name.FirstAncestorOrSelf<BaseTypeSyntax>();
            }
        }

        return null;
    }
}
