using System.Linq;
using CsCheck;
using Xunit;
using ZStackGen.Generator.Analysis.Queries;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Catalog.Planning;

namespace ZStackGen.Generator.Tests;

/// <summary>The analyzer of conditions knows only the C# names of the values, so it must accept every value that a name was made from.</summary>
public sealed class KnownValueTests
{
    private static readonly string[] s_awkward =
        ["Value", "value", "IsKnown", "KnownValues", "TryParse", "QueryField", "Equals", "ToString", "Kind", "kind", "Open", "open", "OPEN", "o-pen", "4.7.0", "4.70", "x86_64", "été", "开", "-", "*"];

    private static readonly Gen<string> s_value = Gen.OneOf(
        Gen.Int[0, s_awkward.Length - 1].Select(static i => s_awkward[i]),
        Gen.String[Gen.Char["abAB01_-. 开"], 1, 6]);

    [Fact]
    public void Each_value_is_recognized_by_the_names_of_its_enumeration() =>
        s_value.Array[1, 12].Sample(
            static values =>
            {
                CatalogEnumeration enumeration = EnumerationPlan.Make("Kind", null, null, values);
                var names = enumeration.Values.Select(static value => value.Identifier).ToList();
                Assert.All(values, value => Assert.True(KnownValues.Contains(names, value), $"'{value}' is not recognized by {string.Join(", ", names)}"));
            },
            iter: 20_000);

    [Theory]
    [InlineData("Enabeld")]
    [InlineData("Enable")]
    [InlineData("EnabledValues")]
    [InlineData("abled")]
    public void A_misspelled_value_is_not_recognized(string value) =>
        Assert.False(KnownValues.Contains(["Enabled", "DisabledValue", "N4_7"], value));
}
