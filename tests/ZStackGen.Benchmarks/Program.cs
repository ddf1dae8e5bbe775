using System;
using System.Collections.Generic;
using ZStackGen.Benchmarks;
using ZStackGen.Benchmarks.Build;
using ZStackGen.Benchmarks.Explorer;
using ZStackGen.Benchmarks.Generator;
using ZStackGen.Benchmarks.Load;
using ZStackGen.Benchmarks.Reader;
using ZStackGen.Benchmarks.Reporting;
using ZStackGen.Benchmarks.Runtime;
using ZStackGen.Benchmarks.Scaling;

BenchmarkSet[] shortSets =
[
    new("reader", static log => ReaderBenchmark.Run([], log)) { IsInCompiler = true, HasNoLargeObjects = true },
    new("generator", static log => GeneratorBenchmark.Run([], log)) { IsInCompiler = true },
    new("compile", static log => CompileBenchmark.Run(log, rounds: 5, oneShotRounds: 2)) { IsInCompiler = true },
    new("cold", static log => ColdBenchmark.Run(["5"], log)),
    new("runtime", static log => RuntimeBenchmark.Run(log)),
    new("json", static log => JsonPeers.RunShort(log)),
    new("callers", static log => CallersBenchmark.Run(log, seconds: 0.5, rounds: 2)),
    new("load", static log => LoadBenchmark.RunShort(log)),
    new("growth", static log => GrowthBenchmark.RunShort(log)),
    new("explorer", static log => ExplorerBenchmark.Run(log, starts: 3, contexts: 5)),
    new("analyzers", static log => AnalyzerBenchmark.Run(log)) { IsInCompiler = true },
];

var commands = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["report"] = args => ReportCommand.Run(args, shortSets),
    [SetProcess.Command] = args => SetProcess.RunHere(args, shortSets),
    [ColdReader.Command] = ColdReader.Run,
    ["reader"] = args => SetProcess.RunLikeCompiler(shortSets, ["reader", .. args], () => ReaderBenchmark.Run(args, new FigureLog())),
    ["generator"] = args => SetProcess.RunLikeCompiler(shortSets, ["generator", .. args], () => GeneratorBenchmark.Run(args, new FigureLog())),
    ["load"] = static args => LoadBenchmark.Run(args, new FigureLog()),
    ["compile"] = args => SetProcess.RunLikeCompiler(shortSets, ["compile", .. args], () => CompileBenchmark.Run(new FigureLog())),
    ["analyzers"] = args => SetProcess.RunLikeCompiler(shortSets, ["analyzers", .. args], () => AnalyzerBenchmark.Run(new FigureLog())),
    ["cold"] = static args => ColdBenchmark.Run(args, new FigureLog()),
    ["json"] = static _ => JsonPeers.Run(new FigureLog()),
    ["callers"] = static _ => CallersBenchmark.Run(new FigureLog()),
    ["startup"] = static _ => StartUpBenchmark.Run(new FigureLog()),
    ["growth"] = static args => GrowthBenchmark.Run(args, new FigureLog()),
    ["explorer"] = static _ => ExplorerBenchmark.Run(new FigureLog()),
    ["runtime"] = static _ => RuntimeBenchmark.Run(new FigureLog()),
};

if (args.Length > 0 && commands.TryGetValue(args[0], out Func<string[], int>? command))
    return command(args[1..]);
Console.Error.WriteLine("usage: dotnet run -c Release --project tests/ZStackGen.Benchmarks -- COMMAND");
Console.Error.WriteLine("commands: " + string.Join(", ", commands.Keys));
return 2;
