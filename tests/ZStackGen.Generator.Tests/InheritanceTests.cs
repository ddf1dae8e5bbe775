using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Type pages that extend others.</summary>
public sealed class InheritanceTests
{
    private const string Tool = """
        # ToolInventory

        Any tool.

        | Name | Type | Description | Since |
        |---|---|---|---|
        | uuid | String | Identifies the tool. | 0.6 |
        | weight | Integer | Grams. | 0.6 |
        | parent | ToolInventory | The tool it is kept in. | 3.1 |
        """;

    private const string Saw = """
        # SawInventory

        A saw.

        Extends [ToolInventory](ToolInventory.md).
        Since 3.1.0.

        | Name | Type | Description | Since |
        |---|---|---|---|
        | uuid | String | Repeated from the base. | 3.1.0 |
        | teeth | Integer | How many. | 3.1.0 |
        """;

    private const string Jigsaw = """
        # JigsawInventory

        A saw with a motor.

        Extends [SawInventory](SawInventory.md)

        | Name | Type | Description | Since |
        |---|---|---|---|
        | watts | Long | Power. | 4.0 |
        """;

    private const string QueryTool = """
        # QueryTool

        Finds tools.

        `GET /v1/tools`

        Query API.

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventories | List<[ToolInventory](../types/ToolInventory.md)> | The tools. | 0.6 |
        """;

    private static (string, string)[] Pages(params (string, string)[] more) =>
    [
        ("/project/specs/tool/QueryTool.md", QueryTool),
        ("/project/specs/types/ToolInventory.md", Tool),
        ("/project/specs/types/SawInventory.md", Saw),
        ("/project/specs/types/JigsawInventory.md", Jigsaw),
        .. more,
    ];

    private static (string, string) Type(string name, string text) => ("/project/specs/types/" + name + ".md", "# " + name + "\n\nA page.\n\n" + text);

    private static string Fields(params string[] rows) => "\n| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n" + string.Concat(rows.Select(row => "| " + row + " | Text. | | 0.6 |\n"));

    [Theory]
    [InlineData(LanguageVersion.CSharp9, "public", "v4.7.2", ".NETFramework")]
    [InlineData(LanguageVersion.CSharp9, "internal", "v4.7.2", ".NETFramework")]
    [InlineData(LanguageVersion.Latest, "public", "v8.0", ".NETCoreApp")]
    [InlineData(LanguageVersion.Latest, "internal", "v8.0", ".NETCoreApp")]
    public void A_type_that_extends_another_is_a_derived_class_without_the_repeated_fields(LanguageVersion language, string accessibility, string version, string framework)
    {
        GeneratorRun run = GeneratorRun.On(
            Pages(),
            new ProjectOptions(("ZStackGenAccessibility", accessibility), ("TargetFrameworkVersion", version), ("TargetFrameworkIdentifier", framework)),
            language).CompilesWithoutWarnings();

        INamedTypeSymbol tool = run.Compilation.GetTypeByMetadataName("ZStack.Api.ToolInventory")!;
        INamedTypeSymbol saw = run.Compilation.GetTypeByMetadataName("ZStack.Api.SawInventory")!;
        INamedTypeSymbol jigsaw = run.Compilation.GetTypeByMetadataName("ZStack.Api.JigsawInventory")!;
        Assert.False(tool.IsSealed);
        Assert.Equal((tool, saw), (saw.BaseType!, jigsaw.BaseType!));
        Assert.Equal("ZStack.ZStackStructure", tool.BaseType!.ToDisplayString());
        Assert.All(new[] { tool, saw, jigsaw }, type => Assert.Equal(accessibility, SyntaxFacts.GetText(type.DeclaredAccessibility)));
        Assert.Equal(["Teeth"], saw.GetMembers().OfType<IPropertySymbol>().Select(property => property.Name));
        Assert.Equal(["Watts"], jigsaw.GetMembers().OfType<IPropertySymbol>().Select(property => property.Name));
        // Files are split by first letters, so base and derived class are in different files.
        Assert.NotEqual(tool.Locations[0].SourceTree!.FilePath, saw.Locations[0].SourceTree!.FilePath);
        Assert.Empty(run.Diagnostics);
    }

