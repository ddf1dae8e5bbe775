using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace ZStackGen.Editor.Tests;

public sealed class NavigationTests
{
    [Theory]
    [InlineData("$$StopVmInstanceAction action;", "class StopVmInstanceAction : ")]
    [InlineData("var action = new StopVmInstanceAction { $$Uuid = \"x\" };", "public required string Uuid { get; set; }")]
    [InlineData("$$VmNicInventory nic;", "class VmNicInventory : ")]
    public async Task Go_to_definition_opens_the_generated_code_at_the_declaration(string statement, string declaration)
    {
        using var editor = new EditorProject("vm", "types");
        Assert.Contains(declaration, await editor.DefinitionAsync(await editor.SymbolAsync(statement)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_is_shown_in_the_page_at_line_and_column_until_it_is_fixed()
    {
        using var editor = new EditorProject("vm", "types");
        const string Page = "# EjectDisc\n\nEjects a disc.\n\n`DELETE /v1/discs/{uuid}`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | nowhere | The disc. | | 0.6 |\n";
        editor.AddPage("vm/EjectDisc.md", Page);
        IReadOnlyList<Diagnostic> found = await editor.PageDiagnosticsAsync("vm/EjectDisc.md");
        FileLinePositionSpan place = Assert.Single(found).Location.GetLineSpan();
        Assert.Equal("/project/specs/vm/EjectDisc.md", place.Path);
        Assert.Equal(10, place.StartLinePosition.Line);
        Assert.Equal("| uuid | String | ".Length, place.StartLinePosition.Character);
        await editor.EditPageAsync("vm/EjectDisc.md", "nowhere", "path");
        Assert.Empty(await editor.PageDiagnosticsAsync("vm/EjectDisc.md"));
    }
}
