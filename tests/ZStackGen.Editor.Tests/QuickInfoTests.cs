using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace ZStackGen.Editor.Tests;

public sealed class QuickInfoTests
{
    [Fact]
    public async Task Hovering_an_action_shows_its_description_request_and_version()
    {
        using var editor = new EditorProject("vm", "types");
        string info = await editor.QuickInfoAsync("$$GetCandidateVmForAttachingIsoAction action;");
        Assert.Contains("Lists the VM instances that an ISO can be attached to.", info, StringComparison.Ordinal);
        Assert.Contains("GET /v1/images/iso/{isoUuid}/vm-candidates", info, StringComparison.Ordinal);
        Assert.Contains("Since 0.6", info, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new GetCandidateVmForAttachingIsoAction { $$IsoUuid = \"x\" };", "ISO image to attach.", "Path. Since 0.6")]
    [InlineData("new GetCandidateVmForAttachingIsoAction { IsoUuid = \"x\", $$SystemTags = null };", "System tags of the call.", "Query. Since 0.6")]
    [InlineData("new CreateVmInstanceAction { Name = \"x\", $$VmNicParams = null };", "Settings of the interfaces as JSON text.", "Body. Since 4.7.0")]
    public async Task Hovering_a_parameter_shows_its_description_place_and_version(string statement, string description, string remark)
    {
        using var editor = new EditorProject("vm", "types");
        string info = await editor.QuickInfoAsync("var action = " + statement);
        Assert.Contains(description, info, StringComparison.Ordinal);
        Assert.Contains(remark, info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hovering_a_parameter_with_allowed_values_lists_them()
    {
        using var editor = new EditorProject("vm", "types");
        string info = await editor.QuickInfoAsync("var action = new CreateVmInstanceAction { Name = \"x\", $$Strategy = null };");
        Assert.Contains("What to do after creation", info, StringComparison.Ordinal);
        foreach (string value in (string[])["InstantStart", "JustCreate", "CreateStopped"])
            Assert.Contains(value, info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hovering_a_field_of_an_answer_shows_its_description()
    {
        using var editor = new EditorProject("vm", "types");
        string info = await editor.QuickInfoAsync("var x = (await client.CallAsync(new GetCandidateVmForAttachingIsoAction { IsoUuid = \"x\" })).$$Inventories;");
        Assert.Contains("The VM instances that can take the ISO.", info, StringComparison.Ordinal);
        Assert.Contains("Since 0.6", info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_overload_of_CallAsync_takes_the_action_and_is_documented()
    {
        using var editor = new EditorProject("vm", "types");
        ISymbol call = await editor.SymbolAsync("await client.$$CallAsync(new StopVmInstanceAction { Uuid = \"x\" });");
        IReadOnlyList<IMethodSymbol> overloads = [.. call.ContainingType.GetMembers("CallAsync").OfType<IMethodSymbol>()];
        Assert.NotEmpty(overloads);
        Assert.All(overloads, o => Assert.StartsWith("ZStackAction", o.Parameters[0].Type.Name, StringComparison.Ordinal));
        string info = await editor.QuickInfoAsync("await client.$$CallAsync(new StopVmInstanceAction { Uuid = \"x\" });");
        Assert.Contains("StopVmInstanceAction.Result", info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signature_help_on_CallAsync_shows_the_action_it_takes_and_its_documentation()
    {
        using var editor = new EditorProject("vm", "types");
        IReadOnlyList<string> signatures = await editor.SignaturesAsync("await client.CallAsync(new StopVmInstanceAction { Uuid = \"x\" }$$);");
        string shown = Assert.Single(signatures, s => s.Contains("CancellationToken", StringComparison.Ordinal) && s.Contains("StopVmInstanceAction.Result", StringComparison.Ordinal));
        Assert.Contains("CallAsync", shown, StringComparison.Ordinal);
        Assert.Contains("ZStackAction<StopVmInstanceAction.Result>", shown, StringComparison.Ordinal);
        Assert.NotEmpty(shown[(shown.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    [Fact]
    public async Task Hovering_a_value_of_an_open_enumeration_shows_whose_value_it_is()
    {
        using var editor = new EditorProject("vm", "types");
        string info = await editor.QuickInfoAsync("var v = CreateVmInstanceAction.StrategyValue.$$InstantStart;");
        Assert.Contains("CreateVmInstanceAction.StrategyValue.InstantStart", info, StringComparison.Ordinal);
    }
}
