using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;
using ZStackGen.Generator.Emission;
using ZStackGen.Generator.Options;
using ZStackGen.Generator.Sharding;
using ZStackGen.Specs.Catalog.Collecting;
using ZStackGen.Specs.Catalog;
using ZStackGen.Specs.Model;
using ZStackGen.Specs;

namespace ZStackGen.Benchmarks.Generator;

/// <summary>The time of each stage of an edit, over all pages or over the edited page.</summary>
internal static class GeneratorStages
{
    private const int Rounds = 201;

    public static int Run(List<(string Path, string Text)> pages, string marker)
    {
        CatalogPage[] prepared = [.. pages.Select(page => Prepare(page.Path, page.Text))];
        int place = pages.FindIndex(page => page.Path.EndsWith("/CreateZone.md", StringComparison.Ordinal));
        (string path, string text) = pages[place];
        int at = text.IndexOf(marker, StringComparison.Ordinal);
        var emit = new EmitOptions("ZStack.Api", true, true, true, true, true, true);
        CatalogOptions options = CatalogOptions.Default with { SpecsRoots = new EquatableArray<string>(["/project/specs/"]) };
        var memory = new CatalogMemory();
        CatalogModel catalog = TypeCatalog.Build(prepared, options, memory);
        var shardMemory = new ShardMemory();
        Shard[] shards = [.. ShardPlan.Make(catalog, shardMemory).OfType<Shard>()];
        int edit = 0;

        PageReadResult read = SpecReader.Read(path, text);
        Time("read one page", () => read = SpecReader.Read(path, text.Insert(at, " " + edit++.ToString(CultureInfo.InvariantCulture))));
        Time("prepare one page", () => prepared[place] = CatalogPage.From(read.Page));
        CatalogModel next = catalog;
        Time("catalog of all pages", () =>
        {
            prepared[place] = CatalogPage.From(SpecReader.Read(path, text.Insert(at, " " + edit++.ToString(CultureInfo.InvariantCulture))).Page);
            next = TypeCatalog.Build(prepared, options, memory);
        });
        Time("catalogs compared", () => _ = next.Equals(catalog));
        Shard[] nextShards = shards;
        Time("shards of all", () => nextShards = [.. ShardPlan.Make(next, shardMemory).OfType<Shard>()]);
        Time("shards compared", () => _ = nextShards.Zip(shards, (left, right) => left.Equals(right)).Count(same => !same));
        Shard changed = nextShards.Zip(shards).First(pair => !pair.First.Equals(pair.Second)).First;
        Time("one file emitted", () => ShardEmitter.Emit(changed, emit, CancellationToken.None));
        return 0;
    }

    private static CatalogPage Prepare(string path, string text) => CatalogPage.From(SpecReader.Read(path, text).Page);

    private static void Time(string what, Action run)
    {
        var times = new List<double>();
        long allocated = 0;
        for (int i = 0; i < 2 * Rounds; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            run();
            double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            // The first half is for warming up.
            if (i >= Rounds)
                times.Add(time);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-30} {times[Rounds / 2],8:F3} ms median, {times[0]:F3} best, {allocated / 1e6:F2} MB"));
    }
}
