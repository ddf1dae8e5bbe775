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

(string Name, Action<FigureLog> Run)[] shortSets =
[
    ("reader", static log => ReaderBenchmark.Run([], log)),
    ("generator", static log => GeneratorBenchmark.Run([], log)),
    ("compile", static log => CompileBenchmark.Run(log, rounds: 5, oneShotRounds: 3)),
    ("cold", static log => ColdBenchmark.Run(["3"], log)),
    ("runtime", static log => RuntimeBenchmark.Run(log)),
    ("json", static log => JsonPeers.RunShort(log)),
    ("callers", static log => CallersBenchmark.Run(log, seconds: 1, rounds: 2)),
    ("load", static log => LoadBenchmark.RunShort(log)),
    ("growth", static log => GrowthBenchmark.RunShort(log)),
    ("explorer", static log => ExplorerBenchmark.Run(log, starts: 3, contexts: 5)),
    ("analyzers", static log => AnalyzerBenchmark.Run(log)),
];

var commands = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["report"] = args => ReportCommand.Run(args, shortSets),
    ["reader"] = static args => ReaderBenchmark.Run(args, new FigureLog()),
    ["generator"] = static args => GeneratorBenchmark.Run(args, new FigureLog()),
    ["load"] = static args => LoadBenchmark.Run(args, new FigureLog()),
    ["compile"] = static _ => CompileBenchmark.Run(new FigureLog()),
    ["analyzers"] = static _ => AnalyzerBenchmark.Run(new FigureLog()),
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
