using System.Linq;
using CsCheck;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>A description is untrusted text: the search for a deprecation never fails, and its work is limited.</summary>
public sealed class LifetimeSentenceTests
{
    private static readonly string[] s_fragments =
    [
        "Deprecated", "deprecated", "removed", "no longer supported", "弃用", "已移除", "This API is ", "since ", "in ", "and removed in ", "4.0.0", "v", ".", ": ", ":", "，", "(", ")", "[", "](", "]", "（", "）", "`",
        "use ", "Use ", "see ", "使用", "由", "代替", " instead", "it", "Door", "\n", " ", "\t", "\u3000", "*", "_", "~~", "yes", "!", "-", "—", "，", "。", "\"", "\ud83d", "and ",
    ];

    [Fact]
    public void Fragments_of_sentences_in_any_order_are_read_without_an_exception() =>
        Gen.Int[0, s_fragments.Length - 1].Array[0, 12].Select(static choice => string.Concat(choice.Select(static i => s_fragments[i]))).Sample(text => Lifetime.Of(text).Replacement is not "", iter: 20_000);

    [Theory]
    [InlineData("Deprecated: ")]
    [InlineData("Deprecated:\u3000")]
    [InlineData("Status: deprecated -  ")]
    public void Blanks_behind_the_word_state_nothing_more(string text) => Assert.Equal(new Lifetime(true, null, null, null), Lifetime.Of(text));

    // The limit keeps the work for each word constant, and the work for all of them linear.
    [Fact]
    public void A_statement_ends_within_a_thousand_characters()
    {
        Assert.Equal("Door", Lifetime.Of("Deprecated: use [Door](" + new string('a', 900) + ").").Replacement);
        Assert.Null(Lifetime.Of("Deprecated: use [Door](" + new string('a', 1_100) + ").").Replacement);
    }
}
