using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>IntelliSense says how a version is known, and nothing of one that is not.</summary>
public sealed class VersionDocumentationTests
{
    [Theory]
    [InlineData("4.7.0", " Since 4.7.0.")]
    [InlineData("<= 1.9", " Since 1.9 or earlier.")]
    [InlineData("~4.7.0", " Probably since 4.7.0.")]
    [InlineData("zsv 4.1.6", " Since zsv 4.1.6.")]
    [InlineData("0.6", "")]
    [InlineData("", "")]
    [InlineData("soon", "")]
    public void A_version_is_shown_as_it_is_known(string cell, string sentence)
    {
        GeneratorRun run = GeneratorRun.On(
            ("/project/specs/a/OpenDoor.md", $"""
                # OpenDoor

                Opens it.

                `GET /v1/doors/{"{uuid}"}`

                Synchronous.
                {(cell.Length == 0 ? "" : $"Since {cell}.")}

                ## Parameters

                | Name | Type | Location | Description | Values | Since |
                |---|---|---|---|---|---|
                | uuid | String | path | Which. | | {cell} |

                ## Response

                | Name | Type | Description | Since |
                |---|---|---|---|
                | width | int | How wide. | {cell} |
                """));
        INamedTypeSymbol action = run.Compilation.GetTypeByMetadataName("ZStack.Api.OpenDoorAction")!;
        Assert.Contains($"Synchronous.{sentence}</remarks>", Xml(action), System.StringComparison.Ordinal);
        Assert.Contains($"<remarks>Path.{sentence}</remarks>", Xml(action.GetMembers("Uuid").Single()), System.StringComparison.Ordinal);
        string width = Xml(action.GetTypeMembers("Result").Single().GetMembers("Width").Single());
        if (sentence.Length == 0)
            Assert.DoesNotContain("<remarks>", width, System.StringComparison.Ordinal);
        else
            Assert.Contains($"<remarks>{sentence[1..]}</remarks>", width, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.1.0", "5.1.0")]
    [InlineData("~5.1.0", "5.1.0")]
    [InlineData("<= 5.1.0", null)]
    [InlineData("zsv 4.1.6", null)]
    [InlineData("0.6", null)]
    [InlineData("", null)]
    public void The_analyzer_compares_exact_and_inferred_versions(string cell, string? version)
    {
        GeneratorRun run = GeneratorRun.On(
            ("/project/specs/a/OpenDoor.md", $"""
                # OpenDoor

                Opens it.

                `GET /v1/doors`

                Since 4.0.0.

                ## Parameters

                | Name | Type | Location | Description | Values | Since |
                |---|---|---|---|---|---|
                | wide (optional) | String | query | Width. | | {cell} |
                """));
        ISymbol wide = run.Compilation.GetTypeByMetadataName("ZStack.Api.OpenDoorAction")!.GetMembers("Wide").Single();
        Assert.Equal(version, wide.GetAttributes().SingleOrDefault(attribute => attribute.AttributeClass?.Name == "SinceAttribute")?.ConstructorArguments[0].Value);
    }

    private static string Xml(ISymbol symbol) => symbol.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
}
