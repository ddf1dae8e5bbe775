using System;
using System.Globalization;

namespace ZStack.Simulation.Responses;

/// <summary>The wall clock of the simulated server, and the timestamp format of its Java version. See runtime/PROTOCOL.md §6.</summary>
internal sealed class ServerClock(TimeProvider time, TimeZoneInfo zone, ServerJavaVersion java)
{
    private static readonly string[] s_formats = ["MMM d, yyyy h:mm:ss tt", "MMM d, yyyy, h:mm:ss tt", "MMM d, yyyy, h:mm:ss\u202Ftt"];

    public TimeProvider Time { get; } = time;

    public TimeZoneInfo Zone { get; } = zone;

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Gets the local time of the server.</summary>
    public DateTime WallClock => TimeZoneInfo.ConvertTime(Now, Zone).DateTime;

    public string Print(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString(s_formats[(int)java], CultureInfo.InvariantCulture);

    /// <summary>Parses any of the server's timestamp formats as local time.</summary>
    public static bool TryRead(string text, out DateTime wallClock) =>
        DateTime.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out wallClock)
        || DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out wallClock);
}
