using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Responses are true to the tables of the pages, and resources to the structures.</summary>
public sealed class SimulatorTableTests
{
    private const string Missing = "00000000000040008000000000000bad";

    private static readonly string s_door = Page(
        "DoorInventory", null, "| uuid | String | The UUID. | 1.0 |\n| name | String | The name. | 1.0 |\n| roomUuid | String | The room. | 1.0 |\n| wallUuids | List<String> | The walls. | 1.0 |\n| width | Long | The width. | 1.0 |");

    private static readonly string s_room = Page("RoomInventory", null, "| uuid | String | The UUID. | 1.0 |\n| name | String | The name. | 1.0 |");

    [Theory]
    [InlineData("Long", "\"7\"", "7")]
    [InlineData("Long", "true", "1")]
    [InlineData("Long", "\"many\"", "0")]
    [InlineData("Double", "\"1.5\"", "1.5")]
    [InlineData("String", "7", "\"7\"")]
    [InlineData("String", "{\"a\":1}", "\"{\\u0022a\\u0022:1}\"")]
    [InlineData("Boolean", "\"true\"", "true")]
    [InlineData("Boolean", "1", "false")]
    [InlineData("List<String>", "\"x\"", "[\"x\"]")]
    [InlineData("List<String>", "[1,2]", "[\"1\",\"2\"]")]
    [InlineData("Map<String, Long>", "{\"a\":\"1\"}", "{\"a\":1}")]
    [InlineData("List<RoomInventory>", "{\"uuid\":1}", "[{\"uuid\":\"1\"}]")]
    public async Task A_value_has_the_kind_of_the_table(string type, string example, string expected)
    {
        JsonNode response = await CallAsync($"| value | {type} | The value. | 1.0 |", $$"""{"value": {{example}}}""");

        Assert.Equal($$"""{"value":{{expected}}}""", response.ToJsonString());
    }

    [Fact]
    public async Task A_member_has_the_name_of_the_table_and_missing_members_have_values()
    {
        JsonNode response = await CallAsync(
            "| valid | Boolean | Whether it is valid. | 1.0 |\n| reason | String | The reason. | 1.0 |\n| rooms | List<RoomInventory> | The rooms. | 1.0 |\n| room | RoomInventory | The room. | 1.0 |\n| error | ErrorCode | The error. | 1.0 |",
            """{"validSession": true, "error": {"code": "SYS.1000"}}""");

        Assert.Equal(["valid", "reason", "rooms", "room"], response.AsObject().Select(static member => member.Key).Order().OrderBy(static name => Array.IndexOf(["valid", "reason", "rooms", "room"], name)));
        Assert.Equal("""{"valid":true,"reason":"reason","rooms":[]}""", new JsonObject(response.AsObject().Where(static member => member.Key is not "room").OrderBy(static member => Array.IndexOf(["valid", "reason", "rooms"], member.Key)).Select(static member => System.Collections.Generic.KeyValuePair.Create(member.Key, member.Value?.DeepClone()))).ToJsonString());
        Assert.Equal(["uuid", "name"], response["room"]!.AsObject().Select(static member => member.Key));
    }

    [Fact]
    public async Task A_page_without_an_example_responds_with_its_table()
    {
        JsonNode response = await CallAsync("| count | Integer | The count. | 1.0 |\n| names | List<String> | The names. | 1.0 |", null);

        Assert.Equal("""{"count":0,"names":[]}""", response.ToJsonString());
    }

