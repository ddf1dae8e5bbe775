using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool.Tests;

namespace ZStackGen.OpenApi.Tests;

/// <summary>The OpenAPI element for each element of a page.</summary>
public sealed class MappingTests
{
    private const string PaintDoor = """
        # PaintDoor

        Paints a door. It dries by itself.

        `PUT /v1/doors/{uuid}/actions`

        Asynchronous.
        Since 4.7.0.

        ## Parameters

        | Name | Type | Location | Description | Values | Since |
        |---|---|---|---|---|---|
        | uuid | String | path | UUID of the door. | | 4.7.0 |
        | colour | String | body: paintDoor | The new colour. | Red, Green | 4.7.0 |
        | coats (optional) | int | body: paintDoor | How often. | | 4.8.0 |
        | systemTags (optional) | List<String> | body | System tags. | | 0.6 |

        ## Response

        | Name | Type | Description | Since |
        |---|---|---|---|
        | inventory | DoorInventory | The painted door. | 4.7.0 |

        ### DoorInventory

        | Name | Type | Description | Since |
        |---|---|---|---|
        | uuid | String | UUID of the door. | 4.7.0 |
        | state | String | Whether it is open. | 4.8.0 |
        | sizes | Map<String, Long> | In millimetres. | 4.8.0 |
        | hungOn | Timestamp | When it was hung. | |

        ## Example

        ```json
        { "paintDoor": { "colour": "Green" } }
        ```

        ```json
        { "inventory": { "uuid": "d0a1" } }
        ```
        """;

    [Fact]
    public async Task Readers_of_YAML_1_1_read_texts_as_texts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/SetDoor.md", """
            # SetDoor

            `POST /v1/doors`

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | yes | String | body | null | yes, No, 1_000, 0o17, 0x1F, 2024-01-01, 1:20, ~ | 4.7.0 |

            """);
        ToolRun run = await ToolRun.InAsync(folder.Path, "openapi", "specs", "--format", "yaml");
        Assert.Equal(0, run.ExitCode);
        foreach (string text in (string[])["yes", "No", "1_000", "0o17", "0x1F", "2024-01-01", "1:20", "~"])
            Assert.Contains($"- \"{text}\"\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("- \"yes\"\n", run.Output, StringComparison.Ordinal);
        Assert.Contains(" \"yes\":\n", run.Output, StringComparison.Ordinal);
        Documents.AssertValid(run.Output, "yaml");
    }

    [Fact]
    public async Task A_body_with_an_empty_wrapper_has_no_empty_list_of_required_members()
    {
        JsonNode document = await Documents.OfPageAsync("""
            # SyncDoors

            `POST /v1/doors/sync`

            Empty wrapper.

            ## Parameters

            | Name | Type | Location | Description | Values | Since |
            |---|---|---|---|---|---|
            | uuids | List<String> | body: "" | UUIDs of the doors. | | 4.7.0 |

