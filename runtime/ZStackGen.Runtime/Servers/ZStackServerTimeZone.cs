using System;

namespace ZStack;

/// <summary>How the server's time zone became known.</summary>
public enum ZStackServerTimeZoneSource
{
    /// <summary>It was set: <see cref="ZStackClientOptions.ServerTimeZone"/>.</summary>
    Configured,

    /// <summary>The server stated it.</summary>
    Reported,

    /// <summary>It follows from the moment of the login on the server's wall clock. Summer time is not known.</summary>
    Deduced,

    /// <summary>It could not be learnt; this machine's own zone is used in its place.</summary>
    Assumed,
}

/// <summary>The time zone of the server's timestamps, which carry none (PROTOCOL.md §6).</summary>
public sealed class ZStackServerTimeZone
{
    /// <summary>Initializes a new instance of the <see cref="ZStackServerTimeZone"/> class.</summary>
    /// <param name="zone">The time zone.</param>
    /// <param name="source">How it became known.</param>
    /// <param name="explanation">In words how it became known.</param>
    public ZStackServerTimeZone(TimeZoneInfo zone, ZStackServerTimeZoneSource source, string explanation)
    {
        Zone = zone ?? throw new ArgumentNullException(nameof(zone));
        Source = source;
        Explanation = explanation;
    }

    /// <summary>The zone.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>How it became known.</summary>
    public ZStackServerTimeZoneSource Source { get; }

    /// <summary>In words how it became known, and why not in a better way.</summary>
    public string Explanation { get; }

    /// <summary>The zone and how it became known.</summary>
    /// <returns>Such as <c>Asia/Shanghai (Reported: …)</c>.</returns>
    public override string ToString() => Zone.Id + " (" + Source + ": " + Explanation + ")";
}
