using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ZStackGen.Benchmarks.Reporting;
using ZStackGen.Specs;

namespace ZStackGen.Benchmarks.Reader;

/// <summary>
/// The speed of reading pages on one thread, cold and warm, the memory that it allocates, and whether the time is linear in the length of the page.
/// </summary>
internal static class ReaderBenchmark
{
    private const int Rounds = 31;

    /// <summary>The slowest speed, in MB/s.</summary>
    private const double SpeedBudget = 50;

    /// <summary>How many times a page is repeated.</summary>
    private const int Times = 16;

    /// <summary>The budget for a page that is repeated: at most this multiple of the time.</summary>
    private const double TimesBudget = 20;

    /// <summary>The same budget as the exponent of the growth.</summary>
    private static readonly double s_largestExponent = Math.Log(TimesBudget) / Math.Log(Times);

    private static readonly TimeSpan s_growthWarmUp = TimeSpan.FromSeconds(1);

    /// <summary>The page sizes of the growth measurement, in items.</summary>
    private static readonly int[] s_counts = [300, 1200, 4800];

    public static int Run(string[] args, FigureLog log)
    {
        // Without arguments, measures all layouts and the growth. The names of layouts measure only these.
        string[] layouts = args.Length > 0 ? args : ["official-zh", "scraped-zh", "english", "explorer", "manual-md", "manual-md-chapters"];
        List<ReaderVisits> readers = [];
        foreach (string layout in layouts)
        {
            if (SharedPages.OfLayout(layout) is not { } files)
            {
                Console.WriteLine("The folder shared, with real pages, is not beside the repository: nothing to measure.");
                return 0;
            }

            ColdReader.Measure(layout, files, log);
            readers.Add(new ReaderVisits(layout, files));
        }

        foreach (ReaderVisits reader in readers)
            reader.WarmUp();
        foreach (ReaderVisits reader in readers)
            reader.Compare(log);
        // The growth is measured between the visits.
        Func<FigureLog, bool>[] growths = args.Length > 0 ? [] : [RealPage, .. Pages().Select(static kind => (Func<FigureLog, bool>)(log => GrowthOf(kind.Kind, kind.Page, log)))];
        bool met = true;
        for (int visit = 0; visit < ReaderVisits.Count; visit++)
        {
            foreach (ReaderVisits reader in readers)
                reader.Visit();
            for (int i = visit; i < growths.Length; i += ReaderVisits.Count)
                met &= growths[i](log);
        }

        foreach (ReaderVisits reader in readers)
            met &= reader.Report(log, SpeedBudget);
        return met ? 0 : 1;
    }

    private static bool RealPage(FigureLog log)
    {
        string[] official = [.. SharedPages.Files("corpus/official-zh")!.OrderBy(file => new FileInfo(file).Length)];
        string real = official[official.Length / 2], name = Path.GetFileNameWithoutExtension(real), text = File.ReadAllText(real);
        (double ratio, double bare) = Ratio(count => Repeat(count, i => text.Replace(name, Invariant($"{name}{i}"), StringComparison.Ordinal)), 1, Times);
        bool met = log.Add(new Figure("reader", Invariant($"a real page {Times} times over"), ratio, "x") { Budget = TimesBudget, Peer = "the page once" });
        log.Add(new Figure("reader", Invariant($"a real page {Times} times over, without collections"), bare, "x") { Peer = "the page once" });
        Console.WriteLine(Invariant($"a real page {Times} times    takes {ratio,6:F1} times as long, {bare:F1} without collections{(met ? "" : "  ABOVE")}  (budget {TimesBudget})"));
        return met;
    }

    // No real documentation page is this repetitive. The collector copies its growing model several times.
    private static bool GrowthOf(string kind, Func<int, string> page, FigureLog log)
    {
        WarmUp(page(s_counts[^1]));
        (double exponent, double bare) = Exponents(page);
        log.Add(new Figure("reader", "growth with " + kind, exponent, "exponent"));
        bool met = log.Add(new Figure("reader", "growth with " + kind + ", without collections", bare, "exponent") { Budget = s_largestExponent });
        Console.WriteLine(Invariant($"300, 1200 and 4800 {kind,-16} grow with the exponent {exponent:F2}, {bare:F2} without collections{(met ? "" : "  ABOVE")}  (budget {s_largestExponent:F2})"));
        return met;
    }

