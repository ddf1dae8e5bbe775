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

/// <summary>The output and the exit code of a command.</summary>
public sealed record CommandResult(string Command, int ExitCode, string Output)
{
    /// <summary>Gets lines such as <c>file(1,2): warning ZSG1004: …</c>, each once, since MSBuild repeats them in its summary.</summary>
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

    /// <summary>Asserts that the command succeeded without a warning.</summary>
    public CommandResult Clean()
    {
        Succeeded();
        // A package source may lack the exact lower bound of a dependency. That is not a warning about the package.
        Assert.DoesNotContain(Findings, f => !f.Contains("NU1603", StringComparison.Ordinal));
        return this;
    }
}

/// <summary>Runs the SDK's command line like the shell of a user.</summary>
public static class DotNet
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(10);

    // All builds of a run share one compiler server, as a user's builds do. It has its own name, so that stopping it does not stop the user's.
    private static readonly string s_compiler = "zstackgen-" + Guid.NewGuid().ToString("N");

    /// <summary>Stops the compiler server of this run.</summary>
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

        // An SDK command starts the test runner. Its settings must not reach the user's commands.
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
        // Each process runs for seconds, so that profiles of its code do not pay off.
        start.Environment["DOTNET_TieredPGO"] = "0";
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
