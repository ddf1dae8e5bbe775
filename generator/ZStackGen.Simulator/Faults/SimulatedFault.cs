using System;
using System.Threading;

namespace ZStack.Simulation;

/// <summary>A fault to inject into requests.</summary>
public sealed class SimulatedFault
{
    private int _remaining;

    private SimulatedFault(FaultKind kind, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        Kind = kind;
        _remaining = times;
    }

    /// <summary>Gets the name of the API whose requests fail; <see langword="null"/> for the requests of all APIs.</summary>
    public string? Api { get; init; }

    /// <summary>Gets a condition that a request must meet to fail.</summary>
    public Func<ReceivedCall, bool>? When { get; init; }

    internal FaultKind Kind { get; }

    internal int Status { get; private init; }

    internal string Text { get; private init; } = "";

    internal TimeSpan Delay { get; private init; }

    internal SimulatedError? Error { get; private init; }

    /// <summary>
    /// Creates a fault that lets a call fail with a business error: immediately if the API is synchronous; otherwise, as the result of its job.
    /// A long job that runs the API fails, too, if the fault names the API and has no condition.
    /// </summary>
    /// <param name="error">The error.</param>
    /// <param name="times">The number of calls that fail.</param>
    public static SimulatedFault Fail(SimulatedError error, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(FaultKind.Error, times) { Error = error };
    }

    /// <summary>Creates a fault that responds with an HTML page, as a proxy in front of a ZStack server does.</summary>
    /// <param name="status">The HTTP status code, from 200 to 599. The response has no body if the status does not allow it: 204, 205 or 304.</param>
    /// <param name="times">The number of requests.</param>
    public static SimulatedFault Html(int status = 503, int times = 1) => new(FaultKind.Html, times) { Status = Checked(status) };

    /// <summary>Creates a fault that responds with a plain text.</summary>
    /// <param name="status">The HTTP status code, from 200 to 599. The response has no body if the status does not allow it: 204, 205 or 304.</param>
    /// <param name="text">The text.</param>
    /// <param name="times">The number of requests.</param>
    public static SimulatedFault PlainText(int status, string text, int times = 1) => new(FaultKind.PlainText, times) { Status = Checked(status), Text = text };

    /// <summary>Creates a fault that truncates the JSON of the response.</summary>
    /// <param name="times">The number of requests.</param>
    public static SimulatedFault TruncatedJson(int times = 1) => new(FaultKind.Truncated, times);

    /// <summary>Creates a fault that closes the connection without a response.</summary>
    /// <param name="times">The number of requests.</param>
    /// <param name="afterWork"><see langword="true"/> to execute the request before, so that only the response is lost; otherwise,
    /// <see langword="false"/>.</param>
    public static SimulatedFault Disconnect(int times = 1, bool afterWork = false) => new(afterWork ? FaultKind.DisconnectAfterWork : FaultKind.Disconnect, times);

    /// <summary>Creates a fault that delays the response, measured by the simulator's clock.</summary>
    /// <param name="delay">The delay, at most 24 days.</param>
    /// <param name="times">The number of requests.</param>
    public static SimulatedFault Slow(TimeSpan delay, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, ZStackSimulatorOptions.MaxDelay);
        return new(FaultKind.Slow, times) { Delay = delay };
    }

    /// <summary>Returns a copy of the fault that applies only to the requests of an API.</summary>
    /// <param name="api">The name of the API.</param>
    public SimulatedFault For(string api) => new(Kind, _remaining) { Api = api, When = When, Status = Status, Text = Text, Delay = Delay, Error = Error };

    /// <summary>Returns a copy of the fault that applies only to the requests that meet a condition, such as polls.</summary>
    /// <param name="condition">The condition.</param>
    public SimulatedFault If(Func<ReceivedCall, bool> condition) => new(Kind, _remaining) { Api = Api, When = condition, Status = Status, Text = Text, Delay = Delay, Error = Error };

    // Other statuses would be sent as a part of another response, or not at all.
    private static int Checked(int status)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        return status;
    }

    internal bool Matches(string api) => Api == api && When is null && Interlocked.Decrement(ref _remaining) >= 0;

    internal bool Matches(ReceivedCall call)
    {
        if ((Api is not null && Api != call.Api) || (When is not null && !When(call)))
            return false;
        return Interlocked.Decrement(ref _remaining) >= 0;
    }
}

/// <summary>The kind of a fault.</summary>
internal enum FaultKind
{
    Error,
    Html,
    PlainText,
    Truncated,
    Disconnect,
    DisconnectAfterWork,
    Slow,
}
