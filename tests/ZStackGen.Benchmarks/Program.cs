using System;
using System.Collections.Generic;
using ZStackGen.Benchmarks;

var commands = new Dictionary<string, Func<string[], int>>(StringComparer.Ordinal)
{
    ["reader"] = ReaderBenchmark.Run,
    ["generator"] = ZStackGen.Benchmarks.Generator.GeneratorBenchmark.Run,
    ["load"] = ZStackGen.Benchmarks.Load.LoadBenchmark.Run,
    ["compile"] = _ => ZStackGen.Benchmarks.Build.CompileBenchmark.Run(),
    ["analyzers"] = _ => ZStackGen.Benchmarks.Build.AnalyzerBenchmark.Run(),
    ["cold"] = ZStackGen.Benchmarks.Build.ColdBenchmark.Run,
    ["runtime"] = _ => ZStackGen.Benchmarks.Runtime.RuntimeBenchmark.Run(),
};

if (args.Length > 0 && commands.TryGetValue(args[0], out Func<string[], int>? command))
    return command(args[1..]);
Console.Error.WriteLine("usage: dotnet run -c Release --project tests/ZStackGen.Benchmarks -- COMMAND");
Console.Error.WriteLine("commands: " + string.Join(", ", commands.Keys));
return 2;
