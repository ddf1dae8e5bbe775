using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ZStackGen.Generator;

namespace ZStackGen.Benchmarks.Generator;

/// <summary>
/// What the generator costs for all APIs in a warm process, and how much C# it writes. Texts are in memory and the host parses the
/// generated C# lazily, so neither disk nor compiler is in these figures.
/// </summary>
internal static class GeneratorBenchmark
{
    private const int Rounds = 31;

    private static readonly CSharpParseOptions s_parse = new(LanguageVersion.Latest);

    public static int Run(string[] args)
    {
        if (AllApis.Pages(out int real) is not { } pages)
        {
            Console.WriteLine("The folder shared, with real pages and facts, is not beside the repository: nothing to measure.");
            return 0;
        }

        Project texts = new(pages);
        Console.WriteLine(Invariant($"{pages.Count} APIs ({real} real pages, the others made from facts), {pages.Sum(page => Encoding.UTF8.GetByteCount(page.Text)) / 1e6:F2} MB"));
        CSharpCompilation compilation = CSharpCompilation.Create("Project", [CSharpSyntaxTree.ParseText("class A { }", s_parse)]);

        bool met = true;
        GeneratorDriver driver = Driver(texts.All).RunGenerators(compilation);
        // A host does not track steps, which costs more than the steps; what was written anew is counted by another driver.
        GeneratorDriver tracking = Driver(texts.All, tracksSteps: true).RunGenerators(compilation);
        met &= Report("new driver", 250, () => Driver(texts.All), fresh => fresh.RunGenerators(compilation));

        int edit = 0;
        met &= Report(
            "unrelated edit",
            1,
            () => driver,
            same => same.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Invariant($"class E{edit++} {{ }}"), s_parse))));
        tracking = tracking.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class F { }", s_parse)));
        met &= Check("files written anew after it", Anew(tracking), 0);

        int place = texts.IndexOf("CreateZone");
        AdditionalText unedited = texts.All[place];
        met &= Report(
            "one page edited",
            3,
            () =>
            {
                AdditionalText old = texts.All[place];
                texts.All[place] = new Text(old.Path, unedited.GetText()!.ToString().Replace("结构中)|", Invariant($"结构中)|{edit++} "), StringComparison.Ordinal));
                return driver = driver.ReplaceAdditionalText(old, texts.All[place]);
            },
            edited => driver = edited.RunGenerators(compilation));
        tracking = tracking.ReplaceAdditionalText(unedited, texts.All[place]).RunGenerators(compilation);
        met &= Check("files written anew after it", Anew(tracking), 1);

        GeneratorRunResult result = driver.GetRunResult().Results[0];
        if (result.Exception is not null)
            throw result.Exception;
        long bytes = result.GeneratedSources.Sum(source => (long)Encoding.UTF8.GetByteCount(source.SourceText.ToString()));
        long perApi = bytes / pages.Count;
        met &= perApi <= 4608;
        Console.WriteLine(Invariant($"{"C# per API, types included",-30} {perApi,8} bytes in {result.GeneratedSources.Length} files (budget 4608){(perApi <= 4608 ? "" : "  MISSED")}"));
        return met ? 0 : 1;
    }

    private static bool Report(string what, double budget, Func<GeneratorDriver> prepare, Func<GeneratorDriver, GeneratorDriver> run)
    {
        var times = new List<double>();
        long allocated = 0;
        double processor = 0;
        for (int i = 0; i < 2 * Rounds; i++)
        {
            GeneratorDriver driver = prepare();
            TimeSpan used = Environment.CpuUsage.TotalTime;
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            run(driver);
            double time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            // The first half warms up.
            if (i < Rounds)
                continue;
            times.Add(time);
            processor += (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Rounds;
        }

        times.Sort();
        double median = times[times.Count / 2];
        Console.WriteLine(Invariant($"{what,-30} {median,8:F2} ms median, {times[0]:F2} best, {processor:F2} ms of processor, {allocated / 1e6:F2} MB (budget {budget}){(median <= budget ? "" : "  MISSED")}"));
        return median <= budget;
    }

    private static bool Check(string what, int actual, int expected)
    {
        Console.WriteLine(Invariant($"{what,-30} {actual,8} (expected {expected}){(actual == expected ? "" : "  MISSED")}"));
        return actual == expected;
    }

    /// <summary>How many source files the last run wrote anew.</summary>
    private static int Anew(GeneratorDriver driver) => driver.GetRunResult().Results[0].TrackedSteps["ZStackGen.6_Source"]
        .SelectMany(step => step.Outputs)
        .Count(output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static CSharpGeneratorDriver Driver(IEnumerable<AdditionalText> texts, bool tracksSteps = false) => CSharpGeneratorDriver.Create(
        [new ZStackGenerator().AsSourceGenerator()],
        texts,
        s_parse,
        new Options(),
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Project(List<(string Path, string Text)> pages)
    {
        public AdditionalText[] All { get; } = [.. pages.Select(page => new Text(page.Path, page.Text))];

        public int IndexOf(string page) => Array.FindIndex(All, text => text.Path.EndsWith("/" + page + ".md", StringComparison.Ordinal));
    }

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    private sealed class Options : AnalyzerConfigOptionsProvider
    {
        private static readonly Properties s_properties = new();

        public override AnalyzerConfigOptions GlobalOptions => s_properties;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_properties;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => s_properties;
    }

    private sealed class Properties : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key switch
            {
                "build_property.TargetFrameworkIdentifier" => ".NETCoreApp",
                "build_property.TargetFrameworkVersion" => "v10.0",
                "build_property.ProjectDir" => "/project/",
                _ => null,
            };
            return value is not null;
        }
    }
}
