using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Analysis.Queries;
using ZStackGen.Generator.Analysis.Values;
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
                || compilation.GetTypeByMetadataName("ZStack.QueryCondition") is not { } condition || compilation.GetTypeByMetadataName("ZStack.ZStackQuery`1") is not { } query)
            {
                return;
            }

            var values = new ConditionValues(field, fields, condition, query);
            start.RegisterOperationAction(operation => Binary(operation, values), OperationKind.Binary);
            start.RegisterOperationAction(operation => Call(operation, values, condition), OperationKind.Invocation);
        });
    }

    private static void Binary(OperationAnalysisContext context, ConditionValues values)
    {
        var binary = (IBinaryOperation)context.Operation;
        Values(context, values, binary);
        // The outermost "&" contains all comparisons of its chain.
        if (binary.OperatorKind != BinaryOperatorKind.And || !values.IsCondition(binary) || Parent(binary) is IBinaryOperation { OperatorKind: BinaryOperatorKind.And })
            return;
        Conjunction(context, values, binary);
    }

    private static void Call(OperationAnalysisContext context, ConditionValues values, INamedTypeSymbol condition)
    {
        var call = (IInvocationOperation)context.Operation;
        if (values.Where(call) is { } added)
            Chain(context, values, call, added);
        else if (call.TargetMethod.Name == "And" && KnownTypes.Derives(call.Instance?.Type, condition))
            Conjunction(context, values, call);
        else
            Values(context, values, call);
    }

    /// <summary>Compares the condition of a <c>Where</c> with the conditions of those before it, all of which must hold.</summary>
    private static void Chain(OperationAnalysisContext context, ConditionValues values, IInvocationOperation call, IOperation added)
    {
        List<FieldComparison>? later = null;
        IOperation? query = call.Instance;
        while (query is not null)
        {
            query = SingleValue.Of(query) ?? query;
            if (query is not IInvocationOperation { Instance: { } instance } before || !values.IsQuery(before.Type))
                return;
            if (values.Where(before) is { } earlier && Contradiction.Find(values.Conjunction(earlier), later ??= values.Conjunction(added)) is { } pair)
            {
                Report(context, pair);
                return;
            }

            query = instance;
        }
    }

    private static void Conjunction(OperationAnalysisContext context, ConditionValues values, IOperation condition)
    {
        if (Contradiction.Find(values.Conjunction(condition)) is not { } pair)
            return;
        Report(context, pair);
    }

    private static void Report(OperationAnalysisContext context, (FieldComparison First, FieldComparison Second) pair)
    {
        string message = "No resource meets both '" + pair.First.Syntax + "' and '" + pair.Second.Syntax + "'";
        context.ReportDiagnostic(Diagnostic.Create(UsageDescriptors.EmptyCondition, pair.Second.Syntax.GetLocation(), [pair.First.Syntax.GetLocation()], message));
    }

    /// <summary>Reports values that the documentation does not list.</summary>
    private static void Values(OperationAnalysisContext context, ConditionValues values, IOperation comparison)
    {
        if (values.Compared(comparison) is not { Operator: BinaryOperatorKind.Equals } compared)
            return;
        foreach (IOperation operand in compared.Operands)
        {
            if (ConditionValues.TryConstant(operand, out object? value) && value is string text)
                Value(context, compared.Field.Property, text, operand.Syntax);
        }
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
