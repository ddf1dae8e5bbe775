using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Runtime;
using ZStackGen.Benchmarks.Build;

namespace ZStackGen.Benchmarks.Reporting;

/// <summary>
/// Runs benchmarks in a process of their own. In a shared process, the heap, the optimized code and the caches that one set leaves behind change
/// the times of the next.
/// </summary>
internal static class SetProcess
{
    /// <summary>The command that runs one set in the process and writes its figures to a file.</summary>
    public const string Command = "set";

    /// <summary>Runs a set and returns its figures. The set's output goes to this process's output.</summary>
    /// <exception cref="InvalidOperationException">The process wrote no figures.</exception>
    public static IReadOnlyList<Figure> Run(BenchmarkSet set)
    {
        string file = Path.GetTempFileName();
        try
        {
            int exitCode = Start(set, [Command, set.Name, file]);
            return exitCode == 0 ? FigureJson.Read(File.ReadAllBytes(file)) : throw new InvalidOperationException($"The set {set.Name} ended with {exitCode}.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Runs a command with the garbage collector of its set: in this process if it has that collector, or else in a process of its own.</summary>
    /// <param name="sets">All sets, one of them with the name of the command.</param>
    /// <param name="commandLine">The command and its arguments.</param>
    /// <param name="run">Runs the command in this process.</param>
    public static int RunLikeCompiler(BenchmarkSet[] sets, string[] commandLine, Func<int> run) => GCSettings.IsServerGC ? run() : Start(Array.Find(sets, set => set.Name == commandLine[0])!, commandLine);

    /// <summary>Runs a set in this process, and writes its figures to a file.</summary>
    /// <param name="args">The name of the set and the file.</param>
    /// <param name="sets">All sets.</param>
    public static int RunHere(string[] args, IReadOnlyList<BenchmarkSet> sets)
    {
        foreach (BenchmarkSet set in sets)
        {
            if (args.Length != 2 || set.Name != args[0])
                continue;
            var log = new FigureLog();
            set.Run(log);
            File.WriteAllText(args[1], FigureJson.Write("", log.Figures));
            return 0;
        }

        Console.Error.WriteLine($"usage: {Command} NAME FILE");
        return 2;
    }

    private static int Start(BenchmarkSet set, string[] commandLine)
    {
        var start = new ProcessStartInfo(ChildProcess.DotNet, [typeof(SetProcess).Assembly.Location, .. commandLine]);
        if (set.HasNoLargeObjects)
            start.Environment["DOTNET_GCLOHThreshold"] = "0x1000000";
        if (set.IsInCompiler)
        {
            start.Environment["DOTNET_gcServer"] = "1";
            start.Environment["DOTNET_gcConcurrent"] = "1";
        }

        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The process of the benchmark did not start.");
        process.WaitForExit();
        return process.ExitCode;
    }
}
