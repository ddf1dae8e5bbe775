using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
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
    public static async Task<CommandResult> RunAsync(string folder, params string[] arguments)
    {
        // An SDK command starts the test runner. Its settings must not reach the user's commands.
        Dictionary<string, string?> environment = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase) || name == "CI")
            .ToDictionary(static name => name, static _ => (string?)null, StringComparer.Ordinal);
        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["MSBUILDTERMINALLOGGER"] = "off";
        environment["UseSharedCompilation"] = "true";
        environment["SharedCompilationId"] = CompilerServer.Name;
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_NOLOGO"] = "1";
        // Each process runs for seconds, so that profiles of its code and collections beside it do not pay off.
        environment["DOTNET_TieredPGO"] = "0";
        environment["DOTNET_gcConcurrent"] = "0";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        // The tests themselves use all processors. Each further MSBuild process would JIT-compile the same code again.
        string[] all = arguments[0] is "build" or "pack" or "publish" ? [.. arguments, "-maxcpucount:1"] : arguments;
        ChildResult result = await ChildProcess.RunAsync(ChildProcess.DotNet, all, folder, environment);
        return new CommandResult("dotnet " + string.Join(' ', arguments), result.ExitCode, result.Output + result.Error);
    }
}
