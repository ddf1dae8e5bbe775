using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Types whose names generated code uses for other purposes.</summary>
public sealed class TypeNameTests
{
    private static readonly string[] s_names =
    [
        "Read", "ReadMember", "WriteMembers", "UnknownMembers", "Query", "QueryFields", "Value", "IsKnown", "Equals", "GetHashCode", "ToString",
        "DateTimeOffset", "Dictionary", "System", "ZStack", "Result", "Task", "Exception", "Type", "Action",
    ];

    public static TheoryData<string> Names => [.. s_names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_structure_of_any_name_compiles_and_can_be_queried(string name)
    {
        GeneratorRun run = GeneratorRun.On(("/project/specs/types/It.md", $"""
            # {name}

            | Name | Type | Description | Since |
            |---|---|---|---|
            | uuid | String | Which. | 4.0 |
            | others | List<{name}> | More. | 4.0 |
            """), ("/project/specs/QueryIt.md", $"""
            # QueryIt

            `GET /v1/its`

            ## Response

            | Name | Type | Description | Since |
            |---|---|---|---|
            | inventories | List<[{name}](types/It.md)> | All. | 4.0 |
            """)).CompilesWithoutWarnings();

        Assert.Contains(new[] { name, name + "Value" }, candidate => run.Compilation.GetTypeByMetadataName("ZStack.Api." + candidate)?.GetMembers("Query").Length == 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_enumeration_of_any_name_compiles(string name)
    {
        GeneratorRun run = GeneratorRun.On(("/project/specs/types/It.md", $"""
            # {name}

            - First
            - {name}
            """)).CompilesWithoutWarnings();

        Assert.Contains(new[] { name, name + "Value" }, candidate => run.Compilation.GetTypeByMetadataName("ZStack.Api." + candidate)?.GetMembers("IsKnown").Length == 1);
    }

    [Theory]
    [InlineData("array", "Array", "GET")]
    [InlineData("thing", "Thing", "GET")]
    [InlineData("arrays", "Sort", "GET")]
    [InlineData("arrays", "SessionId", "POST")]
    [InlineData("arrays", "Schema", "POST")]
    public void A_parameter_named_like_a_type_does_not_hide_the_type_from_the_result(string parameter, string type, string method)
    {
        // The class of the result is nested in that of the action, where the action's properties hide types.
        foreach (LanguageVersion language in new[] { LanguageVersion.CSharp9, LanguageVersion.CSharp12 })
        {
            GeneratorRun.On(
                [("/project/specs/QueryIt.md", $"""
                    # QueryIt

                    `{method} /v1/its`

                    ## Parameters

                    | Name | Type | Location | Description | Values | Since |
                    |---|---|---|---|---|---|
                    | {parameter} | String | query | Some. | | 4.0 |

                    ## Response

                    | Name | Type | Description | Since |
                    |---|---|---|---|
                    | inventories | List<[{type}](#it)> | All. | 4.0 |
                    | more | Map<String, [{type}](#it)> | More. | 4.0 |
                    | first | [{type}](#it) | One. | 4.0 |
                    | rest | List<String> | The rest. | 4.0 |
                    """),
                ("/project/specs/types/It.md", $"# {type}\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | Which. | 4.0 |\n")],
                new ProjectOptions(),
                language).CompilesWithoutWarnings();
        }
    }

    [Theory]
    [InlineData("| uuid | String | Which. | | 4.0 |", "Structure")]
    [InlineData("- Old", "Enumeration")]
    public void A_type_named_like_the_enumeration_of_a_member_keeps_its_meaning(string row, string kind)
    {
        string table = kind == "Structure" ? "| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n" : "";
        GeneratorRun run = GeneratorRun.On(
            ("/project/specs/types/StateValue.md", $"# StateValue\n\n{table}{row}\n"),
            ("/project/specs/types/Thing.md", """
                # Thing

                | Name | Type | Description | Values | Since |
                |---|---|---|---|---|
                | state | String | Its state. | On, Off | 4.0 |
                | last | StateValue | The last. | | 4.0 |
                | all | List<StateValue> | All. | | 4.0 |
                """),
            ("/project/specs/SetState.md", """
                # SetState

                `POST /v1/states`

                ## Parameters

                | Name | Type | Location | Description | Values | Since |
                |---|---|---|---|---|---|
                | state | String | body | The new state. | On, Off | 4.0 |

                ## Response

                | Name | Type | Description | Since |
                |---|---|---|---|
                | last | StateValue | The last. | 4.0 |
                | all | List<StateValue> | All. | 4.0 |
                """)).CompilesWithoutWarnings();

        INamedTypeSymbol meant = run.Compilation.GetTypeByMetadataName("ZStack.Api.StateValue")!;
        foreach (string name in new[] { "ZStack.Api.Thing", "ZStack.Api.SetStateAction+Result" })
        {
            ITypeSymbol last = run.Compilation.GetTypeByMetadataName(name)!.GetMembers("Last").OfType<IPropertySymbol>().Single().Type;
            Assert.Equal(meant, last is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : last, SymbolEqualityComparer.Default);
        }
    }
}
