using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Load;

/// <summary>
/// The generated client against the simulator over loopback TCP, both in this process: queries per second, and memory use under hours of
/// mixed work.
/// </summary>
internal static class LoadBenchmark
{
    private const double QueriesPerSecond = 5000;

    // The limit for the memory trend of the second half. A steeper trend is a leak; a flatter one is work in flight.
    private const double Growth = 0.05;

    private static readonly TimeSpan s_short = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(8);

    /// <summary>Measures queries of 1, 16 and 256 callers, without the mixed work.</summary>
    /// <param name="log">The log of figures.</param>
    public static void RunShort(FigureLog log)
    {
        foreach (int callers in (int[])[1, 16, 256])
            QueriesAsync(callers, s_short, log).GetAwaiter().GetResult();
    }

    public static int Run(string[] args, FigureLog log)
    {
        double minutes = 1;
        int workers = 32;
        for (int i = 0; i < args.Length; i++)
        {
            bool isKnown = i + 1 < args.Length && args[i] switch
            {
                "--minutes" => double.TryParse(args[++i], NumberStyles.Float, CultureInfo.InvariantCulture, out minutes) && minutes > 0,
                "--workers" => int.TryParse(args[++i], NumberStyles.None, CultureInfo.InvariantCulture, out workers) && workers > 0,
                _ => false,
            };
            if (!isKnown)
            {
                Console.Error.WriteLine("usage: load [--minutes N] [--workers N]");
                return 2;
            }
        }

        return RunAsync(TimeSpan.FromMinutes(minutes), workers, log).GetAwaiter().GetResult() ? 0 : 1;
    }

    private static async Task<bool> RunAsync(TimeSpan mixed, int workers, FigureLog log)
    {
        await using ZStackSimulator zstack = await SimulatorAsync();
        await using ZStackClient client = await ClientAsync(zstack);
        return await QueriesAsync(client, workers, s_long, log) & await MixedLoad.RunAsync(client, mixed, workers, Growth);
    }

    private static async Task QueriesAsync(int workers, TimeSpan duration, FigureLog log)
    {
        await using ZStackSimulator zstack = await SimulatorAsync();
        await using ZStackClient client = await ClientAsync(zstack);
        await QueriesAsync(client, workers, duration, log);
    }

    internal static Task<ZStackSimulator> SimulatorAsync() =>
        ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = System.IO.Path.Combine(AppContext.BaseDirectory, "specs"), Port = 0 });

    internal static async Task<ZStackClient> ClientAsync(ZStackSimulator zstack)
    {
        var client = new ZStackClient(new ZStackClientOptions
        {
            BaseAddress = zstack.BaseAddress.ToString(),
            Credential = ZStackCredential.Password("admin", "password"),
            ServerTimeZone = TimeZoneInfo.Utc,
            PollInterval = TimeSpan.FromMilliseconds(5),
        });
        await client.LogInAsync();
        return client;
    }

    private static async Task<bool> QueriesAsync(ZStackClient client, int workers, TimeSpan duration, FigureLog log)
    {
        Console.WriteLine(Invariant($"generated client and simulator in one process, loopback TCP, {workers} callers, {Environment.ProcessorCount} processors, server GC {System.Runtime.GCSettings.IsServerGC}"));
        bool held = await QueryAsync("query, one zone", workers, duration, log, async () =>
        {
            QueryZoneAction.Result result = await client.CallAsync(new QueryZoneAction { Conditions = ["name=hall-a"], Limit = 1 });
            return result.Inventories is [{ Name: "hall-a" }];
        });
        return held & await QueryAsync("query, one VM instance with its NICs and volumes", workers, duration, log, async () =>
        {
            QueryVmInstanceAction.Result result = await client.CallAsync(new QueryVmInstanceAction { Conditions = ["name=web-1"], Limit = 1 });
            return result.Inventories is [{ Name: "web-1" }];
        });
    }

    private static async Task<bool> QueryAsync(string what, int workers, TimeSpan duration, FigureLog log, Func<Task<bool>> query)
    {
        await CallAsync(workers, duration / 2, query);
        (long calls, TimeSpan time, List<double> latencies) = await CallAsync(workers, duration, query);
        double rate = calls / time.TotalSeconds;
        // One caller waits for each response, so it has no budget.
        string name = Invariant($"{what}, {workers} callers");
        bool enough = log.Add(new Figure("load", name, rate, "calls/s") { Budget = workers > 1 ? QueriesPerSecond : null, IsMinimum = true });
        log.Add(new Figure("load", name + ", median", Percentile(latencies, 0.5), "ms"));
        log.Add(new Figure("load", name + ", 99 %", Percentile(latencies, 0.99), "ms"));
        Console.WriteLine(Invariant($"{what}: {rate:N0} calls/s, median {Percentile(latencies, 0.5):F2} ms, 99% {Percentile(latencies, 0.99):F2} ms{(enough ? $"  (budget {QueriesPerSecond:N0} calls/s)" : $"  BELOW the budget of {QueriesPerSecond:N0} calls/s")}"));
        return enough;
    }

    /// <summary>Calls repeatedly from several callers, and returns the number of calls and the time of each in milliseconds.</summary>
    internal static async Task<(long Calls, TimeSpan Time, List<double> Latencies)> CallAsync(int workers, TimeSpan duration, Func<Task<bool>> query)
    {
        long begin = Stopwatch.GetTimestamp();
        List<double>[] latencies = await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            while (Stopwatch.GetElapsedTime(begin) < duration)
            {
                long start = Stopwatch.GetTimestamp();
                if (!await query())
                    throw new InvalidOperationException("The call did not return the expected resource.");
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return times;
        })));
        TimeSpan time = Stopwatch.GetElapsedTime(begin);
        List<double> all = [.. latencies.SelectMany(static times => times)];
        return (all.Count, time, all);
    }

    private static double Percentile(List<double> times, double part)
    {
        times.Sort();
        return times[(int)(part * (times.Count - 1))];
    }

    internal static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
