using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Build;

/// <summary>
/// The cost of 50 published pages in a one-shot build, where generator and compiler start cold. Compared with the same project without pages
/// (with and without the generator), and with a project that has the generated C# as plain files, since that must be compiled in any case.
/// The builds alternate. Only the compiler's process is measured, called with the arguments of MSBuild and the SDK's own
/// analyzers. The rest of a build is the same for all and varies by more than the budget.
/// </summary>
internal static class ColdBenchmark
{
    private const int Pages = 50;
    private const int Rounds = 15;
    private const double Budget = 300;

    public static int Run(string[] args, FigureLog log)
    {
        if (SharedPages.Files("corpus/official-zh") is not { } all)
        {
            Console.WriteLine("The folder shared, with real pages, is not beside the repository: nothing to measure.");
            return 0;
        }

        int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Rounds;
        // Evenly distributed over all pages, to mix categories and sizes.
        string[] pages = [.. Enumerable.Range(0, Pages).Select(i => all[i * all.Length / Pages])];
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
        Side[] sides =
        [
            new("no generator, no pages", Project(root, "Without", [], hasGenerator: false)),
            new("generator, no pages", Project(root, "Empty", [], hasGenerator: true)),
            new("the C# as plain files", Project(root, "Plain", [], hasGenerator: false)),
            new(Invariant($"generator, {pages.Length} pages"), Project(root, "Pages", pages, hasGenerator: true)),
        ];
        string[] sources = GeneratedCode.Of(pages);
        for (int i = 0; i < sources.Length; i++)
            File.WriteAllText(Path.Combine(sides[2].Folder, Invariant($"Generated{i}.g.cs")), sources[i]);
        var compiler = new SdkCompiler(root);
        foreach (Side side in sides)
            side.Prepare();
        for (int round = -1; round < rounds; round++)
        {
            foreach (Side side in sides)
                side.Compile(compiler, round);
        }

        if (Math.Abs(sides[3].AssemblyBytes - sides[2].AssemblyBytes) > sides[2].AssemblyBytes / 100)
            throw new InvalidOperationException("The generator did not make of the pages what the plain files have.");
        foreach (Side side in sides)
            Console.WriteLine(Invariant($"{side.Name,-32} {Median(side.Times),7:F0} ms median, {side.Times.Min():F0} best, {Median(side.Costs):F0} of processor; {rounds} runs of the compiler"));
        Report("a generator without pages adds", sides[1], sides[0]);
        Report("compiling its C# adds", sides[2], sides[0]);
        Report("pages add in all", sides[3], sides[0]);
        bool met = log.Add(new Figure("cold", Invariant($"the generator's share of {pages.Length} pages"), Report("of it the generator", sides[3], sides[2]), "ms") { Budget = Budget });
        Console.WriteLine(Invariant($"budget for the generator {Budget} ms: {(met ? "met" : "MISSED")}"));
        foreach (string line in AnalyzerReport(compiler, sides[3]))
            Console.WriteLine("ReportAnalyzer: " + line);
        return met ? 0 : 1;
    }

    private static (string Name, string Value)[] Variables => [("MSBUILDDISABLENODEREUSE", "1"), ("UseSharedCompilation", "false"), ("DOTNET_CLI_UI_LANGUAGE", "en"), ("MSBUILDTERMINALLOGGER", "off")];

    private static string Project(string root, string name, string[] pages, bool hasGenerator)
    {
        string folder = Path.Combine(root, name);
        Directory.CreateDirectory(Path.Combine(folder, "specs"));
        foreach (string page in pages)
            File.Copy(page, Path.Combine(folder, "specs", Path.GetFileName(page)));
        string analyzers = string.Concat(new[] { "ZStackGen.Generator", "ZStackGen.Specs", "ZStackGen.Markdig" }
            .Select(assembly => $"<Analyzer Include=\"{Path.Combine(AppContext.BaseDirectory, assembly)}.dll\" />"));
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(ZStack.ZStackAction).Assembly.Location}" />
                <AdditionalFiles Include="specs/*.md" />
                {(hasGenerator ? analyzers : "")}
                <CompilerVisibleProperty Include="ProjectDir;TargetFrameworkIdentifier;TargetFrameworkVersion" />
              </ItemGroup>
            </Project>
            """);
        // Files above the folder must not affect the project.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        ChildProcess.Run(folder, ChildProcess.DotNet, ["restore", "-v:q"], Variables);
        return folder;
    }

    /// <summary>Compares runs of the same round, so that load on the machine affects both.</summary>
    private static double Report(string what, Side with, Side without)
    {
        List<double> differences = Differences(with.Times, without.Times);
        double median = Median(differences);
        Console.WriteLine(Invariant($"{what,-32} {median,7:F0} ms median of the differences, {differences.Min():F0} smallest, {with.Times.Min() - without.Times.Min():F0} between the best, {Median(Differences(with.Costs, without.Costs)):F0} of processor"));
        return median;
    }

    private static List<double> Differences(List<double> with, List<double> without) => [.. with.Zip(without, (a, b) => a - b)];

    /// <summary>Returns the generator's time as reported by the compiler.</summary>
    private static IEnumerable<string> AnalyzerReport(SdkCompiler compiler, Side side) => compiler.Run(side.Folder, side.Response, "-reportanalyzer").Output.Split('\n')
        .Where(static line => line.Contains("Total generator execution time", StringComparison.Ordinal) || line.Contains(nameof(ZStackGen), StringComparison.Ordinal))
        .Select(static line => line.Trim());

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A project and its compile times.</summary>
    private sealed record Side(string Name, string Folder)
    {
        public List<double> Times { get; } = [];

        public List<double> Costs { get; } = [];

        public string Response { get; private set; } = "";

        public long AssemblyBytes => new FileInfo(Path.Combine(Folder, "obj", "Debug", "net10.0", Path.GetFileName(Folder) + ".dll")).Length;

        public void Prepare()
        {
            File.WriteAllText(Path.Combine(Folder, "Edit.cs"), "internal static class Edit;");
            Response = SdkCompiler.ResponseOf(Folder, Variables);
        }

        /// <summary>Compiles the project. Negative rounds warm up the disk cache and do not count.</summary>
        public void Compile(SdkCompiler compiler, int round)
        {
            TimeSpan used = ChildProcess.ProcessorTime ?? default;
            double time = compiler.Run(Folder, Response).Time.TotalMilliseconds;
            if (round < 0)
                return;
            Times.Add(time);
            Costs.Add(((ChildProcess.ProcessorTime ?? default) - used).TotalMilliseconds);
        }
    }
}
