using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ZStackGen.Benchmarks.Reporting;
using ZStackGen.Benchmarks.Scaling;
using ZStackGen.Generator;

namespace ZStackGen.Benchmarks.Generator;

/// <summary>
/// The cost of the generator for all APIs in a warm process, and the amount of generated C#. Texts are in memory and the host parses the
/// generated C# lazily, so the figures include neither disk nor compiler. Every scenario alternates with a generator that does nothing, with
/// the same driver, texts and edit. The difference is the cost of our steps.
/// </summary>
internal static class GeneratorBenchmark
{
    public static int Run(string[] args, FigureLog log)
    {
        if (AllApis.Pages(out int real) is not { } pages)
        {
            Console.WriteLine("The folder shared, with real pages and facts, is not beside the repository: nothing to measure.");
            return 0;
        }

        var repository = new RepositoryPages();
        if (args.Contains("stages"))
        {
            GeneratorStages.Run(pages, "结构中)|");
            return GeneratorStages.Run(repository.All, ".\n");
        }

        Console.WriteLine(Invariant($"{real} of the first APIs are real pages, the others are made from facts."));
        if (args.Contains("all"))
            return Measure(log, repository.All, repository.Count, page: null, text: ".\n", isShort: true) ? 0 : 1;
        // The first set warms up the code for the others.
        bool met = Measure(log, pages, pages.Count, page: "CreateZone", text: "结构中)|", isShort: false);
        met &= Measure(log, repository.Some(50), 50, page: null, text: ".\n", isShort: true);
        met &= Measure(log, repository.All, repository.Count, page: null, text: ".\n", isShort: true);
        return met ? 0 : 1;
    }

    /// <summary>Measures one set of pages.</summary>
    /// <param name="log">The log of figures.</param>
    /// <param name="pages">The pages.</param>
    /// <param name="apis">The number of APIs on them.</param>
    /// <param name="page">The edited page; the first if it is null.</param>
    /// <param name="text">A text of the description on this page, before which each edit adds a number.</param>
    /// <param name="isShort">Whether fewer rounds are measured.</param>
    private static bool Measure(FigureLog log, List<(string Path, string Text)> pages, int apis, string? page, string text, bool isShort)
    {
        string set = Invariant($"{apis} APIs");
        Console.WriteLine(Invariant($"-- {set}: {pages.Count} pages, {pages.Sum(page => Encoding.UTF8.GetByteCount(page.Text)) / 1e6:F2} MB"));
        var project = new BenchmarkProject(pages);
        CSharpCompilation compilation = CSharpCompilation.Create("Project", [CSharpSyntaxTree.ParseText("class A { }", BenchmarkProject.Parse)]);
        GeneratorDriver driver = project.Driver(new ZStackGenerator()).RunGenerators(compilation);
        GeneratorDriver floor = project.Driver(new EmptyGenerator()).RunGenerators(compilation);
        // Hosts do not track steps, which costs more than the steps. Another driver counts the rewritten files.
        GeneratorDriver tracking = project.Driver(new ZStackGenerator(), tracksSteps: true).RunGenerators(compilation);

        bool met = Scenario.Measure(
            log,
            "new driver, " + set,
            0.45 * apis,
            isShort ? 9 : 41,
            () => (project.Driver(new ZStackGenerator()), project.Driver(new EmptyGenerator()), compilation),
            static (_, _) => { });

        int edit = 0;
        met &= Scenario.Measure(
            log,
            "unrelated edit, " + set,
            1,
            401,
            () => (driver, floor, compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Invariant($"class E{edit++} {{ }}"), BenchmarkProject.Parse))),
            static (_, _) => { });
        tracking = tracking.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class F { }", BenchmarkProject.Parse)));
        met &= Check("files written anew after it", Anew(tracking), 0);

        int place = page is null ? 0 : project.IndexOf(page);
        AdditionalText unedited = project.Texts[place];
        string before = unedited.GetText()!.ToString();
        int at = before.IndexOf(text, StringComparison.Ordinal);
        met &= Scenario.Measure(
            log,
            "one page edited, " + set,
            3,
            isShort ? 101 : 201,
            () =>
            {
                AdditionalText old = project.Texts[place];
                AdditionalText edited = new BenchmarkProject.Page(old.Path, before.Insert(at, Invariant($" {edit++}")));
                project.Texts[place] = edited;
                return (driver.ReplaceAdditionalText(old, edited), floor.ReplaceAdditionalText(old, edited), compilation);
            },
            (ours, empty) => (driver, floor) = (ours, empty));
        tracking = tracking.ReplaceAdditionalText(unedited, project.Texts[place]).RunGenerators(compilation);
        met &= Check("files written anew after it", Anew(tracking), 1);

        GeneratorRunResult result = driver.GetRunResult().Results[0];
        if (result.Exception is not null)
            throw result.Exception;
        long bytes = result.GeneratedSources.Sum(source => (long)Encoding.UTF8.GetByteCount(source.SourceText.ToString()));
        long perApi = bytes / apis;
        // Few APIs share few types, so their share of the types is no measure.
        double? budget = apis > 50 ? 4608 : null;
        met &= log.Add(new Figure("generator", "C# per API, types included, " + set, perApi, "bytes") { Budget = budget });
        Console.WriteLine(Invariant($"{"C# per API, types included",-38} {perApi,8} bytes in {result.GeneratedSources.Length} files{(budget is null ? "" : Invariant($" (budget {budget})"))}{(perApi <= (budget ?? perApi) ? "" : "  MISSED")}"));
        return met;
    }

    private static bool Check(string what, int actual, int expected)
    {
        Console.WriteLine(Invariant($"{what,-38} {actual,8} (expected {expected}){(actual == expected ? "" : "  MISSED")}"));
        return actual == expected;
    }

    /// <summary>Returns the number of source files that the last run rewrote.</summary>
    private static int Anew(GeneratorDriver driver) => driver.GetRunResult().Results[0].TrackedSteps["ZStackGen.6_Source"]
        .SelectMany(step => step.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
