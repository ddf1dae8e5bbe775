using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ZStackGen.Generator.Diagnostics;
using ZStackGen.Generator.Options;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Analysis;

/// <summary>
/// Reports the use of elements that are newer than <c>ZStackGenTargetVersion</c>, because a cloud of that version does not have them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetVersionAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The use of an API, parameter, field or type that is newer than the target version.</summary>
    public static readonly DiagnosticDescriptor NewerThanTarget = new(
        "ZSG3001", "Newer than the target version", "'{0}' came with ZStack {1}, but the project's target version is {2}",
        "ZStackGen.Usage", DiagnosticSeverity.Warning, isEnabledByDefault: true,
        "An older server ignores the parameter, leaves out the field or does not know the API. Do without it, or raise ZStackGenTargetVersion.",
        helpLinkUri: HelpLinks.For("ZSG3001"));

    private const string SinceAttributeName = "ZStack.SinceAttribute";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(NewerThanTarget);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            AnalyzerConfigOptions properties = start.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
            string target = OptionsReader.Property(properties, "ZStackGenTargetVersion");
            if (!SinceVersion.IsValid(target)
                || !OptionsReader.TryReadMode(properties, out TargetVersionMode mode)
                || start.Compilation.GetTypeByMetadataName(SinceAttributeName) is not { } attribute)
            {
                return;
            }

            var uses = new Uses(attribute, target, mode == TargetVersionMode.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
            start.RegisterOperationAction(uses.Check, OperationKind.PropertyReference, OperationKind.ObjectCreation, OperationKind.TypeOf);
        });
    }

    /// <summary>The uses in a compilation. The attribute of each symbol is looked up once.</summary>
    private sealed class Uses(INamedTypeSymbol attribute, string target, DiagnosticSeverity severity)
    {
        private readonly ConcurrentDictionary<ISymbol, string?> _since = new(SymbolEqualityComparer.Default);

        public void Check(OperationAnalysisContext context)
        {
            ISymbol? symbol = context.Operation switch
            {
                IPropertyReferenceOperation reference => reference.Property.OriginalDefinition,
                IObjectCreationOperation creation => creation.Type?.OriginalDefinition,
                ITypeOfOperation typeOf => typeOf.TypeOperand.OriginalDefinition,
                _ => null,
            };
            if (symbol is null || _since.GetOrAdd(symbol, Since) is not { } since || SinceVersion.Compare(since, target) <= 0)
                return;
            context.ReportDiagnostic(Diagnostic.Create(
                NewerThanTarget,
                context.Operation.Syntax.GetLocation(),
                severity,
                additionalLocations: null,
                properties: null,
                symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
                since,
                target));
        }

        private string? Since(ISymbol symbol)
        {
            // A query field has the version of the field that it refers to.
            if (symbol is IPropertySymbol { ContainingType: { Name: "QueryFields", ContainingType: { } structure } })
                symbol = structure.GetMembers(symbol.Name).FirstOrDefault(static member => member is IPropertySymbol) ?? symbol;
            foreach (AttributeData data in symbol.GetAttributes())
            {
                if (SymbolEqualityComparer.Default.Equals(data.AttributeClass, attribute)
                    && data.ConstructorArguments.Length == 1
                    && data.ConstructorArguments[0].Value is string since
                    && SinceVersion.IsValid(since)
                    && since != SinceVersion.Unknown)
                {
                    return since;
                }
            }

            return null;
        }
    }
}
