using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime;
using System.Text;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Build;

/// <summary>
/// The compile time of the generated code, compared with the client that NSwag generates from the same pages. Includes parsing, binding and
/// writing the assembly on one thread, but not the generators.
/// </summary>
internal static class CompileBenchmark
{
    private const double Budget = 0.45;

    // The JIT optimizes the compiler for 10 to 40 seconds, depending on the machine's speed.
    private const int FewestWarmUps = 8;
    private const int MostWarmUps = 12;

    /// <summary>The largest gain of a warm-up over the fastest earlier warm-up, as a part of its time, at which the code counts as warm.</summary>
    private const double Gain = 0.05;

    /// <summary>Compares the compile times.</summary>
    /// <param name="log">The log of figures.</param>
    /// <param name="rounds">The number of measured compilations in this process.</param>
    /// <param name="oneShotRounds">The number of processes of the compiler.</param>
    public static int Run(FigureLog log, int rounds = 9, int oneShotRounds = 5)
    {
        if (SharedPages.Files("corpus/official-zh") is not { } pages)
        {
            Console.WriteLine("The folder shared, with real pages, is not beside the repository: nothing to measure.");
            return 0;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("zstackgen-compile-");
        try
        {
            return Compare(log, pages, folder.FullName, rounds, oneShotRounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Compare(FigureLog log, string[] pages, string folder, int rounds, int oneShotRounds)
    {
        string[] ours = GeneratedCode.Of(pages);
        NSwag.OpenApiDocument document = NSwagSource.Document(Path.GetDirectoryName(pages[0])!, folder);
        string[] theirs = [NSwagSource.Of(document)];
        string[] refit = RefitSource.Of(document, NSwagSource.Of(document, hasInterface: true));
        Console.WriteLine(Invariant($"{pages.Length} APIs; left out: the time of either generator, analyzers, documentation files, and the transport, which NSwag puts into its client and ZStackGen has in its runtime."));
        Console.WriteLine(Invariant($"ZStackGen also: open enumerations, unknown members kept, reading and writing without reflection. NSwag also: one more operation for each second path of a query ({Count(theirs, "Task<")} operation signatures)."));

        long ourBytes = ours.Sum(Encoding.UTF8.GetByteCount);
        long theirBytes = theirs.Sum(Encoding.UTF8.GetByteCount);
        (long ourAssembly, long theirAssembly) = (Compile(ours), Compile(theirs));
        Console.WriteLine(Invariant($"{"C# per API",-24} {ourBytes / pages.Length,9} bytes, NSwag {theirBytes / pages.Length} bytes: {(double)ourBytes / theirBytes:F2}x"));
        Console.WriteLine(Invariant($"{"assembly per API",-24} {ourAssembly / pages.Length,9} bytes, NSwag {theirAssembly / pages.Length} bytes: {(double)ourAssembly / theirAssembly:F2}x"));

        log.Add(new Figure("compile", "C# per API", (double)ourBytes / theirBytes, "x") { Peer = "NSwag" });
        log.Add(new Figure("compile", "assembly per API", (double)ourAssembly / theirAssembly, "x") { Peer = "NSwag" });
        List<double> ourTimes = [], theirTimes = [], refitTimes = [], ourCosts = [], theirCosts = [], refitCosts = [];
        WarmUp(ours, refit);
        // The larger source, of NSwag, exercises the same code of the compiler, so that two warm-ups suffice for it.
        for (int round = -2; round < rounds; round++)
        {
            Measure(ours, round < 0 ? null : (ourTimes, ourCosts));
            Measure(theirs, round < 0 ? null : (theirTimes, theirCosts));
            Measure(refit, round < 0 ? null : (refitTimes, refitCosts));
        }

        log.Add(new Figure("compile", "assembly per API", (double)ourAssembly / Compile(refit), "x") { Peer = "Refit" });
        log.Add(new Figure("compile", "warm, processor time", Median.Of(ourCosts) / Median.Of(refitCosts), "x") { Peer = "Refit" });
        Console.WriteLine(Invariant($"{"warm, processor time",-24} {Median.Of(ourCosts) / pages.Length,9:F2} ms per API, Refit with its generated code {Median.Of(refitCosts) / pages.Length:F2} (wall {Median.Of(refitTimes) / pages.Length:F2}): {Median.Of(ourCosts) / Median.Of(refitCosts):F2}x"));

        bool met = Report(log, "warm", ourTimes, theirTimes, pages.Length);
        Report(log, "warm, processor time", ourCosts, theirCosts, pages.Length);
        met &= CompareOneShot(log, ours, theirs, folder, pages.Length, oneShotRounds);
        return met ? 0 : 1;
    }

    /// <summary>Compiles once, with new syntax trees. Returns the size of the assembly.</summary>
    internal static long Compile(string[] sources)
    {
        // Like csc without a documentation file. The default parses the comments of both sides.
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.None);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Client",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, parse)),
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(ZStack.ZStackAction).Assembly.Location), .. RefitSource.References],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, concurrentBuild: false));
        using var stream = new MemoryStream();
        EmitResult result = compilation.Emit(stream);
        if (!result.Success)
            throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Take(5)));
        return stream.Length;
    }

    /// <summary>Compiles until three compilations in a row are hardly faster than the fastest before them.</summary>
    private static void WarmUp(string[] ours, string[] refit)
    {
        List<double> times = [], costs = [];
        double fastest = double.MaxValue;
        for (int round = 0, settled = 0; round < FewestWarmUps || (settled < 3 && round < MostWarmUps); round++)
        {
            Measure(ours, (times, costs));
            Measure(refit, null);
            settled = times[^1] > fastest * (1 - Gain) ? settled + 1 : 0;
            fastest = Math.Min(fastest, times[^1]);
        }
    }

    /// <summary>
    /// Measures one compilation. Its processor time leaves out the JIT, which optimizes the compiler on a thread of its own until long after the warm-up.
    /// </summary>
    private static void Measure(string[] sources, (List<double> Times, List<double> Costs)? into)
    {
        GC.Collect();
        TimeSpan used = Environment.CpuUsage.TotalTime - JitInfo.GetCompilationTime();
        long start = Stopwatch.GetTimestamp();
        Compile(sources);
        into?.Times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        into?.Costs.Add((Environment.CpuUsage.TotalTime - JitInfo.GetCompilationTime() - used).TotalMilliseconds);
    }

    /// <summary>Compiles with the SDK's compiler in a separate process, where it is cold. Returns the time minus that of an empty file.</summary>
    private static bool CompareOneShot(FigureLog log, string[] ours, string[] theirs, string folder, int apis, int rounds)
    {
        var compiler = new SdkCompiler(folder);
        List<string> references = [.. Net100.ReferenceInfos.All.Select(info => Written(folder, info.FileName, info.ImageBytes)), typeof(ZStack.ZStackAction).Assembly.Location];
        string[] responses = [Response(folder, "empty", [""], references), Response(folder, "ours", ours, references), Response(folder, "theirs", theirs, references)];
        List<double>[] times = [[], [], []];
        for (int round = 0; round < rounds; round++)
        {
            for (int side = 0; side < responses.Length; side++)
                times[side].Add(compiler.Run(folder, responses[side]).Time.TotalMilliseconds);
        }

        double empty = Median.Of(times[0]);
        Console.WriteLine(Invariant($"{"csc for an empty file",-24} {empty,9:F0} ms"));
        return Report(log, "csc in one shot, less it", [.. times[1].Select(time => time - empty)], [.. times[2].Select(time => time - empty)], apis);
    }

    private static string Response(string folder, string name, string[] sources, List<string> references)
    {
        var lines = new List<string> { "-nologo", "-target:library", "-optimize+", "-deterministic", "-out:\"" + Path.Combine(folder, name + ".dll") + "\"" };
        lines.AddRange(references.Select(reference => "-reference:\"" + reference + "\""));
        for (int i = 0; i < sources.Length; i++)
            lines.Add("\"" + Written(folder, Invariant($"{name}{i}.cs"), Encoding.UTF8.GetBytes(sources[i])) + "\"");
        return Written(folder, name + ".rsp", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    }

    private static string Written(string folder, string name, byte[] content)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllBytes(file, content);
        return file;
    }

    private static bool Report(FigureLog log, string what, List<double> ours, List<double> theirs, int apis)
    {
        // Compilations of the same round, so that load on the machine affects both.
        double our = Median.Of(ours), their = Median.Of(theirs), ratio = Median.Of([.. ours.Zip(theirs, static (a, b) => a / b)]);
        Console.WriteLine(Invariant($"{what,-24} {our / apis,9:F2} ms per API ({our:F0} in all, best {ours.Min():F0}), NSwag {their / apis:F2} ({their:F0}, best {theirs.Min():F0}): {ratio:F2}x (budget {Budget}x){(ratio <= Budget ? "" : "  MISSED")}"));
        log.Add(new Figure("compile", what + ", per API", our / apis, "ms"));
        return log.Add(new Figure("compile", what, ratio, "x") { Budget = Budget, Peer = "NSwag" });
    }

    private static int Count(string[] sources, string what) => sources.Sum(source => source.Split(what).Length - 1);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