    [Fact]
    public async Task An_argument_that_the_server_converts_is_stored_in_the_kind_of_the_table()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer created = await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"v","cpuNum":"3","memorySize":"1000"}}""");

        Assert.Contains("\"cpuNum\":3,", created.Text, StringComparison.Ordinal);
        Assert.Contains("\"memorySize\":1000,", created.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_is_accepted_in_another_letter_case()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(200, (await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"v","strategy":"createstopped"}}""")).Status);
        Assert.Equal("SYS.1007", (await client.RunAsync("POST", "v1/vm-instances", """{"params":{"name":"v","strategy":"Sometime"}}""")).ErrorCode);
    }

    [Theory]
    [InlineData("<a name=\"org.zstack.house.RoomInventory.name\"></a>", "org.zstack.house.RoomInventory")]
    [InlineData("", "org.zstack.header.RoomInventory")]
    public async Task The_schema_names_the_classes_of_the_anchors(string anchor, string expected)
    {
        await using ZStackSimulator zstack = await StartAsync(Query("Room"), s_room + "\n" + anchor + "\n");
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.Seed("QueryRoom", new JsonObject { ["name"] = "hall" });

        Assert.Equal(expected, (string?)(await client.GetAsync("v1/rooms")).Json["schema"]!["inventories[0]"]);
    }

    [Fact]
    public async Task The_schema_of_ZQL_names_the_classes_of_the_results_and_their_parts()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.GetAsync("v1/zql?zql=" + Uri.EscapeDataString("count zone; query vminstance where name = 'web-1'"), ("X-JSON-Schema", "true"));

        JsonNode schema = answer.Json["schema"]!;
        Assert.Equal("org.zstack.zql.ZQLQueryReturn", (string?)schema["results[0]"]);
        Assert.Equal("org.zstack.header.vm.VmInstanceInventory", (string?)schema["results[1].inventories[0]"]);
        Assert.Equal("org.zstack.header.vm.VmNicInventory", (string?)schema["results[1].inventories[0].vmNics[0]"]);
    }

    [Theory]
    [InlineData("GET", "v1/rooms/{0}/size")]
    [InlineData("GET", "v1/unknown-things/{0}/size")]
    [InlineData("PUT", "v1/rooms/{0}/doors/97280e34f3cf451a93b8300b408ef571/actions")]
    [InlineData("POST", "v1/rooms/{0}/paint")]
    [InlineData("DELETE", "v1/rooms/{0}/doors/97280e34f3cf451a93b8300b408ef571")]
    public async Task A_missing_resource_in_the_path_is_SYS_1003(string method, string path)
    {
        await using ZStackSimulator zstack = await StartAsync(
            Query("Room"),
            s_room,
            Api("GetRoomSize", "GET", "/v1/rooms/{uuid}/size"),
            Api("GetThingSize", "GET", "/v1/unknown-things/{thingUuid}/size"),
            Api("OpenRoomDoor", "PUT", "/v1/rooms/{roomUuid}/doors/{doorUuid}/actions"),
            Api("PaintRoom", "POST", "/v1/rooms/{roomUuid}/paint"),
            Api("DeleteRoomDoor", "DELETE", "/v1/rooms/{roomUuid}/doors/{doorUuid}"));
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.Seed("QueryRoom", new JsonObject { ["uuid"] = "97280e34f3cf451a93b8300b408ef571" });

        RawAnswer answer = await SendAsync(Missing);
        RawAnswer existing = await SendAsync("97280e34f3cf451a93b8300b408ef571");

        Assert.Equal((503, "SYS.1003"), (answer.Status, answer.ErrorCode));
        Assert.Equal(200, existing.Status);

        async Task<RawAnswer> SendAsync(string uuid)
        {
            string at = string.Format(null, path, uuid);
            return method == "GET" ? await client.GetAsync(at) : await client.RunAsync(method, at, method == "DELETE" ? null : method == "PUT" ? """{"openRoomDoor":{}}""" : """{"params":{}}""");
        }
    }

    [Fact]
    public async Task A_query_returns_only_its_own_resources()
    {
        // The response of the page has no type, and its path is below the one of another resource.
        await using ZStackSimulator zstack = await StartAsync(Query("Room"), s_room, "# CreateWindow\n\n`POST /v1/rooms/windows`\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| name | String | body | The name. | | 1.0 |\n\n## Example\n\n### Response\n\n```json\n{\"inventory\": {\"uuid\": \"97280e34f3cf451a93b8300b408ef571\", \"name\": \"w\", \"glass\": \"clear\"}}\n```\n");
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer created = await client.RunAsync("POST", "v1/rooms/windows", """{"params":{"name":"bay"}}""");

        Assert.Equal("bay", (string?)created.Json["inventory"]!["name"]);
        Assert.Empty((await client.GetAsync("v1/rooms")).Json["inventories"]!.AsArray());
    }

    [Theory]
    [InlineData("v1/doors", "room.name=hall", 1)]
    [InlineData("v1/doors", "room.uuid=97280e34f3cf451a93b8300b408ef571", 1)]
    [InlineData("v1/doors", "room.name=cellar", 0)]
    [InlineData("v1/doors", "wall.uuid=11111111111141118111111111111111", 1)]
    [InlineData("v1/rooms", "door.name=front", 1)]
    [InlineData("v1/rooms", "door.name=back", 0)]
    [InlineData("v1/doors", "room.door.room.name=hall", 1)]
    [InlineData("v1/doors", "room.colour=red", null)]
    [InlineData("v1/doors", "house.name=x", null)]
    [InlineData("v1/doors", "room=x", null)]
    public async Task Links_of_the_structures_can_be_queried(string path, string condition, int? count)
    {
        await using ZStackSimulator zstack = await StartAsync(Query("Room"), s_room, Query("Door"), s_door);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.Seed("QueryRoom", new JsonObject { ["uuid"] = "97280e34f3cf451a93b8300b408ef571", ["name"] = "hall" });
        zstack.Seed("QueryDoor", new JsonObject { ["name"] = "front", ["roomUuid"] = "97280e34f3cf451a93b8300b408ef571", ["wallUuids"] = new JsonArray("11111111111141118111111111111111") });

        RawAnswer answer = await client.GetAsync($"{path}?q={Uri.EscapeDataString(condition)}");

        Assert.Equal(count, answer.Status == 200 ? answer.Json["inventories"]!.AsArray().Count : null);
    }

    [Fact]
    public async Task A_VM_instance_has_the_processors_and_the_memory_of_its_offering()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Specs = SpecSource.Combine("specs", SpecSource.Texts(
            new SpecText("QueryInstanceOffering.md", Query("InstanceOffering")),
            new SpecText("InstanceOfferingInventory.md", Page("InstanceOfferingInventory", null, "| uuid | String | The UUID. | 1.0 |\n| cpuNum | Integer | The processors. | 1.0 |\n| memorySize | Long | The memory. | 1.0 |")))));
        using RawClient client = await new RawClient(zstack).LogInAsync();
        string offering = zstack.Seed("QueryInstanceOffering", new JsonObject { ["cpuNum"] = 7, ["memorySize"] = 7_000_000 });

        JsonNode taken = (await client.RunAsync("POST", "v1/vm-instances", $$$"""{"params":{"name":"a","instanceOfferingUuid":"{{{offering}}}"}}""")).Json["inventory"]!;
        JsonNode own = (await client.RunAsync("POST", "v1/vm-instances", $$$"""{"params":{"name":"b","instanceOfferingUuid":"{{{offering}}}","cpuNum":2}}""")).Json["inventory"]!;

        Assert.Equal((7, 7_000_000), ((int)taken["cpuNum"]!, (int)taken["memorySize"]!));
        Assert.Equal((2, 7_000_000), ((int)own["cpuNum"]!, (int)own["memorySize"]!));
    }

    private static async Task<JsonNode> CallAsync(string table, string? example)
    {
        await using ZStackSimulator zstack = await StartAsync(Page("GetValue", "GET /v1/value", table, example), s_room);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        return (await client.GetAsync("v1/value")).Json;
    }

    private static Task<ZStackSimulator> StartAsync(params string[] pages) =>
        Simulators.StartAsync(configure: options => options.Specs = SpecSource.Texts([.. pages.Select(static (page, i) => new SpecText($"{i}.md", page))]));

    private static string Query(string resource) =>
        Page($"Query{resource}", $"GET /v1/{(resource == "InstanceOffering" ? "instance-offering" : resource.ToLowerInvariant())}s", $"| inventories | List<{resource}Inventory> | The resources. | 1.0 |");

    private static string Api(string name, string method, string path) => $"# {name}\n\n`{method} {path}`\n";

    private static string Page(string name, string? request, string table, string? example = null) =>
        $"# {name}\n\nText.\n\n{(request is null ? "" : $"`{request}`\n\n## Response\n\n")}| Name | Type | Description | Since |\n|---|---|---|---|\n{table}\n"
        + (example is null ? "" : $"\n## Example\n\n### Response\n\n```json\n{example}\n```\n");
}
