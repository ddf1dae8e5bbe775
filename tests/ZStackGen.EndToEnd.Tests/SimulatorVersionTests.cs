using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>A simulator of a version has the elements of that version.</summary>
public sealed class SimulatorVersionTests
{
    private static readonly SpecText[] s_pages =
    [
        new("QueryDoor.md", "# QueryDoor\n\n`GET /v1/doors`\n\n## Response\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| inventories | List<DoorInventory> | The doors. | 1.0 |\n"),
        new("DoorInventory.md", """
            # DoorInventory

            A door.

            | Name | Type | Description | Since |
            |---|---|---|---|
            | uuid | String | The UUID. | 1.0 |
            | name | String | The name. | 1.0 |
            | color | String | The color. | 4.7.0 |
            | lock | String | The lock. | ~5.0.0 |
            | bell | String | The bell. Removed in 4.7.0. | 1.0 |
            | knob | String | The knob. | <= 4.8.0 |
            """),
        new("CreateDoor.md", """
            # CreateDoor

            `POST /v1/doors`

            Asynchronous.

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | name | String | body: params | The name. | | 1.0 |
            | color (optional) | String | body: params | The color. | red, green | 4.7.0 |
            | lock (optional) | String | body: params | The lock. | | ~5.0.0 |
            | bell (optional) | String | body: params | The bell. Removed in 4.7.0. | | 1.0 |
            | knob (optional) | String | body: params | The knob. | | <= 4.8.0 |

            ## Response

            | Name | Type | Description | Since |
            |---|---|---|---|
            | inventory | DoorInventory | The door. | 1.0 |
            | warning | String | A warning. | 5.0.0 |

            ## Example

            ### Response

            ```json
            {
              "inventory": {"uuid": "97280e34f3cf451a93b8300b408ef571", "name": "d", "color": "red", "lock": "l", "bell": "b", "knob": "k"},
              "warning": "w"
            }
            ```
            """),
        new("GetNewDoors.md", "# GetNewDoors\n\nGets new doors.\n\n`GET /v1/new-doors`\n\nSince 4.7.0.\n"),
        new("GetOldDoors.md", "# GetOldDoors\n\nGets old doors. Removed in 5.0.0.\n\n`GET /v1/old-doors`\n\nSince 1.0.\n"),
    ];

    [Theory]
    [InlineData("4.6.11", "name bell knob", 404, 200)]
    [InlineData("4.7.0", "name color knob", 200, 200)]
    [InlineData("5.0.0", "name color lock knob warning", 200, 404)]
    [InlineData(null, "name color lock bell knob warning", 200, 200)]
    public async Task The_same_calls_have_the_results_of_the_version(string? version, string members, int newApi, int oldApi)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: options => (options.Specs, options.Version) = (SpecSource.Texts(s_pages), version));
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer created = await client.RunAsync("POST", "v1/doors", """{"params":{"name":"front","color":"green","lock":"new","bell":"loud","knob":"round"}}""");
        RawAnswer found = await client.GetAsync("v1/doors");
        string[] names = members.Split(' ');
        string[] ofDoor = [.. names.Where(static name => name != "warning")];

        Assert.Equal(version ?? "5.2.1", (string?)(await client.PutAsync("v1/management-nodes/actions", """{"getVersion":{}}""")).Json["version"]);
        Assert.Equal(names.Order(), created.Json["inventory"]!.AsObject().Concat(created.Json.AsObject()).Select(static member => member.Key).Where(static name => name is not ("inventory" or "uuid")).Order());
        Assert.Equal(ofDoor.Order(), Assert.Single(found.Json["inventories"]!.AsArray())!.AsObject().Select(static member => member.Key).Where(static name => name != "uuid").Order());
        Assert.Equal(ofDoor.Append("uuid").Order(), zstack.ReceivedCalls.First(static call => call.Api == "CreateDoor").Arguments!.Select(static argument => argument.Key).Append("uuid").Order());
        Assert.Equal((newApi, oldApi), ((await client.GetAsync("v1/new-doors")).Status, (await client.GetAsync("v1/old-doors")).Status));
        Assert.Equal((newApi == 200, oldApi == 200), (zstack.Apis.Contains("GetNewDoors"), zstack.Apis.Contains("GetOldDoors")));
        Assert.Equal(names.Contains("lock") ? 200 : 503, (await client.GetAsync("v1/doors?q=lock=new")).Status);
    }

    [Fact]
    public async Task A_value_that_only_a_later_version_checks_is_ignored()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => (options.Specs, options.Version) = (SpecSource.Texts(s_pages), "4.6.0"));
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(200, (await client.RunAsync("POST", "v1/doors", """{"params":{"name":"front","color":"purple"}}""")).Status);
    }

    [Theory]
    [InlineData("latest")]
    [InlineData("")]
    public async Task A_version_without_digits_is_refused(string version)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Simulators.StartAsync(configure: options => options.Version = version));
    }
}
