using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
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
    public static async Task<(int ExitCode, string Output, TimeSpan Time)> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?> environment)
    {
        ChildResult result = await ChildProcess.RunAsync(program, arguments, Path.GetDirectoryName(program), environment, TimeSpan.FromMinutes(2));
        Assert.True(result.Error.Length == 0, result.Error);
        return (result.ExitCode, result.Output, result.Time);
    }

    private static bool OnPath(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && File.Exists(Path.Combine(folder, command)));
}