            """);
        JsonObject schemas = document["components"]!["schemas"]!.AsObject();
        Assert.NotNull(schemas["SyncDoorsRequest"]);
        Assert.DoesNotContain(schemas, static schema => schema.Value!["required"] is JsonArray { Count: 0 });
    }

    [Fact]
    public async Task Several_actions_of_one_path_are_separate_operations_with_fragments()
    {
        JsonNode document = await Documents.OfPageAsync(PaintDoor, PaintDoor.Replace("PaintDoor", "OpenDoor", StringComparison.Ordinal).Replace("paintDoor", "openDoor", StringComparison.Ordinal));
        Assert.Equal(["/v1/api-jobs/{jobUuid}", "/v1/doors/{uuid}/actions#openDoor", "/v1/doors/{uuid}/actions#paintDoor"], Keys(document["paths"]));
        Assert.Equal("PaintDoor", (string?)document["paths"]!["/v1/doors/{uuid}/actions#paintDoor"]!["put"]!["operationId"]);
    }

    [Theory]
    [InlineData("--merge-actions")]
    [InlineData("--openapi-version", "3.2")]
    public async Task Merged_actions_are_one_operation_with_alternative_bodies(params string[] options)
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/things/Paint.md", PaintDoor);
        folder.Write("specs/things/Open.md", PaintDoor.Replace("PaintDoor", "OpenDoor", StringComparison.Ordinal).Replace("paintDoor", "openDoor", StringComparison.Ordinal)
            .Replace("Asynchronous.", "Synchronous.\nNo session required.", StringComparison.Ordinal));
        ToolRun run = await ToolRun.InAsync(folder.Path, ["openapi", "specs", .. options]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Documents.AssertValid(run.Output, "json");
        Assert.DoesNotContain("/actions#", run.Output, StringComparison.Ordinal);
        JsonNode operation = JsonNode.Parse(run.Output)!["paths"]!["/v1/doors/{uuid}/actions"]!["put"]!;
        Assert.Equal("DoorsActions", (string?)operation["operationId"]);
        JsonNode content = operation["requestBody"]!["content"]!["application/json"]!;
        Assert.Equal(["#/components/schemas/OpenDoorRequest", "#/components/schemas/PaintDoorRequest"], content["schema"]!["oneOf"]!.AsArray().Select(static schema => (string?)schema!["$ref"]));
        Assert.Equal(["OpenDoor", "PaintDoor"], Keys(content["examples"]));
        Assert.Equal(["200", "202", "400", "503"], Keys(operation["responses"]));
        Assert.Equal("""[{"session":[]},{"accessKey":[]},{}]""", operation["security"]!.ToJsonString());
        Assert.Equal(["OpenDoor", "PaintDoor"], operation["x-zstack-actions"]!.AsArray().Select(static action => (string?)action!["api"]));
    }

    [Fact]
    public async Task Paths_that_differ_only_in_variable_names_are_one_path()
    {
        JsonNode document = await Documents.OfPageAsync("# DeleteDoor\n\n`DELETE /v1/doors/{uuid}`\n", "# GetDoor\n\n`GET /v1/doors/{doorUuid}`\n");
        JsonNode path = document["paths"]!["/v1/doors/{uuid}"]!;
        Assert.Equal(["delete", "get"], Keys(path));
        Assert.Equal(("uuid", "doorUuid"), ((string?)path["get"]!["parameters"]![0]!["name"], (string?)path["get"]!["parameters"]![0]!["x-zstack-name"]));
    }

    [Fact]
    public async Task The_body_contains_the_arguments_in_the_wrapper_and_the_tags_next_to_it()
    {
        JsonNode document = await Documents.OfPageAsync(PaintDoor);
        JsonNode body = Schema(document, "PaintDoorRequest");
        Assert.Equal(["paintDoor", "systemTags"], Keys(body["properties"]));
        Assert.Equal("""["paintDoor"]""", body["required"]!.ToJsonString());
        JsonNode arguments = Schema(document, "PaintDoorArguments");
        Assert.Equal("""["colour"]""", arguments["required"]!.ToJsonString());
        Assert.Equal("""["Red","Green"]""", arguments["properties"]!["colour"]!["x-extensible-enum"]!.ToJsonString());
        Assert.Equal("The new colour. Values: `Red`, `Green`. Since 4.7.0.", (string?)arguments["properties"]!["colour"]!["description"]);
        JsonNode content = Operation(document)["requestBody"]!["content"]!["application/json"]!;
        Assert.Equal("""{"paintDoor":{"colour":"Green"}}""", content["example"]!.ToJsonString());
    }

    [Fact]
    public async Task Versions_are_properties_of_operations_parameters_and_fields_and_part_of_their_descriptions()
    {
        JsonNode document = await Documents.OfPageAsync(PaintDoor);
        Assert.Equal("4.7.0", (string?)Operation(document)["x-since"]);
        Assert.Equal("4.7.0", (string?)Operation(document)["parameters"]![0]!["x-since"]);
        JsonNode coats = Schema(document, "PaintDoorArguments")["properties"]!["coats"]!;
        Assert.Equal(("4.8.0", "How often. Since 4.8.0."), ((string?)coats["x-since"], (string?)coats["description"]));
        Assert.Equal("4.8.0", (string?)Schema(document, "DoorInventory")["properties"]!["state"]!["x-since"]);
        // Pages state 0.6 if the version is unknown, so it carries no information.
        JsonNode tags = Schema(document, "PaintDoorRequest")["properties"]!["systemTags"]!;
        Assert.Equal((null, "System tags."), ((string?)tags["x-since"], (string?)tags["description"]));
    }

    [Fact]
    public async Task The_description_of_an_enumeration_lists_its_described_values()
    {
        JsonNode document = await Documents.OfPageAsync(PaintDoor.Replace("| colour | String |", "| colour | Colour |", StringComparison.Ordinal).Replace("Red, Green |", "|", StringComparison.Ordinal), "# Colour\n\nColours.\n\n- Red: Warns.\n- Green\n");
        Assert.Equal("Colours.\n\n- `Red`: Warns.", (string?)Schema(document, "Colour")["description"]);
    }

    [Fact]
    public async Task What_ended_is_deprecated_and_says_when_and_what_replaced_it()
    {
        JsonNode document = await Documents.OfPageAsync(PaintDoor
            .Replace("Paints a door.", "Paints a door. Deprecated since 5.0.0: use PolishDoor.", StringComparison.Ordinal)
            .Replace("How often.", "How often. Removed in 5.1.0.", StringComparison.Ordinal));
        JsonNode operation = Operation(document);
        Assert.Equal((true, "5.0.0", "PolishDoor", null), ((bool?)operation["deprecated"], (string?)operation["x-deprecated-since"], (string?)operation["x-replaced-by"], (string?)operation["x-removed"]));
        JsonNode coats = Schema(document, "PaintDoorArguments")["properties"]!["coats"]!;
        Assert.Equal((true, "5.1.0", "4.8.0"), ((bool?)coats["deprecated"], (string?)coats["x-removed"], (string?)coats["x-since"]));
        Assert.Null(Schema(document, "DoorInventory")["properties"]!["state"]!["deprecated"]);
    }

    [Theory]
    [InlineData("<= 1.9", "1.9", "atMost", "How often. Since 1.9 or earlier.")]
    [InlineData("~4.8.0", "4.8.0", "inferred", "How often. Probably since 4.8.0.")]
    [InlineData("0.6", null, null, "How often.")]
    public async Task A_version_says_how_it_is_known(string cell, string? since, string? provenance, string description)
    {
        JsonNode document = await Documents.OfPageAsync(PaintDoor.Replace("4.8.0", cell, StringComparison.Ordinal));
        JsonNode coats = Schema(document, "PaintDoorArguments")["properties"]!["coats"]!;
        Assert.Equal((since, provenance, description), ((string?)coats["x-since"], (string?)coats["x-since-provenance"], (string?)coats["description"]));
    }

    [Fact]
    public async Task An_asynchronous_API_responds_with_a_job_and_its_callback_contains_the_result()
    {
        JsonNode document = await Documents.OfPageAsync(PaintDoor);
        JsonNode operation = Operation(document);
        Assert.Equal(["202", "400", "503"], Keys(operation["responses"]));
        Assert.Equal("#/components/schemas/Job", (string?)operation["responses"]!["202"]!["content"]!["application/json"]!["schema"]!["$ref"]);
        JsonNode callback = operation["callbacks"]!["jobDone"]!["$request.header.X-Web-Hook"]!["post"]!["requestBody"]!["content"]!["application/json"]!;
        Assert.Equal("#/components/schemas/PaintDoorResult", (string?)callback["schema"]!["oneOf"]![0]!["$ref"]);
        Assert.Equal("""{"inventory":{"uuid":"d0a1"}}""", callback["example"]!.ToJsonString());
        JsonNode poll = document["paths"]!["/v1/api-jobs/{jobUuid}"]!["get"]!;
        Assert.Equal(["200", "202", "404", "503"], Keys(poll["responses"]));
    }

    [Fact]
    public async Task Types_become_schemas()
    {
        JsonNode fields = Schema(await Documents.OfPageAsync(PaintDoor), "DoorInventory")["properties"]!;
        Assert.Equal("integer", (string?)fields["sizes"]!["additionalProperties"]!["type"]);
        Assert.Equal("int64", (string?)fields["sizes"]!["additionalProperties"]!["format"]);
        Assert.Equal("zstack-timestamp", (string?)fields["hungOn"]!["format"]);
    }

    [Fact]
    public async Task A_structure_that_extends_another_refers_to_it()
    {
        JsonNode document = await Documents.OfPageAsync(
            "# DoorInventory\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| uuid | String | UUID. | |\n",
            "# GateInventory\n\nExtends [DoorInventory](DoorInventory.md).\n\n| Name | Type | Description | Since |\n|---|---|---|---|\n| wings | int | How many. | |\n");
        JsonArray all = Schema(document, "GateInventory")["allOf"]!.AsArray();
        Assert.Equal("#/components/schemas/DoorInventory", (string?)all[0]!["$ref"]);
        Assert.Equal(["wings"], Keys(all[1]!["properties"]));
    }

    [Fact]
    public async Task Enumerations_are_open_because_newer_servers_have_more_values()
    {
        string text = await Documents.WriteAsync(Documents.Specs);
        Assert.DoesNotContain("\"enum\":", text, StringComparison.Ordinal);
        JsonNode document = await Documents.OfPageAsync(PaintDoor, "# DoorState\n\nState of a door.\n\n- Open\n- Shut\n", PaintDoor.Replace("| state | String |", "| state | DoorState |", StringComparison.Ordinal));
        JsonNode state = Schema(document, "DoorState");
        Assert.Equal(("string", """["Open","Shut"]"""), ((string?)state["type"], state["x-extensible-enum"]!.ToJsonString()));
    }

    [Fact]
    public async Task Sessions_are_required_as_the_page_states()
    {
        JsonNode document = await Documents.OfPageAsync(PaintDoor, "# GetDoorCount\n\n`GET /v1/doors/count`\n\nNo session required.\n");
        Assert.Equal("""[{"session":[]},{"accessKey":[]}]""", Operation(document)["security"]!.ToJsonString());
        Assert.Equal("[]", document["paths"]!["/v1/doors/count"]!["get"]!["security"]!.ToJsonString());
    }

    [Fact]
    public async Task A_query_has_the_common_arguments_except_on_the_path_of_a_single_resource()
    {
        JsonNode document = await Documents.OfPageAsync("# QueryDoor\n\n`GET /v1/doors`\n\n`GET /v1/doors/{uuid}`\n");
        Assert.Equal(8, document["paths"]!["/v1/doors"]!["get"]!["parameters"]!.AsArray().Count);
        Assert.Single(document["paths"]!["/v1/doors/{uuid}"]!["get"]!["parameters"]!.AsArray());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("</script><!-- <?x")]
    public async Task Markup_in_a_description_stays_text(string markup)
    {
        JsonNode document = await Documents.OfPageAsync(PaintDoor.Replace("The new colour.", $"The {markup} colour.", StringComparison.Ordinal));
        string description = (string)Schema(document, "PaintDoorArguments")["properties"]!["colour"]!["description"]!;
        Assert.DoesNotMatch(@"(?<!\\)<[A-Za-z/!?]", description);
        Assert.Contains("colour", description, StringComparison.Ordinal);
    }

    private static string[] Keys(JsonNode? node) => [.. node!.AsObject().Select(static pair => pair.Key).Order(StringComparer.Ordinal)];

    private static JsonNode Schema(JsonNode document, string name) => document["components"]!["schemas"]![name]!;

    private static JsonNode Operation(JsonNode document) => document["paths"]!["/v1/doors/{uuid}/actions#paintDoor"]!["put"]!;
}
