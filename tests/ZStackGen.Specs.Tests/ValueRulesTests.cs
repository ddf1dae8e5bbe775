using System.Linq;
using Xunit;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>The column of allowed values contains values or limits.</summary>
public sealed class ValueRulesTests
{
    [Theory]
    [InlineData("Integer", "1..65535", "", "1 to 65535.")]
    [InlineData("Long", "0..", "", "At least 0.")]
    [InlineData("Long", "..-1", "", "At most -1.")]
    [InlineData("String", "length 2..255", "", "2 to 255 characters.")]
    [InlineData("String", "length ..255", "", "At most 255 characters.")]
    [InlineData("String", "length 10..", "", "At least 10 characters.")]
    [InlineData("List\\<String>", "not empty", "", "At least one element.")]
    [InlineData("Integer", "4, 6", "4|6", null)]
    [InlineData("String", "not empty", "", "Not empty.")]
    [InlineData("String", "Length 1-255", "", "1 to 255 characters.")]
    [InlineData("List\\<String>", "Not Empty", "", "At least one element.")]
    // A value outside the range: neither is checked.
    [InlineData("Integer", "-1, 1..10", "-1|1..10", null)]
    // Text that only resembles limits is a value. Limits of another type are neither a value nor checked.
    [InlineData("Integer", "..", "", null)]
    [InlineData("String", "1..65535", "", null)]
    [InlineData("Integer", "9..1", "", null)]
    [InlineData("Integer", "1..99999999999999999999", "", null)]
    [InlineData("String", "length 1..255, on, off", "on|off", "1 to 255 characters.")]
    public void A_cell_is_read_as_limits_if_they_fit_the_type(string type, string cell, string values, string? limits)
    {
        CatalogMember member = Parameter(type, cell);

        Assert.Equal(values, string.Join('|', member.Values));
        Assert.Equal(limits, member.Limits);
    }

    [Theory]
    [InlineData("String", "1..65535", true)]
    [InlineData("Integer", "9..1", true)]
    [InlineData("Integer", "length 1..9", true)]
    [InlineData("List\\<Integer>", "1..65535", true)]
    [InlineData("Double", "0.5..1.5", true)]
    [InlineData("Integer", "not empty", true)]
    [InlineData("Integer", "1..9", false)]
    [InlineData("String", "length 1..9, on", false)]
    [InlineData("String", "not empty", false)]
    [InlineData("Shade", "1..9", false)]
    public void A_limit_that_does_not_fit_the_type_is_reported(string type, string cell, bool isReported) =>
        Assert.Equal(isReported, Read(type, cell).Findings.Any(static finding => finding.Id == "ZSG1023"));

    private static CatalogMember Parameter(string type, string cell)
    {
        CatalogPage read = CatalogPage.From(Read(type, cell).Page);
        return TypeCatalog.Build([read], CatalogOptions.Default, TestContext.Current.CancellationToken).Actions.Single().Parameters.Single();
    }

    private static PageReadResult Read(string type, string cell)
    {
        string page = $"# PaintDoor\n\n`POST /v1/doors`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| shade | {type} | body: params | Shade. | {cell} | 0.6 |\n";
        return SpecReader.Read("specs/doors/PaintDoor.md", page, TestContext.Current.CancellationToken);
    }
}
