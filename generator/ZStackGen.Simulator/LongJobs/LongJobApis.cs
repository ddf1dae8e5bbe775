using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using ZStack.Simulation.Faults;
using ZStack.Simulation.Handling;
using ZStack.Simulation.Jobs;
using ZStack.Simulation.Requests;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Specs;
using ZStack.Simulation.State;

namespace ZStack.Simulation.LongJobs;

/// <summary>
/// Runs any API as a long job, and cancels, resumes and deletes long jobs. Query APIs find long jobs among the resources. See runtime/PROTOCOL.md §3.3.
/// </summary>
internal sealed class LongJobApis(ResourceStore store, ApiCatalog catalog, JobStore jobs, ServerClock clock, int limit, long byteLimit, FaultScript faults, Func<ApiDispatcher> dispatcher) : IApiHandler
{
    private const string Path = "/v1/longjobs";
    private readonly Dictionary<string, LongJob> _jobs = Stored(store, clock);
    private readonly Queue<LongJob> _ended = new();
    private long _endedSize;

    public bool CanHandle(SimulatedApi api) => api.Name is "SubmitLongJob" or "CancelLongJob" or "ResumeLongJob" or "DeleteLongJob";

    public SimulatedResponse Handle(SimulatedCall call)
    {
        if (call.Api == "SubmitLongJob")
            return Submit(call);
        lock (store.Gate)
        {
            string uuid = call.Text("uuid") ?? "";
            if (!_jobs.TryGetValue(uuid, out LongJob? job))
                return SimulatedResponse.Failure(SimulatedError.NotFound(uuid, "long job"));
            return call.Api switch { "CancelLongJob" => Cancel(job), "ResumeLongJob" => Resume(job), _ => Delete(job, uuid) };
        }
    }

    // The long jobs in the storage. None of them is running any more.
    private static Dictionary<string, LongJob> Stored(ResourceStore store, ServerClock clock)
    {
        var stored = new Dictionary<string, LongJob>(StringComparer.Ordinal);
        foreach (Resource resource in store.MadeAt(Path))
        {
            var job = new LongJob(resource.Body, null, clock.Now);
            stored.Add(resource.Uuid!, job);
            if (job.HasEnded)
                continue;
            job.Interrupt(clock);
            store.Save(resource);
        }

        return stored;
    }

    private SimulatedResponse Submit(SimulatedCall call)
    {
        string name = call.Text("jobName") ?? "";
        SimulatedApi? api = name.StartsWith("API", StringComparison.Ordinal) && name.EndsWith("Msg", StringComparison.Ordinal) && name.Length > 6
            ? catalog.ByName.GetValueOrDefault(name[3..^3]) : null;
        if (api is null || !api.IsAsync || api.Name.EndsWith("LongJob", StringComparison.Ordinal))
            return SimulatedResponse.Failure(SimulatedError.BadArgument($"[{name}] cannot run as a long job", $"[{name}]不支持长任务"));
        if (Parse(call.Text("jobData")) is not { } arguments)
            return SimulatedResponse.Failure(SimulatedError.BadArgument("the field [jobData] is not a JSON object", "字段[jobData]不是JSON对象"));

        foreach (string unknown in api.OmittedParameters)
            arguments.Remove(unknown);
        string uuid = call.Text("resourceUuid") ?? Guid.NewGuid().ToString("n");
        string apiId = Guid.NewGuid().ToString("n");
        string now = clock.Print(clock.Now);
        var body = new JsonObject
        {
            ["uuid"] = uuid,
            ["name"] = call.Text("name"),
            ["description"] = call.Text("description"),
            ["apiId"] = apiId,
            ["jobName"] = name,
            ["jobData"] = call.Text("jobData"),
            ["targetResourceUuid"] = call.Text("targetResourceUuid"),
            ["state"] = "Running",
            ["createDate"] = now,
            ["lastOpDate"] = now,
        };
        foreach (string member in (ReadOnlySpan<string>)["name", "description", "targetResourceUuid"])
        {
            if (body[member] is null)
                body.Remove(member);
        }

        // A fault of the API applies to the long job that runs it, like to the API's own calls.
        var job = new LongJob(body, new SimulatedCall(api, arguments, call.Session), clock.Now) { Forced = faults.NextError(api.Name) };
        lock (store.Gate)
        {
            if (store.CheckSpace() is { } full)
                return SimulatedResponse.Failure(full);
            if (store.Find(uuid) is not null)
                return SimulatedResponse.Failure(new SimulatedError("SYS.1002", $"a resource with the uuid [{uuid}] already exists"));
            _jobs.Add(uuid, job);
            Resource resource = store.Add(body, null, Path);
            store.Save(resource);
            store.Tags.AddFrom(call, resource, clock);
        }

        var response = new JsonObject { ["inventory"] = body.DeepClone() };
        // The job table runs the job when it is due and reports its progress under the ID of the API call. Called without the gate, because
        // the job takes the gate when it ends.
        jobs.TryAdd(new SimulatedJob(apiId, api, clock.Now, dispatcher().DelayOf(api), () => Run(job)) { CallSize = 1000 + JsonSize.Of(arguments) });
        return SimulatedResponse.Success(response);
    }

