using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace ZStack.Simulation;

/// <summary>The outcome of an API call: a result or an error.</summary>
public sealed class SimulatedResponse
{
    private SimulatedResponse(JsonObject? result, SimulatedError? error)
    {
        Result = result;
        Error = error;
    }

    /// <summary>Gets the members of the response; <see langword="null"/> if the call failed.</summary>
    public JsonObject? Result { get; }

    /// <summary>Gets the error; <see langword="null"/> if the call succeeded.</summary>
    public SimulatedError? Error { get; }

    /// <summary>Gets the structures of the results of ZQL statements, in order; <see langword="null"/> for other responses.</summary>
    internal IReadOnlyList<string?>? Elements { get; init; }

    /// <summary>Creates a successful response.</summary>
    /// <param name="result">The members of the response; <see langword="null"/> for <c>{}</c>.</param>
    public static SimulatedResponse Success(JsonObject? result = null) => new(result ?? [], null);

    internal static SimulatedResponse ForZql(JsonObject result, IReadOnlyList<string?> elements) => new(result, null) { Elements = elements };

    /// <summary>Creates a failed response.</summary>
    /// <param name="error">The error.</param>
    public static SimulatedResponse Failure(SimulatedError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(null, error);
    }
}
