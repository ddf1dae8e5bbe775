using System;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;
using ZStackGen.Specs.Writing;

namespace ZStackGen.Specs.Tests;

/// <summary>What a page means by a version, and the versions that contradict each other.</summary>
public sealed class StatedVersionTests
{
    [Theory]
    [InlineData("4.7.0.1.2", true)]
    [InlineData("~99999999999.1", true)]
    [InlineData("0.6", false)]
    [InlineData("<= 1.9", false)]
    [InlineData("zsv 4.1.6", false)]
    public void Digits_and_dots_that_no_version_has_are_found(string version, bool isFound) =>
        Assert.Equal(isFound, SpecReader.Read("p.md", $"# Door\n\nA door.\n\n| Name | Type | Since |\n|---|---|---|\n| wide | String | {version} |\n", TestContext.Current.CancellationToken).Findings.Any(finding => finding.Id == "ZSG1009"));

    [Theory]
    [InlineData("4.7.0", "4.7.0", VersionProvenance.Exact, "Since 4.7.0.")]
    [InlineData("v4.7.0", "4.7.0", VersionProvenance.Exact, "Since 4.7.0.")]
    [InlineData("ZStack Cloud 4.7", "4.7", VersionProvenance.Exact, "Since 4.7.")]
    [InlineData("<= 1.9", "1.9", VersionProvenance.AtMost, "Since 1.9 or earlier.")]
    [InlineData("<=1.9", "1.9", VersionProvenance.AtMost, "Since 1.9 or earlier.")]
    [InlineData("≤ 1.9", "1.9", VersionProvenance.AtMost, "Since 1.9 or earlier.")]
    [InlineData("~4.7.0", "4.7.0", VersionProvenance.Inferred, "Probably since 4.7.0.")]
    [InlineData("<= 0.6", "0.6", VersionProvenance.AtMost, "Since 0.6 or earlier.")]
    [InlineData("0.6", null, VersionProvenance.Unknown, null)]
    [InlineData("", null, VersionProvenance.Unknown, null)]
    [InlineData(null, null, VersionProvenance.Unknown, null)]
    [InlineData("soon", null, VersionProvenance.Unknown, null)]
    [InlineData("~", null, VersionProvenance.Unknown, null)]
    [InlineData("<= soon", null, VersionProvenance.Unknown, null)]
    [InlineData("< 1.9", null, VersionProvenance.Unknown, null)]
    public void A_version_is_exact_at_most_inferred_or_unknown(string? text, string? version, VersionProvenance provenance, string? sentence)
    {
        StatedVersion stated = StatedVersion.Parse(text);
        Assert.Equal((version, provenance, sentence), (stated.Version, stated.Provenance, stated.Sentence));
        Assert.Equal(stated, StatedVersion.Parse(stated.Notation) is { Version: null } ? default : StatedVersion.Parse(stated.Notation));
    }

    [Fact]
    public void Another_products_version_is_no_version_of_the_cloud()
    {
        StatedVersion stated = StatedVersion.Parse("zsv 4.1.6");
        Assert.Equal(("zsv", "4.1.6", null, "Since zsv 4.1.6."), (stated.Product, stated.Version, stated.Cloud, stated.Sentence));
    }

    [Theory]
    [InlineData("4.7.0", "4.8.0", "4.7.0")]
    [InlineData("~4.7.0", "4.7.0", "4.7.0")]
    [InlineData("4.7", "~4.7.0", "4.7")]
    [InlineData("<= 1.9", "2.0.0", "<= 1.9")]
    [InlineData("2.0.0", "~1.9", "~1.9")]
    [InlineData("4.7.0", "0.6", "0.6")]
    [InlineData("soon", "4.7.0", "4.7.0")]
    [InlineData(null, "~4.7.0", "~4.7.0")]
    public void The_earliest_of_two_keeps_its_provenance(string? left, string? right, string earliest) => Assert.Equal(earliest, SinceVersion.Earliest(left, right));