    private JobResult Run(LongJob job)
    {
        SimulatedResponse response;
        lock (store.Gate)
        {
            response = job.IsCanceled
                ? SimulatedResponse.Failure(new SimulatedError("LONG_JOB.1000", "the long job was canceled"))
                : job.Forced is { } forced ? SimulatedResponse.Failure(forced)
                : dispatcher().Perform(job.Call!);
            job.End(response, clock);
            Save(job);
            Keep(job);
        }

        return dispatcher().ResultOf(response);
    }

    // The oldest long jobs that have ended are removed, so that long runs do not exhaust the memory.
    private void Keep(LongJob job)
    {
        _ended.Enqueue(job);
        _endedSize += job.Size;
        while (_ended.Count > limit || (_endedSize > byteLimit && _ended.Count > 1))
        {
            LongJob oldest = _ended.Dequeue();
            _endedSize -= oldest.Size;
            string uuid = Resource.UuidOf(oldest.Body)!;
            if (_jobs.Remove(uuid) && store.Find(uuid) is { } resource)
                store.Remove(resource);
        }
    }

    private SimulatedResponse Cancel(LongJob job)
    {
        if (job.HasEnded)
            return SimulatedResponse.Failure(SimulatedError.BadArgument($"a long job in the state [{job.State}] cannot be canceled", $"状态为[{job.State}]的长任务不能取消"));
        job.Cancel();
        Save(job);
        return SimulatedResponse.Success(new JsonObject { ["inventory"] = job.Body.DeepClone() });
    }

    // Only a suspended long job can be resumed, and the simulator suspends none.
    private static SimulatedResponse Resume(LongJob job) =>
        SimulatedResponse.Failure(SimulatedError.BadArgument($"a long job in the state [{job.State}] cannot be resumed; it must be [Suspended]", $"状态为[{job.State}]的长任务不能恢复"));

    private SimulatedResponse Delete(LongJob job, string uuid)
    {
        if (!job.HasEnded)
            return SimulatedResponse.Failure(SimulatedError.BadArgument($"a long job in the state [{job.State}] cannot be deleted", $"状态为[{job.State}]的长任务不能删除"));
        _jobs.Remove(uuid);
        store.Remove(store.Find(uuid)!);
        return SimulatedResponse.Success();
    }

    private void Save(LongJob job)
    {
        if (store.Find(Resource.UuidOf(job.Body)) is { } resource)
            store.Save(resource);
    }

    private static JsonObject? Parse(string? text)
    {
        try
        {
            return text is null ? null : StrictJson.Parse(text) as JsonObject;
        }
        catch (Exception refused) when (refused is JsonException or PlainTextException)
        {
            return null;
        }
    }
}
