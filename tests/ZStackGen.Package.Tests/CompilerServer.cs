using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>The compiler server that all builds of a run share, as a user's builds do.</summary>
public sealed class CompilerServer : IDisposable
{
    private readonly ChildProcess _process;

    private CompilerServer(ChildProcess process) => _process = process;

    /// <summary>Gets the name of the server's pipe. The name is unique, so that stopping the server stops no server of the user.</summary>
    public static string Name { get; } = "zstackgen-" + Guid.NewGuid().ToString("N");

    /// <summary>Starts the server of the SDK that runs the tests, before a build starts one with its own settings.</summary>
    public static async Task<CompilerServer> StartAsync()
    {
        string version = (await DotNet.RunAsync(Repository.At(), "--version")).Succeeded().Output.Trim();
        string sdk = (await DotNet.RunAsync(Repository.At(), "--list-sdks")).Succeeded().Output.Split('\n').Single(line => line.StartsWith(version + " [", StringComparison.Ordinal));
        string folder = sdk[(version.Length + 2)..sdk.LastIndexOf(']')];
        string program = Path.Combine(folder, version, "Roslyn", "bincore", "VBCSCompiler.dll");
        // Code is compiled once, optimized: replacing the code of a running process takes much time on some virtual machines.
        var settings = new Dictionary<string, string?> { ["DOTNET_TC_QuickJit"] = "0", ["DOTNET_TieredPGO"] = "0", ["DOTNET_gcConcurrent"] = "0" };
        return new CompilerServer(ChildProcess.Start(ChildProcess.DotNet, ["exec", program, "-pipename:" + Name], Repository.At(), settings));
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();
}
