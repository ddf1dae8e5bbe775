using System.Linq;
using Microsoft.CodeAnalysis;
using Xunit;
using ZStackGen.Generator.Tests.Support;

namespace ZStackGen.Generator.Tests;

/// <summary>Descriptions as quick info shows them: Markdown's marks are not a part of the text.</summary>
public sealed class DescriptionTextTests
{
    [Theory]
    [InlineData("See [the manual](https://example.com/a_(1)?b=1) first.", "See the manual (https://example.com/a_(1)?b=1) first.")]
    [InlineData("See [the **VM**](types/Vm.md).", "See the VM.")]
    [InlineData("[https://example.com](https://example.com)", "https://example.com")]
    [InlineData("![A picture](a.png) of it", "A picture of it")]
    [InlineData("**Required**: *never* ~~old~~ ***both***.", "Required: never old both.")]
    [InlineData("**a *b* c**, **`d`**", "a b c, <c>d</c>")]
    [InlineData("`**x**` and `[a](b)`", "<c>**x**</c> and <c>[a](b)</c>")]
    [InlineData("2 * 3 * 4, 2*3*4, a**b**c", "2 * 3 * 4, 2*3*4, a**b**c")]
    [InlineData("Query*, *.md, ~10, ~~, **, a*", "Query*, *.md, ~10, ~~, **, a*")]
    [InlineData("[0](a b), [1], [x]( and ](", "[0](a b), [1], [x]( and ](")]
    [InlineData("snake_case and __init__", "snake_case and __init__")]
    [InlineData("**open", "**open")]
    [InlineData("*<b>*", "&lt;b&gt;")]
    public void Marks_of_Markdown_are_not_shown(string description, string shown)
    {
        GeneratorRun run = GeneratorRun.On(("/project/specs/types/It.md", $"# It\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| size | Long | {description.Replace("<", "&lt;").Replace(">", "&gt;")} | 4.0 |\n")).CompilesWithoutWarnings();
        Assert.Contains($"<summary>{shown}</summary>", run.Compilation.GetTypeByMetadataName("ZStack.Api.It")!.GetMembers("Size").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Values_outside_of_the_basic_plane_are_shown()
    {
        GeneratorRun run = GeneratorRun.On(("/project/specs/types/It.md", "# It\n\n| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n| mood | String | Mood. | 🔥, 𝒜 | 4.0 |\n")).CompilesWithoutWarnings();
        Assert.Contains("Allowed: <c>🔥</c>, <c>𝒜</c>.", run.AllSources(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_marks_without_an_end_stay()
    {
        string text = string.Concat(Enumerable.Repeat("*a [b ~~c ![d", 20_000));
        Assert.Contains("*a [b", GeneratorRun.On(("/project/specs/types/It.md", $"# It\n\n{text}\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| size | Long | A size. | 4.0 |\n")).CompilesWithoutWarnings().AllSources(), System.StringComparison.Ordinal);
    }
}
