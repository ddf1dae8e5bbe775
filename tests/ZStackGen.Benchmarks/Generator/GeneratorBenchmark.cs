using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ZStackGen.Benchmarks.Reporting;
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

        Console.WriteLine(Invariant($"{pages.Count} APIs ({real} real pages, the others made from facts), {pages.Sum(page => Encoding.UTF8.GetByteCount(page.Text)) / 1e6:F2} MB"));
        if (args.Contains("stages"))
            return GeneratorStages.Run(pages);
        var project = new BenchmarkProject(pages);
        CSharpCompilation compilation = CSharpCompilation.Create("Project", [CSharpSyntaxTree.ParseText("class A { }", BenchmarkProject.Parse)]);
        GeneratorDriver driver = project.Driver(new ZStackGenerator()).RunGenerators(compilation);
        GeneratorDriver floor = project.Driver(new EmptyGenerator()).RunGenerators(compilation);
        // Hosts do not track steps, which costs more than the steps. Another driver counts the rewritten files.
        GeneratorDriver tracking = project.Driver(new ZStackGenerator(), tracksSteps: true).RunGenerators(compilation);

        bool met = Scenario.Measure(
            log,
            "new driver",
            0.45 * pages.Count,
            41,
            () => (project.Driver(new ZStackGenerator()), project.Driver(new EmptyGenerator()), compilation),
            static (_, _) => { });

        int edit = 0;
        met &= Scenario.Measure(
            log,
            "unrelated edit",
            1,
            401,
            () => (driver, floor, compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Invariant($"class E{edit++} {{ }}"), BenchmarkProject.Parse))),
            static (_, _) => { });
        tracking = tracking.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class F { }", BenchmarkProject.Parse)));
        met &= Check("files written anew after it", Anew(tracking), 0);

        int place = project.IndexOf("CreateZone");
        AdditionalText unedited = project.Texts[place];
        met &= Scenario.Measure(
            log,
            "one page edited",
            3,
            201,
            () =>
            {
                AdditionalText old = project.Texts[place];
                AdditionalText edited = new BenchmarkProject.Page(old.Path, unedited.GetText()!.ToString().Replace("结构中)|", Invariant($"结构中)|{edit++} "), StringComparison.Ordinal));
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
        long perApi = bytes / pages.Count;
        met &= log.Add(new Figure("generator", "C# per API, types included", perApi, "bytes") { Budget = 4608 });
        Console.WriteLine(Invariant($"{"C# per API, types included",-30} {perApi,8} bytes in {result.GeneratedSources.Length} files (budget 4608){(perApi <= 4608 ? "" : "  MISSED")}"));
        return met ? 0 : 1;
    }

    private static bool Check(string what, int actual, int expected)
    {
        Console.WriteLine(Invariant($"{what,-30} {actual,8} (expected {expected}){(actual == expected ? "" : "  MISSED")}"));
        return actual == expected;
    }

    /// <summary>Returns the number of source files that the last run rewrote.</summary>
    private static int Anew(GeneratorDriver driver) => driver.GetRunResult().Results[0].TrackedSteps["ZStackGen.6_Source"]
        .SelectMany(step => step.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
