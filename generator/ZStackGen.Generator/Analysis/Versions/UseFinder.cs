using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            // The base list names the type, and a constructor of the type itself may use it.
            case IInvocationOperation { TargetMethod: { MethodKind: MethodKind.Constructor } called }:
                return Symbol(operation, called).Where(static use => use.Need.Source is not INamedTypeSymbol);
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
}