    [Fact]
    public void A_derived_class_reads_and_writes_the_members_of_all_its_bases()
    {
        const string User = """
            internal static class User
            {
                internal static string Run(string json)
                {
                    ZStack.Api.QueryToolAction.Result result = ZStack.ZStackJson.ReadResult<ZStack.Api.QueryToolAction.Result>(json);
                    var seen = "";
                    foreach (ZStack.Api.ToolInventory tool in result.Inventories)
                        seen += tool.GetType().Name + " " + tool.Uuid + " " + (tool as ZStack.Api.SawInventory)?.Teeth + " " + (tool as ZStack.Api.JigsawInventory)?.Watts
                            + " in " + tool.Parent?.GetType().Name + " " + string.Join(",", tool.UnknownMembers.Keys) + " " + ZStack.ZStackJson.ToJson(tool) + "\n";
                    return seen;
                }
            }
            """;
        GeneratorRun run = GeneratorRun.On(Pages(), new ProjectOptions(), userCode: User).CompilesWithoutWarnings();

        string seen = UserProgram.Run(run.Compilation, """
            {"inventories":[
              {"uuid":"a","weight":1,"teeth":2,"watts":3},
              {"uuid":"b","weight":1.0,"teeth":2,"watts":3,"parent":{"uuid":"p","watts":4}},
              {"uuid":"c","weight":1,"teeth":2,"watts":3.0E2,"parent":{"uuid":"p","watts":4}},
              {"uuid":"d","teeth":2}],
             "schema":{"inventories[1]":"org.tools.SawInventory","inventories[2]":"org.tools.JigsawInventory","inventories[2].parent":"org.tools.JigsawInventory",
               "inventories[3]":"org.tools.AxeInventory"}}
            """);

        Assert.Equal("""
            ToolInventory a   in  teeth,watts {"uuid":"a","weight":1,"teeth":2,"watts":3}
            SawInventory b 2  in ToolInventory watts {"uuid":"b","weight":1,"parent":{"uuid":"p","watts":4},"teeth":2,"watts":3}
            JigsawInventory c 2 300 in JigsawInventory  {"uuid":"c","weight":1,"parent":{"uuid":"p","watts":4},"teeth":2,"watts":300}
            ToolInventory d   in  teeth {"uuid":"d","teeth":2}

            """.ReplaceLineEndings("\n"), seen);
    }

