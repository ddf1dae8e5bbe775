using System.Linq;
using Xunit;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Types in words instead of type names. The model keeps the cell as the page has it.</summary>
public sealed class TypePhraseTests
{
    [Theory]
    [InlineData("array of strings", "List<String>")]
    [InlineData("a list of integers", "List<Integer>")]
    [InlineData("list of VmNicInventory", "List<VmNicInventory>")]
    [InlineData("list of VmNicInventory objects", "List<VmNicInventory>")]
    [InlineData("VmNicInventory list", "List<VmNicInventory>")]
    [InlineData("map of string to long", "Map<String, Long>")]
    [InlineData("list of list of string", "List<List<String>>")]
    [InlineData("array[string]", "List<String>")]
    [InlineData("list[int]", "List<Integer>")]
    [InlineData("Map[String, Long]", "Map<String, Long>")]
    [InlineData("List (String)", "List<String>")]
    [InlineData("string[]", "List<String>")]
    [InlineData("uuid", "String")]
    [InlineData("string (uuid)", "String")]
    [InlineData("integer (int64)", "Long")]
    [InlineData("date-time", "Timestamp")]
    [InlineData("json object", "Object")]
    [InlineData("STRING", "String")]
    [InlineData("字符串", "String")]
    [InlineData("字符串类型", "String")]
    [InlineData("布尔值", "Boolean")]
    [InlineData("长整型", "Long")]
    [InlineData("字符串数组", "List<String>")]
    [InlineData("对象", "Object")]
    [InlineData("varchar(64)", "String")]
    [InlineData("枚举", "String")]
    [InlineData("枚举类型", "String")]
    [InlineData("整型", "Integer")]
    [InlineData("bigint", "Long")]
    [InlineData("时间", "Timestamp")]
    [InlineData("时间戳", "Timestamp")]
    public void A_type_can_be_in_words(string cell, string type)
    {
        PageReadResult result = Read(cell);
        Assert.Empty(result.Findings);
        Assert.Equal(cell, result.Page.Apis.Single().Parameters[^1].Type);
        Assert.Equal(Shown(DocumentedType.Parse(type)), Shown(DocumentedType.Parse(cell)));
    }

    [Theory]
    [InlineData("String (optional)", "String", false)]
    [InlineData("字符串（可选）", "字符串", false)]
    [InlineData("Integer (required)", "Integer", true)]
    [InlineData("java.lang.String", "String", true)]
    [InlineData("java.util.List", "List", true)]
    [InlineData("Long.", "Long", true)]
    public void Marks_behind_a_type_and_the_package_of_a_Java_type_are_no_part_of_it(string cell, string type, bool isRequired)
    {
        PageReadResult result = Read(cell);
        Assert.Empty(result.Findings);
        ParameterModel colour = result.Page.Apis.Single().Parameters[^1];
        Assert.Equal((type, isRequired), (colour.Type, colour.IsRequired));
    }

    [Theory]
    [InlineData("VmNicInventory")]
    [InlineData("Text")]
    [InlineData("List<Number>")]
    [InlineData("org.zstack.header.vm.VmInstanceInventory")]
    public void A_type_name_is_not_interpreted(string cell) => Assert.Null(TypePhrase.Read(cell));

    [Theory]
    [InlineData("String or null")]
    [InlineData("varchar(a)")]
    [InlineData("map of string")]
    [InlineData("list of things that are red")]
    [InlineData("blob")]
    public void Other_words_are_reported(string cell) => Assert.Equal("ZSG1006", Assert.Single(Read(cell).Findings).Id);

    [Fact]
    public void A_deep_or_long_phrase_is_no_type()
    {
        Assert.Null(TypePhrase.Read(string.Concat(Enumerable.Repeat("list of ", 12)) + "string"));
        Assert.Null(TypePhrase.Read(new string('a', 5000) + " list"));
    }

    [Fact]
    public void A_row_with_a_type_in_words_refers_to_the_table_of_the_structure()
    {
        PageReadResult result = SpecReader.Read("specs/door/GetDoor.md", """
            # GetDoor

            Gets it.

            `GET /v1/doors`

            ## Response

            | Name | Type | Description | Since |
            |---|---|---|---|
            | parts | list of DoorPart | Parts. | 4.7.0 |

            ### DoorPart

            | Name | Type | Description | Since |
            |---|---|---|---|
            | uuid | String | UUID. | 4.7.0 |
            """, TestContext.Current.CancellationToken);
        Assert.Empty(result.Findings);
        Assert.NotNull(result.Page.Apis.Single().Response!.Fields.Single().StructureId);
    }

    private static string Shown(DocumentedType? type) => type is null ? "" : type.Kind + type.Name + "(" + Shown(type.Element) + ")";

    private static PageReadResult Read(string type) => SpecReader.Read("specs/door/PaintDoor.md",
        "# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n"
        + $"| uuid | String | path | The door. | |\n| colour | {type} | body: paintDoor | The colour. | |\n", TestContext.Current.CancellationToken);
}
