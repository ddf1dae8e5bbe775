using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Build;

/// <summary>
/// The cost of 50 published pages in a one-shot build, where generator and compiler start cold. Compared with the same project without pages
/// (with and without the generator), with a project that has the generated C# as plain files, since that must be compiled in any case, and with a project
/// in which a generator copies these files. The builds alternate. Only the compiler's process is measured, called with the arguments of MSBuild and the SDK's own
/// analyzers. The rest of a build is the same for all and varies by more than the budget.
/// </summary>
internal static class ColdBenchmark
{
    private const int Pages = 50;
    private const int Rounds = 15;
    private const double Budget = 300;

    // The number of methods hardly varies.
    private const int JitRounds = 2;

    public static int Run(string[] args, FigureLog log)
    {
        if (SharedPages.Files("corpus/official-zh") is not { } all)
        {
            Console.WriteLine("The folder shared, with real pages, is not beside the repository: nothing to measure.");
            return 0;
        }

        int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Rounds;
        string[] pages = [.. SharedPages.Evenly(all, Pages)];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("zstackgen-cold-");
        try
        {
            return Compare(log, pages, folder.FullName, rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Compare(FigureLog log, string[] pages, string root, int rounds)
    {
        var compiler = new SdkCompiler(root);
        string[] sources = [.. GeneratedCode.Of(pages).Select((source, i) => Written(Path.Combine(root, Invariant($"Generated{i}.txt")), source))];
        ColdProject[] sides =
        [
            new("no generator, no pages", ColdProject.Write(root, "Without", [], [])),
            new("generator, no pages", ColdProject.Write(root, "Empty", [], ColdProject.Generator)),
            new("the C# as plain files", ColdProject.Write(root, "Plain", [], [])),
            new("the C# copied by a generator", ColdProject.Write(root, "Copied", sources, [CopyingGenerator.Write(root, compiler)])),
            new(Invariant($"generator, {pages.Length} pages"), ColdProject.Write(root, "Pages", pages, ColdProject.Generator)),
        ];
        (ColdProject plain, ColdProject copied, ColdProject generated) = (sides[2], sides[3], sides[4]);
        foreach (string source in sources)
            File.Copy(source, Path.Combine(plain.Folder, Path.GetFileNameWithoutExtension(source) + ".g.cs"));
        foreach (ColdProject side in sides)
            side.Prepare();
        for (int round = -1; round < rounds; round++)
        {
            // The first two have no budget.
            foreach (ColdProject side in round < Math.Max(rounds / 2, 1) ? sides : sides[2..])
                side.Compile(compiler, round);
        }

        if (sides[3..].Any(side => Math.Abs(side.AssemblyBytes - plain.AssemblyBytes) > plain.AssemblyBytes / 100))
            throw new InvalidOperationException("The generator did not make of the pages what the plain files have.");
        foreach (ColdProject side in sides)
            Console.WriteLine(Invariant($"{side.Name,-32} {Median.Of(side.Times),7:F0} ms median, {side.Times.Min():F0} best, {Median.Of(side.Costs):F0} of processor; {rounds} runs of the compiler"));
        log.Add(new Figure("cold", "the generator without pages", Report("a generator without pages adds", sides[1], sides[0]), "ms"));
        Report("compiling its C# adds", plain, sides[0]);
        Report("pages add in all", generated, sides[0]);
        Report("of it the generator", generated, plain);
        double share = generated.Times.Min() - plain.Times.Min();
        double host = copied.Times.Min() - plain.Times.Min();
        (double methods, double time) = Jit(compiler, new JitReport(root), generated, copied);
        bool met = log.Add(new Figure("cold", Invariant($"the generator's share of {pages.Length} pages"), share, "ms") { Budget = Budget, LowerBound = host + time });
        log.Add(new Figure("cold", "a generator that copies the C#", host, "ms"));
        log.Add(new Figure("cold", "methods that the JIT compiles for it", methods, ""));
        log.Add(new Figure("cold", "time of the JIT for them", time, "ms"));
        Console.WriteLine(Invariant($"the generator's share between the fastest runs {share:F0} ms, budget {Budget} ms: {(met ? "met" : "MISSED")}"));
        Console.WriteLine(Invariant($"a generator that copies the C# adds {host:F0} ms"));
        Console.WriteLine(Invariant($"the JIT compiles {methods:F0} methods for the generator in {time:F0} ms"));
        foreach (string line in AnalyzerReport(compiler, generated))
            Console.WriteLine("ReportAnalyzer: " + line);
        return met ? 0 : 1;
    }

    /// <summary>Compares runs of the same round, so that load on the machine affects both.</summary>
    private static double Report(string what, ColdProject with, ColdProject without)
    {
        List<double> differences = Differences(with.Times, without.Times);
        double median = Median.Of(differences);
        Console.WriteLine(Invariant($"{what,-32} {median,7:F0} ms median of the differences, {differences.Min():F0} smallest, {with.Times.Min() - without.Times.Min():F0} between the best, {Median.Of(Differences(with.Costs, without.Costs)):F0} of processor"));
        return median;
    }

    /// <summary>
    /// Returns the number of methods that the JIT compiles for the generator, and its time for them. This time cannot be avoided: the compiler loads
    /// generators into a context in which the runtime ignores code that was compiled ahead. With the time of a generator that copies the same C#, it is
    /// the lower bound.
    /// </summary>
    private static (double Methods, double Time) Jit(SdkCompiler compiler, JitReport report, ColdProject with, ColdProject without)
    {
        List<(int Methods, double Time)> all = [], other = [];
        for (int round = 0; round < JitRounds; round++)
        {
            other.Add(compiler.Jit(report, without.Folder, without.Response));
            all.Add(compiler.Jit(report, with.Folder, with.Response));
        }

        return (all[0].Methods - other[0].Methods, all.Min(static run => run.Time) - other.Min(static run => run.Time));
    }

    private static string Written(string path, string text)
    {
        File.WriteAllText(path, text);
        return path;
    }

    private static List<double> Differences(List<double> with, List<double> without) => [.. with.Zip(without, (a, b) => a - b)];

    /// <summary>Returns the generator's time as reported by the compiler.</summary>
    private static IEnumerable<string> AnalyzerReport(SdkCompiler compiler, ColdProject side) => compiler.Run(side.Folder, side.Response, "-reportanalyzer").Output.Split('\n')
        .Where(static line => line.Contains("Total generator execution time", StringComparison.Ordinal) || line.Contains(nameof(ZStackGen), StringComparison.Ordinal))
        .Select(static line => line.Trim());

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
