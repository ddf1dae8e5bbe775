using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>What a command printed and how it ended.</summary>
public sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>Lines such as <c>file(1,2): warning ZSG1004: …</c>, each once: MSBuild prints them again in its summary.</summary>
    public IReadOnlyList<string> Findings { get; } = [.. Output.Split('\n').Select(l => l.Trim())
        .Where(l => Regex.IsMatch(l, @"\b(warning|error) [A-Z]+[0-9]+\s*:", RegexOptions.IgnoreCase)).Distinct()];

    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"{Command} ended with {ExitCode}:\n{Output}");
        return this;
    }

    public CommandResult Failed()
    {
        Assert.True(ExitCode != 0, $"{Command} was expected to fail:\n{Output}");
        return this;
    }

    /// <summary>Succeeded, and without any warning.</summary>
    public CommandResult Clean()
    {
        Succeeded();
        // The registry copy may lack the exact lower bound of a dependency; that is not about the package.
        Assert.DoesNotContain(Findings, f => !f.Contains("NU1603", StringComparison.Ordinal));
        return this;
    }
}

/// <summary>Runs the SDK's command line the way a user's shell would.</summary>
public static class DotNet
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(10);

    // One compiler for all builds of a run, as a user's build has it, under a name of its own: it stops with the run, and a user's keeps running.
    private static readonly string s_compiler = "zstackgen-" + Guid.NewGuid().ToString("N");

    /// <summary>Stops the compiler that the builds of this run share.</summary>
    public static async Task StopCompilerAsync()
    {
        string version = (await RunAsync(Repository.At(), "--version")).Succeeded().Output.Trim();
        string sdk = (await RunAsync(Repository.At(), "--list-sdks")).Succeeded().Output.Split('\n').Single(line => line.StartsWith(version + " [", StringComparison.Ordinal));
        string folder = sdk[(version.Length + 2)..sdk.LastIndexOf(']')];
        await RunAsync(Repository.At(), "exec", Path.Combine(folder, version, "Roslyn", "bincore", "VBCSCompiler.dll"), "-shutdown", "-pipename:" + s_compiler);
    }

    public static async Task<CommandResult> RunAsync(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        // The test runner is itself started by an SDK command, whose settings are not the user's.
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>())
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase) || name == "CI")
                start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        start.Environment["UseSharedCompilation"] = "true";
        start.Environment["SharedCompilationId"] = s_compiler;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";

        string command = "dotnet " + string.Join(' ', arguments);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(s_deadline);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} was stopped after {s_deadline}:\n{await output}{await error}");
        }

        return new CommandResult(command, process.ExitCode, await output + await error);
    }
}
