using System;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace ZStack.Tests.Client;

public class VersionTests
{
    [Theory]
    [InlineData("zsv 4.1.6", "zsv", "4.1.6")]
    [InlineData("ZSV  4.1.6", "zsv", "4.1")]
    [InlineData("edge-2 1.0", "edge-2", "0.9")]
    public void A_word_before_the_numbers_is_another_product(string text, string product, string older)
    {
        ZStackVersion version = ZStackVersion.Parse(text);
        Assert.Equal((product, text), (version.Product, version.ToString()));
        Assert.True(version >= ZStackVersion.Parse(product + " " + older));
        Assert.Equal(version, ZStackVersion.Parse(text.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("zsv 4.1.6", "4.1.6")]
    [InlineData("zsv 4.1.6", "3.0")]
    [InlineData("zsv 4.1.6", "5.0")]
    [InlineData("zsv 4.1.6", "edge 4.1.6")]
    public void Versions_of_two_products_are_neither_equal_nor_in_an_order(string left, string right)
    {
        ZStackVersion a = ZStackVersion.Parse(left), b = ZStackVersion.Parse(right);
        Assert.Equal([false, true, false, false, false, false], new[] { a == b, a != b, a < b, a > b, a <= b, a >= b });
        Assert.False(b < a || b <= a || b > a || b >= a || b.Equals(a));
        // A list of them still has one order.
        Assert.NotEqual(0, a.CompareTo(b));
        Assert.Equal(Math.Sign(a.CompareTo(b)), -Math.Sign(b.CompareTo(a)));
    }

    [Theory]
    [InlineData("zsv")]
    [InlineData("zsv4.1.6")]
    [InlineData("zsv ")]
    [InlineData("zsv zsv 4.1")]
    [InlineData("4.1 zsv")]
    [InlineData("- 4.1")]
    public void A_product_without_a_version_is_none(string text) => Assert.False(ZStackVersion.TryParse(text, out _));

    [Fact]
    public void Cloud_versions_have_no_product() => Assert.Null(ZStackVersion.V5_0.Product);

    [Fact]
    public void A_constant_is_the_version_that_its_name_says()
    {
        PropertyInfo[] constants = Constants();
        Assert.All(constants, static constant =>
            Assert.Equal(ZStackVersion.Parse(constant.Name.Substring(1).Replace('_', '.')), Assert.IsType<ZStackVersion>(constant.GetValue(null))));
        // Every release has a name of its own; the first of a minor version has a short one as well.
        Assert.Equal(246, constants.Count(static constant => Regex.IsMatch(constant.Name, "^V[0-9]+_[0-9]+_[0-9]+(_[0-9]+)?$")));
        Assert.All(constants.Where(static constant => constant.Name.EndsWith("_0", StringComparison.Ordinal) && constant.Name.Count(static c => c == '_') == 2), constant =>
            Assert.Contains(constants, other => other.Name + "_0" == constant.Name));
    }

    private static PropertyInfo[] Constants()
        => [.. typeof(ZStackVersion).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(static property => property.PropertyType == typeof(ZStackVersion))];
}
