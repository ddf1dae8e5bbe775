using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>The tags of an action come from its base class unless something distinguishes them from the tags of other APIs.</summary>
public sealed class CommonTagsTests
{
    private const string Body = "| systemTags (optional) | List<String> | body | System tags. | | 0.6 |\n| userTags (optional) | List<String> | body | User tags. | | 0.6 |\n";

    [Theory]
    [InlineData("POST", Body)]
    [InlineData("PUT", Body)]
    [InlineData("PUT", Body + "| SystemTags (optional) | List<String> | body | Another parameter. | | 0.6 |\n")]
    [InlineData("DELETE", "| systemTags (optional) | List<String> | query | | | |\n| userTags (optional) | List<String> | query | | | |\n")]
    [InlineData("GET", "| systemTags (optional) | List<String> | query | | | |\n| userTags (optional) | List<String> | query | | | |\n")]
    public void Usual_tags_are_inherited(string method, string rows) => Assert.Equal(("ZStackTaggedAction", 0), Generate(method, rows));

    [Theory]
    [InlineData("POST", "| systemTags (optional) | List<String> | body | System tags. | | 0.6 |\n", 1)]
    [InlineData("POST", "| systemTags | List<String> | body | System tags. | | 0.6 |\n| userTags (optional) | List<String> | body | User tags. | | 0.6 |\n", 2)]
    [InlineData("POST", "| systemTags (optional) | List<String> | body | System tags. | | 4.0 |\n| userTags (optional) | List<String> | body | User tags. | | 0.6 |\n", 2)]
    [InlineData("POST", "| systemTags (optional) | List<String> | body: params | System tags. | | 0.6 |\n| userTags (optional) | List<String> | body | User tags. | | 0.6 |\n", 2)]
    [InlineData("POST", "| systemTags (optional) | String | body | System tags. | | 0.6 |\n| userTags (optional) | List<String> | body | User tags. | | 0.6 |\n", 2)]
    [InlineData("POST", "| systemTags (optional) | List<String> | body | System tags. | a, b | 0.6 |\n| userTags (optional) | List<String> | body | User tags. | | 0.6 |\n", 2)]
    [InlineData("POST", "| systemTags (optional) | List<String> | body | Deprecated. | | 0.6 |\n| userTags (optional) | List<String> | body | User tags. | | 0.6 |\n", 2)]
    [InlineData("POST", "| systemTags (optional) | List<String> | body | The static addresses of the new machine, its console password, and its host name. | | 0.6 |\n| userTags (optional) | List<String> | body | User tags. | | 0.6 |\n", 2)]
    [InlineData("POST", "| systemTags (optional) | List<String> | query | System tags. | | 0.6 |\n| userTags (optional) | List<String> | query | User tags. | | 0.6 |\n", 2)]
    [InlineData("POST", "| SystemTags (optional) | List<String> | body | Another parameter. | | 0.6 |\n" + Body, 2)]
    public void Other_tags_are_properties_of_the_action(string method, string rows, int properties) => Assert.Equal(("ZStackAction", properties), Generate(method, rows));

    [Fact]
    public void A_structure_can_have_the_name_of_an_inherited_property()
    {
        GeneratorRun run = GeneratorRun.On(
            ("/project/specs/a/MarkThing.md", "# MarkThing\n\nMarks a thing.\n\n`POST /v1/things`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| mark | UserTags | body: params | The mark. | | |\n" + Body
                + "\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| inventory | UserTags | The tags. | |\n| more | List<SystemTags> | More tags. | |\n"),
            ("/project/specs/types/UserTags.md", "# UserTags\n\nTags.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| a | String | A tag. | |\n"),
            ("/project/specs/types/SystemTags.md", "# SystemTags\n\nTags.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| a | String | A tag. | |\n"));
        run.CompilesWithoutWarnings();
        Assert.Equal("ZStackTaggedAction", run.Compilation.GetTypeByMetadataName("ZStack.Api.MarkThingAction")!.BaseType!.Name);
    }

    private static (string Base, int Properties) Generate(string method, string rows)
    {
        GeneratorRun run = GeneratorRun.On(
            ("/project/specs/a/MarkThing.md", $"""
                # MarkThing

                Marks a thing.

                `{method} /v1/things`

                Since 0.6.

                ## Parameters

                | Name | Type | Location | Description | Values | Since |
                |---|---|---|---|---|---|
                {rows}
                """));
        run.CompilesWithoutWarnings();
        INamedTypeSymbol action = run.Compilation.GetTypeByMetadataName("ZStack.Api.MarkThingAction")!;
        return (action.BaseType!.Name, action.GetMembers().OfType<IPropertySymbol>().Count(static property => property.Name is "SystemTags" or "UserTags"));
    }
}
