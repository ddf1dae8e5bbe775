using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Testing;

/// <summary>The exit code, the streams and the duration of a program that ended.</summary>
internal sealed record ChildResult(int ExitCode, string Output, string Error, TimeSpan Time);

/// <summary>A program that a test runs. Disposing kills it together with its children.</summary>
internal sealed class ChildProcess : IDisposable
{
    // The limit leaves time for a machine that is busy with other tests.
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    private ChildProcess(Process process) => Process = process;

    /// <summary>Gets the command of the .NET SDK that runs the tests.</summary>
    public static string DotNet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Gets the process.</summary>
    public Process Process { get; }

    /// <summary>Starts a program with redirected streams and no input.</summary>
    /// <param name="program">The path or the name of the program.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="folder">The working directory; the test's own working directory if omitted.</param>
    /// <param name="environment">The variables to set; a null value removes a variable.</param>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string? folder = null, IEnumerable<KeyValuePair<string, string?>>? environment = null)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        foreach ((string name, string? value) in environment ?? [])
            start.Environment[name] = value;
        Process process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start.");
        process.StandardInput.Close();
        return new ChildProcess(process);
    }

    /// <summary>Runs a program to its end. Fails the test if the program does not end in time.</summary>
    /// <inheritdoc cref="Start"/>
    /// <param name="longest">The time after which the program is killed; 10 minutes if omitted.</param>
    public static async Task<ChildResult> RunAsync(string program, IEnumerable<string> arguments, string? folder = null, IEnumerable<KeyValuePair<string, string?>>? environment = null, TimeSpan? longest = null)
    {
        long begin = Stopwatch.GetTimestamp();
        using ChildProcess child = Start(program, arguments, folder, environment);
        return await child.EndAsync(begin, longest ?? s_longest);
    }

    /// <summary>Kills the program if it runs, and waits for its end.</summary>
    public void Dispose()
    {
        if (!Process.HasExited)
            Process.Kill(entireProcessTree: true);
        Process.WaitForExit();
        Process.Dispose();
    }

    private async Task<ChildResult> EndAsync(long begin, TimeSpan longest)
    {
        Task<string> output = Process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = Process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(longest);
        try
        {
            await Process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Process.Kill(entireProcessTree: true);
            Assert.Fail($"{Process.StartInfo.FileName} {string.Join(' ', Process.StartInfo.ArgumentList)} was stopped after {longest}:\n{await output}{await error}");
        }

        return new ChildResult(Process.ExitCode, await output, await error, Stopwatch.GetElapsedTime(begin));
    }
}
