using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>A program published as native code.</summary>
public static class NativeProgram
{
    /// <summary>Lines of a project that is linked by gcc if there is no clang.</summary>
    public const string Linker = """
        <CppCompilerAndLinker Condition="!Exists('/usr/bin/clang')">gcc</CppCompilerAndLinker>
        <LinkerFlavor Condition="'$(CppCompilerAndLinker)' == 'gcc'" />
        """;

    /// <summary>Skips the test if native code cannot be linked.</summary>
    public static void SkipWithoutLinker() =>
        Assert.SkipUnless(OperatingSystem.IsLinux() && (OnPath("clang") || OnPath("gcc")), "Linking native code requires clang or gcc on Linux.");

    /// <summary>Runs the program in its own folder, without the test's SDK, and asserts that it prints no error.</summary>
    public static async Task<(int ExitCode, string Output, TimeSpan Time)> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        long begin = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"{program} did not end:\n{await output}{await error}");
        }

        string printed = await error;
        Assert.True(printed.Length == 0, printed);
        return (process.ExitCode, await output, Stopwatch.GetElapsedTime(begin));
    }

    private static bool OnPath(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, command)));
}
