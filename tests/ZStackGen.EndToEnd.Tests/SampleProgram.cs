using System;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Starts a sample, which was built with the tests, as its user does.</summary>
internal static class SampleProgram
{
    /// <summary>Runs a sample to its end.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string name, params string[] arguments)
    {
        using Process process = Start(name, arguments);
        try
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Starts a sample, whose streams are redirected.</summary>
    public static Process Start(string name, params string[] arguments)
    {
        string program = PathOf(name);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Where the README's command runs, beside the folder of all pages.
            WorkingDirectory = program[..program.LastIndexOf("samples", StringComparison.Ordinal)],
        };
        start.ArgumentList.Add(program);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment.Remove("ZSTACK_PASSWORD");
        return Process.Start(start)!;
    }

    /// <summary>Returns the path of a sample's assembly.</summary>
    public static string PathOf(string name) => typeof(SampleProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == name).Value!;
}
