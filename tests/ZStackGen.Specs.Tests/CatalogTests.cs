using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Merging pages into an API: names of structures, versions, types and findings.</summary>
public sealed class CatalogTests
{
    [Fact]
    public void A_type_named_in_the_referring_cell_takes_precedence_over_the_heading_of_the_table()
    {
        CatalogModel catalog = Build(Api("GetDisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", "OtherName", Field("uuid", "String"))));
        Assert.Equal("DiskInventory", Assert.Single(catalog.Structures).TypeName);
    }

    [Fact]
    public void A_heading_names_the_table_if_the_referring_cell_names_no_type()
    {
        CatalogModel catalog = Build(Api("GetDisk", [Field("inventory", "List", "s1")], Table("s1", "DiskInventory", Field("uuid", "String"))));
        Assert.Equal("DiskInventory", Assert.Single(catalog.Structures).TypeName);
        Assert.Equal(new TypeReference(ValueKind.List, null, new TypeReference(ValueKind.Structure, "DiskInventory")), Result(catalog, "GetDisk", "inventory").Type);
    }

    [Theory]
    [InlineData("success", "boolean", false)]
    [InlineData("success", "String", true)]
    [InlineData("error", "ErrorCode", false)]
    [InlineData("error", "String", true)]
    [InlineData("schema", "Map", false)]
    [InlineData("schema", "List<String>", true)]
    [InlineData("response", "String", true)]
    public void A_field_named_like_a_member_of_every_result_is_kept_if_it_has_another_type(string name, string type, bool isKept)
    {
        CatalogModel catalog = Build(Api("GetDisk", [Field("uuid", "String"), Field(name, type)]));
        string[] names = [.. catalog.Actions.Single().Result.Where(member => member.Name == name).Select(static member => member.Identifier)];
        Assert.Equal(isKept ? 1 : 0, names.Length);
        Assert.All(names, property => Assert.DoesNotContain(property, new[] { "Success", "Error", "Schema", "Response" }));
        Assert.Equal(isKept, catalog.Findings.Any(static finding => finding.Rule == "ZSG1106"));
    }

    [Theory]
    [InlineData("List<List<String>>", true)]
    [InlineData("List<Map<String, String>>", true)]
    [InlineData("Map<String, List<String>>", false)]
    [InlineData("List<String>", false)]
    public void Elements_of_a_nested_collection_that_are_read_as_JSON_are_reported(string type, bool isReported)
    {
        CatalogModel catalog = Build(Api("GetDisk", [Field("rows", type)]));
        Assert.Equal(isReported, catalog.Findings.Any(static finding => finding.Rule == "ZSG1105"));
    }

    [Fact]
    public void An_anonymous_table_is_the_structure_of_the_project_with_its_fields()
    {
        FieldModel[] fields = [Field("uuid", "String"), Field("spindles", "Integer"), Field("platters", "Integer"), Field("heads", "Integer")];
        CatalogModel catalog = Build(
            Type("SpinningThing", fields),
            Api("GetDisk", [Field("thing", "Object", "s1")], Table("s1", null, fields)));
        Assert.Equal(["SpinningThing"], catalog.Structures.Select(structure => structure.TypeName));
        Assert.DoesNotContain(catalog.Findings, finding => finding.Rule == "ZSG1108");
    }

    [Fact]
    public void An_anonymous_table_is_the_known_structure_of_ZStack_with_its_fields()
    {
        CatalogModel catalog = Build(Api("GetThing", [Field("thing", "Object", "s1")],
            Table("s1", null, [.. new[] { "uuid", "name", "description", "state", "type", "createDate", "lastOpDate" }.Select(name => Field(name, "String"))])));
        Assert.Equal(["ZoneInventory"], catalog.Structures.Select(structure => structure.TypeName));
    }

    [Fact]
    public void A_field_of_a_known_structure_names_its_table_before_a_structure_with_the_same_fields()
    {
        FieldModel[] task = [.. new[] { "name", "className", "index", "pendingTime", "executionTime", "context", "apiId", "apiName" }.Select(name => Field(name, "String"))];
        FieldModel[] statement = [.. new[] { "name", "effect", "principals", "actions", "resources" }.Select(name => Field(name, "String"))];
        CatalogModel catalog = Build(
            Api("GetChainTask", [Field("chain", "ChainInfo", "s1")],
                Table("s1", null, Field("runningTask", "List", "s2"), Field("pendingTask", "List", "s3")), Table("s2", null, task), Table("s3", null, task)),
            Api("QueryPolicy", [Field("inventories", "List", "s1")],
                Table("s1", null, Field("name", "String"), Field("uuid", "String"), Field("accountUuid", "String"), Field("statements", "List", "s2")), Table("s2", null, statement)));

        Assert.Equal(["RunningTaskInfo", "PendingTaskInfo"], Structure(catalog, "ChainInfo").Members.Select(member => member.Type.Element!.Name));
        Assert.Equal("PolicyStatement", Structure(catalog, "PolicyInventory").Members.Single(member => member.Name == "statements").Type.Element!.Name);
    }

    [Theory]
    [InlineData("DeleteVolumeSnapshotGroup", "DeleteSnapshotGroupResult")]
    [InlineData("RevertVmFromSnapshotGroup", "RevertSnapshotGroupResult")]
    [InlineData("UngroupVolumeSnapshotGroup", "DeleteSnapshotGroupResult")]
    public void Of_several_matching_structures_the_one_for_the_APIs_verb_is_used_or_else_the_first(string api, string structure)
    {
        CatalogModel catalog = Build(Api(api, [Field("results", "List", "s1")],
            Table("s1", null, Field("snapshotUuid", "String"), Field("volumeUuid", "String"), Field("success", "Boolean"), Field("error", "ErrorCode"))));
        Assert.Equal(structure, Result(catalog, api, "results").Type.Element!.Name);
    }

    [Fact]
    public void A_conflict_of_tables_names_the_tables_if_the_cells_are_equal()
    {
        CatalogModel catalog = Build(
            Api("ADisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("parts", "List", "s2")), Table("s2", "PlatterInventory", Field("uuid", "String"))),
            Api("BDisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("parts", "List", "s2")), Table("s2", "SpindleInventory", Field("uuid", "String"))));
        Assert.Equal(
            "Field 'parts' of 'DiskInventory' is 'List<SpindleInventory>' here, but 'List<PlatterInventory>' in 'ADisk.md', which takes precedence.",
            Assert.Single(catalog.Findings, finding => finding.Rule == "ZSG1103").Message);
    }

    [Fact]
    public void Two_structures_with_equal_fields_both_match_a_table_without_a_name()
    {
        FieldModel[] fields = [Field("uuid", "String"), Field("spindles", "Integer"), Field("platters", "Integer"), Field("heads", "Integer")];
        CatalogModel catalog = Build(
            Type("AlphaInventory", fields),
            Type("ThingInventory", fields),
            Api("GetDisk", [Field("thing", "Object", "s1")], Table("s1", null, fields)));
        // The field's name selects one of the two.
        Assert.Equal("ThingInventory", Result(catalog, "GetDisk", "thing").Type.Name);
    }

    [Fact]
    public void A_table_without_any_name_is_named_after_its_field_and_reported()
    {
        CatalogModel catalog = Build(Api("GetDisk", [Field("gizmos", "List", "s1")], Table("s1", null, Field("quux", "String"), Field("frob", "Long"))));
        Assert.Equal("GizmoInventory", Assert.Single(catalog.Structures).TypeName);
        CatalogFinding finding = Assert.Single(catalog.Findings, finding => finding.Rule == "ZSG1108");
        Assert.Contains("GizmoInventory", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_of_one_name_become_one_structure_with_all_fields_and_the_earliest_versions()
    {
        CatalogModel catalog = Build(
            Api("GetDisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("uuid", "String", since: "4.7.0"), Field("size", "Long", since: "3.10"))),
            Api("CreateDisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("uuid", "String", since: "3.1"), Field("name", "String", since: "0.6"))));
        CatalogStructure disk = Assert.Single(catalog.Structures);
        Assert.Equal([("name", "0.6"), ("size", "3.10"), ("uuid", "3.1")], disk.Members.Select(member => (member.Name, member.Since!)).Order());
    }

    [Theory]
    [InlineData("3.9", "3.10", "3.9")]
    [InlineData("3.1.0", "3.1", "3.1.0")]
    [InlineData(null, "4.0", "4.0")]
    [InlineData("soon", "4.0", "4.0")]
    [InlineData("4.0", "soon", "4.0")]
    [InlineData(null, null, null)]
    public void The_earlier_version_is_the_smaller_valid_number(string? left, string? right, string? expected) =>
        Assert.Equal(expected, SinceVersion.Earliest(left, right));

    [Theory]
    [InlineData("4.8.0", 1)]
    [InlineData("4.10", 1)]
    [InlineData("4.7.0", 2)]
    [InlineData("0.6", 2)]
    public void Fields_newer_than_the_target_version_are_omitted(string since, int members)
    {
        CatalogModel catalog = TypeCatalog.Build(
            [CatalogPage.From(Type("DiskInventory", Field("uuid", "String", since: "0.6"), Field("size", "Long", since: since)))],
            CatalogOptions.Default with { OmitNewerThan = "4.7" },
            TestContext.Current.CancellationToken);
        Assert.Equal(members, Assert.Single(catalog.Structures).Members.Count);
    }

    [Theory]
    [InlineData("String", DocumentedKind.String, null)]
    [InlineData("java.lang.Integer", DocumentedKind.Int32, null)]
    [InlineData("long", DocumentedKind.Int64, null)]
    [InlineData("`Boolean`", DocumentedKind.Boolean, null)]
    [InlineData("byte[]", DocumentedKind.Object, null)]
    [InlineData("BigDecimal", DocumentedKind.Decimal, null)]
    [InlineData("OffsetDateTime", DocumentedKind.Timestamp, null)]
    [InlineData("String[]", DocumentedKind.List, DocumentedKind.String)]
    [InlineData("Set<Long>", DocumentedKind.List, DocumentedKind.Int64)]
    [InlineData("List<org.zstack.header.vm.VmNicInventory>", DocumentedKind.List, DocumentedKind.Named)]
    [InlineData("Map<String, List<String>>", DocumentedKind.Map, DocumentedKind.List)]
    [InlineData("[VmNicInventory](../types/VmNicInventory.md)", DocumentedKind.Named, null)]
    [InlineData("List<>", DocumentedKind.List, null)]
    [InlineData("", DocumentedKind.None, null)]
    public void A_type_cell_is_read_in_every_notation(string cell, DocumentedKind kind, DocumentedKind? element)
    {
        DocumentedType type = DocumentedType.Parse(cell);
        Assert.Equal((kind, element), (type.Kind, type.Element?.Kind));
    }

    [Fact]
    public void Nested_lists_of_any_depth_are_read_without_a_stack_overflow() =>
        Assert.Equal(DocumentedKind.List, DocumentedType.Parse(string.Concat(Enumerable.Repeat("List<", 5000)) + "String" + new string('>', 5000)).Kind);

    [Theory]
    [InlineData("List<DiskInventory>", null, null, "DiskInventory")]
    [InlineData("List", "s1", null, "PartInventory")]
    [InlineData("List", null, "{\"things\": [1, 2]}", "Int64")]
    [InlineData("List", null, "{\"things\": [\"a\"]}", "String")]
    [InlineData("List", null, null, "Json")]
    public void The_element_of_a_list_comes_from_the_type_or_the_table_or_the_sample_or_is_any_JSON(string cell, string? table, string? sample, string expected)
    {
        CatalogModel catalog = Build(
            Type("DiskInventory", Field("uuid", "String")),
            Api("GetDisk", [Field("things", cell, table)], sample, Table("s1", "PartInventory", Field("part", "String"))));
        TypeReference element = Result(catalog, "GetDisk", "things").Type.Element!;
        Assert.Equal(expected, element.Name ?? element.Kind.ToString());
        Assert.Equal(expected == "Json", catalog.Findings.Any(finding => finding.Rule == "ZSG1105"));
    }

    [Fact]
    public void A_list_that_only_its_name_describes_is_a_list_of_strings() =>
        Assert.Equal(TypeReference.StringList, Result(Build(Api("GetDisk", [Field("tagUuids", "List")])), "GetDisk", "tagUuids").Type);

    [Theory]
    [InlineData("Map", "{\"load\": {\"a\": 1, \"b\": 2}}", "Int64")]
    [InlineData("Map", "{\"load\": {\"a\": 1, \"b\": \"x\"}}", "Json")]
    [InlineData("Map<String, Integer>", null, "Int64")]
    [InlineData("Map<String, Boolean>", null, "Boolean")]
    public void The_element_of_a_map_comes_from_the_type_or_from_all_values_of_the_sample(string cell, string? sample, string expected)
    {
        TypeReference type = Result(Build(Api("GetDisk", [Field("load", cell)], sample)), "GetDisk", "load").Type;
        Assert.Equal((ValueKind.Map, expected), (type.Kind, type.Element!.Kind.ToString()));
    }

    [Fact]
    public void A_table_of_constants_is_an_open_enumeration()
    {
        CatalogModel catalog = Build(Api("GetDisk", [Field("mood", "DiskMood", "s1")], Table("s1", "DiskMood", Field("Happy", "DiskMood"), Field("Sad", "DiskMood"))));
        Assert.Empty(catalog.Structures);
        CatalogEnumeration mood = Assert.Single(catalog.Enumerations);
        Assert.Equal(("DiskMood", "Happy,Sad"), (mood.TypeName, string.Join(',', mood.Values.Select(value => value.Value))));
        Assert.Equal(ValueKind.OpenEnum, Result(catalog, "GetDisk", "mood").Type.Kind);
    }

    [Fact]
    public void Pages_of_one_API_become_one_action_with_English_text_and_the_parameters_of_both()
    {
        ApiModel chinese = Model("CreateDisk", [Field("inventory", "Object")]) with
        {
            Description = "创建磁盘",
            Language = PageLanguage.Chinese,
            Since = "3.1",
            Parameters = new EquatableArray<ParameterModel>([Parameter("name", "String", "名字"), Parameter("size", "Long", "大小")]),
        };
        ApiModel english = Model("CreateDisk", null) with
        {
            Description = "Creates a disk.",
            Since = "0.6",
            Parameters = new EquatableArray<ParameterModel>([Parameter("name", "String", "The name."), Parameter("zoneUuid", "String", "The zone.")]),
        };
        CatalogModel catalog = Build(Page("a/CreateDisk.md", english), Page("b/CreateDisk.md", chinese));
        CatalogAction action = Assert.Single(catalog.Actions);
        Assert.Equal(("Creates a disk.", "0.6"), (action.Description, action.Since));
        Assert.Equal([("name", "The name."), ("size", "大小"), ("zoneUuid", "The zone.")], action.Parameters.Select(parameter => (parameter.Name, parameter.Description!)));
        // The page with a response takes precedence, so the other page is named.
        CatalogFinding merged = Assert.Single(catalog.Findings, finding => finding.Rule == "ZSG1101");
        Assert.Equal("a/CreateDisk.md", merged.Path);
    }

    [Fact]
    public void Contradicting_requests_are_reported_and_the_page_with_a_response_takes_precedence()
    {
        CatalogModel catalog = Build(
            Page("a/CreateDisk.md", Model("CreateDisk", null) with { Path = "/v1/old-disks" }),
            Page("b/CreateDisk.md", Model("CreateDisk", [Field("inventory", "Object")])));
        Assert.Equal("/v1/disks", Assert.Single(catalog.Actions).Path);
        CatalogFinding finding = Assert.Single(catalog.Findings, finding => finding.Rule == "ZSG1102");
        Assert.Equal(("a/CreateDisk.md", FindingSeverity.Warning), (finding.Path, finding.Severity));
        Assert.Contains("/v1/old-disks", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Integer", "Long", "Int64", false)]
    [InlineData("Object", "String", "String", false)]
    [InlineData("List", "List<String>", "List", false)]
    [InlineData("String", "Long", "String", true)]
    [InlineData("Boolean", "List", "Boolean", true)]
    public void Tables_with_different_types_use_the_wider_type_or_report_a_conflict_and_use_the_first(string first, string second, string expected, bool conflicts)
    {
        CatalogModel catalog = Build(
            Api("ADisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("thing", first))),
            Api("BDisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("thing", second))));
        Assert.Equal(expected, Assert.Single(catalog.Structures).Members[0].Type.Kind.ToString());
        List<CatalogFinding> findings = [.. catalog.Findings.Where(finding => finding.Rule == "ZSG1103")];
        Assert.Equal(conflicts ? 1 : 0, findings.Count);
        Assert.All(findings, finding => Assert.Equal(("BDisk.md", "BDisk:s1.thing"), (finding.Path, finding.ElementKey)));
    }

    [Fact]
    public void A_type_without_description_is_any_JSON_and_reported_at_its_cell()
    {
        const string Text = """
            # GetDisk

            `GET /v1/disks`

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | what (optional) | UnheardToo | query | What. | | 0.6 |

            ## Response

            | Name | Type | Description | Since |
            |---|---|---|---|
            | thing | Unheard | A thing. | 0.6 |
            """;
        PageReadResult read = SpecReader.Read("GetDisk.md", Text, TestContext.Current.CancellationToken);
        CatalogModel catalog = Build(read.Page);
        Assert.Equal(ValueKind.Json, Result(catalog, "GetDisk", "thing").Type.Kind);
        Assert.Equal(
            ["UnheardToo", "Unheard"],
            catalog.Findings.Where(finding => finding.Rule == "ZSG1104").Select(finding => read.Locations[finding.ElementKey]).Select(span => Text.Substring(span.Start, span.Length)));
    }

    [Fact]
    public void A_page_that_is_passed_twice_counts_once()
    {
        PageModel page = Page("GetDisk.md", Model("GetDisk", [Field("inventory", "Object")]));
        PageModel type = Type("DiskInventory", Field("uuid", "String"));
        Assert.Equal(Build(page, type), Build(type, page, page, type));
    }

    [Fact]
    public void The_order_of_pages_does_not_matter()
    {
        PageModel[] pages =
        [
            Type("DiskInventory", Field("uuid", "String")),
            Api("ADisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("thing", "String"))),
            Api("BDisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("thing", "Long"))),
        ];
        Assert.Equal(Build(pages), Build([.. pages.Reverse()]));
    }

    [Fact]
    public void An_edited_page_recomputes_only_dependent_results()
    {
        CatalogPage disk = CatalogPage.From(Api("GetDisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("uuid", "String"), Field("odd-name", "Unheard"))));
        CatalogPage rack = CatalogPage.From(Api("GetRack", [Field("inventory", "RackInventory", "s1")], Table("s1", null, Field("uuid", "String"))));
        CatalogPage edited = CatalogPage.From(Api("GetRack", [Field("inventory", "RackInventory", "s1")], Table("s1", null, Field("uuid", "Long"))));
        var memory = new CatalogMemory();
        CatalogModel before = TypeCatalog.Build([disk, rack], CatalogOptions.Default, memory, TestContext.Current.CancellationToken);
        CatalogModel after = TypeCatalog.Build([disk, edited], CatalogOptions.Default, memory, TestContext.Current.CancellationToken);
        Assert.Same(before.Structures.Single(structure => structure.TypeName == "DiskInventory"), after.Structures.Single(structure => structure.TypeName == "DiskInventory"));
        Assert.Same(before.Actions.Single(action => action.Name == "GetDisk"), after.Actions.Single(action => action.Name == "GetDisk"));
        Assert.Equal(Build(disk.Page, edited.Page), after);
        Assert.Contains(after.Findings, finding => finding.Rule == "ZSG1106");
    }

    [Fact]
    public void A_structure_is_recomputed_when_its_references_tables_base_or_target_version_change()
    {
        CatalogPage disk = CatalogPage.From(Api("GetDisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("part", "PartInventory"), Field("late", "String", since: "5.0"))));
        CatalogPage other = CatalogPage.From(Api("ListDisk", [Field("inventory", "DiskInventory", "s1")], Table("s1", null, Field("more", "String"))));
        CatalogPage part = CatalogPage.From(Type("PartInventory", Field("uuid", "String")));
        CatalogPage child = CatalogPage.From(new PageModel("types/FastDiskInventory.md", default, new EquatableArray<StructureModel>([Table("s1", "FastDiskInventory", Field("speed", "Long")) with { Extends = "DiskInventory" }])));
        var memory = new CatalogMemory();
        foreach (CatalogPage[] pages in new CatalogPage[][] { [disk], [disk, part], [disk], [disk, other], [disk, child], [disk, part, other, child], [disk] })
        {
            foreach (CatalogOptions options in new[] { CatalogOptions.Default, CatalogOptions.Default with { OmitNewerThan = "4.0" }, CatalogOptions.Default with { SpecsRoots = new EquatableArray<string>([""]) } })
            {
                Assert.Equal(
                    TypeCatalog.Build([.. pages.Select(page => CatalogPage.From(page.Page))], options, TestContext.Current.CancellationToken),
                    TypeCatalog.Build(pages, options, memory, TestContext.Current.CancellationToken));
            }
        }
    }

    private static CatalogModel Build(CatalogPage[] pages) => TypeCatalog.Build(pages, CatalogOptions.Default, TestContext.Current.CancellationToken);

    private static CatalogModel Build(params PageModel[] pages) =>
        TypeCatalog.Build([.. pages.Select(CatalogPage.From)], CatalogOptions.Default, TestContext.Current.CancellationToken);

    private static CatalogMember Result(CatalogModel catalog, string api, string field) =>
        catalog.Actions.Single(action => action.Name == api).Result.Single(member => member.Name == field);

    private static PageModel Api(string name, FieldModel[] response, params StructureModel[] tables) => Api(name, response, null, tables);

    private static PageModel Api(string name, FieldModel[] response, string? sample, params StructureModel[] tables) =>
        Page(name + ".md", Model(name, response) with { ResponseExample = sample, Structures = new EquatableArray<StructureModel>(tables) });

    private static ApiModel Model(string name, FieldModel[]? response) => new()
    {
        Name = name,
        Method = "POST",
        Path = "/v1/disks",
        Wrapper = "params",
        Response = response is null ? null : new ResponseModel(new EquatableArray<FieldModel>(response)),
    };

    private static PageModel Page(string path, ApiModel api) => new(path, new EquatableArray<ApiModel>([api]), default);

    private static PageModel Type(string name, params FieldModel[] fields) =>
        new("types/" + name + ".md", default, new EquatableArray<StructureModel>([Table("s1", name, fields)]));

    private static CatalogStructure Structure(CatalogModel catalog, string name) => catalog.Structures.Single(structure => structure.TypeName == name);

    private static StructureModel Table(string id, string? name, params FieldModel[] fields) =>
        new() { Id = id, Name = name, Fields = new EquatableArray<FieldModel>(fields) };

    private static FieldModel Field(string name, string type, string? table = null, string? since = null) =>
        new() { Name = name, Type = type, StructureId = table, Since = since };

    private static ParameterModel Parameter(string name, string type, string description) =>
        new() { Name = name, Type = type, Description = description, Location = ParameterLocation.Body, InWrapper = true };
}
