using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace ZStackGen.Benchmarks.Build;

/// <summary>Runs another program to its end.</summary>
internal static class ChildProcess
{
    private const int Children = -1;

    /// <summary>The path of the SDK's command line that runs this benchmark.</summary>
    public static string DotNet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>
    /// Gets the processor time of all programs that were run, including their children; null if the system does not report it. On a busy
    /// machine it is more precise than the elapsed time.
    /// </summary>
    public static TimeSpan? ProcessorTime
    {
        get
        {
            if (!OperatingSystem.IsLinux())
                return null;
            // ru_utime and ru_stime come first, each as seconds and microseconds.
            long[] usage = new long[18];
            return GetResourceUsage(Children, usage) == 0 ? TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]) : null;
        }
    }

    /// <summary>Runs a program and returns its output and the elapsed time.</summary>
    /// <exception cref="InvalidOperationException">The program failed.</exception>
    public static (string Output, TimeSpan Time) Run(string folder, string program, IEnumerable<string> arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in variables)
            start.Environment[name] = value;
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start.");
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TimeSpan time = Stopwatch.GetElapsedTime(begin);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{output}{error.Result}");
        return (output, time);
    }

    [DllImport("libc", EntryPoint = "getrusage"), DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int GetResourceUsage(int who, [Out] long[] usage);
}
