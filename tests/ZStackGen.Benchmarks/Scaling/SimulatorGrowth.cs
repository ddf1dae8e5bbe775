using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ZStack;
using ZStack.Api;
using ZStack.Simulation;
using ZStackGen.Benchmarks.Load;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Scaling;

/// <summary>The growth of a query and of a create at the simulator with the number of stored resources, over loopback.</summary>
internal static class SimulatorGrowth
{
    private const int Creates = 20;

    public static async Task MeasureAsync(Turns turns)
    {
        var stores = new List<Store>();
        try
        {
            foreach (int count in (int[])[100, 1000, 10_000])
                stores.Add(await Store.FillAsync(count));
            turns.Measure("simulator, query of one zone, with zones", [.. stores.Select(static store => (store.Count, Turns.Of(store.Query)))]);
            turns.Measure("simulator, create of a zone, with zones", [.. stores.Select(static store => (store.Count, (Func<MeasuredTime>)store.Create))]);
        }
        finally
        {
            foreach (Store store in stores)
                await store.DisposeAsync();
        }
    }

    /// <summary>A simulator that stores zones, with its client.</summary>
    private sealed class Store(ZStackSimulator zstack, ZStackClient client, int count) : IAsyncDisposable
    {
        public int Count => count;

        public static async Task<Store> FillAsync(int count)
        {
            ZStackSimulator zstack = await LoadBenchmark.SimulatorAsync();
            ZStackClient client = await LoadBenchmark.ClientAsync(zstack);
            var store = new Store(zstack, client, count);
            int stored = (int)(await store.TotalAsync())!.Value;
            await Parallel.ForAsync(stored, count, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, token) => _ = await client.StartAsync(Zone(i), token));
            if (await store.TotalAsync() != count)
                throw new InvalidOperationException("The simulator did not store the zones.");
            // Warms up the first call of a create and of a delete.
            store.Create();
            return store;
        }

        public void Query()
        {
            // The last one, so that a scan would visit all.
            QueryZoneAction.Result result = client.CallAsync(new QueryZoneAction { Conditions = [Invariant($"name=zone-{count - 1}")] }).GetAwaiter().GetResult();
            if (result.Inventories is not [{ }])
                throw new InvalidOperationException("The simulator did not find the zone.");
        }

        /// <summary>Creates zones and deletes them, which is not timed. The simulator does the work before it accepts the job.</summary>
        public MeasuredTime Create()
        {
            CreateZoneAction[] zones = [.. Enumerable.Range(count, Creates).Select(static i => Zone(i))];
            int created = 0;
            MeasuredTime time = MeasuredTime.Of(Creates, () => client.StartAsync(zones[created++]).GetAwaiter().GetResult());
            foreach (CreateZoneAction zone in zones)
                client.StartAsync(new DeleteZoneAction { Uuid = zone.ResourceUuid! }).GetAwaiter().GetResult();
            if (TotalAsync().GetAwaiter().GetResult() != count)
                throw new InvalidOperationException("The simulator did not delete the zones.");
            return time;
        }

        public async ValueTask DisposeAsync()
        {
            await client.DisposeAsync();
            await zstack.DisposeAsync();
        }

        private static CreateZoneAction Zone(int i) => new() { Name = Invariant($"zone-{i}"), ResourceUuid = Guid.NewGuid().ToString("N") };

        private async Task<long?> TotalAsync() => (await client.CallAsync(new QueryZoneAction { Count = true })).Total;

        private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
    }
}
