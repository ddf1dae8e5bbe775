using System.IO;
using System.Linq;
using Xunit;
using ZStackGen.Specs.Model;

namespace ZStackGen.Specs.Tests;

public sealed class ExplorerFlatTests
{
    private const string PutHeader = "PUTDoor OperationsSince 4.7.21SynchronousAuth Required";
    private const string PostHeader = "POSTDoor OperationsSince 0.6SynchronousAuth Required";
    private const string GetHeader = "GETDoor OperationsSince 0.6SynchronousAuth Required";

    private static string Put(string inputs, string body, string title = "OpenDoor", string header = PutHeader) => ExplorerPages.Flat(
        header, title, inputs, "PUT/zstack/v1/doors/{uuid}/actions",
        "curl -X PUT 'http://{host}/zstack/v1/doors/{uuid}/actions' -H 'Authorization: OAuth {sessionUuid}' -d '" + body + "'");

    [Theory]
    [InlineData("Auth Required", true)]
    [InlineData("Auth   Required", true)]
    [InlineData("Au\u200bth \u200bRequired", true)]
    [InlineData("No Auth Required", false)]
    [InlineData("No  Auth  Required", false)]
    public void Blanks_of_any_number_separate_the_words_about_the_session(string words, bool isRequired) =>
        Assert.Equal(isRequired, ExplorerPages.ReadClean(ExplorerPages.Flat("GETDoor OperationsSince 0.6Synchronous" + words, "GetDoors", "", "GET/zstack/v1/doors", isRequired ? "curl -X GET 'http://{host}/zstack/v1/doors' -H 'Authorization: OAuth {sessionUuid}'" : "curl -X GET 'http://{host}/zstack/v1/doors'")).RequiresSession);

    [Fact]
    public void Header_breadcrumb_rows_endpoint_and_sample_are_read()
    {
        ApiModel api = ExplorerPages.ReadClean(ExplorerPages.Flat(GetHeader, "GetDoorKeys",
            "Path Parameters\ndoorUuidStringRequiredWhich door.\nQuery Parameters\nkeyLengthintOptional. How long.\nsystemTagsListOptional.",
            "GET/zstack/v1/doors/{doorUuid}/keys",
            "curl -X GET 'http://{host}/zstack/v1/doors/{doorUuid}/keys?keyLength=<keyLength>&systemTags=<systemTags>' -H 'Authorization: OAuth {sessionUuid}'"));

        Assert.Equal("GetDoorKeys", api.Name);
        Assert.Equal("GET", api.Method);
        Assert.Equal("/v1/doors/{doorUuid}/keys", api.Path);
        Assert.Equal("0.6", api.Since);
        Assert.Equal("Door Operations", api.Category);
        Assert.True(api.RequiresSession);
        Assert.Null(api.IsAsync);
        Assert.Null(api.Wrapper);
        Assert.Null(api.Description);
        Assert.Null(api.Response);
        Assert.Equal(PageLanguage.English, api.Language);
        Assert.Equal("""{ "inventory": { "uuid": "1" } }""", api.ResponseExample);
        Assert.Equal(["doorUuid String Path!", "keyLength int Query", "systemTags List Query"], ExplorerPages.Rows(api));
        Assert.Equal(["Which door.", "How long.", null], api.Parameters.Select(p => p.Description));
    }

    [Fact]
    public void A_lowercase_PUT_wrapper_is_not_a_parameter_and_its_capitals_are_restored()
    {
        ApiModel api = ExplorerPages.ReadClean(Put(
            "Path Parameters\nuuidStringRequiredWhich door.\nBody Fields\nopendoorObjectRequiredopendoor request body object.\nforcebooleanOptional.\nsystemTagsListOptional.",
            """{"opendoor":{"force":true},"systemTags":["<systemTags>"]}"""));

        Assert.Equal("openDoor", api.Wrapper);
        Assert.Equal(["uuid String Path!", "force boolean Body^", "systemTags List Body"], ExplorerPages.Rows(api));
        Assert.Equal("""{"opendoor":{"force":true},"systemTags":["<systemTags>"]}""", api.RequestExample);
    }

    [Fact]
    public void A_PUT_wrapper_named_params_is_replaced_by_the_name_of_the_API()
    {
        ApiModel api = ExplorerPages.ReadClean(Put(
            "Path Parameters\nuuidStringRequired\nBody Fields\nparamsObjectRequiredRequest body parameter object.\nforcebooleanOptional.", """{"params":{"force":true}}"""));

        Assert.Equal("openDoor", api.Wrapper);
        Assert.Equal(["uuid String Path!", "force boolean Body^"], ExplorerPages.Rows(api));
    }

