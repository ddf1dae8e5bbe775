using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Reads the constant version that an expression represents: <c>ZStackVersion.V5_0</c>, <c>ZStackVersion.Parse("5.0.0")</c>, or a read-only field or a static property with either value.</summary>
internal sealed class VersionConstants(KnownTypes types)
{
    private const string ParseMethod = "Parse";

    /// <summary>Returns the version; <see langword="null"/> if the expression is not a constant version.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="state">The values of variables, or null.</param>
    public string? Read(IOperation? operation, FlowState? state)
    {
        operation = Unwrap(operation);
        return operation switch
        {
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => OfMember(property),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => OfMember(field),
            IInvocationOperation { TargetMethod: { IsStatic: true, Name: ParseMethod } method, Arguments: { Length: 1 } arguments }
                when KnownTypes.Is(method.ContainingType, types.Version) => Valid(arguments[0].Value.ConstantValue.Value as string),
            // Every version is at least null.
            { } variable => state?.ValueOf(variable) is { MayBeNull: false, Version: { } version } ? version : null,
            _ => null,
        };
    }

    /// <summary>Determines whether the type of an expression is the version type.</summary>
    public bool IsVersion(IOperation? operation) => KnownTypes.Is(Unwrap(operation)?.Type, types.Version);

    public static IOperation? Unwrap(IOperation? operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>Returns the version that a text contains; <see langword="null"/> if the text is not a version of ZStack Cloud.</summary>
    private static string? Valid(string? text) => SinceVersion.IsValid(text?.Trim()) ? text!.Trim() : null;

    private string? OfMember(ISymbol member)
    {
        if (KnownTypes.Is(member.ContainingType, types.Version))
            return OfName(member.Name);
        if (!KnownTypes.Is((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type, types.Version))
            return null;
        // The initializer may be in another file, whose semantic model is not available here, so that only its syntax is read.
        ExpressionSyntax? initializer = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(CancellationToken.None) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } body } => body,
            PropertyDeclarationSyntax { Initializer.Value: { } value } => value,
            _ => null,
        };
        return initializer switch
        {
            MemberAccessExpressionSyntax access when IsVersionType(access.Expression) => OfName(access.Name.Identifier.ValueText),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: ParseMethod } access, ArgumentList.Arguments: { Count: 1 } arguments }
                when IsVersionType(access.Expression) && arguments[0].Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)
                => Valid(literal.Token.ValueText),
            _ => null,
        };
    }

    private bool IsVersionType(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText == types.Version!.Name,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == types.Version!.Name,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText == types.Version!.Name,
        _ => false,
    };

    /// <summary>Converts the name of a release to its version: <c>V5_0_1</c> to <c>5.0.1</c>.</summary>
    private static string? OfName(string name) => name.Length > 1 && name[0] == 'V' ? Valid(name.Substring(1).Replace('_', '.')) : null;
}
