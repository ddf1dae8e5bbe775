using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Answers;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Jobs;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Requests;

/// <summary>Carries out a call: at once, or as a job that is polled (PROTOCOL.md §3).</summary>
internal sealed class ApiDispatcher
{
    private static readonly TimeSpan s_defaultTimeout = TimeSpan.FromMinutes(30);
    private readonly Dictionary<SimulatedApi, IApiHandler> _handlers;
    private readonly ConcurrentDictionary<string, Func<SimulatedCall, SimulatedAnswer>> _overrides = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TimeSpan> _delays = new(StringComparer.Ordinal);
    private readonly ReferenceChecks? _references;
    private readonly JobStore _jobs;
    private readonly WebHookDelivery _webHooks;
    private readonly ResponseSchema _schema;
    private readonly ServerClock _clock;
    private readonly string _jobLocation;
    private readonly bool _chinese;
    private readonly bool _numbersAsDoubles;

    public ApiDispatcher(ApiCatalog catalog, IReadOnlyList<IApiHandler> handlers, ReferenceChecks? references, JobStore jobs, WebHookDelivery webHooks, ServerClock clock, ZStackSimulatorOptions options)
    {
        _handlers = catalog.Apis.ToDictionary(static api => api, api => handlers.First(handler => handler.Takes(api)));
        _references = references;
        _jobs = jobs;
        _webHooks = webHooks;
        _schema = new ResponseSchema(catalog);
        _clock = clock;
        _jobLocation = $"http://{options.ManagementNodeAddress}{options.ContextPath}/v1/api-jobs/";
        _chinese = options.ChineseErrors;
        _numbersAsDoubles = options.NumbersAsDoubles;
        JobDelay = options.JobDelay;
    }

    public TimeSpan JobDelay { get; set; }

    public void Override(string api, Func<SimulatedCall, SimulatedAnswer> answer) => _overrides[api] = answer;

    public void Delay(string api, TimeSpan delay) => _delays[api] = delay;

    public TimeSpan DelayOf(SimulatedApi api) => _delays.TryGetValue(api.Name, out TimeSpan delay) ? delay : JobDelay;

    /// <summary>Checks a call that came in another's data, and carries it out.</summary>
    public SimulatedAnswer Perform(SimulatedCall call) => Refusal(call) is { } refused ? SimulatedAnswer.Failure(refused) : Run(call, null);

    /// <summary>Carries out a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="invalid">Why its session is not valid.</param>
    /// <param name="forced">The error it has to end with.</param>
    /// <param name="headers">The headers about jobs.</param>
    /// <param name="received">The request it came with.</param>
    public RestAnswer Dispatch(SimulatedCall call, SimulatedError? invalid, SimulatedError? forced, JobHeaders headers, ReceivedCall received)
    {
        SimulatedApi api = call.Definition;
        if (!api.Action.IsQuery)
            CheckJobUuid(headers.JobUuid, received);
        TimeSpan timeout = api.Action.IsQuery ? s_defaultTimeout : Timeout(headers.ApiTimeout, api);
        SimulatedError? refused = invalid ?? Refusal(call);
        if (!api.IsAsync)
        {
            SimulatedAnswer answer = refused is not null ? SimulatedAnswer.Failure(refused) : Run(call, forced);
            return Write(answer, api, headers.JsonSchema || api.Action.IsQuery, isShared: _overrides.ContainsKey(api.Name));
        }

        // What is wrong with a call shows only in its job, but without delay.
        var job = new Job(
            headers.JobUuid ?? Guid.NewGuid().ToString("n"),
            api,
            _clock.Now,
            refused is not null ? TimeSpan.Zero : DelayOf(api),
            () => ResultOf(refused is not null ? SimulatedAnswer.Failure(refused) : Run(call, forced)));
        if (headers.WebHook is { Length: > 0 } url)
            job.Ended = ended => _webHooks.Deliver(url, ended, Write(ended.Result!, api, headers.JsonSchema).Json!);
        if (!_jobs.TryAdd(job))
            throw new PlainTextException(400, $"Duplicate job uuid[{job.Uuid}]");
        received.JobId = job.Uuid;
        return RestAnswer.Accepted(new JsonObject
        {
            ["location"] = _jobLocation + job.Uuid,
            ["apiTimeout"] = (long)timeout.TotalMilliseconds,
        });
    }

