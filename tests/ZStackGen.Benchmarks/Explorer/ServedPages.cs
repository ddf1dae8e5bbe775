using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using ZStackGen.Benchmarks.Build;

namespace ZStackGen.Benchmarks.Explorer;

/// <summary>A process of <c>zstackgen serve</c> that serves all pages of the repository.</summary>
internal sealed class ServedPages : IAsyncDisposable
{
    private static readonly TimeSpan s_longestStart = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private ServedPages(Process process) => _process = process;

    /// <summary>Gets the address of the explorer.</summary>
    public string Address { get; private init; } = "";

    /// <summary>Gets the time from the start of the process until it printed its address.</summary>
    public TimeSpan Start { get; private init; }

    /// <summary>Starts the process on a free port.</summary>
    /// <exception cref="InvalidOperationException">The process ended without an address.</exception>
    public static async Task<ServedPages> StartAsync()
    {
        string specs = typeof(ServedPages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "AllPages").Value!;
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "zstackgen.dll"), "serve", Path.GetFullPath(specs), "--port", "0"];
        var start = new ProcessStartInfo(ChildProcess.DotNet, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        long begin = Stopwatch.GetTimestamp();
        Process process = Process.Start(start) ?? throw new InvalidOperationException(ChildProcess.DotNet + " did not start.");
        var errors = new List<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
                errors.Add(line.Data ?? "");
        };
        process.BeginErrorReadLine();
        using var late = new CancellationTokenSource(s_longestStart);
        string? first = null;
        try
        {
            first = await process.StandardOutput.ReadLineAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            // Reported below, like a process that ends.
        }

        TimeSpan time = Stopwatch.GetElapsedTime(begin);
        if (first?.Split(" at ") is [_, { } address])
            return new ServedPages(process) { Address = address.Trim(), Start = time };
        process.Kill(entireProcessTree: true);
        process.Dispose();
        lock (errors)
            throw new InvalidOperationException($"zstackgen serve printed no address but '{first}':\n{string.Join('\n', errors)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
