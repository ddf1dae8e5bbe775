using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace ZStackGen.Benchmarks.Build;

/// <summary>
/// What 50 real pages add to a one-shot <c>dotnet build</c>, where generator and compiler start cold: against the same project without
/// pages, with the generator left out or loaded, and against one that has the generated C# as plain files, since that has to be compiled
/// whoever wrote it. They alternate; the compiler's server is off and restore is done before.
/// </summary>
internal static class ColdBenchmark
{
    private const int Pages = 50;
    private const int Rounds = 9;
    private const double Budget = 300;

    // Restore is over, and nothing but C# changes: what a build does beside the compiler is the same in all projects.
    private static readonly string[] s_build = ["build", "--no-restore", "-nologo", "-v:q", "-p:UseSharedCompilation=false", "-nodeReuse:false"];

    public static int Run(string[] args)
    {
        if (SharedPages.Files("corpus/official-zh") is not { } all)
        {
            Console.WriteLine("The folder shared, with real pages, is not beside the repository: nothing to measure.");
            return 0;
        }

        int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Rounds;
        // Evenly over all pages, so that categories and sizes are mixed.
        string[] pages = [.. Enumerable.Range(0, Pages).Select(i => all[i * all.Length / Pages])];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("zstackgen-cold-");
        try
        {
            return Compare(pages, folder.FullName, rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Compare(string[] pages, string root, int rounds)
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
        for (int round = -1; round < rounds; round++)
        {
            foreach (Side side in sides)
                side.Build(round);
        }

        foreach (Side side in sides)
            Console.WriteLine(Invariant($"{side.Name,-32} {Median(side.Times),7:F0} ms median, {side.Times.Min():F0} best, {Median(side.Costs):F0} of processor; {rounds} builds"));
        Report("a generator without pages adds", sides[1], sides[0]);
        Report("compiling its C# adds", sides[2], sides[0]);
        Report("pages add in all", sides[3], sides[0]);
        bool met = Report("of it the generator", sides[3], sides[2]) <= Budget;
        Console.WriteLine(Invariant($"budget for the generator {Budget} ms: {(met ? "met" : "MISSED")}"));
        foreach (string line in AnalyzerReport(sides[3].Folder))
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
        // Nothing above the folder may change the project.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        ChildProcess.Run(folder, ChildProcess.DotNet, ["restore", "-v:q"], Variables);
        return folder;
    }

    /// <summary>Pairs of the same round, so that a busy moment of the machine meets both.</summary>
    private static double Report(string what, Side with, Side without)
    {
        List<double> differences = Differences(with.Times, without.Times);
        double median = Median(differences);
        Console.WriteLine(Invariant($"{what,-32} {median,7:F0} ms median of the differences, {differences.Min():F0} smallest, {with.Times.Min() - without.Times.Min():F0} between the best, {Median(Differences(with.Costs, without.Costs)):F0} of processor"));
        return median;
    }

    private static List<double> Differences(List<double> with, List<double> without) => [.. with.Zip(without, (a, b) => a - b)];

    /// <summary>What the compiler itself says of the generator's time.</summary>
    private static List<string> AnalyzerReport(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "Edit.cs"), "internal static class Edit { internal const int Round = -2; }");
        string output = ChildProcess.Run(folder, ChildProcess.DotNet, ["build", "--no-restore", "-nologo", "-v:d", "-p:UseSharedCompilation=false", "-p:ReportAnalyzer=true", "-nodeReuse:false"], Variables).Output;
        return [.. Regex.Matches(output, "^.*(?:Total generator execution time|ZStackGen).*seconds.*$|^\\s*[<0-9.]+\\s+[<0-9]+\\s+ZStackGen\\S.*$|^.*Total generator execution time.*$", RegexOptions.Multiline).Select(match => match.Value.Trim()).Distinct()];
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A project and what its builds took.</summary>
    private sealed record Side(string Name, string Folder)
    {
        public List<double> Times { get; } = [];

        public List<double> Costs { get; } = [];

        /// <summary>Builds; a negative round warms the disk's cache and does not count.</summary>
        public void Build(int round)
        {
            // A changed source makes the compiler run; all else is up to date.
            File.WriteAllText(Path.Combine(Folder, "Edit.cs"), Invariant($"internal static class Edit {{ internal const int Round = {round}; }}"));
            TimeSpan used = ChildProcess.ProcessorTime ?? default;
            double time = ChildProcess.Run(Folder, ChildProcess.DotNet, s_build, Variables).Time.TotalMilliseconds;
            if (round < 0)
                return;
            Times.Add(time);
            Costs.Add(((ChildProcess.ProcessorTime ?? default) - used).TotalMilliseconds);
        }
    }
}
