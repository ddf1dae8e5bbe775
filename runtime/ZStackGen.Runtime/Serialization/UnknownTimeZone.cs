using System;

namespace ZStack;

// Represents the server's time zone while it is not known: reading a timestamp in it throws a TimeZoneNeededException.
internal static class UnknownTimeZone
{
    public static readonly TimeZoneInfo Instance = TimeZoneInfo.CreateCustomTimeZone("unknown", TimeSpan.Zero, "unknown", "unknown");
}

// Thrown for a timestamp without a time zone while the server's time zone is not known.
#pragma warning disable CA1032, CA1064 // never leaves the assembly
internal sealed class TimeZoneNeededException : Exception
{
}
#pragma warning restore CA1032, CA1064
