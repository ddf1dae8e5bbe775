using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

public sealed class BadPageTests(PackedFeed feed)
{
    [Fact]
    public async Task A_bad_page_is_reported_at_file_line_and_column_and_the_other_pages_are_generated()
    {
        ConsumerFolder folder = feed.NewFolder("bad-pages")
            .Project("App.csproj", "<TargetFramework>net10.0</TargetFramework><GenerateDocumentationFile>true</GenerateDocumentationFile><NoWarn>CS1591</NoWarn>")
            .CopyTree(Repository.Pages(), "specs")
            .Write("specs/no-method.md", "# RebootEverything\n\nRestarts all there is.\n\n## Parameters\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| uuid | String | path | What. | 0.6 |\n")
            .Write("specs/bad-type.md", "# RebootSomething\n\nRestarts it.\n\n`PUT /v1/somethings/{uuid}/actions`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | What. | | 0.6 |\n| how (optional) | two words | body: rebootSomething | How. | | 0.6 |\n")
            .Write("specs/empty.md", "")
            .Write("specs/rubbish.txt", [.. Enumerable.Range(0, 4000).Select(i => (byte)((i * 7919 % 255) + 1))])
            .Write("Uses.cs", "public class Uses { public object Good => new ZStack.Api.StartVmInstanceAction { Uuid = \"u\" }; public object StillThere => new ZStack.Api.RebootSomethingAction { Uuid = \"u\" }; }");

        // If the other pages had been lost, Uses.cs would not compile.
        CommandResult built = (await folder.BuildAsync()).Succeeded();

        Assert.All(built.Findings, f => Assert.Matches("warning ZSG1[0-9]{3}: ", f));
        foreach (string page in new[] { "no-method.md", "bad-type.md", "empty.md", "rubbish.txt" })
            Assert.Contains(built.Findings, f => Regex.IsMatch(f, $@"^{Regex.Escape(folder.At("specs", page))}\([0-9]+,[0-9]+(,[0-9]+,[0-9]+)?\): "));
        // The unknown type is in the second cell of the last line.
        string cell = folder.At("specs", "bad-type.md") + "(12,20";
        Assert.Contains(built.Findings, f => f.StartsWith(cell, StringComparison.Ordinal) && f.Contains("two words", StringComparison.Ordinal));

        CommandResult strict = (await folder.BuildAsync("-p:ZStackGenStrict=true")).Failed();

        Assert.Contains(strict.Findings, f => f.Contains("no-method.md", StringComparison.Ordinal) && f.Contains(": error ZSG1004: ", StringComparison.Ordinal));
        Assert.Contains(strict.Findings, f => f.Contains("bad-type.md", StringComparison.Ordinal) && f.Contains(": warning ZSG1006: ", StringComparison.Ordinal));
    }
}
