using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>A descriptor states the parameters that came later than the API, so that a client can leave them out.</summary>
public sealed class NewerParameterTests
{
    [Fact]
    public void Parameters_of_query_and_body_that_are_newer_than_the_api_are_stated()
    {
        GeneratorRun run = GeneratorRun.On(
            ("/project/specs/a/MarkThing.md", """
                # MarkThing

                `PUT /v1/things/{uuid}/actions`

                Since 3.1.0.

                ## Parameters

                | Name | Type | Location | Description | Since |
                |---|---|---|---|---|
                | uuid | String | path | Which. | 4.0 |
                | mode (optional) | String | body: markThing | How. | 3.1 |
                | early (optional) | String | body: markThing | When. | 0.6 |
                | label (optional) | String | body: markThing | What. | 5.0.0 |
                | tags (optional) | List<String> | body | More. | 4.8.1 |
                """));
        run.CompilesWithoutWarnings();
        string source = string.Concat(run.Compilation.SyntaxTrees.Select(static tree => tree.ToString()));
        Assert.Contains("NewerParameters = \"5.0.0 label\\u000a4.8.1 tags\"", source, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Part", "4.8.1 part/size\\u000a5.0.0 part/label\\u000a5.1.0 part/parent")]
    [InlineData("List<Part>", "4.8.1 part/size\\u000a5.0.0 part/label\\u000a5.1.0 part/parent")]
    [InlineData("Map<String, Part>", "4.8.1 part/*/size\\u000a5.0.0 part/*/label\\u000a5.1.0 part/*/parent")]
    [InlineData("Map<String, List<Part>>", "4.8.1 part/*/size\\u000a5.0.0 part/*/label\\u000a5.1.0 part/*/parent")]
    [InlineData("Holder", "4.8.1 part/parts/size\\u000a5.0.0 part/parts/label\\u000a5.1.0 part/parts/parent\\u000a4.7.0 part/newer\\u000a4.8.1 part/newer/size\\u000a5.0.0 part/newer/label\\u000a5.1.0 part/newer/parent\\u000a6.0.0 part/late")]
    [InlineData("Derived", "4.8.1 part/size\\u000a5.0.0 part/label\\u000a5.1.0 part/parent")]
    [InlineData("String", null)]
    public void Fields_of_structures_that_are_newer_than_what_contains_them_are_stated(string type, string? expected)
    {
        GeneratorRun run = GeneratorRun.On(
            ("/project/specs/a/MakeThing.md", "# MakeThing\n\n`POST /v1/things`\n\nSince 3.1.0.\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n"
                + "| part | " + type + " | body: params | What. | 4.0 |\n"),
            ("/project/specs/types/Part.md", Type("Part", "| name | String | N. | 0.6 |", "| size | Long | S. | 4.8.1 |", "| label | String | L. | 5.0.0 |", "| parent | Part | P. | 5.1.0 |", "| early | String | E. | 4.0 |")),
            ("/project/specs/types/Holder.md", Type("Holder", "| parts | List<Part> | P. | |", "| newer | Part | N. | 4.7.0 |", "| late | Part | L. | 6.0.0 |")),
            ("/project/specs/types/Derived.md", Type("Derived", "| note | String | N. | |").Replace("It is.", "Extends [Part](Part.md).", System.StringComparison.Ordinal)));
        run.CompilesWithoutWarnings();
        string source = string.Concat(run.Compilation.SyntaxTrees.Select(static tree => tree.ToString()));
        // The parameter itself is newer, too.
        string stated = "4.0 part" + (expected is null ? "" : "\\u000a" + expected);
        Assert.Contains("NewerParameters = \"" + stated + "\"", source, System.StringComparison.Ordinal);
    }

    private static string Type(string name, params string[] rows) =>
        "# " + name + "\n\nIt is.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n" + string.Join('\n', rows) + "\n";
}
