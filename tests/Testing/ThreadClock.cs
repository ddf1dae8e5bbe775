using System;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ZStackGen.Testing;

/// <summary>The processor time of the calling thread, which other work on the machine does not affect, or else the time of day.</summary>
internal static class ThreadClock
{
    private const int LinuxThread = 3;
    private const int MacThread = 16;

    public static TimeSpan Now()
    {
        int clock = OperatingSystem.IsLinux() ? LinuxThread : OperatingSystem.IsMacOS() ? MacThread : -1;
        if (clock >= 0 && Environment.Is64BitProcess && GetTime(clock, out Timespec time) == 0)
            return new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / 100));
        return Stopwatch.GetElapsedTime(0);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Timespec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Timespec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
