using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;

namespace ZStackGen.Benchmarks.Load;

/// <summary>Endlessly creates, finds, changes, starts, stops and deletes resources, and monitors the memory.</summary>
internal static class MixedLoad
{
    public static async Task<bool> RunAsync(ZStackClient client, TimeSpan duration, int workers, double allowedGrowth)
    {
        using var stop = new CancellationTokenSource(duration);
        long calls = 0;
        long begin = Stopwatch.GetTimestamp();
        Task[] running = [.. Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            for (int round = 0; !stop.IsCancellationRequested; round++)
                Interlocked.Add(ref calls, await RoundAsync(client, LoadBenchmark.Invariant($"load-{worker}-{round}"), round));
        }))];

        var samples = new List<MemorySample>();
        TimeSpan pause = TimeSpan.FromSeconds(Math.Clamp(duration.TotalSeconds / 40, 1, 10));
        while (!stop.IsCancellationRequested && !running.Any(static task => task.IsFaulted))
        {
            await Task.WhenAny(Task.Delay(pause, stop.Token));
            samples.Add(MemorySample.Take(Stopwatch.GetElapsedTime(begin)));
        }

        await Task.WhenAll(running);
        TimeSpan time = Stopwatch.GetElapsedTime(begin);
        Console.WriteLine(LoadBenchmark.Invariant($"mixed (create, query, update, job, delete): {calls:N0} calls in {time.TotalMinutes:F1} min, {calls / time.TotalSeconds:N0} calls/s"));
        return Report(samples, allowedGrowth);
    }

    // The life of a zone and sometimes of a VM instance. The responses are checked, since a call that does
    // nothing would also be fast.
    private static async Task<int> RoundAsync(ZStackClient client, string name, int round)
    {
        string uuid = (await client.CallAsync(new CreateZoneAction { Name = name, Description = "made by the load benchmark" })).Inventory!.Uuid!;
        QueryZoneAction.Result found = await client.CallAsync(new QueryZoneAction { Conditions = ["name=" + name] });
        await client.CallAsync(new UpdateZoneAction { Uuid = uuid, Name = name + "-b" });
        QueryZoneAction.Result changed = await client.CallAsync(new QueryZoneAction { Conditions = ["uuid=" + uuid] });
        await client.CallAsync(new DeleteZoneAction { Uuid = uuid });
        QueryZoneAction.Result gone = await client.CallAsync(new QueryZoneAction { Conditions = ["uuid=" + uuid], Count = true });
        if (found.Inventories is not [{ } zone] || zone.Uuid != uuid || changed.Inventories is not [{ } other] || other.Name != name + "-b" || gone.Total != 0)
            throw new InvalidOperationException("The simulator lost or kept a zone.");
        if (round % 4 != 0)
            return 6;

        // A job that is started and resumed by its ID, and the parts of a VM instance.
        ZStackJob<CreateVmInstanceAction.Result> job = await client.StartAsync(new CreateVmInstanceAction { Name = name, CpuNum = 2, MemorySize = 1L << 30 });
        string vm = (await client.ResumeJob<CreateVmInstanceAction.Result>(job.Id).WaitAsync()).Inventory!.Uuid!;
        await client.CallAsync(new StopVmInstanceAction { Uuid = vm });
        await client.CallAsync(new DestroyVmInstanceAction { Uuid = vm });
        await client.CallAsync(new ExpungeVmInstanceAction { Uuid = vm });
        return 11;
    }

    private static bool Report(List<MemorySample> samples, double allowedGrowth)
    {
        foreach (MemorySample sample in samples.Where((_, i) => i % Math.Max(1, samples.Count / 10) == 0))
            Console.WriteLine(LoadBenchmark.Invariant($"  {sample.Minutes,5:F1} min  heap {sample.HeapMegabytes,7:F1} MB  working set {sample.WorkingSetMegabytes,7:F1} MB"));
        // Wait until the stores of calls, jobs and connections are full.
        MemorySample[] settled = [.. samples.Skip(samples.Count / 2)];
        if (settled.Length < 4)
        {
            Console.WriteLine("  too short to tell whether the memory stays flat");
            return false;
        }

        bool isFlat = true;
        foreach ((string what, Func<MemorySample, double> value) in ((string, Func<MemorySample, double>)[])[("heap", static s => s.HeapMegabytes), ("working set", static s => s.WorkingSetMegabytes)])
        {
            double slope = Slope(settled, value), mean = settled.Average(value);
            // Within the measured period, not beyond: the samples vary with the work in flight.
            double span = settled[^1].Minutes - settled[0].Minutes, growth = slope * span / mean;
            bool holds = growth <= allowedGrowth;
            isFlat &= holds;
            Console.WriteLine(LoadBenchmark.Invariant($"  {what}: {slope:F3} MB/min over the last {span:F1} min, {growth:P1} of its {mean:F0} MB in that time{(holds ? $"  (budget {allowedGrowth:P0})" : $"  ABOVE the budget of {allowedGrowth:P0}")}"));
        }

        return isFlat;
    }

    // Least squares, in megabytes per minute.
    private static double Slope(MemorySample[] samples, Func<MemorySample, double> value)
    {
        double meanTime = samples.Average(static s => s.Minutes), mean = samples.Average(value), above = 0, below = 0;
        foreach (MemorySample sample in samples)
        {
            above += (sample.Minutes - meanTime) * (value(sample) - mean);
            below += (sample.Minutes - meanTime) * (sample.Minutes - meanTime);
        }

        return above / below;
    }

    /// <summary>Returns the memory in use after a full collection.</summary>
    private readonly record struct MemorySample(double Minutes, double HeapMegabytes, double WorkingSetMegabytes)
    {
        public static MemorySample Take(TimeSpan at)
        {
            double heap = GC.GetTotalMemory(forceFullCollection: true) / 1048576.0;
            return new MemorySample(at.TotalMinutes, heap, Environment.WorkingSet / 1048576.0);
        }
    }
}
