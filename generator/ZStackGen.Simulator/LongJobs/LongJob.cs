using System;
using System.Text.Json.Nodes;
using ZStack.Simulation.Answers;

namespace ZStack.Simulation.LongJobs;

/// <summary>A long job while it runs and after (PROTOCOL.md §3.3). Callers hold the store's gate.</summary>
internal sealed class LongJob(JsonObject body, SimulatedCall? call, DateTimeOffset begin)
{
    public JsonObject Body => body;

    /// <summary>The call that the job consists of; <see langword="null"/> for a job of a simulator before this one.</summary>
    public SimulatedCall? Call => call;

    public string State
    {
        get => (string)body["state"]!;
        private set => body["state"] = value;
    }

    public bool HasEnded => State is "Succeeded" or "Canceled" or "Failed";

    /// <summary>Its work is not broken off, but neither is it carried out: the job ends as canceled when its time has come.</summary>
    public void Cancel() => State = "Canceling";

    /// <summary>Ends a job that ran when the simulator before this one ended.</summary>
    public void Interrupt(ServerClock clock) => End(SimulatedAnswer.Failure(new SimulatedError("LONG_JOB.1002", "the management node was restarted")), clock);

    public bool IsCanceled => State is "Canceling" or "Canceled";

    public void End(SimulatedAnswer answer, ServerClock clock)
    {
        State = IsCanceled ? "Canceled" : answer.Error is null ? "Succeeded" : "Failed";
        body["jobResult"] = State == "Succeeded" ? Result(answer) : Failure(answer.Error!);
        body["executeTime"] = (long)(clock.Now - begin).TotalSeconds;
        body["lastOpDate"] = clock.Print(clock.Now);
    }

    // The event as the server's own JSON, or one word where it has nothing in it.
    private static string Result(SimulatedAnswer answer)
    {
        if (answer.Result is not { Count: > 0 })
            return "Succeeded";
        var result = (JsonObject)answer.Result.DeepClone();
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
