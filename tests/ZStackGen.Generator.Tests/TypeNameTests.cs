using System.Collections.Generic;
using System.Linq;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Types whose names generated code has other uses for.</summary>
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
    public void A_structure_of_any_name_compiles_and_can_be_queried_for(string name)
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
}
