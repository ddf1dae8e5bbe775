using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>During an upgrade, the management nodes have different versions. A version belongs to the node that stated it.</summary>
public class NodeVersionTests
{
    private const string GetVersion = """{"getVersion":{}}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_version_that_arrives_after_a_failover_is_not_taken_for_that_of_the_new_node(bool isRequestedByProgram)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var server = new StubServer();
        server.AnswerAsync = async (r, _) =>
        {
            if (r.Url.Host != "mn.example")
                return StubServer.Json(200, r.Body == GetVersion ? """{"version":"5.2.1"}""" : "{}");
            if (r.Body != GetVersion)
                throw new HttpRequestException("refused", new System.Net.Sockets.SocketException(111));
            begun.TrySetResult();
            await release.Task;
            return StubServer.Json(200, """{"version":"4.7.0"}""");
        };
        await using ZStackClient client = server.Client(static o =>
        {
            o.FailoverAddresses = ["http://second.example:8080"];
            o.Credential = ZStackCredential.Session("some-session");
            o.UnsupportedParameters = ZStackUnsupportedParameters.Drop;
        });

        Task pending = isRequestedByProgram ? client.GetServerVersionAsync(Stop) : client.CallAsync(new MarkAction(), Stop);
        await begun.Task.WaitAsync(Stop);
        await server.Pass(client.CallAsync(new ZStackRawAction("X", "GET", "/v1/x"), Stop));
        release.SetResult();
        await server.Pass(pending);
        if (isRequestedByProgram)
            await server.Pass(client.CallAsync(new MarkAction(), Stop));

        Assert.Equal(ZStackVersion.V5_2_1, client.ServerVersion);
        Assert.Equal("http://second.example:8080/zstack/v1/marks?label=x", server.Calls.Single(static r => r.Url.AbsolutePath.EndsWith("/marks", System.StringComparison.Ordinal)).Url.AbsoluteUri);
        Assert.Equal(["mn.example", "second.example"], server.Requests.Where(static r => r.Body == GetVersion).Select(static r => r.Url.Host));
    }

    private sealed class MarkAction : ZStackAction<ZStackRawResult>
    {
        private static readonly ApiDescriptor s_api = new("FindMark", "GET", "/v1/marks", ApiTraits.RequiresSession) { NewerParameters = "5.0 label" };

        public override ApiDescriptor Api => s_api;

        protected override void WriteQuery(ref QueryWriter query) => query.Add("label", "x");

        protected override ZStackRawResult ReadResult(ref JsonReader reader) => reader.ReadMembers(new ZStackRawResult());
    }
}
