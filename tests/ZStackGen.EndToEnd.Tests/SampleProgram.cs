using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Starts a sample, which was built with the tests, as its user does.</summary>
internal static class SampleProgram
{
    private static readonly Dictionary<string, string?> s_environment = new(StringComparer.Ordinal) { ["ZSTACK_PASSWORD"] = null };

    /// <summary>Runs a sample to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string name, params string[] arguments)
    {
        ChildResult result = await ChildProcess.RunAsync(ChildProcess.DotNet, [PathOf(name), .. arguments], Folder(name), s_environment);
        return (result.ExitCode, result.Output, result.Error);
    }

    /// <summary>Starts a sample.</summary>
    public static ChildProcess Start(string name, params string[] arguments) => ChildProcess.Start(ChildProcess.DotNet, [PathOf(name), .. arguments], Folder(name), s_environment);

    /// <summary>Returns the path of a sample's assembly.</summary>
    public static string PathOf(string name) => typeof(SampleProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!;

    // The README's command runs in this folder, which contains the folder of all pages.
    private static string Folder(string name) => PathOf(name)[..PathOf(name).LastIndexOf("samples", StringComparison.Ordinal)];
}
