using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Jobs;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;

namespace ZStack.Simulation.Requests;

/// <summary>Executes calls: immediately, or as a job that the client polls. See runtime/PROTOCOL.md §3.</summary>
internal sealed class ApiDispatcher
{
    private readonly Dictionary<SimulatedApi, IApiHandler> _handlers;
    private readonly ConcurrentDictionary<string, Func<SimulatedCall, SimulatedResponse>> _overrides = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TimeSpan> _delays = new(StringComparer.Ordinal);
    private readonly ReferenceChecks? _references;
    private readonly JobStore _jobs;
    private readonly WebHookDelivery _webHooks;
    private readonly ResponseSchema _schema;
    private readonly ValueForms _forms;
    private readonly ServerClock _clock;
    private readonly string _jobLocation;
    private readonly bool _chinese;
    private readonly bool _numbersAsDoubles;

    public ApiDispatcher(ApiCatalog catalog, IReadOnlyList<IApiHandler> handlers, ReferenceChecks? references, JobStore jobs, WebHookDelivery webHooks, ServerClock clock, ZStackSimulatorOptions options)
    {
        _handlers = catalog.Apis.ToDictionary(static api => api, api => handlers.First(handler => handler.CanHandle(api)));
        _references = references;
        _jobs = jobs;
        _webHooks = webHooks;
        _schema = new ResponseSchema(catalog);
        _forms = catalog.Forms;
        _clock = clock;
        _jobLocation = $"http://{options.ManagementNodeAddress}{options.ContextPath}/v1/api-jobs/";
        _chinese = options.ChineseErrors;
        _numbersAsDoubles = options.NumbersAsDoubles;
        JobDelay = options.JobDelay;
    }

    public TimeSpan JobDelay { get; set; }

    public void Override(string api, Func<SimulatedCall, SimulatedResponse> response) => _overrides[api] = response;

    public void Delay(string api, TimeSpan delay) => _delays[api] = delay;

    public TimeSpan DelayOf(SimulatedApi api) => _delays.TryGetValue(api.Name, out TimeSpan delay) ? delay : JobDelay;

    /// <summary>Checks and executes a call that is embedded in another call.</summary>
    public SimulatedResponse Perform(SimulatedCall call) => Validate(call) is { } refused ? SimulatedResponse.Failure(refused) : Run(call, null);

    /// <summary>Executes a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="invalid">The reason why the session is not valid.</param>
    /// <param name="forced">The error that the call must fail with.</param>
    /// <param name="headers">The headers about jobs.</param>
    /// <param name="received">The request of the call.</param>
    public RestResponse Dispatch(SimulatedCall call, SimulatedError? invalid, SimulatedError? forced, JobHeaders headers, ReceivedCall received)
    {
        SimulatedApi api = call.Definition;
        if (!api.Action.IsQuery)
            CheckJobUuid(headers.JobUuid, received);
        TimeSpan timeout = Timeout(api.Action.IsQuery ? null : headers.ApiTimeout, api);
        SimulatedError? refused = invalid ?? Validate(call);
        if (!api.IsAsync)
        {
            SimulatedResponse response = refused is not null ? SimulatedResponse.Failure(refused) : Run(call, forced);
            return Write(response, api, headers.JsonSchema || api.Action.IsQuery, isShared: _overrides.ContainsKey(api.Name));
        }

        if (_jobs.IsFull)
            throw new PlainTextException(503, "too many jobs are running; wait until some end, or increase HistoryByteLimit or --history-limit");
        // The errors of an asynchronous call are visible only in its job, but without a delay.
        var job = new SimulatedJob(
            headers.JobUuid ?? Guid.NewGuid().ToString("n"),
            api,
            _clock.Now,
            refused is not null ? TimeSpan.Zero : DelayOf(api),
            () => ResultOf(refused is not null ? SimulatedResponse.Failure(refused) : Run(call, forced)))
        {
            CallSize = 1000 + JsonSize.Of(call.Arguments),
        };
        if (headers.WebHook is { Length: > 0 } url)
            job.Ended = ended => _webHooks.Deliver(url, ended, Write(ended.Result!, api, headers.JsonSchema).Json!);
        if (!_jobs.TryAdd(job))
            throw new PlainTextException(400, $"Duplicate job uuid[{job.Uuid}]");
        received.JobId = job.Uuid;
        return RestResponse.Accepted(new JsonObject
        {
            ["location"] = _jobLocation + job.Uuid,
            ["apiTimeout"] = (long)timeout.TotalMilliseconds,
        });
    }

