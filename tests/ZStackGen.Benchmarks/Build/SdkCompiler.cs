using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ZStackGen.Benchmarks.Build;

/// <summary>The SDK's C# compiler in a separate process, where it is cold.</summary>
internal sealed class SdkCompiler(string folder)
{
    private readonly string _compiler = Path.Combine(
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        "sdk",
        ChildProcess.Run(folder, ChildProcess.DotNet, ["--version"]).Output.Trim(),
        "Roslyn",
        "bincore",
        "csc.dll");

    /// <summary>Gets the paths of the compiler's API, to which a generator refers.</summary>
    public string[] Assemblies => [.. new[] { "Microsoft.CodeAnalysis.dll", "Microsoft.CodeAnalysis.CSharp.dll" }.Select(name => Path.Combine(Path.GetDirectoryName(_compiler)!, name))];

    /// <summary>Compiles a response file in the folder of its relative paths. Returns the output and the elapsed time.</summary>
    public (string Output, TimeSpan Time) Run(string workingFolder, string response, params string[] further) =>
        ChildProcess.Run(workingFolder, ChildProcess.DotNet, [_compiler, "-noconfig", "@" + response, .. further]);

    /// <summary>Compiles a response file. Returns the number of methods that the JIT compiles, and its time in milliseconds.</summary>
    public (int Methods, double Time) Jit(JitReport report, string workingFolder, string response) =>
        JitReport.Read(ChildProcess.Run(workingFolder, ChildProcess.DotNet, [_compiler, "-noconfig", "@" + response], report.Variable).Output);

    /// <summary>Writes the compiler's arguments for a restored project to a response file. Returns its path.</summary>
    public static string ResponseOf(string project, params (string Name, string Value)[] variables)
    {
        string json = ChildProcess.Run(
            project,
            ChildProcess.DotNet,
            ["msbuild", "-nologo", "-t:Compile", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-getItem:CscCommandLineArgs"],
            variables).Output;
        using JsonDocument document = JsonDocument.Parse(json);
        IEnumerable<string> arguments = document.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!)
            // This argument is only for the command line.
            .Where(argument => argument != "/noconfig");
        string response = Path.Combine(project, "build.rsp");
        File.WriteAllLines(response, arguments);
        return response;
    }
}
