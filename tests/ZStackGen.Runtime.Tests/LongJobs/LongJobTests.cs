using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.LongJobs;

public sealed class LongJobTests : IDisposable
{
    private const string Uuid = "5e0a5ac8e6f14c0c9b1f6b8e4ea3a001";
    private const string Canceled = "PUT /zstack/v1/longjobs/" + Uuid + "/actions";

    private readonly StubServer _server = new();
    private readonly Queue<string> _looks = new();
    private Func<HttpResponseMessage> _cancel = () => StubServer.Json(200, "{}");
    private Func<HttpResponseMessage> _progress = () => StubServer.Json(200, """{"inventories":[{"taskName":"copy","type":"Progress","content":"40"}]}""");

    public LongJobTests() => _server.Answer = r => r switch
    {
        { Method: "POST" } => StubServer.Json(200, Inventory("inventory", "Waiting")),
        { Line: Canceled } => _cancel(),
        { Line: "GET /zstack/v1/longjobs/" + Uuid } => StubServer.Json(200, _looks.Count > 1 ? _looks.Dequeue() : _looks.Peek()),
        { Line: "GET /zstack/v1/task-progresses/the-api-id?all=true" } => _progress(),
        _ => StubServer.Text(404, "no api mapping"),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task An_action_is_submitted_with_all_its_fields_regardless_of_their_location()
    {
        await using var client = _server.Client();
        var job = await client.SubmitLongJobAsync(
            new StartVmInstanceAction { Uuid = "a/b", HostUuid = "h\"1", SystemTags = ["x::y"] },
            new ZStackLongJobOptions { Name = "n", Description = "d", TargetResourceUuid = "t", ResourceUuid = "r", SystemTags = ["own::tag"] },
            Stop);
        Assert.Equal(Uuid, job.Uuid);
        Assert.Equal("StartVmInstance", job.ApiName);
        Assert.Equal($"StartVmInstance [long job {Uuid}]", job.ToString());
        var request = _server.Calls.Single();
        Assert.Equal("POST /zstack/v1/longjobs", request.Line);
        Assert.Equal(32, request.JobId!.Length);
        using var body = JsonDocument.Parse(request.Body!);
        var sent = body.RootElement.GetProperty("params");
        Assert.Equal("APIStartVmInstanceMsg", sent.GetProperty("jobName").GetString());
        Assert.Equal("""{"uuid":"a/b","hostUuid":"h\u00221","systemTags":["x::y"]}""", sent.GetProperty("jobData").GetString()!.Replace("\\\"", "\\u0022", StringComparison.Ordinal));
        Assert.Equal("n d t r", string.Join(' ', new[] { "name", "description", "targetResourceUuid", "resourceUuid" }.Select(m => sent.GetProperty(m).GetString())));
        Assert.Equal("own::tag", body.RootElement.GetProperty("systemTags")[0].GetString());
    }

    [Fact]
    public async Task The_parameters_of_a_DELETE_and_of_a_raw_call_become_fields()
    {
        await using var client = _server.Client();
        await client.SubmitLongJobAsync(new DeleteZoneAction { Uuid = "u", DeleteMode = "Enforcing", ClientInfo = new Dictionary<string, string> { ["k.1"] = "v" } }, Stop);
        await client.SubmitLongJobAsync(
            new ZStackRawAction("MigrateVm", "PUT", "/v1/vm-instances/{vmInstanceUuid}/actions") { Parameters = { ["vmInstanceUuid"] = "v", ["strategy"] = "auto-converge", ["timeout"] = 5, ["userTags"] = new[] { "t" } } },
            Stop);
        Assert.Equal(
            [
                """{"uuid":"u","deleteMode":"Enforcing","clientInfo":{"k.1":"v"}}""",
                """{"vmInstanceUuid":"v","strategy":"auto-converge","timeout":5,"userTags":["t"]}""",
            ],
            _server.Calls.Select(r => JsonDocument.Parse(r.Body!).RootElement.GetProperty("params").GetProperty("jobData").GetString()));
    }

    [Fact]
    public async Task An_action_that_cannot_be_a_long_job_is_refused_before_anything_is_sent()
    {
        await using var client = _server.Client();
        Assert.Contains("is a query", (await Assert.ThrowsAsync<ArgumentException>(() => client.SubmitLongJobAsync(new QueryVmInstanceAction(), Stop))).Message, StringComparison.Ordinal);
        Assert.Contains("parameter 'uuid' is null", (await Assert.ThrowsAsync<ArgumentException>(() => client.SubmitLongJobAsync(new StartVmInstanceAction(), Stop))).Message, StringComparison.Ordinal);
        Assert.Contains("parameter 'name' is null", (await Assert.ThrowsAsync<ArgumentException>(() => client.SubmitLongJobAsync(new CreateZoneAction(), Stop))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => client.ResumeLongJob<ZoneResult>("a/b"));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task The_event_in_the_jobs_result_becomes_the_result_of_the_action()
    {
        Looks("Waiting", "Running", "Suspended", "A new state");
        _looks.Enqueue(Inventory("inventories", "Succeeded", """{"inventory":{"uuid":"vm","createDate":"Nov 14, 2017 10:20:57 PM","memorySize":8.589934592E9},"success":true,"apiId":"x"}"""));
        await using var client = _server.Client();
        var job = await client.SubmitLongJobAsync(new StartVmInstanceAction { Uuid = "u" }, Stop);
        var result = await _server.Pass(job.WaitAsync(Stop));
        Assert.Equal("vm", result.Inventory!.Uuid);
        Assert.Equal(new DateTimeOffset(2017, 11, 14, 22, 20, 57, TimeSpan.Zero), result.Inventory.CreateDate);
        Assert.True(result.Success);
        Assert.DoesNotContain(_server.Lines, l => l.Contains("task-progresses", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Succeeded")]
    [InlineData(null)]
    public async Task The_word_Succeeded_is_an_empty_result(string? text)
    {
        _looks.Enqueue(Inventory("inventories", "Succeeded", text));
        await using var client = _server.Client();
        Assert.Null((await client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(Stop)).ZoneUuid);
    }

    [Fact]
    public async Task An_observer_is_told_of_a_member_of_another_kind_in_the_result()
    {
        _looks.Enqueue(Inventory("inventories", "Succeeded", """{"inventory":{"uuid":"vm","cpuNum":"many"}}"""));
        var observer = new MismatchObserver();
        await using var client = _server.Client(o => o.Observer = observer);
        StartVmInstanceAction.Result result = await client.ResumeLongJob<StartVmInstanceAction.Result>(Uuid).WaitAsync(Stop);
        Assert.Equal("vm", result.Inventory!.Uuid);
        Assert.Equal("$.inventory.cpuNum is not a whole number", Assert.Single(observer.Mismatches));
    }

    [Fact]
    public async Task The_state_of_another_long_job_is_not_believed()
    {
        _looks.Enqueue("""{"inventories":[{"uuid":"ffff","state":"Succeeded","jobResult":"{}"}]}""");
        await using var client = _server.Client();
        ZStackLongJob<ZoneResult> job = client.ResumeLongJob<ZoneResult>(Uuid);
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => job.WaitAsync(Stop));
        Assert.Contains("the response has another long job", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ZStackProtocolException>(() => job.GetStateAsync(Stop));
    }

    [Fact]
    public async Task An_unreadable_result_is_a_protocol_fault_with_its_place()
    {
        _looks.Enqueue(Inventory("inventories", "Succeeded", """{"inventory":{"uuid":"""));
        await using var client = _server.Client();
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(Stop));
        Assert.Contains("the result of the long job: the response is cut off", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_is_read_in_the_servers_time_zone()
    {
        var inner = _server.Answer;
        _server.Answer = r => r.Line.EndsWith("platform-timezone", StringComparison.Ordinal) ? StubServer.Json(200, """{"timezone":"Asia/Shanghai","offset":"+08:00"}""") : inner(r);
        _looks.Enqueue(Inventory("inventories", "Succeeded", """{"inventory":{"createDate":"Nov 14, 2017 10:20:57 PM"}}"""));
        await using var client = _server.Client(o => o.ServerTimeZone = null);
        var result = await client.ResumeLongJob<StartVmInstanceAction.Result>(Uuid).WaitAsync(Stop);
        Assert.Equal(TimeSpan.FromHours(8), result.Inventory!.CreateDate!.Value.Offset);
    }

    [Theory]
    [InlineData("""{"message":"it failed","detail":"no host","cause":"full"}""", null, "it failed", "no host", "full")]
    [InlineData("""{"code":"HOST.1002","description":"d","details":"no host","cause":{"code":"SYS.1000","details":"full"}}""", "HOST.1002", "d", "no host", "full")]
    [InlineData("it broke", null, null, "it broke", null)]
    [InlineData("{broken", null, null, "{broken", null)]
    public async Task A_failed_long_job_is_an_exception_with_the_details_of_the_server(string text, string? code, string? description, string details, string? cause)
    {
        _looks.Enqueue(Inventory("inventories", "Failed", text));
        await using var client = _server.Client();
        var job = await client.SubmitLongJobAsync(new StartVmInstanceAction { Uuid = "u" }, Stop);
        var e = await Assert.ThrowsAsync<ZStackLongJobException>(() => job.WaitAsync(Stop));
        Assert.Equal((ZStackLongJobPhase.Failed, Uuid, "StartVmInstance", "the-api-id"), (e.Phase, e.LongJobUuid, e.Api, e.JobId));
        Assert.Equal((code, description, details, cause), (e.Error.Code, e.Error.Description, e.Error.Details, e.Error.Cause?.Details));
        Assert.StartsWith($"StartVmInstance (long job {Uuid} at http://mn.example:8080) failed: ", e.Message, StringComparison.Ordinal);
        var state = await job.GetStateAsync(Stop);
        Assert.Equal(details, state.Error!.Details);
        Assert.True(state.IsFinal);
    }

    [Theory]
    [InlineData("Succeeded", """{"inventory":{"uuid":"u"}}""", null)]
    [InlineData("Failed", """{"code":"HOST.1002","details":"no host"}""", "HOST.1002")]
    [InlineData("Canceled", null, "LONG_JOB.1000")]
    public async Task TryWaitAsync_returns_the_result_or_the_error(string state, string? result, string? code)
    {
        _looks.Enqueue(Inventory("inventories", state, result));
        await using var client = _server.Client();
        ZStackApiResult<StartVmInstanceAction.Result> ended = await client.ResumeLongJob<StartVmInstanceAction.Result>(Uuid).TryWaitAsync(Stop);
        Assert.Equal((code is null, code), (ended.IsSuccess, ended.Error?.Code));
        Assert.Equal(code is null ? "u" : null, ended.Value?.Inventory?.Uuid);
        if (code is not null)
            Assert.Equal(state, Assert.Throws<ZStackLongJobException>(() => ended.GetValueOrThrow()).Phase.ToString());
    }

    [Fact]
    public async Task TryWaitAsync_throws_if_the_end_of_the_long_job_is_not_known()
    {
        _looks.Enqueue("""{"inventories":[]}""");
        await using var client = _server.Client();
        await Assert.ThrowsAsync<ZStackJobExpiredException>(() => client.ResumeLongJob<ZoneResult>(Uuid).TryWaitAsync(Stop));
        await Assert.ThrowsAsync<ZStackCanceledException>(() => client.ResumeLongJob<ZoneResult>(Uuid).TryWaitAsync(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_secret_in_the_failure_is_redacted()
    {
        _looks.Enqueue(Inventory("inventories", "Failed", "session session-number-1 is over"));
        await using var client = _server.Client();
        var e = await Assert.ThrowsAsync<ZStackLongJobException>(() => client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(Stop));
        Assert.DoesNotContain("session-number-1", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canceled_long_job_is_distinguished_from_a_failed_one()
    {
        Looks("Running", "Canceling", "Canceled");
        await using var client = _server.Client();
        var job = client.ResumeLongJob<ZoneResult>(Uuid);
        Assert.Null(job.ApiName);
        var e = await Assert.ThrowsAsync<ZStackLongJobException>(() => _server.Pass(job.WaitAsync(Stop)));
        Assert.Equal(ZStackLongJobPhase.Canceled, e.Phase);
        Assert.Equal("LONG_JOB.1000", e.Error.Code);
    }

    [Fact]
    public async Task States_contain_the_servers_text_time_and_steps()
    {
        _looks.Enqueue(Inventory("inventories", "Running", null, 90));
        await using var client = _server.Client();
        var state = await client.ResumeLongJob<ZoneResult>(Uuid).GetStateAsync(Stop);
        Assert.Equal((ZStackLongJobPhase.Running, "Running", "APIStartVmInstanceMsg", TimeSpan.FromSeconds(90), 40), (state.Phase, state.State, state.JobName, state.ExecuteTime, state.Percent));
        Assert.Equal("Running 40%", state.ToString());
        Assert.False(state.IsFinal);
        _looks.Enqueue(Inventory("inventories", "Resting"));
        _looks.Dequeue();
        state = await client.ResumeLongJob<ZoneResult>(Uuid).GetStateAsync(Stop);
        Assert.Equal((ZStackLongJobPhase.Unknown, "Resting"), (state.Phase, state.State));
    }

    [Fact]
    public async Task Steps_are_requested_again_after_a_temporary_failure()
    {
        int asked = 0;
        Func<HttpResponseMessage> works = _progress;
        _progress = () => Interlocked.Increment(ref asked) == 1 ? StubServer.Text(500, "<html>away</html>") : works();
        Looks("Running", "Running", "Succeeded");
        await using var client = _server.Client();
        await _server.Pass(client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(new Sink([]), Stop));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Waiting_reports_each_poll_and_works_without_steps()
    {
        _progress = () => StubServer.Error("ID.1002");
        Looks("Waiting", "Running", "Running", "Succeeded");
        var seen = new List<string>();
        await using var client = _server.Client();
        await _server.Pass(client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(new Sink(seen), Stop));
        Assert.Equal(["Waiting", "Running", "Running", "Succeeded"], seen);
        Assert.Single(_server.Lines, l => l.Contains("task-progresses", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Canceling_may_take_several_polls()
    {
        Looks("Canceling", "Canceled");
        await using var client = _server.Client();
        var state = await client.ResumeLongJob<ZoneResult>(Uuid).CancelAsync(Stop);
        Assert.Equal(ZStackLongJobPhase.Canceling, state.Phase);
        Assert.Equal("""{"cancelLongJob":{}}""", _server.Requests.Single(r => r.Line == Canceled).Body);
    }

    [Theory]
    [InlineData("LONG_JOB.1001", "Running", ZStackLongJobCancelRefusal.TooLate)]
    [InlineData("LONG_JOB.1003", "Running", ZStackLongJobCancelRefusal.NotSupported)]
    [InlineData("SYS.1007", "Succeeded", ZStackLongJobCancelRefusal.AlreadyEnded)]
    [InlineData("SYS.1007", "Failed", ZStackLongJobCancelRefusal.AlreadyEnded)]
    public async Task A_refusal_to_cancel_has_its_own_exception(string code, string state, ZStackLongJobCancelRefusal refusal)
    {
        _cancel = () => StubServer.Error(code);
        Looks(state);
        await using var client = _server.Client();
        var e = await Assert.ThrowsAsync<ZStackLongJobCancelException>(() => client.ResumeLongJob<ZoneResult>(Uuid).CancelAsync(Stop));
        Assert.Equal((refusal, Uuid, "CancelLongJob", code), (e.Refusal, e.LongJobUuid, e.Api, e.Error.Code));
    }

    [Fact]
    public async Task Any_other_invalid_argument_is_reported_unchanged()
    {
        _cancel = () => StubServer.Error("SYS.1007");
        Looks("Running");
        await using var client = _server.Client();
        await Assert.ThrowsAsync<ZStackInvalidParameterException>(() => client.ResumeLongJob<ZoneResult>(Uuid).CancelAsync(Stop));
    }

    [Fact]
    public async Task A_deleted_long_job_is_reported()
    {
        _looks.Enqueue("""{"inventories":[]}""");
        await using var client = _server.Client();
        var e = await Assert.ThrowsAsync<ZStackJobExpiredException>(() => client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(Stop));
        Assert.Contains("the server does not know the long job", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SYS.1001")]
    [InlineData("SYS.1010")]
    [InlineData("SYS.1011")]
    [InlineData("SYS.1012")]
    public async Task Waiting_survives_a_node_that_is_temporarily_unable_to_respond_but_not_a_job_that_ended_with_that_error(string code)
    {
        int looks = 0;
        var answer = _server.Answer;
        _server.Answer = r => r.Method == "GET" && looks++ == 0 ? StubServer.Error(code) : answer(r);
        _looks.Enqueue(Inventory("inventories", "Failed", $$"""{"code":"{{code}}","details":"d"}"""));
        await using var client = _server.Client();
        var job = client.ResumeLongJob<ZoneResult>(Uuid);
        var e = await Assert.ThrowsAsync<ZStackLongJobException>(() => _server.Pass(job.WaitAsync(Stop)));
        Assert.Equal(code, e.Error.Code);
        Assert.Equal(2, looks);
        // A single poll reports it.
        looks = 0;
        Assert.Equal(code, (await Assert.ThrowsAnyAsync<ZStackApiException>(() => job.GetStateAsync(Stop))).Error.Code);
    }

    [Fact]
    public async Task Waiting_survives_an_outage_up_to_its_limit()
    {
        var begin = _server.Clock.GetUtcNow();
        var inner = _server.Answer;
        _server.Answer = r => r.Method == "GET" && _server.Clock.GetUtcNow() - begin < TimeSpan.FromMinutes(5) ? throw new HttpRequestException("connection reset") : inner(r);
        Looks("Succeeded");
        await using var client = _server.Client();
        await _server.Pass(client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(Stop));

        _looks.Clear();
        Looks("Running");
        await using var impatient = _server.Client(o => o.JobTimeout = TimeSpan.FromMinutes(20));
        begin = _server.Clock.GetUtcNow().AddDays(-1);
        var e = await Assert.ThrowsAsync<ZStackJobTimeoutException>(() => _server.Pass(impatient.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(Stop)));
        Assert.Equal(TimeSpan.FromMinutes(20), e.Timeout);
    }

    [Fact]
    public async Task Canceling_a_wait_names_the_long_job_which_continues()
    {
        Looks("Running");
        await using var client = _server.Client();
        using var cancel = new CancellationTokenSource();
        var waiting = client.ResumeLongJob<ZoneResult>(Uuid).WaitAsync(cancel.Token);
        await _server.Until(() => _server.Lines.Count(l => l.Contains("/longjobs/", StringComparison.Ordinal)) >= 3);
        await cancel.CancelAsync();
        var e = await Assert.ThrowsAsync<ZStackCanceledException>(() => waiting);
        Assert.Contains("The long job continues on the server", e.Message, StringComparison.Ordinal);
        Assert.Contains(Uuid, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_of_an_action_is_used_for_all_later_requests()
    {
        Looks("Running", "Succeeded");
        await using var client = _server.Client(o => o.Credential = null);
        var job = await client.SubmitLongJobAsync(new StartVmInstanceAction { Uuid = "u", SessionId = "somebodys-own" }, Stop);
        await _server.Pass(job.WaitAsync(new Sink([]), Stop));
        await job.CancelAsync(Stop);
        Assert.All(_server.Requests, r => Assert.Equal("OAuth somebodys-own", r.Authorization));
        Assert.Contains(_server.Lines, l => l.Contains("task-progresses", StringComparison.Ordinal));
    }

    private void Looks(params string[] states)
    {
        foreach (string state in states)
            _looks.Enqueue(Inventory("inventories", state));
    }

    private static string Inventory(string member, string state, string? result = null, long? seconds = null)
    {
        string job = JsonSerializer.Serialize(new
        {
            uuid = Uuid,
            apiId = "the-api-id",
            jobName = "APIStartVmInstanceMsg",
            jobData = """{"password":"secret"}""",
            state,
            jobResult = result,
            executeTime = seconds,
            createDate = "Nov 14, 2017 10:20:57 PM",
        });
        return member == "inventory" ? $$"""{"inventory":{{job}}}""" : $$"""{"inventories":[{{job}}]}""";
    }

    private sealed class Sink(List<string> seen) : IProgress<ZStackLongJobState>
    {
        public void Report(ZStackLongJobState value) => seen.Add(value.State);
    }

    private sealed class MismatchObserver : ZStackClientObserver
    {
        public List<string> Mismatches { get; } = [];

        public override void MemberMismatched(in ZStackClientEvent response) => Mismatches.Add(response.Member + " is not " + response.Expected);
    }
}