    [Theory]
    [InlineData("<= 1.9")]
    [InlineData("~4.7.0")]
    public void Cells_Since_lines_and_system_tags_take_the_notation_and_a_written_page_keeps_it(string cell)
    {
        string page = $"# OpenDoor\n\nOpens it.\n\n`PUT /v1/doors/{{uuid}}/actions`\n\nSynchronous.\nSince {cell}.\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n"
            + $"| uuid | String | path | Which. | | {cell} |\n\n## System tags\n\n| Tag | Description | Since |\n|---|---|---|\n| `lock::{{uuid}}` | A lock. | {cell} |\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n"
            + $"| inventory | [Door](#door) | It. | {cell} |\n\n### Door\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | Id. | {cell} |\n\n# Gate\n\nA gate.\n\nSince {cell}.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | Id. | {cell} |\n";
        PageReadResult result = Read(page);
        Assert.Empty(result.Findings.Select(static finding => finding.Id + " " + finding.Message));
        ApiModel api = Assert.Single(result.Page.Apis);
        Assert.Equal([cell, cell, cell, cell, cell],
            [api.Since, api.Parameters[0].Since, api.SystemTags[0].Since, api.Response!.Fields[0].Since, api.Structures[0].Fields[0].Since]);
        PageReadResult again = Read(PageWriter.Write(result.Page));
        Assert.Equal(result.Page, again.Page);
        Assert.Empty(again.Findings);
    }

    [Theory]
    [InlineData("Deprecated.", true, null, null, null)]
    [InlineData("Opens it. Deprecated since 4.0.0: use OpenGate.", true, "4.0.0", null, "OpenGate")]
    [InlineData("Opens it.\nDeprecated: use `OpenGate`.", true, null, null, "OpenGate")]
    [InlineData("Removed in 3.6.0.", false, null, "3.6.0", null)]
    [InlineData("Removed in 3.6.0. Deprecated since 3.5: use OpenGate.", true, "3.5", "3.6.0", "OpenGate")]
    [InlineData("The door was deprecated since 4.0.0.", false, null, null, null)]
    [InlineData("Deprecated things are listed.", false, null, null, null)]
    [InlineData("Deprecated since forever.", false, null, null, null)]
    [InlineData("Removed in the next run.", false, null, null, null)]
    [InlineData("Is the image Deprecated.", false, null, null, null)]
    [InlineData(null, false, null, null, null)]
    [InlineData("Status: Deprecated", true, null, null, null)]
    [InlineData("Opens it.\n**Status:** Deprecated since 4.0.0.", true, "4.0.0", null, null)]
    [InlineData("Opens it.\n⚠️ DEPRECATED", true, null, null, null)]
    [InlineData("> [!WARNING] Deprecated since 4.0.0: use OpenGate.", true, "4.0.0", null, "OpenGate")]
    [InlineData(":::danger Deprecated\nUse OpenGate.\n:::", true, null, null, "OpenGate")]
    [InlineData(":::caution[Deprecated] Use `OpenGate` instead. :::", true, null, null, "OpenGate")]
    [InlineData("!!! warning \"Deprecated\" Use OpenGate.", true, null, null, "OpenGate")]
    [InlineData("!!! warning Deprecated since 4.0.0: use OpenGate.", true, "4.0.0", null, "OpenGate")]
    [InlineData("Opens it. **DEPRECATED since 4.0.0**", true, "4.0.0", null, null)]
    [InlineData("*Deprecated since version 4.0.0.*", true, "4.0.0", null, null)]
    [InlineData("Deprecated as of v4.0.0", true, "4.0.0", null, null)]
    [InlineData("Deprecated since: 4.0.0", true, "4.0.0", null, null)]
    [InlineData("Deprecated (4.0.0): use OpenGate.", true, "4.0.0", null, "OpenGate")]
    [InlineData("This API is deprecated.", true, null, null, null)]
    [InlineData("This API has been deprecated since 4.0.0. Use [OpenGate](OpenGate.md) instead.", true, "4.0.0", null, "OpenGate")]
    [InlineData("This API is deprecated since 4.0.0 and will be removed in 5.0.0.", true, "4.0.0", "5.0.0", null)]
    [InlineData("It is deprecated and will be removed in a future release.", true, null, null, null)]
    [InlineData("Deprecated in favor of OpenGate.", true, null, null, "OpenGate")]
    [InlineData("Obsolete since 4.0.0, use OpenGate", true, "4.0.0", null, "OpenGate")]
    [InlineData("@deprecated Use OpenGate", true, null, null, "OpenGate")]
    [InlineData("![deprecated](https://img.example/badge/deprecated-red)", true, null, null, null)]
    [InlineData("~~Opens it.~~ Deprecated", true, null, null, null)]
    [InlineData("The color of the door (deprecated since 4.0.0)", true, "4.0.0", null, null)]
    [InlineData("Name of the VM (deprecated)", true, null, null, null)]
    [InlineData("添加DNS（已废弃）", true, null, null, null)]
    [InlineData("同vmUuid（已废弃）", false, null, null, null)]
    [InlineData("Deprecated, has no effect.", true, null, null, null)]
    [InlineData("Deprecated: do not use.", true, null, null, null)]
    [InlineData("Deprecated: yes", true, null, null, null)]
    [InlineData("No longer supported since 5.0.0.", false, null, "5.0.0", null)]
    [InlineData("No longer supported.", true, null, null, null)]
    [InlineData("**Removed:** 5.0.0", false, null, "5.0.0", null)]
    [InlineData("已废弃", true, null, null, null)]
    [InlineData("该接口已废弃，请使用OpenGate代替。", true, null, null, "OpenGate")]
    [InlineData("颜色。已弃用（自4.0.0起）", true, "4.0.0", null, null)]
    [InlineData("自 4.0.0 版本起废弃", true, "4.0.0", null, null)]
    [InlineData("5.0.0 版本已移除", false, null, "5.0.0", null)]
    [InlineData("Deprecated: no", false, null, null, null)]
    [InlineData("Deprecated: The image is old. Enabled: The image is new.", false, null, null, null)]
    [InlineData("This API is not deprecated.", false, null, null, null)]
    [InlineData("Use it instead of old (deprecated).", false, null, null, null)]
    [InlineData("Same as vmUuid (deprecated)", false, null, null, null)]
    [InlineData("Whether deprecated, disabled and enabled images are listed.", false, null, null, null)]
    [InlineData("deprecated, disabled or enabled", false, null, null, null)]
    [InlineData("Lists images that are deprecated.", false, null, null, null)]
    [InlineData("是否废弃", false, null, null, null)]
    [InlineData("废弃的资源", false, null, null, null)]
    [InlineData("移除", false, null, null, null)]
    [InlineData("It will be removed.", false, null, null, null)]
    [InlineData("Removed from 4.0 hosts.", false, null, null, null)]
    public void The_phrases_of_a_description_end_a_life(string? description, bool isDeprecated, string? since, string? removed, string? replacement) =>
        Assert.Equal(new Lifetime(isDeprecated, since, removed, replacement), Lifetime.Of(description));

