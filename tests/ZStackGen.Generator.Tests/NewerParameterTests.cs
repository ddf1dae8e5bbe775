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
}
