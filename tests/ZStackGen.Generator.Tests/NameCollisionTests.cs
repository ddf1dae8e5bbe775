using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Emission;
using ZStackGen.Generator.Options;
using ZStackGen.Generator.Sharding;
using ZStackGen.Generator.Tests.Support;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;

namespace ZStackGen.Generator.Tests;

/// <summary>Names of pages that collide with each other, with C#, with the framework, and with the runtime.</summary>
public sealed class NameCollisionTests
{
    [Theory]
    [InlineData(LanguageVersion.CSharp9, "ZStack.Api", 1)]
    [InlineData(LanguageVersion.CSharp10, "My.ZStack", 2)]
    [InlineData(LanguageVersion.CSharp11, "System.Text.Own", 5)]
    [InlineData(LanguageVersion.CSharp12, "ZStack.Api", 10)]
    [InlineData(LanguageVersion.Preview, "record.field", 2)]
    public void Pages_with_any_names_compile(LanguageVersion language, string ns, int seed)
    {
        bool isNew = language >= LanguageVersion.CSharp11;
        var emit = new EmitOptions(ns, true, language >= LanguageVersion.CSharp10, isNew, isNew, true, true);
        CatalogModel catalog = TypeCatalog.Build([.. new RandomNames(new Random(seed)).Pages(40, 40).Select(CatalogPage.From)], CatalogOptions.Default, CancellationToken.None);
        CSharpParseOptions parse = GeneratorRun.Language(language);
        var trees = new List<SyntaxTree>();
        foreach (Shard shard in ShardPlan.Make(catalog).OfType<Shard>())
        {
            GeneratedSource source = ShardEmitter.Emit(shard, emit, CancellationToken.None);
            Assert.Empty(source.Failures);
            string text = source.Text.Replace("\n#nullable enable annotations\n", "\n#nullable enable\n", StringComparison.Ordinal);
            trees.Add(CSharpSyntaxTree.ParseText(text, parse, source.HintName, cancellationToken: TestContext.Current.CancellationToken));
        }

        Assert.Empty(GeneratorRun.Project(parse).AddSyntaxTrees(trees).GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(static diagnostic => diagnostic.ToString()));
    }

    [Theory]
    [InlineData("String", "stateValue")]
    [InlineData("List<String>", "StateValue")]
    public void A_field_of_a_response_does_not_hide_the_enumeration_of_another_field(string type, string field)
    {
        GeneratorRun.On(("/project/specs/SetState.md", $"""
            # SetState

            `POST /v1/states`

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | name | String | body | A name. | | 4.0 |

            ## Response

            | Name | Type | Description | Values | Since |
            |---|---|---|---|---|
            | state | {type} | The state. | On, Off | 4.0 |
            | {field} | Long | Its number. | | 4.0 |
            """)).CompilesWithoutWarnings();
    }

    [Theory]
    [InlineData("Value", "value", "Value")]
    [InlineData("Value", "value", "Map<String, List<Value>>")]
    [InlineData("StateValue", "state", "Map<String, List<StateValue>>")]
    [InlineData("state-value", "state", "List<state-value>")]
    public void An_enumeration_of_a_member_does_not_hide_a_type_inside_other_members(string type, string member, string reference)
    {
        string rows = $"""
            | {member} | String | body | A state. | On, Off | 4.0 |
            | last | {reference} | body | The last. | | 4.0 |
            """;
        foreach (LanguageVersion language in new[] { LanguageVersion.CSharp9, LanguageVersion.CSharp12 })
        {
            GeneratorRun.On(
                [($"/project/specs/types/Other.md", $"# {type}\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | Which. | 4.0 |\n"),
                ("/project/specs/types/Thing.md", "# Thing\n\n| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n" + rows.Replace("| body ", "", StringComparison.Ordinal) + "\n"),
                ("/project/specs/SetState.md", $"""
                    # SetState

                    `POST /v1/states`

                    ## Parameters

                    | Name | Type | Location | Description | Values | Since |
                    |---|---|---|---|---|---|
                    {rows}
                    | thing | Thing | body | A thing. | | 4.0 |
                    """)],
                new ProjectOptions(),
                language).CompilesWithoutWarnings();
        }
    }

    [Theory]
    [InlineData("StateVALUE", "StateValue", "String", "Door")]
    [InlineData("StateVALUE", "StateValue", "List<String>", "List<Door>")]
    [InlineData("StateValue", "StateVALUE", "String", "Map<String, List<Door>>")]
    public void A_nested_enumeration_does_not_hide_a_structure_that_got_a_number(string first, string second, string type, string reference)
    {
        string door = reference.Replace("Door", second, StringComparison.Ordinal);
        string rows = $"""
            | state | {type} | body | A state. | On, Off | 4.0 |
            | stateValue2Value | String | body | Another. | | 4.0 |
            | last | {door} | body | The last. | | 4.0 |
            """;
        string structure = rows.Replace("| body ", "", StringComparison.Ordinal);
        const string Fields = "| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n";
        const string Parameters = "\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n";
        (string, string)[] types = [("/project/specs/types/A.md", $"# {first}\n\n{Fields}| uuid | String | Which. | | 4.0 |\n"), ("/project/specs/types/B.md", $"# {second}\n\n{Fields}| uuid | String | Which. | | 4.0 |\n")];
        foreach ((string, string) page in new[]
        {
            ("/project/specs/SetState.md", "# SetState\n\n`POST /v1/states`" + Parameters + rows),
            ("/project/specs/SetState.md", $"# SetState\n\n`POST /v1/states`{Parameters}| last | {door} | body | The last. | | 4.0 |\n\n## Response\n\n{Fields}{structure}"),
            ("/project/specs/SetState.md", $"# SetState\n\n`POST /v1/states`{Parameters}{rows}\n\n## Response\n\n{Fields}| inventories | List<{second}> | Doors. | | 4.0 |"),
            ("/project/specs/types/Thing.md", "# Thing\n\n" + Fields + structure),
        })
        {
            GeneratorRun.On([.. types, page]).CompilesWithoutWarnings();
        }
    }

    [Theory]
    [InlineData("ZStack")]
    [InlineData("ZStack.Serialization")]
    public void Types_with_the_names_of_the_runtime_compile_in_its_namespace(string ns)
    {
        string[] names = [.. typeof(global::ZStack.ZStackAction).Assembly.GetExportedTypes().Select(static type => type.Name.Split('`')[0]).Append("Serialization").Distinct(StringComparer.Ordinal)];
        var pages = new List<(string, string)>();
        foreach (string name in names)
        {
            pages.Add(($"/project/specs/types/{name}.md", $"# {name}\n\n| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n| uuid | String | Which. | | 4.0 |\n| state | String | A state. | On, Off | 4.0 |\n"));
            string api = name.EndsWith("Action", StringComparison.Ordinal) ? name[..^"Action".Length] : "Query" + name;
            pages.Add(($"/project/specs/{api}.md", $"# {api}\n\n`GET /v1/{api}`\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| inventories | List<{name}> | All. | 4.0 |\n"));
        }

        GeneratorRun run = GeneratorRun.On(pages, new ProjectOptions(("ZStackGenNamespace", ns))).CompilesWithoutWarnings();
        Assert.DoesNotContain(names, name => run.Compilation.Assembly.GetTypeByMetadataName(ns + "." + name) is not null);
    }
}
