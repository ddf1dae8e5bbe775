using System.Linq;
using Xunit;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;

namespace ZStackGen.Specs.Tests;

/// <summary>A page of an enumeration describes its values, and members with its name and values have its type.</summary>
public sealed class EnumerationPageTests
{
    private const string OpenMode = "# OpenMode\n\nHow a door is opened.\n\n- Gently: Opens the door slowly.\n- Wide\n";

    [Fact]
    public void A_value_that_is_listed_twice_is_reported_and_its_first_description_is_used()
    {
        PageReadResult result = SpecReader.Read("types/Colour.md", "# Colour\n\nColours.\n\n- Red: Stop.\n- Green\n- Red: Go.\n- red\n", TestContext.Current.CancellationToken);

        StructureModel type = Assert.Single(result.Page.Types);
        Assert.Equal(["Red", "Green", "red"], type.Values);
        Assert.Equal("Stop.", Assert.Single(type.ValueDescriptions).Description);
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal(("ZSG1015", 6, "The value Red is listed twice; the first description is used."), (finding.Id, finding.Span.StartLine, finding.Message));
    }

    [Theory]
    [InlineData("`Wide`", "Wide", null)]
    [InlineData("**Wide**: Fast.", "Wide", "Fast.")]
    [InlineData("**Wide:** Fast.", "Wide", "Fast.")]
    [InlineData("**`Wide`** - Fast.", "Wide", "Fast.")]
    [InlineData("`Wide` – Fast.", "Wide", "Fast.")]
    [InlineData("Wide - Fast.", "Wide", "Fast.")]
    [InlineData("Wide (default): Fast.", "Wide", "(default) Fast.")]
    [InlineData("Wide (since 4.8.0)", "Wide", "(since 4.8.0)")]
    [InlineData("[x] Wide", "Wide", null)]
    [InlineData("[Wide](#wide)", "Wide", null)]
    [InlineData("~~Wide~~", "Wide", null)]
    [InlineData("in - out", "in", "out")]
    [InlineData("`a`, `b`", "`a`, `b`", null)]
    public void Marks_around_a_value_are_not_part_of_it(string item, string value, string? description)
    {
        StructureModel type = Read($"# Colour\n\nColours.\n\n- {item}\n- Other\n");
        Assert.Equal([value, "Other"], type.Values);
        Assert.Equal(description, type.ValueDescriptions.Select(static described => described.Description).FirstOrDefault());
    }

    [Fact]
    public void An_indented_item_is_reported_and_is_no_value()
    {
        PageReadResult result = SpecReader.Read("Colour.md", "# Colour\n\nColours.\n\n- Red\n    - Dark\n- Green\n", TestContext.Current.CancellationToken);
        Assert.Equal(["Red", "Green"], Assert.Single(result.Page.Types).Values);
        Assert.Equal(("ZSG1005", 5), (Assert.Single(result.Findings).Id, result.Findings[0].Span.StartLine));
    }

    [Fact]
    public void An_item_is_a_value_and_its_description()
    {
        StructureModel type = Read("# Colour\n\nColours.\n\n- Red: Stop; `a: b` | \\<c> is code.\n- Green\n* a\\: b: The value contains a colon.\n- x:y\n- `k: v`: Code.\n- Blue:\n");
        Assert.Equal(["Red", "Green", "a: b", "x:y", "k: v", "Blue"], type.Values);
        Assert.Equal(["Red > Stop; `a: b` | <c> is code.", "a: b > The value contains a colon.", "k: v > Code."], type.ValueDescriptions.Select(static described => $"{described.Value} > {described.Description}"));
    }

    [Theory]
    [InlineData("Red", "Stop: the door is closed.")]
    [InlineData("a: b", "Two words.")]
    [InlineData("a: b", null)]
    [InlineData("a:", "A colon at the end.")]
    [InlineData("a:", null)]
    [InlineData("- x", "`code: x`\nSecond line | with a bar.")]
    [InlineData("`x`", "Code.")]
    [InlineData("**x**", null)]
    [InlineData("_x_", "Underscores.")]
    [InlineData("[x](y)", null)]
    [InlineData("[ ] x", null)]
    [InlineData("x - y", "A dash.")]
    [InlineData("x – y", null)]
    [InlineData("x (y)", "(a remark) A text.")]
    public void The_written_item_is_read_back(string value, string? description)
    {
        var type = new StructureModel
        {
            Id = "s1",
            Name = "Colour",
            Values = new EquatableArray<string>([value, "Other"]),
            ValueDescriptions = description is null ? default : new EquatableArray<ValueDescription>([new ValueDescription(value, description)]),
        };
        Assert.Equal(type, Read(PageWriter.Write(new PageModel("Colour.md", default, new EquatableArray<StructureModel>([type])))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_member_with_the_name_and_the_values_has_the_type_of_the_page(bool isFiltered)
    {
        CatalogModel catalog = Build(isFiltered, OpenMode, Door("OpenDoor", "Wide, Gently"), Door("OpenGate", "Wide, Gently"));
        CatalogEnumeration mode = Assert.Single(catalog.Enumerations);
        Assert.Equal("OpenMode", mode.TypeName);
        Assert.Equal(["Opens the door slowly.", null], mode.Values.Select(static value => value.Description));
        Assert.All(catalog.Actions, static action =>
        {
            Assert.Equal("OpenMode", action.Parameters.Single(static parameter => parameter.Name == "openMode").Type.Name);
            Assert.Empty(action.Enumerations);
        });
    }

    [Fact]
    public void Other_values_under_the_name_remain_a_type_of_their_own()
    {
        CatalogModel catalog = Build(isFiltered: false, OpenMode, Door("OpenDoor", "Wide, Never"));
        Assert.Equal("OpenModeValue", Assert.Single(catalog.Actions[0].Enumerations).TypeName);
        Assert.Null(catalog.Actions[0].Enumerations[0].Values[0].Description);
    }

    private static string Door(string api, string values) =>
        $"# {api}\n\n`PUT /v1/{api}`\n\n## Parameters\n\n| Name | Type | Location | Values |\n|---|---|---|---|\n| openMode | String | body: x | {values} |\n";

    private static CatalogModel Build(bool isFiltered, params string[] pages) => TypeCatalog.Build(
        [.. pages.Select(static (page, i) => CatalogPage.From(SpecReader.Read($"specs/{i}.md", page, TestContext.Current.CancellationToken).Page))],
        isFiltered ? CatalogOptions.Default with { Include = new EquatableArray<string>(["Open*"]) } : CatalogOptions.Default,
        TestContext.Current.CancellationToken);

    private static StructureModel Read(string text)
    {
        PageReadResult result = SpecReader.Read("Colour.md", text, TestContext.Current.CancellationToken);
        Assert.Empty(result.Findings);
        return Assert.Single(result.Page.Types);
    }
}
