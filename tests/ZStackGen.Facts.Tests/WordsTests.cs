using System.Linq;
using Xunit;
using ZStackGen.Facts.Words;
using ZStackGen.Specs.Model;

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

    [Theory]
    [InlineData("Enabled", "The resource is enabled.")]
    [InlineData("Error", "The AutoScaling rule is in an error state.")]
    [InlineData("Created", "The resource was created.")]
    [InlineData("Enabled", "Enabled.")]
    public void A_description_that_repeats_the_value_is_found(string value, string text) => Assert.NotEmpty(TextChecks.CheckValue("place", value, text));

    [Fact]
    public void The_enumerations_that_every_cloud_uses_describe_all_values()
    {
        string[] names = ["VmInstanceState", "VolumeStatus", "VolumeType", "HostState", "HostStatus", "ImageStatus", "PrimaryStorageState", "BackupStorageStatus", "LongJobState", "AlarmStatus", "DeleteMode", "StateEvent"];
        Assert.DoesNotContain(names, static name => Repository.Pages.Type(name)?.Page.Types[0] is not { Values.Count: > 0 } type || type.ValueDescriptions.Count != type.Values.Count);
        Assert.True(Repository.Pages.Types.Count(static type => type.ValueDescriptions.Count > 0) > 100);
    }

    [Fact]
    public void All_texts_of_all_pages_are_informative()
    {
        string[] problems = [.. Repository.Pages.Apis.SelectMany(TextChecks.Check).Concat(Repository.Pages.Types.SelectMany(TextChecks.Check))];
        Assert.True(problems.Length == 0, string.Join('\n', problems.Take(50)));
        Assert.True(Repository.Pages.Apis.Count() > 2000);
    }

    [Fact]
    public void Every_API_has_a_Chinese_name_of_its_own()
    {
        ApiModel[] apis = [.. Repository.Pages.Apis];
        Assert.Empty(apis.Where(static api => api.ChineseName?.Any(static c => c is >= '\u4e00' and <= '\u9fff') != true).Select(static api => api.Name));
        // An API that was removed, or that has a misspelled name, can have the Chinese name of its replacement.
        Assert.Empty(apis.Where(static api => Lifetime.Of(api.Description).IsCurrent).GroupBy(static api => api.ChineseName).Where(static group => group.Count() > 1)
            .Select(static group => $"{group.Key}: {string.Join(", ", group.Select(static api => api.Name))}"));
    }
}
