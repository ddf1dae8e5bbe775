using System;
using System.Threading;

namespace ZStack.Simulation;

/// <summary>Something that goes wrong on purpose: how a request is broken, and which requests.</summary>
public sealed class SimulatedFault
{
    private int _remaining;

    private SimulatedFault(FaultKind kind, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        Kind = kind;
        _remaining = times;
    }

    /// <summary>Only requests of this API are broken; all, when <see langword="null"/>.</summary>
    public string? Api { get; init; }

    /// <summary>Only requests for which this holds are broken.</summary>
    public Func<ReceivedCall, bool>? When { get; init; }

    internal FaultKind Kind { get; }

    internal int Status { get; private init; }

    internal string Text { get; private init; } = "";

    internal TimeSpan Delay { get; private init; }

    internal SimulatedError? Error { get; private init; }

    /// <summary>The call fails with a business error: at once when it is synchronous, else as its job's result.</summary>
    /// <param name="error">The error.</param>
    /// <param name="times">How many calls fail.</param>
    public static SimulatedFault Fail(SimulatedError error, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(FaultKind.Error, times) { Error = error };
    }

    /// <summary>The request is answered with an HTML page, as by a proxy in front of a ZStack.</summary>
    /// <param name="status">The status.</param>
    /// <param name="times">How many requests.</param>
    public static SimulatedFault Html(int status = 503, int times = 1) => new(FaultKind.Html, times) { Status = status };

    /// <summary>The request is answered with a plain text.</summary>
    /// <param name="status">The status.</param>
    /// <param name="text">The text.</param>
    /// <param name="times">How many requests.</param>
    public static SimulatedFault PlainText(int status, string text, int times = 1) => new(FaultKind.PlainText, times) { Status = status, Text = text };

    /// <summary>The answer's body ends in the middle of its JSON.</summary>
    /// <param name="times">How many requests.</param>
    public static SimulatedFault TruncatedJson(int times = 1) => new(FaultKind.Truncated, times);

    /// <summary>The connection breaks before anything is answered. The request is still carried out when <paramref name="afterWork"/> is set, as when an answer gets lost.</summary>
    /// <param name="times">How many requests.</param>
    /// <param name="afterWork">Whether the request takes effect all the same.</param>
    public static SimulatedFault Disconnect(int times = 1, bool afterWork = false) => new(afterWork ? FaultKind.DisconnectAfterWork : FaultKind.Disconnect, times);

    /// <summary>The request is answered late, by the simulator's clock.</summary>
    /// <param name="delay">How late.</param>
    /// <param name="times">How many requests.</param>
    public static SimulatedFault Slow(TimeSpan delay, int times = 1) => new(FaultKind.Slow, times) { Delay = delay };

    /// <summary>The same fault for the requests of one API.</summary>
    /// <param name="api">The API's name.</param>
    public SimulatedFault For(string api) => new(Kind, _remaining) { Api = api, When = When, Status = Status, Text = Text, Delay = Delay, Error = Error };

    /// <summary>The same fault for the requests for which a condition holds, such as polls.</summary>
    /// <param name="condition">The condition.</param>
    public SimulatedFault If(Func<ReceivedCall, bool> condition) => new(Kind, _remaining) { Api = Api, When = condition, Status = Status, Text = Text, Delay = Delay, Error = Error };

    internal bool Strikes(ReceivedCall call)
    {
        if ((Api is not null && Api != call.Api) || (When is not null && !When(call)))
            return false;
        return Interlocked.Decrement(ref _remaining) >= 0;
    }
}

/// <summary>How a fault breaks a request.</summary>
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
