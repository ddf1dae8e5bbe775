using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;
using ZStackGen.Benchmarks.Reporting;
using ZStackGen.Explorer.Tests;

namespace ZStackGen.Benchmarks.Explorer;

/// <summary>
/// The web page of <c>zstackgen serve</c> with all pages of the repository: the start of the process until it prints its address, and the time
/// until the page is usable in the machine's Chromium. Each measurement has a new browser context, and so an empty cache.
/// </summary>
internal static class ExplorerBenchmark
{
    private const double StartBudget = 3;
    private const double UsableBudget = 1.5;

    // The page sets this attribute when the list of APIs and the route of the address are shown.
    private const string NoteReady = """
        new MutationObserver((_, observer) => {
          if (document.documentElement?.dataset.ready) {
            globalThis.readyAt = performance.now();
            observer.disconnect();
          }
        }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });
        """;

    /// <summary>Measures both times.</summary>
    /// <param name="log">The log of figures.</param>
    /// <param name="starts">The number of processes.</param>
    /// <param name="contexts">The number of browser contexts.</param>
    public static int Run(FigureLog log, int starts = 9, int contexts = 15) => RunAsync(log, starts, contexts).GetAwaiter().GetResult() ? 0 : 1;

    private static async Task<bool> RunAsync(FigureLog log, int starts, int contexts)
    {
        // The first start fills the disk cache.
        ServedPages served = await ServedPages.StartAsync();
        try
        {
            List<double> times = [];
            while (times.Count < starts)
            {
                await served.DisposeAsync();
                served = await ServedPages.StartAsync();
                times.Add(served.Start.TotalSeconds);
            }

            bool held = Report(log, "zstackgen serve until its address, all pages", times, StartBudget);
            if (MachineChromium.Executable is { } executable)
                return held & Report(log, "web page until usable, all pages", await UsableAsync(served.Address, executable, contexts), UsableBudget);
            Console.WriteLine("The web page is not measured: " + MachineChromium.Absent);
            return held;
        }
        finally
        {
            await served.DisposeAsync();
        }
    }

    private static async Task<List<double>> UsableAsync(string address, string executable, int contexts)
    {
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await MachineChromium.LaunchAsync(playwright, executable);
        List<double> times = [];
        for (int round = -1; round < contexts; round++)
        {
            await using IBrowserContext context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-US", ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
            await context.AddInitScriptAsync(NoteReady);
            IPage page = await context.NewPageAsync();
            await page.GotoAsync(address);
            await page.WaitForFunctionAsync("() => globalThis.readyAt > 0");
            double time = await page.EvaluateAsync<double>("() => globalThis.readyAt") / 1000;
            // The first one warms up server and browser.
            if (round >= 0)
                times.Add(time);
        }

        return times;
    }

    private static bool Report(FigureLog log, string what, List<double> times, double budget)
    {
        double median = Median.Of(times);
        bool held = log.Add(new Figure("explorer", what, median, "s") { Budget = budget });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-46} {median:F2} s median, {times.Min():F2} best of {times.Count} (budget {budget}){(held ? "" : "  MISSED")}"));
        return held;
    }
}
