using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Every type name, alone, in a list, in a map and in a map of lists, in every place of a page, compiles in every language version.</summary>
public sealed class ValueKindTests
{
    private static readonly string[] s_words = ["String", "int", "long", "boolean", "double", "float", "BigDecimal", "Timestamp", "Object", "ThingInventory", "ErrorCode"];

    private static readonly string[] s_cells =
        [.. s_words.SelectMany(word => new[] { word, $"List\\<{word}>", $"Map\\<String, {word}>", $"Map\\<String, List\\<{word}>>", $"List\\<List\\<{word}>>" }), "List", "Map"];

    [Theory]
    [InlineData("POST", LanguageVersion.Latest, ".NETCoreApp", "v10.0")]
    [InlineData("GET", LanguageVersion.Latest, ".NETCoreApp", "v10.0")]
    [InlineData("POST", LanguageVersion.CSharp9, ".NETFramework", "v4.7.2")]
    [InlineData("GET", LanguageVersion.CSharp9, ".NETFramework", "v4.7.2")]
    public void Every_type_in_a_cell_compiles_as_parameter_and_field(string method, LanguageVersion language, string framework, string version)
    {
        GeneratorRun run = Run(method, language, framework, version);
        run.CompilesWithoutWarnings();
        string code = run.AllSources();
        Assert.Contains("decimal? Field", code, StringComparison.Ordinal);
        Assert.Contains("IReadOnlyDictionary<string, System_::IReadOnlyList<ThingInventory>>", code.Replace("Generic__::", "System_::", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    /// <summary>A library for .NET Standard is used by programs for .NET whose own dependencies were compiled against its other assembly.</summary>
    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    public void Every_property_has_the_same_type_on_every_framework(string method)
    {
        string[] core = Properties(Run(method, LanguageVersion.Latest, ".NETCoreApp", "v10.0"));
        string[] standard = Properties(Run(method, LanguageVersion.Latest, ".NETStandard", "v2.0"));
        Assert.Contains(core, property => property.StartsWith("bool ZStack.Api.DoThingAction.Needed", StringComparison.Ordinal));
        Assert.Equal(core, standard);
    }

    private static string[] Properties(GeneratorRun run) =>
        [.. run.Compilation.GetSymbolsWithName(static _ => true, SymbolFilter.Member).OfType<IPropertySymbol>().Where(property => property.DeclaredAccessibility == Accessibility.Public)
            .Select(property => property.Type.ToDisplayString(NullableFlowState.None, SymbolDisplayFormat.FullyQualifiedFormat) + " " + property.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)).Order(StringComparer.Ordinal)];

    private static GeneratorRun Run(string method, LanguageVersion language, string framework, string version)
    {
        string parameters = string.Concat(s_cells.Select((cell, i) => $"| given{i} (optional) | {cell} | {(method == "POST" ? "body: params" : "query")} | G. | |\n| needed{i} | {cell} | {(method == "POST" ? "body: params" : "query")} | N. | |\n"));
        string fields = string.Concat(s_cells.Select((cell, i) => $"| field{i} | {cell} | F. | |\n"));
        return GeneratorRun.On(
            [
                ("/project/specs/thing/DoThing.md", $"# DoThing\n\nDoes it.\n\n`{method} /v1/things`\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n{parameters}\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n{fields}"),
                ("/project/specs/types/ThingInventory.md", $"# ThingInventory\n\nA thing.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n{fields}"),
            ],
            new ProjectOptions(("TargetFrameworkIdentifier", framework), ("TargetFrameworkVersion", version)),
            language);
    }
}
