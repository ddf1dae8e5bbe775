using System;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

/// <summary>Behavior that only a separate process shows: exit codes, bytes on the streams, the version.</summary>
public sealed class ProcessTests
{
    [Theory]
    [InlineData(0, "inspect", "good.md")]
    [InlineData(1, "inspect", "bad.md")]
    [InlineData(2, "inspect", "nowhere.md")]
    [InlineData(0, "check", "good.md")]
    [InlineData(1, "check", "--warnaserror", "good.md")]
    [InlineData(1, "check", "bad.md")]
    [InlineData(2, "check")]
    public async Task The_exit_code_states_the_result(int expected, params string[] args)
    {
        using var folder = new TemporaryFolder();
        folder.Write("good.md", "");
        folder.Write("bad.md", [.. "# A\n\n"u8, 0xC7, 0xF8]);
        ToolRun run = await RunAsync(folder.Path, args);
        Assert.True(expected == run.ExitCode, $"{run.ExitCode}: {run.Error}{run.Output}");
    }

    [Fact]
    public async Task Standard_output_is_UTF8_JSON_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        folder.Write("页/区.md", "");
        ToolRun run = await RunAsync(folder.Path, "inspect", "页");
        Assert.Equal(('[', ""), (run.Output[0], run.Error));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Equal("页/区.md", json.RootElement[0].GetProperty("file").GetString());
    }

    [Fact]
    public async Task The_version_is_that_of_the_package()
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await RunAsync(folder.Path, "--version");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+(-[a-z0-9.]+)?\s*$", run.Output);
    }

    [Fact]
    public async Task A_pipe_is_not_waited_for()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        using var folder = new TemporaryFolder();
        ToolRun made = await ToolRun.OfAsync(folder.Path, "mkfifo", ["pipe.md"]);
        Assert.Equal(0, made.ExitCode);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.md"), "pipe.md");
        ToolRun run = await RunAsync(folder.Path, "check", ".");
        Assert.Contains("pipe.md:1:1: warning ZSG1001", run.Output, StringComparison.Ordinal);
        Assert.Contains("link.md:1:1: warning ZSG1001", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "-n")]
    [InlineData("zsh", "-n")]
    [InlineData("fish", "--no-execute")]
    public async Task The_completion_script_is_valid(string shell, string option)
    {
        using var folder = new TemporaryFolder();
        Assert.SkipUnless(Array.Exists((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), path => File.Exists(Path.Combine(path, shell))), $"{shell} is not installed.");
        folder.Write("script", (await RunAsync(folder.Path, "completion", shell)).Output);
        ToolRun run = await ToolRun.OfAsync(folder.Path, shell, [option, "script"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("> /dev/full")]
    [InlineData(">&-")]
    public async Task An_output_that_cannot_be_written_is_an_error_of_one_line(string redirection)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");
        using var folder = new TemporaryFolder();
        folder.Write("good.md", "");
        foreach (string arguments in (string[])["inspect good.md", "--help", "call --list", "new StartRobot --method PUT --path /v1/robots -o -"])
        {
            ToolRun run = await ToolRun.OfAsync(folder.Path, "sh", ["-c", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "zstackgen.dll")}' {arguments} {redirection}"]);
            Assert.True(run.ExitCode == 2, $"{arguments}: {run.ExitCode}: {run.Error}");
            Assert.Matches("^zstackgen: error: the standard output cannot be written: [^\n]+\n$", run.Error);
        }
    }

    [Fact]
    public async Task Profiles_are_not_read_from_the_current_folder()
    {
        using var folder = new TemporaryFolder();
        string home = Path.Combine(folder.Path, "home");
        Directory.CreateDirectory(home);
        folder.Write("clone/zstackgen/profiles.json", """{ "default": "evil", "profiles": { "evil": { "endpoint": "http://127.0.0.1:9" } } }""");
        string clone = Path.Combine(folder.Path, "clone");
        string[] call = [Path.Combine(AppContext.BaseDirectory, "zstackgen.dll"), "call", "QueryZone"];
        // The folder for application data does not exist yet.
        ToolRun run = await ToolRun.OfAsync(clone, "dotnet", call, Environment("HOME", home, "APPDATA", home, "XDG_CONFIG_HOME", null, "ZSTACK_PROFILES", null));
        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("127.0.0.1", run.Error, StringComparison.Ordinal);
        run = await ToolRun.OfAsync(clone, "dotnet", call, Environment("HOME", home, "ZSTACK_PROFILES", "zstackgen/profiles.json"));
        Assert.Equal((2, "zstackgen: error: ZSTACK_PROFILES is 'zstackgen/profiles.json'; specify an absolute path\n"), (run.ExitCode, run.Error));

        static System.Collections.Generic.Dictionary<string, string?> Environment(params string?[] pairs)
        {
            var variables = new System.Collections.Generic.Dictionary<string, string?> { ["ZSTACK_PASSWORD"] = "password", ["ZSTACK_ENDPOINT"] = null };
            for (int i = 0; i < pairs.Length; i += 2)
                variables[pairs[i]!] = pairs[i + 1];
            return variables;
        }
    }

    private static Task<ToolRun> RunAsync(string folder, params string[] args) =>
        ToolRun.OfAsync(folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, "zstackgen.dll"), .. args]);
}