    [Theory]
    [InlineData("POST", "POST/zstack/v1/doors", "params")]
    [InlineData("PUT", "PUT/zstack/v1/doors", "openDoor")]
    public void A_missing_wrapper_is_derived(string method, string endpoint, string wrapper)
    {
        ApiModel api = ExplorerPages.ReadClean(ExplorerPages.Flat(method + "Door OperationsSince 0.6SynchronousAuth Required", "OpenDoor",
            "Body Fields\nwidthIntegerRequiredHow wide\nsystemTagsListSystem labels", endpoint,
            $"curl -X {method} 'http://{{host}}/zstack/v1/doors' -H 'Authorization: OAuth x' -d '{{\"width\":1,\"systemTags\":[\"<systemTags>\"]}}'"));

        Assert.Equal(wrapper, api.Wrapper);
        Assert.Equal(["width Integer Body!^", "systemTags List Body"], ExplorerPages.Rows(api));
        Assert.Equal("How wide", api.Parameters[0].Description);
    }

    [Fact]
    public void The_only_object_in_the_body_of_a_POST_is_a_parameter_and_not_a_wrapper()
    {
        ApiModel api = ExplorerPages.ReadClean(ExplorerPages.Flat(PostHeader, "CloneDoor", "Body Fields\ntemplateObjectRequiredWhat to copy", "POST/zstack/v1/doors/clone",
            """curl -X POST 'http://{host}/zstack/v1/doors/clone' -H 'Authorization: OAuth x' -d '{"template":{"a":"b"}}'"""));

        Assert.Equal("params", api.Wrapper);
        Assert.Equal(["template Object Body!^"], ExplorerPages.Rows(api));
    }

    [Theory]
    [InlineData("clonedoor")]
    [InlineData("cloneDoor")]
    [InlineData("params")]
    public void The_wrapper_of_a_POST_is_params_even_if_the_page_shows_the_name_of_the_API(string wrapper)
    {
        ApiModel api = ExplorerPages.ReadClean(ExplorerPages.Flat(PostHeader, "CloneDoor", $"Body Fields\n{wrapper}ObjectRequired\nnameStringRequired", "POST/zstack/v1/doors/clone",
            $"curl -X POST 'http://{{host}}/zstack/v1/doors/clone' -H 'Authorization: OAuth x' -d '{{\"{wrapper}\":{{\"name\":\"<name>\"}}}}'"));

        Assert.Equal("params", api.Wrapper);
        Assert.Equal(["name String Body!^"], ExplorerPages.Rows(api));
    }

    [Fact]
    public void A_wrapper_with_another_name_is_kept()
    {
        ApiModel api = ExplorerPages.ReadClean(ExplorerPages.Flat(
            "PUTDoor OperationsSince 4.6.0Synchronous", "EnterByDoor", "Body Fields\nenterObjectRequiredenter request body object.\ncodeStringRequired",
            "PUT/zstack/v1/enter", "curl -X PUT 'http://{host}/zstack/v1/enter' -d '{\"enter\":{\"code\":\"<code>\"}}'"));

        Assert.Equal("enter", api.Wrapper);
        Assert.False(api.RequiresSession);
        Assert.Equal(["code String Body!^"], ExplorerPages.Rows(api));
    }

    [Fact]
    public void Members_that_only_the_curl_call_sends_are_read_and_reported()
    {
        PageReadResult result = ExplorerPages.Read(ExplorerPages.Flat(PostHeader, "CreateDoor",
            "Body Fields\nparamsObjectRequiredRequest body parameter object.\nnameStringRequiredDisplay name.", "POST/zstack/v1/doors",
            """curl -X POST 'http://{host}/zstack/v1/doors' -H 'Authorization: OAuth x' -d '{"params":{"name":"<name>","colors":["<colors>"],"width":1,"open":true,"label":"<label>"},"userTags":["<userTags>"]}'"""));
        ApiModel api = Assert.Single(result.Page.Apis);

        Assert.Equal(["name String Body!^", "colors List Body^", "width Long Body^", "open Boolean Body^", "label String Body^", "userTags List Body"], ExplorerPages.Rows(api));
        Assert.Equal(5, result.Findings.Count);
        Assert.All(result.Findings, finding => Assert.Equal("ZSG1010", finding.Id));
        Assert.All(result.Findings, finding => Assert.Equal(FindingSeverity.Info, finding.Severity));
    }

