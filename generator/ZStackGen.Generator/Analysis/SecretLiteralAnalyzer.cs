using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis;

/// <summary>Reports passwords and secret keys that are constants in the source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretLiteralAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UsageDescriptors.SecretLiteral);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ZStack.ZStackCredential") is { } credential)
                start.RegisterOperationAction(operation => Check(operation, credential), OperationKind.Invocation);
        });
    }

    private static void Check(OperationAnalysisContext context, INamedTypeSymbol credential)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!KnownTypes.Is(call.TargetMethod.ContainingType, credential))
            return;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            // An empty string is not a secret, and is rejected at run time.
            if (argument is { Parameter.Name: "password" or "secret", Value.ConstantValue: { HasValue: true, Value: string { Length: > 0 } } })
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    UsageDescriptors.SecretLiteral, argument.Value.Syntax.GetLocation(), argument.Parameter.Name, credential.Name + "." + call.TargetMethod.Name));
            }
        }
    }
}
