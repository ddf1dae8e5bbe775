using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

/// <summary>Symbols, invisible marks and notices that editors and converters add do not hide the facts of a page.</summary>
public sealed class DecoratedPageTests
{
    private const string Rows = "| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | The door. | | 4.7.0 |\n| color (optional) | String | body: paintDoor | The color. | Red, Green | 4.8.0 |\n";

    [Theory]
    [InlineData("# 🚀 PaintDoor")]
    [InlineData("# PaintDoor 🚀")]
    [InlineData("# ⚙️ PaintDoor ⚠️")]
    [InlineData("# ✨ Paint a door (PaintDoor) ✨")]
    [InlineData("# 2.1 PaintDoor")]
    public void Symbols_around_a_title_are_no_part_of_the_name(string title)
    {
        PageReadResult result = Read($"{title}\n\nPaints.\n\n`PUT /v1/doors/{{uuid}}/actions`\n\n## Parameters\n\n{Rows}");
        Assert.Equal("PaintDoor", Assert.Single(result.Page.Apis).Name);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void Symbols_around_the_title_of_a_type_are_no_part_of_the_name() =>
        Assert.Equal("DoorInventory", Assert.Single(Read("# 📦 DoorInventory\n\nA door.\n\n| Name | Type | Description |\n|---|---|---|\n| uuid | String | The door. |\n").Page.Types).Name);

    [Theory]
    [InlineData('\u200b')]
    [InlineData('\u2060')]
    [InlineData('\ufeff')]
    [InlineData('\u00ad')]
    public void An_invisible_mark_inside_a_word_changes_nothing(char mark)
    {
        string page = $"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{{uuid}}/actions`\n\nSince 4.7.0.\n\n## Parameters\n\n{Rows}\n## Response\n\n| Name | Type | Description |\n|---|---|---|\n| doors | List<DoorInventory> | The doors. |\n";
        PageReadResult expected = Read(page);
        for (int at = 1; at < page.Length; at++)
        {
            if (!char.IsLetterOrDigit(page[at - 1]) || !char.IsLetterOrDigit(page[at]))
                continue;
            PageReadResult result = Read(page.Insert(at, mark.ToString()));
            Assert.Equal(expected.Page, result.Page);
            Assert.Equal(expected.Findings.Select(finding => finding.Message), result.Findings.Select(finding => finding.Message));
        }
    }

    [Theory]
    [InlineData("# PaintDoor [DEPRECATED]", "Paints.")]
    [InlineData("# PaintDoor - deprecated", "Paints.")]
    [InlineData("# ⚠️ PaintDoor (deprecated since 5.0.0: use OpenDoor)", "Paints.")]
    [InlineData("# PaintDoor", "**Status:** Deprecated")]
    [InlineData("# PaintDoor", "> [!WARNING]\n> Deprecated since 5.0.0: use OpenDoor.")]
    [InlineData("# PaintDoor", ":::danger Deprecated\n\nUse OpenDoor.\n\n:::")]
    [InlineData("# PaintDoor", "!!! warning \"Deprecated\"\n    Use OpenDoor.")]
    [InlineData("# PaintDoor", "| Status | Deprecated |\n|---|---|")]
    [InlineData("# PaintDoor", "| Deprecated | yes |\n|---|---|")]
    [InlineData("# PaintDoor", "## Deprecated\n\nUse OpenDoor.")]
    [InlineData("# PaintDoor", "## Deprecated since 5.0.0\n\nUse OpenDoor.")]
    [InlineData("# PaintDoor", "## ⚠️ Deprecation notice\n\nThe door is painted at once.")]
    [InlineData("# PaintDoor", "## Status\n\nDeprecated")]
    public void A_notice_deprecates_the_api(string title, string notice)
    {
        PageReadResult result = Read($"{title}\n\n`PUT /v1/doors/{{uuid}}/actions`\n\n{notice}\n\n## Parameters\n\n{Rows}");
        ApiModel api = Assert.Single(result.Page.Apis);
        Assert.Equal("PaintDoor", api.Name);
        Assert.True(Lifetime.Of(api.Description).IsDeprecated);
        Assert.Equal(2, api.Parameters.Count);
        Assert.Empty(result.Findings);
    }

    [Fact]
    public void A_notice_below_the_tables_deprecates_the_api_and_keeps_its_description()
    {
        ApiModel api = Assert.Single(Read($"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{{uuid}}/actions`\n\n## Parameters\n\n{Rows}\n## Deprecated\n\nUse OpenDoor.\n").Page.Apis);
        Assert.Equal("Paints.\nDeprecated.\nUse OpenDoor.", api.Description);
    }

    [Fact]
    public void A_list_of_deprecated_parameters_does_not_deprecate_the_api()
    {
        ApiModel api = Assert.Single(Read($"# PaintDoor\n\nPaints.\n\n`PUT /v1/doors/{{uuid}}/actions`\n\n## Deprecated\n\n{Rows}").Page.Apis);
        Assert.True(Lifetime.Of(api.Description).IsCurrent);
        Assert.Equal(2, api.Parameters.Count);
    }

    private static PageReadResult Read(string text) => SpecReader.Read("door.md", text, TestContext.Current.CancellationToken);
}