    [Fact]
    public void A_GET_with_body_fields_keeps_them_in_the_body_without_a_wrapper()
    {
        ApiModel api = ExplorerPages.ReadClean(ExplorerPages.Flat(GetHeader, "GetDoorPlaces",
            "Query Parameters\nzoneUuidStringOptional. Which zone.\nBody Fields\nwidthintOptional. Value of width.\nweightlongOptional. Value of weight.", "GET/zstack/v1/doors/places",
            """curl -X GET 'http://{host}/zstack/v1/doors/places?zoneUuid=<zoneUuid>' -H 'Authorization: OAuth x' -d '{"width":1,"weight":1}'"""));

        Assert.Null(api.Wrapper);
        Assert.Equal(["zoneUuid String Query", "width int Body", "weight long Body"], ExplorerPages.Rows(api));
    }

    [Fact]
    public void A_DELETE_sends_its_body_fields_in_the_query_and_has_an_empty_response()
    {
        ApiModel api = ExplorerPages.ReadClean("""
            Manual/Door Operations
            DELETEDoor OperationsSince 0.6SynchronousAuth Required
            DeleteDoor
            DeleteDoor
            Request Inputs
            Path Parameters
            uuidStringRequiredWhich door.
            Body Fields
            deleteModeStringOptional. How. Options: Permissive | Enforcing.
            Responses
            An empty object comes back.
            Success Response
            {}Error Response
            {
            "error": {
            "code": "SYS.1"
            }
            }Endpoint
            DELETE/zstack/v1/doors/{uuid}?deleteMode={deleteMode}
            /zstack/v1/doors/{uuid}?deleteMode={deleteMode}
            Request Example
            curl -X DELETE 'http://{host}/zstack/v1/doors/{uuid}' -H 'Authorization: OAuth {sessionUuid}' -d '{"deleteMode":"<deleteMode>"}'
            Response Example
            200{}Change History
            """);

        Assert.Equal("/v1/doors/{uuid}", api.Path);
        Assert.Equal(["uuid String Path!", "deleteMode String Query"], ExplorerPages.Rows(api));
        Assert.Equal(["Permissive", "Enforcing"], api.Parameters[1].Values);
        Assert.Equal("How.", api.Parameters[1].Description);
        Assert.Equal(0, api.Response?.Fields.Count);
        Assert.Equal("{}", api.ResponseExample);
        Assert.Null(api.Wrapper);
    }

    [Fact]
    public void A_path_parameter_listed_under_body_is_sent_in_the_path()
    {
        ApiModel api = ExplorerPages.ReadClean(ExplorerPages.Flat(PostHeader, "PaintDoor",
            "Body Fields\nparamsObjectRequiredRequest body parameter object.\ndoorUuidStringRequiredWhich door.\ncolorStringRequired", "POST/zstack/v1/doors/{doorUuid}/paint",
            """curl -X POST 'http://{host}/zstack/v1/doors/{doorUuid}/paint' -H 'Authorization: OAuth x' -d '{"params":{"color":"<color>"}}'"""));

        Assert.Equal(["doorUuid String Path!", "color String Body!^"], ExplorerPages.Rows(api));
    }

    [Fact]
    public void Further_endpoints_are_alternate_paths_whose_variables_are_not_path_parameters()
    {
        string page = ExplorerPages.Flat(GetHeader, "GetFreeKey", "Path Parameters\ndoorUuidStringOptional. Which door.\nQuery Parameters\nlimitintOptional.",
            "GET/zstack/v1/keys/free", "curl -X GET 'http://{host}/zstack/v1/keys/free?limit=<limit>' -H 'Authorization: OAuth x'");
        ApiModel api = ExplorerPages.ReadClean(page.Replace("\n/zstack/v1/keys/free\n", "\nGET/zstack/v1/doors/{doorUuid}/keys/free\n/zstack/v1/doors/{doorUuid}/keys/free\n", System.StringComparison.Ordinal));

        Assert.Equal("/v1/keys/free", api.Path);
        Assert.Equal(["/v1/doors/{doorUuid}/keys/free"], api.AlternatePaths);
        Assert.Equal(["doorUuid String Query", "limit int Query"], ExplorerPages.Rows(api));
    }

