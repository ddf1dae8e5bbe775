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
        // 0.6 is what the documentation says of an unknown version.
        Assert.DoesNotContain("0.6", info, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new GetCandidateVmForAttachingIsoAction { $$IsoUuid = \"x\" };", "ISO image to attach.", "Path.")]
    [InlineData("new GetCandidateVmForAttachingIsoAction { IsoUuid = \"x\", $$SystemTags = null };", "Gets or sets the system tags of the resource", "The default is null")]
    [InlineData("new CreateVmInstanceAction { Name = \"x\", $$VmNicParams = null };", "Settings of the interfaces as JSON text.", "Body. Since 4.7.0")]
    public async Task Hovering_a_parameter_shows_its_description_location_and_version(string statement, string description, string remark)
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
    public async Task Hovering_a_field_of_a_response_shows_its_description()
    {
        using var editor = new EditorProject("vm", "types");
        string info = await editor.QuickInfoAsync("var x = (await client.CallAsync(new GetCandidateVmForAttachingIsoAction { IsoUuid = \"x\" })).Inventories[0].$$CpuNum;");
        Assert.Contains("CPU", info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_overload_of_CallAsync_takes_the_action_and_is_documented()
    {
        using var editor = new EditorProject("vm", "types");
        ISymbol call = await editor.SymbolAsync("await client.$$CallAsync(new StopVmInstanceAction { Uuid = \"x\" });");
        IReadOnlyList<IMethodSymbol> overloads = [.. call.ContainingType.GetMembers("CallAsync").OfType<IMethodSymbol>()];
        Assert.NotEmpty(overloads);
        Assert.All(overloads, o => Assert.Contains(o.Parameters, parameter => parameter.Type.Name == "ZStackAction"));
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
    public async Task Hovering_a_field_in_a_query_shows_the_description_of_the_queried_field()
    {
        using var editor = new EditorProject("vm", "types");
        string info = await editor.QuickInfoAsync("var query = VmInstanceInventory.Query.Where(f => f.VmNics.$$IpVersion == 4);");
        Assert.Contains("QueryField<int> VmNicInventory.QueryFields.IpVersion", info, StringComparison.Ordinal);
        Assert.Contains("IP version of the address: 4 or 6.", info, StringComparison.Ordinal);
        Assert.Contains("Since 3.1.0", info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hovering_a_field_of_a_structure_shows_its_description_and_version()
    {
        using var editor = new EditorProject("vm", "types");
        string info = await editor.QuickInfoAsync("var ip = new VmNicInventory().$$IpVersion;");
        Assert.Contains("int? VmNicInventory.IpVersion", info, StringComparison.Ordinal);
        Assert.Contains("IP version of the address: 4 or 6.", info, StringComparison.Ordinal);
        Assert.Contains("Since 3.1.0", info, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CreateVmInstanceAction.$$StrategyValue v;", "struct ZStack.Api.CreateVmInstanceAction.StrategyValue")]
    [InlineData("var v = CreateVmInstanceAction.StrategyValue.$$InstantStart;", "CreateVmInstanceAction.StrategyValue.InstantStart")]
    public async Task Hovering_an_open_enumeration_or_its_value_shows_the_description_of_the_parameter(string statement, string signature)
    {
        using var editor = new EditorProject("vm", "types");
        string info = await editor.QuickInfoAsync(statement);
        Assert.Contains(signature, info, StringComparison.Ordinal);
        Assert.Contains("What to do after creation; InstantStart unless stated.", info, StringComparison.Ordinal);
        Assert.Contains("Body. Allowed: InstantStart, JustCreate, CreateStopped.", info, StringComparison.Ordinal);
    }

    private const string Door = """
        # OpenDoor

        Opens a door.

        `PUT /v1/doors/{uuid}/actions`

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | The door. | | 4.0 |
        | colour (optional) | String | body: openDoor | Colour of the lamp. | colour, Green | 4.1 |
        | sides (optional) | List<String> | body: openDoor | Where it opens to. | Left, Right | 4.2 |

        ## Response

        | Name | Type | Description | Values | Since |
        |---|---|---|---|---|
        | colour | String | Colour of the lamp by now. | colour, Green | 4.1 |
        | state | String | How far it got. | Open, `half-open` | 4.3 |
        | lamp | LampKind | Which lamp. | | 4.4 |
        """;

    private const string Lamp = """
        # LampKind

        A kind of lamp.

        Since 4.4.

        - Bulb
        - Led
        """;

    [Theory]
    [InlineData("OpenDoorAction.ColourValue.$$Green", "Colour of the lamp.", "Body. Since 4.1. Allowed: colour, Green.")]
    [InlineData("OpenDoorAction.ColourValue.$$Colour", "Colour of the lamp.", "Body. Since 4.1. Allowed: colour, Green.")]
    [InlineData("OpenDoorAction.SidesValue.$$Left", "Where it opens to.", "Body. Since 4.2. Allowed: Left, Right.")]
    [InlineData("OpenDoorAction.StateValue.$$HalfOpen", "How far it got.", "Since 4.3. Allowed: Open, half-open.")]
    [InlineData("LampKind.$$Led", "A kind of lamp.", "Since 4.4. Allowed: Bulb, Led.")]
    public async Task Values_of_lists_of_response_fields_and_of_type_pages_are_documented(string value, string description, string remark)
    {
        using var editor = new EditorProject();
        editor.AddPage("door/OpenDoor.md", Door);
        editor.AddPage("types/LampKind.md", Lamp);
        string info = await editor.QuickInfoAsync("var v = " + value + ";");
        Assert.Contains(description, info, StringComparison.Ordinal);
        Assert.Contains(remark, info, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_string_is_accepted_for_an_open_enumeration()
    {
        using var editor = new EditorProject();
        editor.AddPage("door/OpenDoor.md", Door);
        editor.AddPage("types/LampKind.md", Lamp);
        Assert.Empty(await editor.ErrorsAsync("""
            var action = new OpenDoorAction { Uuid = "a", Colour = "Green", Sides = ["Left", OpenDoorAction.SidesValue.Right, "Top"] };
            OpenDoorAction.Result result = await client.CallAsync(action);
            bool open = result.State == "Open" || result.State != OpenDoorAction.StateValue.HalfOpen || result.Colour == action.Colour || result.Lamp == "Led";
            string? text = result.State?.Value;
            """));
    }
}