    /// <summary>Answers <c>GET /v1/api-jobs/{uuid}</c>.</summary>
    public RestAnswer Poll(string uuid, bool schema)
    {
        if (_jobs.Find(uuid) is not { } job)
            return RestAnswer.PlainText(404, "the job has been expired");
        return job.Result is { } result ? Write(result, job.Api, schema) : RestAnswer.Accepted([]);
    }

    // An answer of the user's own need not refer to what the simulator has.
    private SimulatedError? Refusal(SimulatedCall call) =>
        ArgumentChecks.Check(call) ?? (_overrides.ContainsKey(call.Api) ? null : _references?.Check(call));

    private SimulatedAnswer Run(SimulatedCall call, SimulatedError? forced)
    {
        if (forced is not null)
            return SimulatedAnswer.Failure(forced);
        // A dry run: everything but the work itself.
        if (call.Definition.IsAsync && call.SystemTags.Contains("validationOnly"))
            return SimulatedAnswer.Success();
        try
        {
            return Handle(call);
        }
#pragma warning disable CA1031 // a job runs on a timer, where an exception of a user's own answer would end the process
        catch (Exception fault) when (call.Definition.IsAsync)
#pragma warning restore CA1031
        {
            return SimulatedAnswer.Failure(SimulatedError.Internal($"{fault.GetType().Name}: {fault.Message}"));
        }
    }

    private SimulatedAnswer Handle(SimulatedCall call) =>
        _overrides.TryGetValue(call.Api, out Func<SimulatedCall, SimulatedAnswer>? answer) ? answer(call) : _handlers[call.Definition].Handle(call);

    public JobResult ResultOf(SimulatedAnswer answer) => answer.Error is { } error
        ? JobResult.Of(succeeded: false, error.ToJson(_chinese))
        : JobResult.Of(succeeded: true, answer.Result!);

    private RestAnswer Write(JobResult result, SimulatedApi api, bool schema) =>
        result.Succeeded ? Complete(result.ToNode(), api, schema) : RestAnswer.Failed(result.ToNode());

    // A user's own answer may be kept by him: it must stay as it is.
    private RestAnswer Write(SimulatedAnswer answer, SimulatedApi api, bool schema, bool isShared)
    {
        if (answer.Error is { } error)
            return RestAnswer.Failed(error.ToJson(_chinese));
        return Complete(isShared ? (JsonObject)answer.Result!.DeepClone() : answer.Result!, api, schema);
    }

    private RestAnswer Complete(JsonObject result, SimulatedApi api, bool schema)
    {
        if (_numbersAsDoubles)
            JavaDoubles.Apply(result);
        if (schema)
            _schema.AddTo(result, api);
        return RestAnswer.Ok(result);
    }

    // Only the length is looked at, whatever the documentation says of its form.
    private void CheckJobUuid(string? uuid, ReceivedCall received)
    {
        if (uuid is null)
            return;
        if (uuid.Length != 32)
            throw new PlainTextException(400, $"the header 'X-Job-UUID' has to have 32 characters, but has {uuid.Length}");
        if (received.Method is "POST" or "PUT" or "DELETE" && _jobs.Find(uuid) is not null)
            throw new PlainTextException(400, $"Duplicate job uuid[{uuid}]");
    }

    private static TimeSpan Timeout(string? header, SimulatedApi api)
    {
        if (header is null)
            return api.Name == "CreateVmInstance" ? TimeSpan.FromHours(12) : s_defaultTimeout;
        return int.TryParse(header, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : throw new PlainTextException(500, $"the header 'X-API-Timeout' is '{header}', which is not a whole number of seconds");
    }
}