    [Fact]
    public void A_query_omits_the_arguments_of_every_query()
    {
        ApiModel api = ExplorerPages.ReadClean(ExplorerPages.Flat(GetHeader, "QueryDoor",
            "Query Parameters\nconditionsListRequiredThe conditions.\nlimitIntegerOptional. The limit.\ncountBooleanOptional.\nsortByStringOptional.\ndoorKindStringOptional.", "GET/zstack/v1/doors",
            "curl -X GET 'http://{host}/zstack/v1/doors?conditions=<conditions>&limit=<limit>&count=<count>&sortBy=<sortBy>&doorKind=<doorKind>&fields=<fields>' -H 'Authorization: OAuth x'"));

        Assert.True(api.IsQuery);
        Assert.Equal(["doorKind String Query"], ExplorerPages.Rows(api));
    }

    [Fact]
    public void A_header_that_contradicts_a_call_with_a_body_is_corrected_and_reported()
    {
        PageReadResult result = ExplorerPages.Read(ExplorerPages.Flat(GetHeader, "UpdateDoorQuota",
            "Body Fields\nupdatedoorquotaObjectRequiredupdatedoorquota request body object.\nvaluelongRequired", "GET/zstack/v1/doors/quotas/actions",
            """curl -X PUT 'http://{host}/zstack/v1/doors/quotas/actions' -H 'Authorization: OAuth x' -d '{"updatedoorquota":{"value":1}}'"""));
        ApiModel api = Assert.Single(result.Page.Apis);

        Assert.Equal("PUT", api.Method);
        Assert.Equal("updateDoorQuota", api.Wrapper);
        Assert.Equal(["value long Body!^"], ExplorerPages.Rows(api));
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal("ZSG1030", finding.Id);
    }

    [Fact]
    public void A_Chinese_page_with_a_localized_title_gets_its_name_from_wrapper_and_file()
    {
        const string page = """
            资源中心/门相关接口
            PUTDoor Operations起始版本 4.7.0同步需要认证
            开门
            开门
            调试可用性
            在线调试
            路径参数
            请求参数
            路径参数
            uuidString必填哪一扇
            请求体字段
            opendoorObject必填opendoor 请求体结构
            forceStringforce的取值
            dryRunStringdryRun的取值
            systemTagsString标记
            响应状态
            请求地址
            PUT/zstack/v1/doors/{uuid}/actions
            /zstack/v1/doors/{uuid}/actions
            请求示例
            curl -X PUT 'http://{host}/zstack/v1/doors/{uuid}/actions' -H 'Authorization: OAuth {sessionUuid}' -d '{"opendoor":{"force":"<force>","dryRun":"<dryRun>"},"systemTags":"<systemTags>"}'
            响应示例
            200{ "inventory": { "uuid": "1" } }变更历史
            暂无。
            """;
        ApiModel api = ExplorerPages.ReadClean(page, "specs/OpenDoor--site.txt");

        Assert.Equal("OpenDoor", api.Name);
        Assert.Equal("openDoor", api.Wrapper);
        Assert.Equal("4.7.0", api.Since);
        Assert.Equal("门相关接口", api.Category);
        Assert.Equal("开门", api.Description);
        Assert.Equal(PageLanguage.Chinese, api.Language);
        Assert.True(api.RequiresSession);
        Assert.Equal(["uuid String Path!", "force String Body^", "dryRun String Body^", "systemTags String Body"], ExplorerPages.Rows(api));
        Assert.Equal("force的取值", api.Parameters[1].Description);

        // Without the file's name, only words of the page restore the capitals, which is reported.
        PageReadResult guessed = ExplorerPages.Read(page.Replace("opendoor", "updatedoor", System.StringComparison.Ordinal), "specs/page1.txt");
        Assert.Equal("UpdateDoor", Assert.Single(guessed.Page.Apis).Name);
        Assert.Equal("ZSG1012", Assert.Single(guessed.Findings).Id);
    }

    [Theory]
    [InlineData("CreateDoorTag--site.txt", "CreateDoorTag")]
    [InlineData("page.txt", "CreateDoorTag")]
    [InlineData("Other Notes.md", "CreateDoorTag")]
    public void A_localized_title_without_any_name_is_reported(string file, string name)
    {
        PageReadResult result = ExplorerPages.Read(ExplorerPages.Flat(PostHeader, "Create a Door Tag", "Body Fields\nparamsObjectRequired\ntagStringRequired", "POST/zstack/v1/door-tags",
            """curl -X POST 'http://{host}/zstack/v1/door-tags' -H 'Authorization: OAuth x' -d '{"params":{"tag":"<tag>"}}'"""), "specs/" + file);
        ApiModel api = Assert.Single(result.Page.Apis);

        Assert.Equal(name, api.Name);
        Assert.Equal("Create a Door Tag", api.Description);
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal("ZSG1012", finding.Id);
        Assert.Equal(2, finding.Span.StartLine);
    }

