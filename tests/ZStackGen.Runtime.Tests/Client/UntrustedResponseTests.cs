using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>Values from a server are checked before they are used in a header or a path. An unreadable member affects only itself.</summary>
public class UntrustedResponseTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> BadIds => ["abc\r\nX-Evil: 1", "a\nb", "a b", "a\tb", "sess\u00EFon", "a\u0000b", "\u4F60", "a\u007F"];

    [Theory]
    [MemberData(nameof(BadIds))]
    public async Task A_session_that_is_invalid_in_a_header_is_a_protocol_exception(string session)
    {
        var server = new StubServer { LogIn = _ => StubServer.Json(200, "{\"inventory\":{\"uuid\":" + JsonSerializer.Serialize(session) + "}}") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new QueryVmInstanceAction(), Stop));
        Assert.Contains("session at $.inventory.uuid", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
        Assert.Empty(server.Calls);
    }

    [Theory]
    [MemberData(nameof(BadIds))]
    [InlineData("a%2Fb")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task A_job_id_that_is_invalid_in_a_path_is_a_protocol_exception(string id)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(202, "{\"location\":" + JsonSerializer.Serialize("http://h/zstack/v1/api-jobs/" + id) + "}") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.CallAsync(new CreateZoneAction { Name = "z" }, Stop));
        Assert.Contains("the job id in the location", e.Message, StringComparison.Ordinal);
        Assert.Single(server.Calls);
    }

    [Theory]
    [MemberData(nameof(BadIds))]
    [InlineData("..")]
    [InlineData("a/b")]
    public async Task A_long_job_uuid_that_is_invalid_in_a_path_is_a_protocol_exception(string uuid)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, "{\"inventory\":{\"uuid\":" + JsonSerializer.Serialize(uuid) + "}}") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.SubmitLongJobAsync(new CreateZoneAction { Name = "z" }, Stop));
        Assert.Contains("$.inventory.uuid", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{"uuid":"one"},{"uuid":"two"}]""", "an object")]
    [InlineData("\"text\"", "an object")]
    [InlineData("17", "an object")]
    public async Task A_member_of_another_kind_is_kept_and_reported_once_and_the_rest_is_read(string inventory, string expected)
    {
        var events = new Recorder();
        var server = new StubServer { Answer = _ => StubServer.Json(200, "{\"inventory\":" + inventory + ",\"success\":true,\"more\":1}") };
        await using var client = server.Client(o => o.Observer = events);
        for (int i = 0; i < 3; i++)
        {
            ZoneResult result = await client.CallAsync(new CreateZoneAction { Name = "z" }, Stop);
            Assert.Null(result.ZoneUuid);
            Assert.Equal(inventory, result.UnknownMembers["inventory"].GetRawText());
            Assert.Equal(1, result.UnknownMembers["more"].GetInt32());
            Assert.True(result.Success);
        }

        (string api, string member, string said) = Assert.Single(events.Mismatches);
        Assert.Equal(("CreateZone", "$.inventory", expected), (api, member, said));
    }

    [Fact]
    public async Task A_nested_unreadable_member_affects_only_itself_and_is_reported_once_for_all_elements()
    {
        var events = new Recorder();
        var server = new StubServer
        {
            Answer = _ => StubServer.Json(200, """{"inventories":[{"uuid":"a","cpuNum":"many","name":"x"},{"uuid":"b","cpuNum":{"n":[1,{"m":2}]},"name":"y"},{"uuid":"c","vmNics":[{"ip":"1"},7],"cpuNum":3}],"total":3}"""),
        };
        await using var client = server.Client(o => o.Observer = events);
        QueryVmInstanceAction.Result result = await client.CallAsync(new QueryVmInstanceAction(), Stop);
        Assert.Equal(["a", "b", "c"], result.Inventories.Select(static vm => vm.Uuid));
        Assert.Equal(["x", "y", null], result.Inventories.Select(static vm => vm.Name));
        Assert.Equal("""{"n":[1,{"m":2}]}""", result.Inventories[1].UnknownMembers["cpuNum"].GetRawText());
        Assert.Empty(result.Inventories[2].VmNics);
        Assert.Equal("""[{"ip":"1"},7]""", result.Inventories[2].UnknownMembers["vmNics"].GetRawText());
        Assert.Equal(2, events.Mismatches.Count);
        Assert.Contains(events.Mismatches, m => m.Member == "$.inventories[0].cpuNum" && m.Expected == "a whole number");
        Assert.Contains(events.Mismatches, m => m.Member == "$.inventories[2].vmNics" && m.Expected == "an object");
    }

    [Fact]
    public async Task A_secret_in_the_path_of_a_mismatched_member_is_redacted()
    {
        var events = new Recorder();
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"byName":{"hunter22-LONG":{"uuid":"a","cpuNum":"many"}}}""") };
        await using var client = server.Client(o => o.Observer = events);
        MapResult result = await client.CallAsync(new MapAction(), Stop);
        Assert.Equal("a", result.ByName.Single().Value.Uuid);
        (_, string member, _) = Assert.Single(events.Mismatches);
        Assert.Equal("$.byName.*************.cpuNum", member);
    }

    // An empty list would mean that there are none.
    [Theory]
    [InlineData("{}")]
    [InlineData("[7]")]
    public async Task A_query_with_unreadable_resources_fails(string inventories)
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, "{\"inventories\":" + inventories + "}") };
        await using var client = server.Client();
        await Assert.ThrowsAsync<ZStackProtocolException>(() => client.Query(VmInstanceInventory.Query, Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Results_contain_the_status_headers_and_job_of_their_response()
    {
        var server = new StubServer();
        server.Answer = r =>
        {
            if (r.Method == "POST")
                return StubServer.Accepted(r.JobId);
            HttpResponseMessage response = StubServer.Json(200, "{\"inventory\":{\"uuid\":\"u\"}}");
            response.Headers.TryAddWithoutValidation("X-Node", ["a", "b"]);
            return response;
        };
        await using var client = server.Client();
        ZoneResult result = await server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, Stop));
        Assert.Equal(HttpStatusCode.OK, result.Response!.Status);
        Assert.Equal("a, b", result.Response.Headers["x-node"]);
        Assert.Equal(server.Calls.First().JobId, result.Response.JobId);
        Assert.Equal(new Uri(StubServer.Base + "/zstack"), result.Response.Server);
        Assert.DoesNotContain("Response", ZStackJson.ToJson(result), StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Recorder : ZStackClientObserver
    {
        public List<(string Api, string Member, string Expected)> Mismatches { get; } = [];

        public override void MemberMismatched(in ZStackClientEvent response)
        {
            lock (Mismatches)
                Mismatches.Add((response.Api, response.Member!, response.Expected!));
        }
    }

    private sealed class MapAction : ZStackAction<MapResult>
    {
        private static readonly ApiDescriptor s_api = new("GetMap", "POST", "/v1/maps", ApiTraits.RequiresSession);

        public override ApiDescriptor Api => s_api;

        protected override void WriteBody(ref JsonBodyWriter body) => body.Member("password"u8, "hunter22-long");

        protected override MapResult ReadResult(ref JsonReader reader) => reader.ReadMembers(new MapResult());
    }

    private sealed class MapResult : ZStackResult
    {
        public IReadOnlyDictionary<string, VmInstanceInventory> ByName { get; private set; } = new Dictionary<string, VmInstanceInventory>();

        protected override bool ReadMember(ref JsonReader reader)
        {
            if (!reader.NameIs("byName"u8))
                return base.ReadMember(ref reader);
            ByName = reader.Map(VmInstanceInventory.Read);
            return true;
        }
    }
}
