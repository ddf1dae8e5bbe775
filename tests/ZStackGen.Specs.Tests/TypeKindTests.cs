using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Types that pages describe differently from their form on the wire.</summary>
public sealed class TypeKindTests
{
    private const string Fields = "| Name | Type | Description | Since |\n|---|---|---|---|\n";

    [Theory]
    [InlineData("name", "ordinal")]
    [InlineData("ordinal", "name")]
    public void A_table_of_name_and_ordinal_describes_an_enumeration(string first, string second)
    {
        string TypeOf(string field) => field == "ordinal" ? "int" : "String";
        CatalogModel catalog = Build($"| effect | [LockEffect](#lockeffect) | E. | |\n\n### LockEffect\n\n{Fields}| {first} | {TypeOf(first)} | F. | |\n| {second} | {TypeOf(second)} | F. | |\n", "{\"effect\": \"Allow\"}");
        Assert.Equal(ValueKind.OpenEnum, Field(catalog, "effect").Type.Kind);
        Assert.DoesNotContain(catalog.Structures.ToArray(), structure => structure.TypeName == "LockEffect");
        Assert.Contains(catalog.Enumerations.ToArray(), enumeration => enumeration.TypeName == "LockEffect");
    }

    [Theory]
    [InlineData("| name | String | F. | |\n| ordinal | int | F. | |\n| size | Long | F. | |\n", "{\"effect\": {\"name\": \"a\"}}")]
    [InlineData("| name | String | F. | |\n", "{\"effect\": {\"name\": \"a\"}}")]
    [InlineData("| name | String | F. | |\n| ordinal | int | F. | |\n", "{\"effect\": {\"name\": \"a\", \"ordinal\": 1}}")]
    public void A_table_with_other_fields_or_a_sample_object_stays_a_structure(string rows, string sample)
    {
        CatalogModel catalog = Build("| effect | [LockEffect](#lockeffect) | E. | |\n\n### LockEffect\n\n" + Fields + rows, sample);
        Assert.Equal(ValueKind.Structure, Field(catalog, "effect").Type.Kind);
    }

    [Theory]
    [InlineData("inventories", "DoorInventory", null, true)]
    [InlineData("inventories", "DoorInventory", "{\"inventories\": [{\"uuid\": \"a\"}]}", true)]
    [InlineData("inventories", "DoorInventory", "{\"inventories\": {\"uuid\": \"a\"}}", false)]
    [InlineData("inventory", "DoorInventory", null, false)]
    [InlineData("inventory", "DoorInventory", "{\"inventory\": [{\"uuid\": \"a\"}]}", true)]
    [InlineData("doors", "DoorInventory", null, true)]
    [InlineData("door", "DoorInventory", null, false)]
    [InlineData("statistics", "Statistics", null, false)]
    [InlineData("state", "DoorInventory", null, false)]
    [InlineData("others", "DoorInventory", null, false)]
    public void A_structure_is_a_list_if_the_sample_or_a_plural_name_shows_it(string field, string structure, string? sample, bool isList)
    {
        CatalogModel catalog = Build($"| {field} | [{structure}](#{structure.ToLowerInvariant()}) | D. | |\n\n### {structure}\n\n{Fields}| uuid | String | U. | |\n", sample);
        TypeReference type = Field(catalog, field).Type;
        Assert.Equal(isList ? ValueKind.List : ValueKind.Structure, type.Kind);
        Assert.Equal(structure, (type.Element ?? type).Name);
    }

    [Theory]
    [InlineData("Map", "{\"doors\": {\"a\": [\"x\"], \"b\": [\"y\", \"z\"]}}", ValueKind.List)]
    [InlineData("Map<String, String>", "{\"doors\": {\"a\": [\"x\"]}}", ValueKind.List)]
    [InlineData("Map<String, List<String>>", null, ValueKind.List)]
    [InlineData("Map<String, DoorInventory>", "{\"doors\": {\"a\": [{\"uuid\": \"x\"}]}}", ValueKind.List)]
    [InlineData("Map<String, DoorInventory>", "{\"doors\": {\"a\": {\"uuid\": \"x\"}}}", ValueKind.Structure)]
    [InlineData("Map<String, List<DoorInventory>>", null, ValueKind.List)]
    [InlineData("Map<String, BigDecimal>", null, ValueKind.Decimal)]
    [InlineData("Map<String, List<Long>>", null, ValueKind.Json)]
    [InlineData("Map<String, Long>", "{\"doors\": {\"a\": 1}}", ValueKind.Int64)]
    public void A_map_of_lists_is_read_as_a_map_of_lists(string cell, string? sample, ValueKind element)
    {
        CatalogModel catalog = Build($"| doors | {cell} | D. | |\n| one | [DoorInventory](#doorinventory) | D. | |\n\n### DoorInventory\n\n{Fields}| uuid | String | U. | |\n", sample);
        TypeReference type = Field(catalog, "doors").Type;
        Assert.Equal((ValueKind.Map, element), (type.Kind, type.Element?.Kind));
    }

    [Theory]
    [InlineData("DoorInventori", "DoorInventory")]
    [InlineData("DoorInvnetory", "DoorInventory")]
    [InlineData("VmInstanceInventry", "VmInstanceInventory")]
    [InlineData("List<DoorInventry>", "DoorInventory")]
    [InlineData("Windmill", null)]
    public void An_unknown_parameter_type_is_a_warning_that_quotes_the_cell_and_suggests_the_nearest_name(string cell, string? suggestion)
    {
        PageModel page = Read($"# OpenDoor\n\nOpens.\n\n`POST /v1/doors`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| key | {cell} | body | K. | | |\n");
        CatalogModel catalog = TypeCatalog.Build([CatalogPage.From(page), CatalogPage.From(Read("# DoorInventory\n\nA type.\n\n" + Fields + "| uuid | String | U. | |\n", "specs/types/DoorInventory.md"))], CatalogOptions.Default, TestContext.Current.CancellationToken);
        CatalogFinding finding = Assert.Single(catalog.Findings.ToArray(), found => found.Rule == "ZSG1104");
        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Contains("'" + cell + "'", finding.Message, StringComparison.Ordinal);
        if (suggestion is null)
            Assert.DoesNotContain("did you mean", finding.Message, StringComparison.Ordinal);
        else
            Assert.Contains("; did you mean '" + suggestion + "'?", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Strnig", "String")]
    [InlineData("sting", "String")]
    [InlineData("Timestmp", "Timestamp")]
    [InlineData("x", null)]
    [InlineData("Unrelated", null)]
    public void The_nearest_name_differs_in_at_most_two_letters(string text, string? expected) =>
        Assert.Equal(expected, NameSuggestions.Nearest(text, DocumentedType.Words));

    private static CatalogMember Field(CatalogModel catalog, string name) => catalog.Actions.Single().Result.Single(member => member.Name == name);

    private static CatalogModel Build(string response, string? sample)
    {
        string text = "# GetDoor\n\nGets.\n\n`GET /v1/doors`\n\n## Response\n\n" + Fields + response;
        PageModel page = Read(text);
        // The model gets the sample directly, so that the test does not depend on its place on a page.
        page = page with { Apis = new EquatableArray<ApiModel>([.. page.Apis.ToArray().Select(api => api with { ResponseExample = sample })]) };
        return TypeCatalog.Build([CatalogPage.From(page)], CatalogOptions.Default, TestContext.Current.CancellationToken);
    }

    private static PageModel Read(string text, string path = "specs/doors/Door.md") => SpecReader.Read(path, text, TestContext.Current.CancellationToken).Page;
}
