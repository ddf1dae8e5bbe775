using System.Collections.Generic;
using System.Threading.Tasks;

namespace ZStackGen.Editor.Tests;

public sealed class CompletionTests
{
    [Fact]
    public async Task Completion_after_new_offers_the_action()
    {
        using var editor = new EditorProject("vm", "types");
        Assert.Contains("GetCandidateVmForAttachingIsoAction", await editor.CompletionAsync("var action = new GetCand$$"));
        Assert.DoesNotContain("GetCandidateVmForAttachingIsoAction", await editor.CompletionAsync("var action = new Stop$$"));
    }

    [Fact]
    public async Task An_object_initializer_offers_the_missing_parameters()
    {
        using var editor = new EditorProject("vm", "types");
        IReadOnlyList<string> first = await editor.CompletionAsync("var action = new GetCandidateVmForAttachingIsoAction { $$ };");
        Assert.Contains("IsoUuid", first);
        Assert.Contains("SystemTags", first);
        IReadOnlyList<string> then = await editor.CompletionAsync("var action = new GetCandidateVmForAttachingIsoAction { IsoUuid = \"x\", $$ };");
        Assert.DoesNotContain("IsoUuid", then);
        Assert.Contains("SystemTags", then);
    }

    [Fact]
    public async Task A_missing_required_parameter_is_an_error_until_it_is_set()
    {
        using var editor = new EditorProject("vm", "types");
        Assert.Equal(["CS9035"], await editor.ErrorsAsync("var action = new GetCandidateVmForAttachingIsoAction { };"));
        Assert.Empty(await editor.ErrorsAsync("var action = new GetCandidateVmForAttachingIsoAction { IsoUuid = \"x\" };"));
    }

    [Fact]
    public async Task Derived_classes_offer_the_members_of_the_base_class()
    {
        using var editor = new EditorProject("vm", "types");
        editor.AddPage("types/TestVmInventory.md", "# TestVmInventory\n\nA VM instance for tests.\n\nExtends [VmInstanceInventory](VmInstanceInventory.md).\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| testRun | String | The test run. | 4.0 |\n");
        IReadOnlyList<string> members = await editor.CompletionAsync("VmInstanceInventory vm = null!; if (vm is TestVmInventory test) { test.$$ }");
        Assert.Contains("TestRun", members);
        Assert.Contains("VmNics", members);
    }

    [Fact]
    public async Task The_known_values_of_an_open_enumeration_are_offered()
    {
        using var editor = new EditorProject("vm", "types");
        IReadOnlyList<string> values = await editor.CompletionAsync("var s = CreateVmInstanceAction.StrategyValue.$$;");
        Assert.Contains("InstantStart", values);
        Assert.Contains("CreateStopped", values);
    }

    [Fact]
    public async Task The_known_values_of_a_field_are_offered_in_a_condition()
    {
        using var editor = new EditorProject("vm", "types");
        editor.AddPage("types/DoorInventory.md", "# DoorInventory\n\nA door.\n\n| Name | Type | Description | Values | Since |\n|---|---|---|---|---|\n| uuid | String | UUID of the door. | | 4.0 |\n| state | String | State of the door. | Open, Closed | 4.0 |\n");
        editor.AddPage("vm/QueryDoor.md", "# QueryDoor\n\nFinds doors.\n\n`GET /v1/doors`\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| inventories | List<DoorInventory> | The doors. | 4.0 |\n");
        IReadOnlyList<string> values = await editor.CompletionAsync("var query = DoorInventory.Query.Where(f => f.State == DoorInventory.StateValue.$$);");
        Assert.Contains("Open", values);
        Assert.Contains("Closed", values);
        IReadOnlyList<string> whole = await editor.CompletionAsync("var query = DoorInventory.Query.Where(f => f.State == $$);");
        Assert.Contains("DoorInventory.StateValue.Open", whole);
        Assert.Contains("DoorInventory.StateValue.Closed", whole);
        Assert.Contains("VmInstanceState.Running", await editor.CompletionAsync("var query = VmInstanceInventory.Query.Where(f => f.State == $$);"));
        Assert.Contains("VmInstanceState.Running", await editor.CompletionAsync("bool isRunning = new VmInstanceInventory().State == $$"));
        Assert.Empty(await editor.ErrorsAsync("var query = DoorInventory.Query.Where(f => f.State == \"Ajar\" | f.State == DoorInventory.StateValue.Closed);"));
    }

    [Fact]
    public async Task The_response_of_an_awaited_call_offers_its_fields()
    {
        using var editor = new EditorProject("vm", "types");
        Assert.Contains("Inventories", await editor.CompletionAsync("(await client.CallAsync(new GetCandidateVmForAttachingIsoAction { IsoUuid = \"x\" })).$$"));
        Assert.Contains("VmNics", await editor.CompletionAsync("(await client.CallAsync(new GetCandidateVmForAttachingIsoAction { IsoUuid = \"x\" })).Inventories[0].$$"));
    }

    [Fact]
    public async Task An_edited_page_changes_the_completion()
    {
        using var editor = new EditorProject("vm", "types");
        Assert.DoesNotContain("DiscUuid", await editor.CompletionAsync("var action = new GetCandidateVmForAttachingIsoAction { $$ };"));
        await editor.EditPageAsync("vm/GetCandidateVmForAttachingIso.md", "| systemTags (optional)", "| discUuid (optional) | String | query | A disc. | | 0.6 |\n| systemTags (optional)");
        Assert.Contains("DiscUuid", await editor.CompletionAsync("var action = new GetCandidateVmForAttachingIsoAction { $$ };"));
    }

    [Fact]
    public async Task An_added_page_adds_its_action_and_a_removed_page_removes_it()
    {
        using var editor = new EditorProject("vm", "types");
        Assert.Empty(await editor.CompletionAsync("var action = new EjectDisc$$"));
        editor.AddPage("vm/EjectDisc.md", "# EjectDisc\n\nEjects a disc.\n\n`DELETE /v1/discs/{uuid}`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| uuid | String | path | The disc. | | 0.6 |\n");
        Assert.Contains("EjectDiscAction", await editor.CompletionAsync("var action = new EjectDisc$$"));
        editor.RemovePage("vm/EjectDisc.md");
        Assert.Empty(await editor.CompletionAsync("var action = new EjectDisc$$"));
    }
}
