using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;
using ZStackGen.Explorer.Apis;
using ZStackGen.Explorer.History;
using ZStackGen.Tool;
using ZStackGen.Tool.Pages;

namespace ZStackGen.Explorer.Tests;

/// <summary>The changes of each version.</summary>
public sealed class ChangeHistoryTests
{
    private const string Header = "| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n";

    [Fact]
    public void A_member_as_old_as_its_API_is_not_a_separate_change() => Assert.Equal(
        ["4.8 parameter OpenDoor.wide", "4.7 api OpenDoor."],
        Changes("# OpenDoor\n\n`PUT /v1/doors/{uuid}/actions`\n\nSince 4.7.0.\n\n## Parameters\n\n" + Header
            + "| uuid | String | path | Which. | | 4.7 |\n| old (optional) | String | body: openDoor | Old. | | 0.6 |\n| wide (optional) | String | body: openDoor | Wide. | | 4.8.0 |\n"));

    [Fact]
    public void An_API_without_a_version_is_as_old_as_its_oldest_parameter() => Assert.Equal(
        ["5.1 parameter OpenDoor.wide", "5.0 api OpenDoor."],
        Changes("# OpenDoor\n\n`PUT /v1/doors/{uuid}/actions`\n\n## Parameters\n\n" + Header
            + "| uuid | String | path | Which. | | 5.0.0 |\n| wide (optional) | String | body: openDoor | Wide. | | 5.1.0 |\n"));

    [Fact]
    public void Versions_are_ordered_as_numbers_and_normalized() => Assert.Equal(
        ["4.10 field Door.c", "4.9 field Door.b", "3.1 field Door.a"],
        Changes("# Door\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | Id. | 0.6 |\n| a | String | A. | 3.1.0 |\n| b | String | B. | 4.9 |\n| c | String | C. | 4.10.0 |\n| d | String | D. | soon |\n"));

    [Fact]
    public void What_was_deprecated_or_removed_stands_beside_what_came() => Assert.Equal(
        ["5.0 removed field Door.a", "4.9 added field Door.b", "4.8 deprecated type Door.", "4.7 added type Door."],
        Read("# Door\n\nA door. Deprecated since 4.8.0: use Gate.\n\nSince 4.7.0.\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| a | String | Id. Removed in 5.0.0. | 4.7.0 |\n| b | String | B. | ~4.9 |\n| c | String | C. | 0.6 |\n")
            .Select(static change => $"{change.Version} {change.Event} {change.Kind} {change.Owner}.{change.Name}"));

    private static string[] Changes(string page) => [.. Read(page).Select(static change => $"{change.Version} {change.Kind} {change.Owner}.{change.Name}")];

    private static IReadOnlyList<VersionChange> Read(string page)
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/Page.md", page);
        string path = Path.Combine(folder.Path, "specs");
        ReadPage[] pages = PageReader.Read(PageFinder.Find([path], new Terminal(TextWriter.Null, TextWriter.Null)), TestContext.Current.CancellationToken);
        ApiLibrary library = ApiLibrary.Make(pages.Select(static page => page.ShownPage), [path], TestContext.Current.CancellationToken);
        return ChangeHistory.Of(library).Changes;
    }
}
