using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

public sealed class ExplorerListTests
{
    private const string Page = """
        Skip to main content
        Manual/Doors and SNS/Door Operations
        PUTDoors and SNS/Door OperationsSince 3.6.0SynchronousAuth Required

        Paint a Door

        Paint a Door

        Execution Availability

        Try It Out

        Request Inputs

        Path Parameters

          • doorUuidStringRequired

            Which door.

        Body Fields

          • paintdoorObjectRequired

            paintdoor request body object.

            • nameString

              Optional. Optional. What to call it.

            • specsList

              One for each side.

              • colorStringRequired

                Its color.

                Bright ones only.

              • coatDoorCoatInventory

          • systemTagsList

            Optional.

        Responses

        200 OK

        What comes back.

          • successbooleanRequired

            Whether it went well.

          • errorErrorCodeRequired

            See error.

            • codeStringRequired

              Its number

            • opaqueLinkedHashMapRequired

            • causeErrorCodeRequired

              What was before

          • inventoryDoorInventoryRequired

            See inventory.

            • uuidStringRequired

              Which

            • doorKeysDoorKeyInventory

              • keyLengthint

            • createDateTimestampRequired

        503 Service Unavailable

          • errorErrorCodeRequired

        Endpoint

        PUT/zstack/v1/doors/{doorUuid}/actions

        /zstack/v1/doors/{doorUuid}/actions

        Operation ID

        PaintDoor

        Permalink

        Request Example

        curl -X PUT 'http://{host}/zstack/v1/doors/{doorUuid}/actions' -H 'Authorization: OAuth {sessionUuid}' -d '{"paintdoor":{"name":"<name>","specs":["<specs>"]},"systemTags":["<systemTags>"]}'

        Response Example

        200
        { "inventory": { "uuid": "1", "doorKeys": [ { "keyLength": 1.0 } ] } }

        503
        { "error": { "code": "1" } }

        Change History

        None yet.
        """;

    [Fact]
    public void The_operation_ID_names_the_API_and_the_title_describes_it()
    {
        ApiModel api = ExplorerPages.ReadClean(Page);

        Assert.Equal("PaintDoor", api.Name);
        Assert.Equal("Paint a Door", api.Description);
        Assert.Equal("paintDoor", api.Wrapper);
        Assert.Equal("3.6.0", api.Since);
        Assert.Equal("Doors and SNS/Door Operations", api.Category);
        Assert.Equal("""{ "inventory": { "uuid": "1", "doorKeys": [ { "keyLength": 1.0 } ] } }""", api.ResponseExample);
    }

    [Fact]
    public void Rows_in_the_wrapper_are_parameters_and_rows_in_those_are_structures()
    {
        ApiModel api = ExplorerPages.ReadClean(Page);

        Assert.Equal(["doorUuid String Path!", "name String Body^", "specs List Body^", "systemTags List Body"], ExplorerPages.Rows(api));
        Assert.Equal(["Which door.", "What to call it.", "One for each side.", null], api.Parameters.Select(p => p.Description));
        StructureModel specs = api.Structures.Single(structure => structure.Id == api.Parameters[2].StructureId);
        Assert.Equal(["color String", "coat DoorCoatInventory"], specs.Fields.Select(field => field.Name + " " + field.Type));
        Assert.Equal("Its color.\nBright ones only.", specs.Fields[0].Description);
    }

    [Fact]
    public void The_response_of_the_first_success_is_read_with_its_structures()
    {
        ApiModel api = ExplorerPages.ReadClean(Page);

        Assert.NotNull(api.Response);
        Assert.Equal(["success boolean", "error ErrorCode", "inventory DoorInventory"], api.Response.Fields.Select(field => field.Name + " " + field.Type));
        StructureModel error = api.Structures.Single(structure => structure.Name == "ErrorCode");
        Assert.Equal(["code String", "opaque LinkedHashMap", "cause ErrorCode"], error.Fields.Select(field => field.Name + " " + field.Type));
        Assert.Equal(error.Id, error.Fields[2].StructureId);
        Assert.Equal(error.Id, api.Response.Fields[1].StructureId);
        StructureModel inventory = api.Structures.Single(structure => structure.Name == "DoorInventory");
        Assert.Equal(["uuid String", "doorKeys DoorKeyInventory", "createDate Timestamp"], inventory.Fields.Select(field => field.Name + " " + field.Type));
        Assert.Equal(["keyLength int"], api.Structures.Single(structure => structure.Id == inventory.Fields[1].StructureId).Fields.Select(field => field.Name + " " + field.Type));
    }

    [Fact]
    public void A_Chinese_list_without_parameters_and_with_an_empty_response_is_read()
    {
        ApiModel api = ExplorerPages.ReadClean("""
            跳转到主要内容
            系统管理/门相关接口
            PUTDoors起始版本 4.10.0同步需要认证

            关门

            请求参数

            此接口无需参数。

            响应状态

            200 OK

            返回空对象 {}。

            请求地址

            PUT/zstack/v1/doors/close

            操作 ID

            CloseDoors

            请求示例

            curl -X PUT 'http://{host}/zstack/v1/doors/close' -H 'Authorization: OAuth {sessionUuid}'

            响应示例

            200
            {}

            变更历史
            """);

        Assert.Equal("CloseDoors", api.Name);
        Assert.Equal("closeDoors", api.Wrapper);
        Assert.Equal("4.10.0", api.Since);
        Assert.Equal("门相关接口", api.Category);
        Assert.Empty(api.Parameters);
        Assert.Equal(0, api.Response?.Fields.Count);
        Assert.Equal(PageLanguage.Chinese, api.Language);
    }

    [Fact]
    public void A_description_that_looks_like_a_label_is_not_a_description()
    {
        ApiModel api = ExplorerPages.ReadClean(Page.Replace("    Which door.", "    Endpoint", System.StringComparison.Ordinal).Replace("Its color.", "Responses", System.StringComparison.Ordinal));

        Assert.Equal("Endpoint", api.Parameters[0].Description);
        Assert.Equal("/v1/doors/{doorUuid}/actions", api.Path);
        Assert.Equal(["doorUuid String Path!", "name String Body^", "specs List Body^", "systemTags List Body"], ExplorerPages.Rows(api));
    }

    [Fact]
    public void A_page_that_was_indented_as_a_whole_is_read_the_same()
    {
        ApiModel api = ExplorerPages.ReadClean("    " + Page.Replace("\n", "\n    ", System.StringComparison.Ordinal));

        Assert.Equal(ExplorerPages.ReadClean(Page), api);
    }

    [Fact]
    public void Findings_and_elements_have_their_exact_place()
    {
        string page = Page.Replace("  • systemTagsList\n", "  • systemTagsfoo\n", System.StringComparison.Ordinal).Replace("\"uuid\": \"1\"", "\"uuid\": \"1\", \"extra\": 1", System.StringComparison.Ordinal);
        PageReadResult result = ExplorerPages.Read(page);

        Finding extra = result.Findings.Single(finding => finding.Message.Contains("extra", System.StringComparison.Ordinal));
        Assert.Equal("extra", page.Substring(extra.Span.Start, extra.Span.Length));
        PageSpan color = result.Locations["PaintDoor:s1.color"];
        Assert.Equal("color", page.Substring(color.Start, color.Length));
        PageSpan uuid = result.Locations["PaintDoor/doorUuid"];
        Assert.Equal("doorUuid", page.Substring(uuid.Start, uuid.Length));
        PageSpan name = result.Locations["PaintDoor"];
        Assert.Equal("PaintDoor", page.Substring(name.Start, name.Length));
    }
}