    [Fact]
    public void A_title_with_the_name_in_brackets_contains_the_name()
    {
        ApiModel api = ExplorerPages.ReadClean(Put("Path Parameters\nuuidStringRequired", """{"opendoor":{}}""", title: "Open a Door (OpenDoor)"));

        Assert.Equal("OpenDoor", api.Name);
    }

    [Fact]
    public void A_description_on_several_lines_stays_with_its_row()
    {
        ApiModel api = ExplorerPages.ReadClean(Put(
            "Path Parameters\nuuidStringRequiredWhich door.\nIt must be closed.\nAlong with others: see below.", "{}"));

        Assert.Equal("Which door.\nIt must be closed.\nAlong with others: see below.", Assert.Single(api.Parameters).Description);
    }

    [Fact]
    public void Bullets_in_a_description_do_not_make_a_list_of_a_flat_page()
    {
        ApiModel api = ExplorerPages.ReadClean(Put(
            "Path Parameters\nuuidStringRequiredOne of:\n• this\n- that\nBody Fields\nopendoorObjectRequiredopendoor request body object.\nforcebooleanOptional.", """{"opendoor":{"force":true}}"""));

        Assert.Equal(["uuid String Path!", "force boolean Body^"], ExplorerPages.Rows(api));
        Assert.Equal("One of:\n• this\n- that", api.Parameters[0].Description);
    }

    [Fact]
    public void A_title_of_one_localized_word_is_overridden_by_the_wrapper()
    {
        ApiModel api = ExplorerPages.ReadClean(Put(
            "Path Parameters\nuuidStringRequired\nBody Fields\nopendoorObjectRequiredopendoor request body object.\nforcebooleanOptional.", """{"opendoor":{"force":true}}""", title: "Open"), "OpenDoor.txt");

        Assert.Equal("OpenDoor", api.Name);
    }

    [Theory]
    [InlineData("PUTDoor OperationsSince zsv 4.10.6SynchronousAuth Required", "zsv 4.10.6", true)]
    [InlineData("PUTDoor OperationsSince 5.3.20Synchronous", "5.3.20", false)]
    [InlineData("PUT Door Operations Since 0.6 Synchronous Auth Required", "0.6", true)]
    [InlineData("PUTDoor OperationsSynchronousAuth Required", null, true)]
    [InlineData("PUTDoor OperationsSince 0.6AsynchronousNo Auth Required", "0.6", false)]
    [InlineData("PUTDoor Operations起始版本4.7.0同步无需认证", "4.7.0", false)]
    [InlineData("PUTDoor Operations起始版本 4.7.0异步不需要认证", "4.7.0", false)]
    public void The_header_line_states_version_and_session_but_not_whether_the_call_is_asynchronous(string header, string? since, bool requiresSession)
    {
        ApiModel api = ExplorerPages.ReadClean(Put("Path Parameters\nuuidStringRequired", "{}", header: header));

        Assert.Equal(since, api.Since);
        Assert.Equal(requiresSession, api.RequiresSession);
        Assert.Equal("Door Operations", api.Category);
        Assert.Null(api.IsAsync);
    }

    [Theory]
    [InlineData("curl -X PUT '{host}/zstack/v1/doors/{uuid}/actions' -H 'Authorization: OAuth x' --data-raw '{\"opendoor\":{\"force\":true}}'")]
    [InlineData("curl -X PUT /zstack/v1/doors/{uuid}/actions \\\n  -H 'Authorization: OAuth x' \\\n  -d '{\"opendoor\":{\"force\":true}}'")]
    [InlineData("curl -X PUT 'http://{host}/zstack/v1/doors/{uuid}/actions' -d '{\n  \"opendoor\": {\n    \"force\": true\n  }\n}'")]
    public void The_curl_call_may_be_wrapped_and_without_a_host(string curl)
    {
        PageReadResult result = ExplorerPages.Read(ExplorerPages.Flat(PutHeader, "OpenDoor", "Path Parameters\nuuidStringRequired", "PUT/zstack/v1/doors/{uuid}/actions", curl));
        ApiModel api = Assert.Single(result.Page.Apis);

        Assert.Equal(["uuid String Path!", "force Boolean Body^"], ExplorerPages.Rows(api));
        Assert.NotNull(api.RequestExample);
        Assert.Equal("""{ "inventory": { "uuid": "1" } }""", api.ResponseExample);
        Assert.Equal("ZSG1010", Assert.Single(result.Findings).Id);
    }

