using System;
using System.Text.Json.Nodes;
using ZStack.Simulation.Requests;
using ZStack.Simulation.Responses;

namespace ZStack.Simulation.LongJobs;

/// <summary>A long job. Callers must hold the gate of the store. See runtime/PROTOCOL.md §3.3.</summary>
internal sealed class LongJob(JsonObject body, SimulatedCall? call, DateTimeOffset begin)
{
    public JsonObject Body => body;

    /// <summary>Gets the call that the job executes; <see langword="null"/> for a job loaded from the storage.</summary>
    public SimulatedCall? Call { get; private set; } = call;

    /// <summary>Gets the error that the job must fail with.</summary>
    public SimulatedError? Forced { get; init; }

    /// <summary>Gets the memory of the job after its end, in bytes.</summary>
    public long Size { get; private set; }

    public string State
    {
        get => (string)body["state"]!;
        private set => body["state"] = value;
    }

    public bool HasEnded => State is "Succeeded" or "Canceled" or "Failed";

    /// <summary>Cancels the job. The job does no work and ends as canceled when it is due.</summary>
    public void Cancel() => State = "Canceling";

    /// <summary>Ends a job that was running when the previous simulator ended.</summary>
    public void Interrupt(ServerClock clock) => End(SimulatedResponse.Failure(new SimulatedError("LONG_JOB.1002", "the management node was restarted")), clock);

    public bool IsCanceled => State is "Canceling" or "Canceled";

    public void End(SimulatedResponse response, ServerClock clock)
    {
        State = IsCanceled ? "Canceled" : response.Error is null ? "Succeeded" : "Failed";
        body["jobResult"] = State == "Succeeded" ? Result(response) : Failure(response.Error!);
        body["executeTime"] = (long)(clock.Now - begin).TotalSeconds;
        body["lastOpDate"] = clock.Print(clock.Now);
        Call = null;
        Size = JsonSize.Of(body);
    }

    // The result as JSON, or a single word if it is empty.
    private static string Result(SimulatedResponse response)
    {
        if (response.Result is not { Count: > 0 })
            return "Succeeded";
        var result = (JsonObject)response.Result.DeepClone();
        result["success"] = true;
        return result.ToJsonString();
    }

    private static string Failure(SimulatedError error)
    {
        var failure = new JsonObject { ["message"] = error.Description ?? ErrorDescriptions.Of(error.Code), ["detail"] = error.Details };
        if (error.Cause is { } cause)
            failure["cause"] = cause.Details;
        return failure.ToJsonString();
    }
}