    /// <summary>
    /// Returns the exponents of the growth, medians of several rounds. The sizes alternate, because the speed of a machine changes. All sizes
    /// read the same number of items: otherwise, small pages would fit into the processor's caches, and large pages would not.
    /// </summary>
    private static (double Exponent, double WithoutCollections) Exponents(Func<int, string> page)
    {
        string[] texts = [.. s_counts.Select(page)];
        List<double> exponents = [], bare = [];
        for (int round = 0; round < Rounds; round++)
        {
            MeasuredTime[] times = [.. s_counts.Select((count, i) => FromEmptyHeap(texts[i], s_counts[^1] / count))];
            exponents.Add(Growth.Exponent([.. s_counts.Select((count, i) => ((double)count, times[i].Time.TotalSeconds))]));
            bare.Add(Growth.Exponent([.. s_counts.Select((count, i) => ((double)count, times[i].WithoutCollections.TotalSeconds))]));
        }

        return (Median.Of(exponents), Median.Of(bare));
    }

    private static void WarmUp(string text)
    {
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < s_growthWarmUp)
            SpecReader.Read("specs/page1.md", text);
    }

    /// <summary>Returns the ratios of the large page's time, medians of several rounds, scaled to exactly as many times the length as repetitions.</summary>
    private static (double Ratio, double WithoutCollections) Ratio(Func<int, string> page, int few, int many)
    {
        string small = page(few), large = page(many);
        double scale = (double)many / few * small.Length / large.Length;
        Time(small, 400);
        Time(large, 20);
        List<double> ratios = [], bare = [];
        for (int round = 0; round < 15; round++)
        {
            MeasuredTime more = Time(large, 10), less = Time(small, 160);
            ratios.Add(more.Time / less.Time * scale);
            bare.Add(more.WithoutCollections / less.WithoutCollections * scale);
        }

        return (Median.Of(ratios), Median.Of(bare));
    }

    /// <summary>Returns the time of one read, the mean of several. The garbage of other sizes must not cause a collection.</summary>
    private static MeasuredTime FromEmptyHeap(string text, int times)
    {
        GC.Collect();
        return Time(text, times);
    }

    /// <summary>Returns the time of one read, the mean of several.</summary>
    private static MeasuredTime Time(string text, int times) => MeasuredTime.Of(times, () => SpecReader.Read("specs/page1.md", text));

    private static IEnumerable<(string Kind, Func<int, string> Page)> Pages()
    {
        const string Official = "## a - B(OpenDoor)\n\n### URLs\n\n```\nPUT /v1/doors/{uuid}/actions\n```\n\n### Headers\n\n```\nAuthorization: OAuth x\n```\n\n|名字|类型|位置|描述|可选值|起始版本|\n|---|---|---|---|---|---|\n";
        yield return ("parameters", count => Official + Repeat(count, i => $"|n{i} (可选)|String|body(包含在`openDoor`结构中)|第{i}个参数||0.6|\n"));
        yield return ("structures", count => Official + "|uuid|String|url|x||0.6|\n\n" + Repeat(count, i => $"<a name=\"org.a.B.n{i}\"> **#n{i}**<a/>\n\n|名字|类型|描述|起始版本|\n|---|---|---|---|\n|a|String|x|0.6|\n|n{i + 1}|List|详情参考[n{i + 1}](#org.a.B.n{i + 1})|0.6|\n\n"));
        yield return ("broken rows", count => "PUT zstack/v1/doors/{uuid}/actions\nAuthorization: OAuth x\nName | Type | Location | Description | Optional Value | Starting Version |\n---|---|---|---|---|---|\n" + Repeat(count, i => $"n{i} | String | body (contained in the openDoor structure) | Text.\n|\n|\n0.6 |\n"));
        yield return ("plain rows", count => "OpenDoor\nAPI Request\nURLs\nPUT zstack/v1/doors/{uuid}/actions\nName Type Location Description Optional Value Starting Version\n" + Repeat(count, i => $"n{i} (optional) String body (contained in the openDoor structure) Text.\n  • A\n  • B\n0.6\n"));
        yield return ("example items", count => Official + "|uuid|String|url|x||0.6|\n\n### 返回示例\n\n```\n{ \"inventories\": [\n" + string.Join(",\n", Enumerable.Range(0, count).Select(i => Invariant($"  {{ \"uuid\": \"u{i}\", \"size\": 8.589934592E9 }}"))) + "\n] }\n```\n\n|名字|类型|描述|起始版本|\n|---|---|---|---|\n|inventories|List|x|0.6|\n");
        yield return ("members a line", count => "PUT zstack/v1/doorsAuthorization: OAuth x{ \"params\": {" + string.Join(", ", Enumerable.Range(0, count).Select(i => Invariant($"\"n{i}\": \"a {{b}} | c\""))) + "} }curl -X PUT http://h/zstack/v1/doors| Name | Type | Location | Description | Starting Version |\n|---|---|---|---|---|\n| a | String | query | A. | 0.6 |\n");
    }

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++)
            text.Append(part(i));
        return text.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
