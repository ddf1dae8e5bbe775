using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Reads for which API a program asks the set of those that the server has: <c>apis.Supports(action)</c>, <c>apis.Supports(nameof(StartVmInstanceAction))</c>.</summary>
internal sealed class ApiQuestion(KnownTypes types, SemanticModel? model = null)
{
    /// <summary>The action class of the API; <see langword="null"/> for a call that asks for none.</summary>
    public INamedTypeSymbol? Api(IInvocationOperation invocation)
    {
        if (!IsQuestion(invocation))
            return null;
        IOperation argument = VersionConstants.Unwrap(invocation.Arguments[0].Value)!;
        if (argument.ConstantValue.HasValue)
            return OfNameOf(argument.Syntax);
        return KnownTypes.Derives(argument.Type, types.Action) ? argument.Type as INamedTypeSymbol : null;
    }

    /// <summary>Whether a call asks for an API.</summary>
    public bool IsQuestion(IInvocationOperation invocation) =>
        invocation is { TargetMethod.Name: "Supports" or "Contains", Arguments: { Length: 1 } } && KnownTypes.Is(invocation.TargetMethod.ContainingType, types.ApiSet);

    /// <summary>A control flow graph keeps the text of <c>nameof</c> only, but its syntax tells the type. Another text is no symbol, and tells nothing.</summary>
    private INamedTypeSymbol? OfNameOf(SyntaxNode syntax) =>
        model is not null && syntax is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }
            && model.GetSymbolInfo(arguments[0].Expression).Symbol is INamedTypeSymbol type && KnownTypes.Derives(type, types.Action) ? type : null;
}
