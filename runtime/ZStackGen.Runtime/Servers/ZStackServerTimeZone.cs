using System;

namespace ZStack;

/// <summary>Specifies how the server's time zone was learned.</summary>
public enum ZStackServerTimeZoneSource
{
    /// <summary>The time zone was set by <see cref="ZStackClientOptions.ServerTimeZone"/>.</summary>
    Configured,

    /// <summary>The server stated its time zone.</summary>
    Reported,

    /// <summary>The time zone was computed from the timestamp of the login. It does not observe daylight saving time.</summary>
    Deduced,

    /// <summary>The time zone could not be learned; the local time zone is used instead.</summary>
    Assumed,
}

/// <summary>Represents the time zone of the server's timestamps, which carry no time zone (PROTOCOL.md §6).</summary>
public sealed class ZStackServerTimeZone
{
    /// <summary>Initializes a new instance of the <see cref="ZStackServerTimeZone"/> class.</summary>
    /// <param name="timeZone">The time zone.</param>
    /// <param name="source">The source of the time zone.</param>
    /// <param name="explanation">A text that explains how the time zone was learned.</param>
    /// <exception cref="ArgumentNullException"><paramref name="timeZone"/> is null.</exception>
    public ZStackServerTimeZone(TimeZoneInfo timeZone, ZStackServerTimeZoneSource source, string explanation)
    {
        TimeZone = timeZone ?? throw new ArgumentNullException(nameof(timeZone));
        Source = source;
        Explanation = explanation;
    }

    /// <summary>Gets the time zone.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>Gets the source of the time zone.</summary>
    public ZStackServerTimeZoneSource Source { get; }

    /// <summary>Gets a text that explains how the time zone was learned, and why not from a better source.</summary>
    public string Explanation { get; }

    /// <summary>Returns the time zone and how it was learned.</summary>
    /// <returns>A text such as <c>Asia/Shanghai (Reported: …)</c>.</returns>
    public override string ToString() => TimeZone.Id + " (" + Source + ": " + Explanation + ")";
}
