using System.Linq;
using Xunit;
using ZStackGen.Facts.Words;

namespace ZStackGen.Facts.Tests;

/// <summary>The descriptions of the pages are informative.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("l3NetworkUuid", "The l 3 network uuid.")]
    [InlineData("l3NetworkUuid", "L3 network UUID.")]
    [InlineData("zoneUuid", "The zone UUID.")]
    [InlineData("zoneUuid", "")]
    [InlineData("zoneUuid", null)]
    [InlineData("zoneUuid", "UUID of the the zone.")]
    [InlineData("zoneUuid", "UUID of the zone")]
    [InlineData("zoneUuid", "UUID of {resource}.")]
    [InlineData("zoneUuid", "The uuid of the zone that the host belongs to.")]
    public void An_uninformative_text_is_found(string name, string? text) => Assert.NotEmpty(TextChecks.Check("place", name, text));

    [Theory]
    [InlineData("zoneUuid", "UUID of the zone.")]
    [InlineData("name", "Name of the zone.")]
    [InlineData("stateEvent", "`enable` or disable. A disabled zone takes no new VM instance.")]
    public void An_informative_text_is_accepted(string name, string text) => Assert.Empty(TextChecks.Check("place", name, text));

    [Fact]
    public void All_texts_of_all_pages_are_informative()
    {
        string[] problems = [.. Repository.Pages.Apis.SelectMany(TextChecks.Check).Concat(Repository.Pages.Types.SelectMany(TextChecks.Check))];
        Assert.True(problems.Length == 0, string.Join('\n', problems.Take(50)));
        Assert.True(Repository.Pages.Apis.Count() > 2000);
    }
}
