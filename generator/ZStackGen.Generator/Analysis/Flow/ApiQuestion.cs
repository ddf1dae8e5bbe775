using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis.Flow;

/// <summary>Reads calls that check whether the server supports an API: <c>apis.Supports(action)</c>, <c>apis.Supports(nameof(StartVmInstanceAction))</c>.</summary>
internal sealed class ApiQuestion(KnownTypes types, SemanticModel? model = null)
{
    /// <summary>Returns the action class of the API; <see langword="null"/> if the call does not check for an API.</summary>
    public INamedTypeSymbol? Api(IInvocationOperation invocation)
    {
        if (!IsQuestion(invocation))
            return null;
        IOperation argument = VersionConstants.Unwrap(invocation.Arguments[0].Value)!;
        if (argument.ConstantValue.HasValue)
            return OfNameOf(argument.Syntax);
        return KnownTypes.Derives(argument.Type, types.Action) ? argument.Type as INamedTypeSymbol : null;
    }

    /// <summary>Determines whether a call checks for an API.</summary>
    public bool IsQuestion(IInvocationOperation invocation) =>
        invocation is { TargetMethod.Name: "Supports" or "Contains", Arguments: { Length: 1 } } && KnownTypes.Is(invocation.TargetMethod.ContainingType, types.ApiSet);

    /// <summary>Reads the type from the syntax of <c>nameof</c>, because a control flow graph keeps only its text. Other texts do not identify a symbol.</summary>
    private INamedTypeSymbol? OfNameOf(SyntaxNode syntax) =>
        model is not null && syntax is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }
            && model.GetSymbolInfo(arguments[0].Expression).Symbol is INamedTypeSymbol type && KnownTypes.Derives(type, types.Action) ? type : null;
}