    [Theory]
    [InlineData("5.0.0", "Removed in 4.8.0.", "ZSG1060")]
    [InlineData("5.0.0", "Removed in 5.0.0.", "ZSG1060")]
    [InlineData("5.0.0", "Deprecated since 4.8.0.", "ZSG1060")]
    [InlineData("5.0.0", "Removed in 5.1.0.", null)]
    [InlineData("0.6", "Removed in 3.0.0.", null)]
    [InlineData("4.6.0", "How wide.", "ZSG1061")]
    [InlineData("<= 1.9", "How wide.", "ZSG1061")]
    [InlineData("4.7", "How wide.", null)]
    [InlineData("0.6", "How wide.", null)]
    [InlineData("4.7.5", "How wide.", "ZSG1062")]
    [InlineData("5.0.0", "Removed in 5.1.5.", "ZSG1062")]
    [InlineData("99.0", "How wide.", null)]
    [InlineData("5", "How wide.", "ZSG1009")]
    [InlineData("≤ 5", "How wide.", "ZSG1009")]
    [InlineData("zsv 4.7.5", "How wide.", null)]
    public void Versions_that_contradict_each_other_are_found_at_their_place(string since, string description, string? rule)
    {
        string page = $"# Door\n\nA door.\n\nSince 4.7.0.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| width | int | {description} | {since} |\n";
        Assert.Equal(rule is null ? [] : [$"{rule} {since}"], Read(page).Findings.Select(finding => $"{finding.Id} {page.Substring(finding.Span.Start, finding.Span.Length)}"));
    }

    [Fact]
    public void An_unknown_release_is_named_once_a_page_and_a_repeated_field_of_a_base_may_be_older()
    {
        const string Page = "# Door\n\nA door.\n\nExtends [Thing](Thing.md).\nSince 4.7.0.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| a | int | A. | 4.7.5 |\n| b | int | B. | 4.7.5 |\n| uuid | String | Id. | 3.0.0 |\n";
        Assert.Equal(["ZSG1062 ZStack has no known release 4.7.5."], Read(Page).Findings.Select(static finding => finding.Id + " " + finding.Message));
    }

    [Fact]
    public void Releases_are_in_order_and_spelled_alike()
    {
        for (int i = 1; i < KnownReleases.Versions.Count; i++)
            Assert.True(VersionNumber.Compare(KnownReleases.Versions[i - 1], KnownReleases.Versions[i]) < 0, KnownReleases.Versions[i]);
        Assert.Equal(["5.0.0", "5.0.0", "1.10", "1.10", "9.9"], new[] { "5.0", "5.0.0", "1.10", "1.10.0", "9.9.0" }.Select(KnownReleases.Normalize));
    }

    private static PageReadResult Read(string text) => SpecReader.Read("specs/doors/Page.md", text, TestContext.Current.CancellationToken);
}