    [Fact]
    public void A_page_with_two_APIs_has_both()
    {
        string page = Put("Path Parameters\nuuidStringRequired", "{}") + "\n" + ExplorerPages.Flat(GetHeader, "GetDoor", "Path Parameters\nuuidStringRequired", "GET/zstack/v1/doors/{uuid}",
            "curl -X GET 'http://{host}/zstack/v1/doors/{uuid}' -H 'Authorization: OAuth x'", "200{ \"door\": 1 }");
        PageReadResult result = ExplorerPages.Read(page);

        Assert.Equal(["OpenDoor", "GetDoor"], result.Page.Apis.Select(api => api.Name));
        Assert.Equal("""{ "door": 1 }""", result.Page.Apis[1].ResponseExample);
        Assert.Equal("Door Operations", result.Page.Apis[1].Category);
    }

    [Fact]
    public void A_cut_page_without_endpoint_is_an_error_at_its_start()
    {
        PageReadResult result = ExplorerPages.Read("Manual/Door Operations\nGETDoor OperationsSince 0.6SynchronousAuth Required\nGetDoor\nRequest Inputs\nPath Parameters\nuuidStringReq");

        Assert.Empty(result.Page.Apis);
        Assert.Contains(result.Findings, finding => finding.Id == "ZSG1004" && finding.Severity == FindingSeverity.Error && finding.Span.StartLine == 1);
    }

    [Fact]
    public void A_page_without_endpoint_uses_the_request_of_the_curl_call()
    {
        string page = Put("Path Parameters\nuuidStringRequired", "{}");
        ApiModel api = ExplorerPages.ReadClean(page[..page.IndexOf("Endpoint", System.StringComparison.Ordinal)] + page[page.IndexOf("Request Example", System.StringComparison.Ordinal)..]);

        Assert.Equal("PUT", api.Method);
        Assert.Equal("/v1/doors/{uuid}/actions", api.Path);
    }

    [Fact]
    public void A_sample_that_is_not_JSON_is_reported_and_affects_no_section()
    {
        PageReadResult result = ExplorerPages.Read(ExplorerPages.Flat(GetHeader, "GetDoor", "Path Parameters\nuuidStringRequired", "GET/zstack/v1/doors/{uuid}",
            "curl -X GET 'http://{host}/zstack/v1/doors/{uuid}' -H 'Authorization: OAuth x'", "200{ \"door\": 1 \"wide\": { \"is\": true } "));
        ApiModel api = Assert.Single(result.Page.Apis);

        Assert.NotNull(api.ResponseExample);
        Assert.All(result.Findings, finding => Assert.Equal("ZSG1011", finding.Id));
        Assert.NotEmpty(result.Findings);
    }

    [Fact]
    public void The_second_seed_is_read_completely()
    {
        string file = Directory.GetFiles(SharedFolder.Require("seeds"), "001_*.txt").Single();
        ApiModel api = ExplorerPages.ReadClean(File.ReadAllText(file), file);

        Assert.Equal("GetCandidateVmForAttachingIso", api.Name);
        Assert.Equal("GET", api.Method);
        Assert.Equal("/v1/images/iso/{isoUuid}/vm-candidates", api.Path);
        Assert.Equal("0.6", api.Since);
        Assert.True(api.RequiresSession);
        Assert.Null(api.IsAsync);
        Assert.Null(api.Description);
        Assert.Null(api.Response);
        Assert.Equal("VM Instance Operations", api.Category);
        Assert.Equal(["isoUuid String Path!", "systemTags List Query", "userTags List Query"], ExplorerPages.Rows(api));
        Assert.All(api.Parameters, parameter => Assert.NotNull(parameter.Description));
        using var sample = System.Text.Json.JsonDocument.Parse(api.ResponseExample!);
        Assert.Equal(8589934592, sample.RootElement.GetProperty("inventories")[0].GetProperty("memorySize").GetDouble());
    }

    [Fact]
    public void No_page_of_the_shared_corpus_has_a_finding()
    {
        foreach (string file in Directory.GetFiles(SharedFolder.Require("corpus/explorer"), "*.md"))
        {
            ApiModel api = ExplorerPages.ReadClean(File.ReadAllText(file), file);
            Assert.Equal(Path.GetFileNameWithoutExtension(file), api.Name);
            Assert.NotNull(api.ResponseExample);
        }
    }
}
