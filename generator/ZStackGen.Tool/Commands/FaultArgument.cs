using System;
using System.Globalization;
using ZStack.Simulation;

namespace ZStackGen.Tool.Commands;

/// <summary>
/// Parses the faults of <c>serve</c>: <c>API[*TIMES]=FAULT</c>, where the fault is an error of ZStack (<c>SYS.1006:the host is away</c>) or one of the
/// connection (<c>html</c>, <c>slow:5</c>). The API <c>any</c> stands for all requests.
/// </summary>
internal static class FaultArgument
{
    /// <summary>The form of the option, for help and messages.</summary>
    public const string Form = "API[*TIMES]=FAULT";

    /// <summary>Parses a fault.</summary>
    /// <exception cref="ToolException">The text does not have the form.</exception>
    public static SimulatedFault Parse(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == text.Length - 1)
            throw Invalid(text);
        string api = text[..equals];
        int times = 1, star = api.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0)
        {
            if (star == 0 || !int.TryParse(api.AsSpan(star + 1), NumberStyles.None, CultureInfo.InvariantCulture, out times) || times == 0)
                throw Invalid(text);
            api = api[..star];
        }

        SimulatedFault fault = Fault(text[(equals + 1)..], times, text);
        return api == "any" ? fault : fault.For(api);
    }

    private static SimulatedFault Fault(string fault, int times, string text)
    {
        int colon = fault.IndexOf(':', StringComparison.Ordinal);
        string kind = colon < 0 ? fault : fault[..colon];
        string? detail = colon < 0 ? null : fault[(colon + 1)..];
        switch (kind)
        {
            case "html":
                return SimulatedFault.Html(detail is null ? 503 : Status(detail, text), times);
            case "text":
                int end = (detail ?? throw Invalid(text)).IndexOf(':', StringComparison.Ordinal);
                return SimulatedFault.PlainText(Status(end < 0 ? detail : detail[..end], text), end < 0 ? "" : detail[(end + 1)..], times);
            case "truncated" when detail is null:
                return SimulatedFault.TruncatedJson(times);
            case "disconnect" when detail is null:
                return SimulatedFault.Disconnect(times);
            case "lost-response" when detail is null:
                return SimulatedFault.Disconnect(times, afterWork: true);
            case "slow":
                return SimulatedFault.Slow(Delay("--fault", detail ?? throw Invalid(text)), times);
            default:
                // The codes of ZStack's errors have a dot: SYS.1006.
                return kind.Contains('.', StringComparison.Ordinal) ? SimulatedFault.Fail(new SimulatedError(kind, detail ?? "the call failed on request"), times) : throw Invalid(text);
        }
    }

    /// <summary>Parses a duration in seconds.</summary>
    /// <param name="option">The option, for the message.</param>
    /// <param name="text">The value of the option.</param>
    /// <exception cref="ToolException">The text is not a duration.</exception>
    public static TimeSpan Seconds(string option, string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and <= 1_000_000_000
            ? TimeSpan.FromSeconds(seconds)
            : throw new ToolException($"{option}: '{text}' is not a number of seconds");

    /// <summary>Parses a delay in seconds, which the simulator waits for with a timer.</summary>
    /// <inheritdoc cref="Seconds"/>
    public static TimeSpan Delay(string option, string text) => Seconds(option, text) is var delay && delay <= ZStackSimulatorOptions.MaxDelay
        ? delay
        : throw new ToolException(string.Create(CultureInfo.InvariantCulture, $"{option}: '{text}' is too long; use at most {ZStackSimulatorOptions.MaxDelay.TotalSeconds} seconds"));

    private static int Status(string status, string text) =>
        int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 200 and <= 599 ? value : throw Invalid(text);

    private static ToolException Invalid(string text) => new(
        $"--fault '{text}' is not of the form {Form}; a fault is an error such as SYS.1006:details, or html, html:STATUS, text:STATUS:TEXT, truncated, disconnect, lost-response or slow:SECONDS");
}
