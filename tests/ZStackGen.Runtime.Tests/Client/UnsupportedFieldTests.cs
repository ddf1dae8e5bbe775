using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Serialization;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>Fields of structures, and the parameters of long jobs, are left out or refused like the parameters of a call.</summary>
public class UnsupportedFieldTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("5.0 disk/label", """{"name":"n","label":"l"}""", """{"name":"n"}""", "disk.label")]
    [InlineData("5.0 disk/label", """[{"label":"l"},{"name":"{\"label\":1}","label":{"a":[1,2]},"size":-1.5e3},null,[]]""", """[{},{"name":"{\"label\":1}","size":-1.5e3},null,[]]""", "disk.label")]
    [InlineData("5.0 disk/label", """[[{"label":"l"}],[]]""", "[[{}],[]]", "disk.label")]
    [InlineData("5.0 disk/*/label", """{"a":{"label":"l","name":"n"},"label":{"name":"n"},"b":null}""", """{"a":{"name":"n"},"label":{"name":"n"},"b":null}""", "disk.*.label")]
    [InlineData("5.0 disk/*/label", """{"a":[{"label":"l"},{"name":true}]}""", """{"a":[{},{"name":true}]}""", "disk.*.label")]
    [InlineData("5.0 disk/parent/label\n5.1 disk/label\n5.1 disk/parent/size", """{"parent":{"label":"l","size":1,"parent":{"label":"k"}},"label":"m"}""", """{"parent":{"parent":{"label":"k"}}}""", "disk.parent.label, disk.parent.size, disk.label")]
    [InlineData("4.7 disk/label\n5.0 disk/size", """{"label":"l","size":1}""", """{"label":"l"}""", "disk.size")]
    [InlineData("5.0 disk/label\n5.0 disk/label/label", """{"label":{"label":1}}""", "{}", "disk.label")]
    [InlineData("5.0 disk/label/deeper", """{"label":"l"}""", """{"label":"l"}""", "")]
    [InlineData("5.0 other/label\n5.0 label\n5.0 disk/", """{"label":"l"}""", """{"label":"l"}""", "")]
    [InlineData("5.0 disk/ä", """{"\u00e4":1,"é":2}""", """{"é":2}""", "disk.ä")]
    public async Task Fields_are_left_out_of_calls_and_long_jobs(string newer, string disk, string left, string dropped)
    {
        StubServer server = Server("4.7.0");
        var observer = new Recorder();
        await using (ZStackClient client = server.Client(o => { o.UnsupportedParameters = ZStackUnsupportedParameters.Drop; o.Observer = observer; }))
        {
            await client.CallAsync(new DiskAction(newer, disk), Stop);
            Assert.Equal(Normal("""{"params":{"before":1,"disk":""" + left + "}}"), Normal(Bodies(server)[^1]));
            Assert.Equal(dropped, string.Join(", ", observer.Dropped));
            observer.Dropped.Clear();

            await client.SubmitLongJobAsync(new DiskAction(newer, disk), Stop);
            Assert.Equal(Normal("""{"before":1,"disk":""" + left + "}"), Normal(Data(server)));
            Assert.Equal(dropped, string.Join(", ", observer.Dropped));
        }

        // The version is asked for once.
        Assert.Single(Bodies(server), static body => body == """{"getVersion":{}}""");
    }

    [Fact]
    public async Task Parameters_of_the_path_and_the_query_are_left_out_of_a_long_job()
    {
        StubServer server = Server("4.7.0");
        await using ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Drop);
        await client.SubmitLongJobAsync(new DeleteDiskAction(), Stop);
        Assert.Equal("""{"uuid":"u","mode":"m"}""", Data(server));
    }

    [Fact]
    public async Task A_query_string_loses_no_fields()
    {
        StubServer server = Server("4.7.0");
        await using ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Drop);
        await client.CallAsync(new DeleteDiskAction(), Stop);
        Assert.Equal("/zstack/v1/disks/u?mode=m", server.Calls.Single(static r => r.Method == "DELETE").Url.PathAndQuery);
    }

    [Theory]
    [InlineData("4.7.0", "API CreateDisk: parameter 'disk.label' needs ZStack 5.0, but the server has 4.7.0.")]
    [InlineData("3.0.0", "API CreateDisk: the API needs ZStack 4.0.0, but the server has 3.0.0.")]
    public async Task A_long_job_is_refused_before_anything_is_sent(string version, string message)
    {
        StubServer server = Server(version);
        await using ZStackClient client = server.Client(o => o.UnsupportedParameters = ZStackUnsupportedParameters.Throw);
        var e = await Assert.ThrowsAsync<ZStackUnsupportedVersionException>(() => client.SubmitLongJobAsync(new DiskAction("5.0 disk/label", """{"label":"l"}"""), Stop));
        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
        e = await Assert.ThrowsAsync<ZStackUnsupportedVersionException>(() => client.CallAsync(new DiskAction("5.0 disk/label", """{"label":"l"}"""), Stop));
        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
        Assert.Equal(["""{"getVersion":{}}"""], Bodies(server));
        Assert.Equal(0, server.Logins);
    }

    [Fact]
    public async Task By_default_a_long_job_sends_all_and_asks_for_no_version()
    {
        StubServer server = Server("4.7.0");
        await using ZStackClient client = server.Client();
        await client.SubmitLongJobAsync(new DiskAction("5.0 disk/label", """{"label":"l"}"""), Stop);
        Assert.Equal("""{"before":1,"disk":{"label":"l"}}""", Data(server));
        Assert.DoesNotContain("""{"getVersion":{}}""", Bodies(server));
    }

    private static StubServer Server(string version) => new()
    {
        Answer = r => StubServer.Json(200, r.Body == """{"getVersion":{}}""" ? "{\"version\":\"" + version + "\"}" : """{"inventory":{"uuid":"job"}}"""),
    };

    private static List<string?> Bodies(StubServer server) => [.. server.Calls.Where(static r => r.Method is "POST" or "PUT").Select(static r => r.Body)];

    private static string Data(StubServer server) =>
        JsonDocument.Parse(server.Calls.Last(static r => r.Url.AbsolutePath.EndsWith("/longjobs", StringComparison.Ordinal)).Body!).RootElement.GetProperty("params").GetProperty("jobData").GetString()!;

    private static string Normal(string? json) => JsonSerializer.Serialize(JsonDocument.Parse(json!).RootElement);

    private sealed class Recorder : ZStackClientObserver
    {
        public List<string?> Dropped { get; } = [];

        public override void ParameterDropped(in ZStackClientEvent request) => Dropped.Add(request.Member);
    }

    private sealed class DiskResult : ZStackResult;

    private sealed class DiskAction(string newer, string disk) : ZStackAction<DiskResult>
    {
        public override ApiDescriptor Api { get; } = new("CreateDisk", "POST", "/v1/disks", ApiTraits.RequiresSession) { Wrapper = "params", Since = "4.0.0", NewerParameters = newer };

        protected override void WriteBody(ref JsonBodyWriter body)
        {
            body.Member("before", 1);
            body.Member("disk", JsonDocument.Parse(disk).RootElement);
        }

        protected override DiskResult ReadResult(ref JsonReader reader) => reader.ReadMembers(new DiskResult());
    }

    private sealed class DeleteDiskAction : ZStackAction<DiskResult>
    {
        public override ApiDescriptor Api { get; } = new("DeleteDisk", "DELETE", "/v1/disks/{uuid}", ApiTraits.RequiresSession) { NewerParameters = "5.0 label\n5.0 mode/label" };

        protected override void WritePath(ref PathWriter path)
        {
            path.Segment("uuid", "u");
        }

        protected override void WriteQuery(ref QueryWriter query)
        {
            query.Add("label", "l");
            query.Add("mode", "m");
        }

        protected override DiskResult ReadResult(ref JsonReader reader) => reader.ReadMembers(new DiskResult());
    }
}