    /// <summary>Handles <c>GET /v1/api-jobs/{uuid}</c>.</summary>
    public RestResponse Poll(string uuid, bool schema)
    {
        if (_jobs.Find(uuid) is not { } job)
            return RestResponse.PlainText(404, "the job has been expired");
        return job.Result is { } result ? Write(result, job.Api, schema) : RestResponse.Accepted([]);
    }

    // A replaced response does not need to refer to existing resources.
    private SimulatedError? Validate(SimulatedCall call) =>
        ArgumentChecks.Check(call) ?? (_overrides.ContainsKey(call.Api) ? null : _references?.Check(call));

    private SimulatedResponse Run(SimulatedCall call, SimulatedError? forced)
    {
        if (forced is not null)
            return SimulatedResponse.Failure(forced);
        // A dry run executes everything except the work itself.
        if (call.Definition.IsAsync && call.SystemTags.Contains("validationOnly"))
            return SimulatedResponse.Success();
        try
        {
            return Handle(call);
        }
#pragma warning disable CA1031 // a job runs on a timer, where an exception of a user's function would end the process
        catch (Exception fault) when (call.Definition.IsAsync)
#pragma warning restore CA1031
        {
            return SimulatedResponse.Failure(SimulatedError.Internal($"{fault.GetType().Name}: {fault.Message}"));
        }
    }

    private SimulatedResponse Handle(SimulatedCall call) =>
        _overrides.TryGetValue(call.Api, out Func<SimulatedCall, SimulatedResponse>? response) ? response(call) : Formed(_handlers[call.Definition].Handle(call), call.Definition);

    // A replaced response has the form that the user wants.
    private SimulatedResponse Formed(SimulatedResponse response, SimulatedApi api)
    {
        // The results of ZQL depend on the statement.
        if (response is { Result: { } result, Elements: null })
            _forms.Apply(result, api);
        return response;
    }

    public JobResult ResultOf(SimulatedResponse response) => response.Error is { } error
        ? JobResult.Of(succeeded: false, error.ToJson(_chinese))
        : JobResult.Of(succeeded: true, response.Result!);

    private RestResponse Write(JobResult result, SimulatedApi api, bool schema) =>
        result.Succeeded ? Complete(result.ToNode(), api, schema, null) : RestResponse.Failed(result.ToNode());

    // The user can keep a reference to a replaced response, so it must not be changed.
    private RestResponse Write(SimulatedResponse response, SimulatedApi api, bool schema, bool isShared)
    {
        if (response.Error is { } error)
            return RestResponse.Failed(error.ToJson(_chinese));
        return Complete(isShared ? (JsonObject)response.Result!.DeepClone() : response.Result!, api, schema, response.Elements);
    }

    private RestResponse Complete(JsonObject result, SimulatedApi api, bool schema, IReadOnlyList<string?>? elements)
    {
        if (_numbersAsDoubles)
            JavaDoubles.Apply(result);
        if (schema)
            _schema.AddTo(result, api, elements);
        return RestResponse.Ok(result);
    }

    // The server checks only the length, although its documentation requires a specific format.
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
            return ApiTimeouts.Of(api.Name);
        return int.TryParse(header, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : throw new PlainTextException(500, $"the header 'X-API-Timeout' is '{header}', which is not a whole number of seconds");
    }
}