    [Fact]
    public void A_known_class_without_a_page_is_read_as_its_nearest_base_with_a_page()
    {
        // ZStack's virtual router extends an appliance, which extends a VM instance.
        GeneratorRun run = GeneratorRun.On([Type("VmInstanceInventory", Fields("uuid | String")), Type("ApplianceVmInventory", Fields("uuid | String", "status | String"))], new ProjectOptions()).CompilesWithoutWarnings();
        string source = run.Source("Types.V.g.cs");
        Assert.Contains("\"ApplianceVmInventory\" => new ApplianceVmInventory(),", source, StringComparison.Ordinal);
        Assert.Contains("\"VirtualRouterVmInventory\" => new ApplianceVmInventory(),", source, StringComparison.Ordinal);
        Assert.DoesNotContain("ClassName", run.Source("Types.A.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_structure_without_subclasses_requests_no_schema()
        => Assert.DoesNotContain("ClassName", GeneratorRun.On([.. SamplePages.Disks]).AllSources(), StringComparison.Ordinal);

    [Theory]
    [InlineData("ZStackGenInclude", "QueryTool", true)]
    [InlineData("ZStackGenInclude", "CreateDisk", false)]
    [InlineData("ZStackGenExclude", "QueryTool", false)]
    [InlineData("ZStackGenExclude", "CreateDisk", true)]
    public void A_filter_also_includes_the_types_that_extend_an_included_type(string option, string value, bool isWanted)
    {
        GeneratorRun run = GeneratorRun.On([.. Pages(), .. SamplePages.Disks], new ProjectOptions((option, value))).CompilesWithoutWarnings();
        foreach (string type in (string[])["ToolInventory", "SawInventory", "JigsawInventory"])
            Assert.Equal(isWanted, run.Compilation.GetTypeByMetadataName("ZStack.Api." + type) is not null);
    }

    [Fact]
    public void A_base_may_be_on_the_same_page_or_in_another_folder()
    {
        GeneratorRun run = GeneratorRun.On(
            [("/project/specs/a/Both.md", "# NailInventory\n\nA nail.\n\nExtends PinInventory.\n" + Fields("length | Integer") + "\n# PinInventory\n\nA pin.\n\nExtends [ThingInventory](../../z/ThingInventory.md).\n" + Fields("width | Integer")),
             ("/project/specs/z/ThingInventory.md", "# ThingInventory\n\nA thing.\n" + Fields("uuid | String"))],
            new ProjectOptions()).CompilesWithoutWarnings();
        Assert.Equal("ZStack.Api.ThingInventory", run.Compilation.GetTypeByMetadataName("ZStack.Api.NailInventory")!.BaseType!.BaseType!.ToDisplayString());
    }

    [Fact]
    public void Values_that_a_subclass_adds_to_a_field_of_its_base_have_constants_in_the_base()
    {
        const string Table = "\n| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n";
        GeneratorRun run = GeneratorRun.On(
        [
            Type("BaseInventory", Table + "| state | String | Its state. | Enabled, Disabled | 0.6 |\n| kinds | List<String> | Kinds. | red | 0.6 |\n| name | String | Its name. | | 0.6 |\n| size | Integer | Size. | 1, 2 | 0.6 |\n"),
            Type("LeafInventory", "Extends [MiddleInventory](MiddleInventory.md).\n" + Table + "| state | String | Its state. | Disabled, Broken | 0.6 |\n"),
            Type("MiddleInventory", "Extends [BaseInventory](BaseInventory.md).\n" + Table + "| state | String | Its state. | Enabled, Paused | 0.6 |\n| kinds | List<String> | Kinds. | red, blue | 0.6 |\n| name | String | Its name. | a, b | 0.6 |\n| size | Integer | Size. | 3 | 0.6 |\n"),
            Type("OtherInventory", "Extends [BaseInventory](BaseInventory.md).\n" + Table + "| state | String | Its state. | Paused | 0.6 |\n"),
        ],
        new ProjectOptions()).CompilesWithoutWarnings();

        Assert.Equal(["Broken", "Disabled", "Enabled", "Paused"], Values("BaseInventory+StateValue"));
        Assert.Equal(["Blue", "Red"], Values("BaseInventory+KindsValue"));
        Assert.Empty(run.Compilation.GetTypeByMetadataName("ZStack.Api.MiddleInventory")!.GetTypeMembers());
        Assert.Equal(SpecialType.System_String, run.Compilation.GetTypeByMetadataName("ZStack.Api.BaseInventory")!.GetMembers("Name").OfType<IPropertySymbol>().Single().Type.SpecialType);

        string[] Values(string type) =>
        [
            .. run.Compilation.GetTypeByMetadataName("ZStack.Api." + type)!.GetMembers().OfType<IPropertySymbol>()
                .Where(static property => property.IsStatic && SymbolEqualityComparer.Default.Equals(property.Type, property.ContainingType)).Select(static property => property.Name).Order(StringComparer.Ordinal),
        ];
    }

    [Theory]
    [InlineData("Extends [NoSuch](NoSuch.md).", "extends 'NoSuch', which is not described")]
    [InlineData("Extends LostInventory.", "extends 'LostInventory', which in turn extends it")]
    [InlineData("Extends KindInventory.", "extends 'KindInventory', which is not a structure")]
    [InlineData("Extends ErrorCode.", "extends 'ErrorCode', which is not a structure")]
    public void An_invalid_base_is_reported_at_its_line_and_the_type_is_still_generated(string line, string message)
    {
        GeneratorRun run = GeneratorRun.On([Type("LostInventory", line + "\n" + Fields("uuid | String")), Type("KindInventory", "- Big\n- Small\n")], new ProjectOptions()).CompilesWithoutWarnings();
        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal("ZSG1107", diagnostic.Id);
        Assert.Contains("'LostInventory' " + message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal(("/project/specs/types/LostInventory.md", 4, 0, line.Length), (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character, place.EndLinePosition.Character));
        Assert.Single(run.Compilation.GetTypeByMetadataName("ZStack.Api.LostInventory")!.GetMembers("Uuid"));
    }

    [Fact]
    public void A_cycle_of_bases_is_cut_at_the_same_page_in_any_order()
    {
        (string, string)[] pages = [Type("AInventory", "Extends BInventory.\n" + Fields("a | String")), Type("BInventory", "Extends CInventory.\n" + Fields("b | String")), Type("CInventory", "Extends AInventory.\n" + Fields("c | String"))];
        GeneratorRun run = GeneratorRun.On(pages, new ProjectOptions()).CompilesWithoutWarnings();
        Assert.Contains("'CInventory' extends 'AInventory', which in turn extends it", Assert.Single(run.Diagnostics).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal(run.AllSources(), GeneratorRun.On([.. pages.Reverse()], new ProjectOptions()).AllSources());
        Assert.Equal("ZStack.Api.CInventory", run.Compilation.GetTypeByMetadataName("ZStack.Api.AInventory")!.BaseType!.BaseType!.ToDisplayString());
    }

    [Fact]
    public void A_page_that_reverses_a_known_inheritance_takes_precedence()
    {
        // ZStack defines it the other way round.
        GeneratorRun run = GeneratorRun.On([Type("BackupStorageInventory", "Extends CephBackupStorageInventory.\n" + Fields("url | String")), Type("CephBackupStorageInventory", Fields("uuid | String"))], new ProjectOptions()).CompilesWithoutWarnings();
        Assert.Empty(run.Diagnostics);
        Assert.Equal("CephBackupStorageInventory", run.Compilation.GetTypeByMetadataName("ZStack.Api.BackupStorageInventory")!.BaseType!.Name);
    }

    [Fact]
    public void A_deep_chain_of_bases_is_cut_before_any_recursion_overflows()
    {
        (string, string)[] pages = [.. Enumerable.Range(0, 500).Select(i => Type("Level" + i + "Inventory", i == 0 ? Fields("f0 | String") : "Extends Level" + (i - 1) + "Inventory.\n" + Fields("f" + i + " | String")))];
        GeneratorRun run = GeneratorRun.On(pages, new ProjectOptions()).CompilesWithoutWarnings();
        Assert.Equal(7, run.Diagnostics.Length);
        Assert.All(run.Diagnostics, diagnostic => Assert.Equal("ZSG1107", diagnostic.Id));
    }

    [Theory]
    [InlineData("weight | String", "'weight' of 'HeavyInventory' is 'String' here, but 'Int32' in its base 'ToolInventory'")]
    [InlineData("weight | Long", "'weight' of 'HeavyInventory' is 'Int64' here, but 'Int32' in its base 'ToolInventory'")]
    [InlineData("parent | List<ToolInventory>", "'parent' of 'HeavyInventory' is 'List<ToolInventory>' here, but 'ToolInventory' in its base 'ToolInventory'")]
    [InlineData("weight | Object", null)]
    [InlineData("weight | int", null)]
    public void A_field_with_another_type_than_in_the_base_is_reported_at_its_row(string row, string? message)
    {
        GeneratorRun run = GeneratorRun.On(Pages(Type("HeavyInventory", "Extends ToolInventory.\n" + Fields("tons | Integer", row))), new ProjectOptions()).CompilesWithoutWarnings();
        Assert.Equal(["Tons"], run.Compilation.GetTypeByMetadataName("ZStack.Api.HeavyInventory")!.GetMembers().OfType<IPropertySymbol>().Select(property => property.Name));
        if (message is null)
        {
            Assert.Empty(run.Diagnostics);
            return;
        }

        Diagnostic diagnostic = Assert.Single(run.Diagnostics);
        Assert.Contains(message, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal(("/project/specs/types/HeavyInventory.md", "ZSG1103", 9, 2), (place.Path, diagnostic.Id, place.StartLinePosition.Line, place.StartLinePosition.Character));
    }

    [Fact]
    public void Names_that_the_base_uses_or_that_hide_a_type_are_harmless()
    {
        GeneratorRun run = GeneratorRun.On(
            [Type("BaseInventory", "\n| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n| state | String | S. | On, Off | 0.6 |\n| toString | String | T. | | 0.6 |\n| OtherInventory | String | Hides. | | 0.6 |\n| array | String | Hides. | | 0.6 |\n"),
             Type("DerivedInventory", "Extends BaseInventory.\n" + Fields("stateValue | String", "toStringValue | String", "others | List<OtherInventory>", "names | List<String>", "state-value | String")),
             Type("OtherInventory", Fields("uuid | String"))],
            new ProjectOptions()).CompilesWithoutWarnings();
        INamedTypeSymbol derived = run.Compilation.GetTypeByMetadataName("ZStack.Api.DerivedInventory")!;
        Assert.Equal("StateValueValue ToStringValueValue Others Names StateValueValue2", string.Join(' ', derived.GetMembers().OfType<IPropertySymbol>().Select(property => property.Name)));
    }

    [Theory]
    [InlineData("BaseInventory", "MiddleInventory", "StateValue")]
    [InlineData("BaseInventory", "MiddleInventory", "ModeValue")]
    [InlineData("BaseInventory", "StateValue", "LastInventory")]
    [InlineData("ModeValue", "MiddleInventory", "LastInventory")]
    public void A_nested_enumeration_does_not_hide_a_class_of_the_hierarchy(string first, string second, string third)
    {
        string query = QueryTool.Replace("QueryTool", "QueryLast", StringComparison.Ordinal).Replace("/tools", "/lasts", StringComparison.Ordinal).Replace("ToolInventory", third, StringComparison.Ordinal);
        GeneratorRun.On(
            [.. Pages(
                Type(first, Fields("uuid | String", "parent | " + third) + "| state | String | S. | On, Off | 0.6 |\n"),
                Type(second, "Extends " + first + ".\n" + Fields("size | Long") + "| mode | String | M. | A, B | 0.6 |\n"),
                Type(third, "Extends " + second + ".\n" + Fields("name | String"))),
            ("/project/specs/tool/QueryLast.md", query)],
            new ProjectOptions()).CompilesWithoutWarnings();
    }
}
