using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ZStack.Simulation;
using ZStackGen.Benchmarks.Reporting;

namespace ZStackGen.Benchmarks.Build;

/// <summary>
/// The start of a program to its first response: samples/NativeAot, published for the JIT, as ReadyToRun code and as native code, against the
/// simulator in this process. The first response is timed by the program itself, from the first call on: connecting and the login included.
/// </summary>
internal static partial class StartUpBenchmark
{
    private const int Rounds = 15;
    private const double NativeBudget = 25;
    private const double NativeBytes = 6;

    public static int Run(FigureLog log)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("zstackgen-startup-");
        try
        {
            string rid = RuntimeInformation.RuntimeIdentifier;
            Side[] sides =
            [
                new("JIT", Publish(folder, "jit", "-p:PublishAot=false")),
                new("ReadyToRun", Publish(folder, "r2r", "-p:PublishAot=false", "-p:PublishReadyToRun=true", "--self-contained", "false", "-r", rid)),
                new("native", Publish(folder, "native", "-r", rid)),
            ];
            return MeasureAsync(sides, log).GetAwaiter().GetResult() ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> MeasureAsync(Side[] sides, FigureLog log)
    {
        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(new ZStackSimulatorOptions { Specs = Path.Combine(AppContext.BaseDirectory, "specs"), Port = 0, JobDelay = TimeSpan.Zero });
        string address = zstack.BaseAddress.GetLeftPart(UriPartial.Authority);
        for (int round = -1; round < Rounds; round++)
        {
            foreach (Side side in sides)
            {
                (string output, TimeSpan time) = ChildProcess.Run(Path.GetDirectoryName(side.Program)!, side.Program, [address], ("ZSTACK_PASSWORD", "password"));
                if (round < 0)
                    continue;
                side.First.Add(double.Parse(FirstResponse().Match(output).Groups[1].Value, CultureInfo.InvariantCulture));
                side.Whole.Add(time.TotalMilliseconds);
            }
        }

        bool held = true;
        foreach (Side side in sides)
        {
            bool isNative = side.Name == "native";
            held &= log.Add(new Figure("startup", side.Name + ", first response", Median.Of(side.First), "ms") { Budget = isNative ? NativeBudget : null });
            log.Add(new Figure("startup", side.Name + ", whole program with 20 calls", Median.Of(side.Whole), "ms"));
            double bytes = new FileInfo(side.Program).Length / 1048576.0;
            if (isNative)
                held &= log.Add(new Figure("startup", "native, size", bytes, "MiB") { Budget = NativeBytes });
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{side.Name,-10} first response {Median.Of(side.First),6:F1} ms (best {side.First.Min():F1}), whole program {Median.Of(side.Whole),6:F0} ms (best {side.Whole.Min():F0}){(isNative ? $", {bytes:F2} MiB" : "")}"));
        }

        return held;
    }

    private static string Publish(DirectoryInfo folder, string name, params string[] options)
    {
        string artifacts = Path.Combine(folder.FullName, name);
        string project = typeof(StartUpBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "NativeSample").Value!;
        ChildProcess.Run(project, ChildProcess.DotNet, ["publish", "-c", "Release", "--artifacts-path", artifacts, .. options], ("MSBUILDDISABLENODEREUSE", "1"));
        return Directory.EnumerateFiles(Path.Combine(artifacts, "publish", "NativeAot"), OperatingSystem.IsWindows() ? "native-aot.exe" : "native-aot", SearchOption.AllDirectories).Single();
    }

    [GeneratedRegex(@"first response after ([0-9.]+) ms")]
    private static partial Regex FirstResponse();

    private sealed record Side(string Name, string Program)
    {
        public List<double> First { get; } = [];

        public List<double> Whole { get; } = [];
    }
}
