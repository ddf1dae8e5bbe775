using System;
using System.Text.Json.Nodes;

namespace ZStack.Simulation;

/// <summary>What an API call ends with: a result or an error.</summary>
public sealed class SimulatedAnswer
{
    private SimulatedAnswer(JsonObject? result, SimulatedError? error)
    {
        Result = result;
        Error = error;
    }

    /// <summary>The result as it goes on the wire; <see langword="null"/> for a failure.</summary>
    public JsonObject? Result { get; }

    /// <summary>Why the call failed; <see langword="null"/> for a success.</summary>
    public SimulatedError? Error { get; }

    /// <summary>A success.</summary>
    /// <param name="result">The members of the answer; none for <c>{}</c>.</param>
    public static SimulatedAnswer Success(JsonObject? result = null) => new(result ?? [], null);

    /// <summary>A failure.</summary>
    /// <param name="error">The error.</param>
    public static SimulatedAnswer Failure(SimulatedError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(null, error);
    }
}
