using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Queries;
using ZStackGen.Generator.Analysis.Versions;

namespace ZStackGen.Generator.Analysis;

/// <summary>Reports query conditions that no resource can satisfy.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EmptyConditionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UsageDescriptors.EmptyCondition);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            Compilation compilation = start.Compilation;
            if (compilation.GetTypeByMetadataName("ZStack.QueryField") is not { } field || compilation.GetTypeByMetadataName("ZStack.QueryFields") is not { } fields
                || compilation.GetTypeByMetadataName("ZStack.QueryCondition") is not { } condition)
            {
                return;
            }

            var values = new ConditionValues(field, fields, condition);
            start.RegisterOperationAction(operation => Binary(operation, values), OperationKind.Binary);
            start.RegisterOperationAction(operation => Call(operation, values, condition), OperationKind.Invocation);
        });
    }

    private static void Binary(OperationAnalysisContext context, ConditionValues values)
    {
        var binary = (IBinaryOperation)context.Operation;
        if (values.Comparison(binary) is { Operator: BinaryOperatorKind.Equals, Value: string text } comparison)
            Value(context, comparison.Field, text, binary.RightOperand.Syntax);
        // The outermost "&" contains all comparisons of its chain.
        if (binary.OperatorKind != BinaryOperatorKind.And || !values.IsCondition(binary) || Parent(binary) is IBinaryOperation { OperatorKind: BinaryOperatorKind.And })
            return;
        Conjunction(context, values, binary);
    }

    private static void Call(OperationAnalysisContext context, ConditionValues values, INamedTypeSymbol condition)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!KnownTypes.Derives(call.Type, condition) || call.Instance is null)
            return;
        if (call.TargetMethod.Name == "And" && KnownTypes.Derives(call.Instance.Type, condition))
        {
            Conjunction(context, values, call);
            return;
        }

        if (call.TargetMethod.Name != "In" || values.Field(call.Instance) is not { } field)
            return;
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value is not IArrayCreationOperation { Initializer.ElementValues: { } elements })
                continue;
            foreach (IOperation element in elements)
            {
                if (ConditionValues.TryConstant(element, out object? value) && value is string text)
                    Value(context, field.Property, text, element.Syntax);
            }
        }
    }

    private static void Conjunction(OperationAnalysisContext context, ConditionValues values, IOperation condition)
    {
        if (Contradiction.Find(values.Conjunction(condition)) is not { } pair)
            return;
        string message = "No resource meets both '" + pair.First.Syntax + "' and '" + pair.Second.Syntax + "'";
        context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.EmptyCondition, pair.Second.Syntax.GetLocation(), [pair.First.Syntax.GetLocation()], message));
    }

    private static void Value(OperationAnalysisContext context, IPropertySymbol field, string value, SyntaxNode syntax)
    {
        if (ConditionValues.ValueType(field.Type) is not { } type)
            return;
        List<string> known = KnownValues.Of(type);
        if (known.Count > 0 && !KnownValues.Contains(known, value))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                UsageDescriptors.EmptyCondition, syntax.GetLocation(),
                "The documentation does not list the value '" + value + "' of '" + field.Name + "'; it lists " + string.Join(", ", known.Count > 10 ? known.GetRange(0, 10) : known)));
        }
    }

    private static IOperation? Parent(IOperation operation)
    {
        IOperation? parent = operation.Parent;
        while (parent is IConversionOperation)
            parent = parent.Parent;
        return parent;
    }
}
