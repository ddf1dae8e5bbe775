using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Values;
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
            if (argument is not { Parameter.Name: "password" or "secret" })
                continue;
            foreach (IOperation secret in Constants(argument.Value))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    UsageDescriptors.SecretLiteral, secret.Syntax.GetLocation(), argument.Parameter.Name, credential.Name + "." + call.TargetMethod.Name));
            }
        }
    }

    /// <summary>Returns the constants that a value can be, such as the default of an environment variable. An empty string is not a secret, and is rejected at run time.</summary>
    private static IEnumerable<IOperation> Constants(IOperation value)
    {
        var waiting = new Stack<IOperation>();
        waiting.Push(value);
        while (waiting.Count > 0)
        {
            IOperation operation = waiting.Pop();
            if (operation.ConstantValue.HasValue)
            {
                if (operation.ConstantValue.Value is string { Length: > 0 })
                    yield return operation;
                continue;
            }

            switch (operation)
            {
                case ICoalesceOperation coalesce:
                    waiting.Push(coalesce.WhenNull);
                    waiting.Push(coalesce.Value);
                    break;
                case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                    waiting.Push(whenFalse);
                    waiting.Push(conditional.WhenTrue);
                    break;
                case ISwitchExpressionOperation choice:
                    foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                        waiting.Push(arm.Value);
                    break;
                case IConversionOperation conversion:
                    waiting.Push(conversion.Operand);
                    break;
                case ILocalReferenceOperation local when SingleValue.Of(local) is { } declared:
                    waiting.Push(declared);
                    break;
                case IMemberReferenceOperation { Member: { } member } when IsConstant(member):
                    yield return operation;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Determines whether a member always has the string in its declaration. Its initializer may be in another file, so that only the syntax is read.</summary>
    private static bool IsConstant(ISymbol member)
    {
        if (member is not (IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null, IsVirtual: false, IsOverride: false }))
            return false;
        ExpressionSyntax? value = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(CancellationToken.None) switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } initial } => initial,
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } body } => body,
            PropertyDeclarationSyntax { Initializer.Value: { } initial } => initial,
            _ => null,
        };
        return value is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.ValueText.Length > 0
            && !member.ContainingType.Constructors.Any(constructor => Sets(constructor, member.Name));
    }

    /// <summary>Determines whether a constructor sets a read-only member.</summary>
    private static bool Sets(IMethodSymbol constructor, string member) =>
        constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(CancellationToken.None) is { } syntax
            && syntax.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left.GetLastToken().ValueText == member);
}
