using System;
using System.Linq;
using System.Reflection;
using CsCheck;
using Xunit;
using ZStack;
using ZStackGen.Specs.Catalog;

namespace ZStackGen.Generator.Tests;

/// <summary>The reader of pages and the runtime know nothing of each other, but read and compare versions in one way.</summary>
public sealed class VersionConsistencyTests
{
    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.Int[0, 12].Array[1, 5].Select(static parts => string.Join(".", parts)),
        Gen.String["0159.."]);

    [Theory]
    [InlineData("3.4", "3.4.0", 0)]
    [InlineData("4.7.0.4", "4.7", 1)]
    [InlineData("3.10", "3.9.0", 1)]
    [InlineData("007.1", "7.1.0.0", 0)]
    public void Both_compare_alike(string left, string right, int expected)
    {
        Assert.Equal(expected, Math.Sign(SinceVersion.Compare(left, right)));
        Assert.Equal(expected, Math.Sign(ZStackVersion.Parse(left).CompareTo(ZStackVersion.Parse(right))));
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("2147483648")]
    [InlineData("1.2.3.4")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("1..2")]
    [InlineData("")]
    [InlineData("٣.4")]
    public void Both_take_the_same_texts_for_versions(string text) => Assert.Equal(ZStackVersion.TryParse(text, out _), SinceVersion.IsValid(text));

    [Fact]
    public void Both_agree_on_random_texts() => Gen.Select(s_text, s_text).Sample(static (left, right) =>
    {
        bool isLeft = ZStackVersion.TryParse(left, out ZStackVersion? a), isRight = ZStackVersion.TryParse(right, out ZStackVersion? b);
        Assert.Equal((isLeft, isRight), (SinceVersion.IsValid(left), SinceVersion.IsValid(right)));
        if (isLeft && isRight)
            Assert.Equal(Math.Sign(a!.CompareTo(b)), Math.Sign(SinceVersion.Compare(left, right)));
    });

    [Fact]
    public void The_newest_release_is_the_newest_constant() =>
        Assert.Equal(
            ZStackVersion.Parse(SinceVersion.Newest),
            typeof(ZStackVersion).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(static property => (ZStackVersion)property.GetValue(null)!).Max());

    [Fact]
    public void A_version_of_another_product_is_no_version_of_a_page() => Assert.False(SinceVersion.IsValid("zsv 4.1.6"));
}
