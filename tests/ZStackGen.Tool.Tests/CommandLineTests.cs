using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Tool.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("frobnicate")]
    [InlineData("import")]
    [InlineData("import --max-size 0 .")]
    [InlineData("import --max-pages many .")]
    [InlineData("inspect")]
    [InlineData("inspect --format xml .")]
    [InlineData("inspect --frobnicate")]
    [InlineData("check --severity fatal .")]
    [InlineData("format --check -o out .")]
    [InlineData("diff .")]
    [InlineData("diff --format yaml . .")]
    [InlineData("matrix")]
    [InlineData("matrix --format xml .")]
    [InlineData("new")]
    [InlineData("call")]
    [InlineData("call Frobnicate")]
    [InlineData("call QueryZone --format xml")]
    [InlineData("call CreateZone")]
    [InlineData("call QueryZone")]
    [InlineData("job")]
    [InlineData("completion tcsh")]
    [InlineData("verify")]
    [InlineData("verify --resources 0 .")]
    [InlineData("verify --format xml .")]
    public async Task Invalid_arguments_are_explained_only_on_the_error_stream(string line)
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.InAsync(folder.Path, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("zstackgen: error: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("import --help")]
    [InlineData("inspect --help")]
    [InlineData("check --help")]
    [InlineData("format --help")]
    [InlineData("diff --help")]
    [InlineData("matrix --help")]
    [InlineData("new --help")]
    [InlineData("openapi --help")]
    [InlineData("serve --help")]
    [InlineData("call --help")]
    [InlineData("job --help")]
    [InlineData("completion --help")]
    [InlineData("verify --help")]
    public async Task Help_ends_with_examples_and_exit_codes(string line)
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.InAsync(folder.Path, line.Split(' '));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Examples:\n  zstackgen ", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Exit codes:\n  0 ", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_arguments_the_tool_prints_its_help()
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.InAsync(folder.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal((await ToolRun.InAsync(folder.Path, "--help")).Output, run.Output);
    }

    [Theory]
    [InlineData("chek specs", "'chek' is not a command; did you mean 'check'?")]
    [InlineData("serv", "'serv' is not a command; did you mean 'serve'?")]
    [InlineData("frobnicate specs", "'frobnicate' is not a command")]
    [InlineData("check --warnaserrors .", "'--warnaserrors' is not an option of 'zstackgen check'; did you mean '--warnaserror'?")]
    [InlineData("inspect . --unred", "'--unred' is not an option of 'zstackgen inspect'; did you mean '--unread'?")]
    [InlineData("serve specs --port abc", "--port 'abc' is not an integer")]
    [InlineData("import specs --max-pages 99999999999", "--max-pages '99999999999' is not an integer")]
    public async Task A_wrong_word_of_the_command_line_is_explained(string line, string message)
    {
        using var folder = new TemporaryFolder();
        ToolRun run = await ToolRun.InAsync(folder.Path, line.Split(' '));
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"zstackgen: error: {message}\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("openapi")]
    [InlineData("serve")]
    [InlineData("verify")]
    public async Task A_folder_without_pages_is_an_error(string command)
    {
        using var folder = new TemporaryFolder();
        folder.Write("empty/README.md", "# Not a page");
        ToolRun run = await ToolRun.InAsync(folder.Path, command, "empty");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("zstackgen: error: no page found in empty; ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openapi page.md -o a/b/c.json")]
    [InlineData("matrix page.md -o a/b/c.json")]
    public async Task The_folders_of_an_output_file_are_created(string line)
    {
        using var folder = new TemporaryFolder();
        folder.Write("page.md", "# GetVersion\n\n`GET /v1/version`\n");
        ToolRun run = await ToolRun.InAsync(folder.Path, line.Split(' '));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.True(new FileInfo(Path.Combine(folder.Path, "a", "b", "c.json")).Length > 0);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task The_completion_script_of_a_shell_asks_the_tool_itself(string shell)
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("[suggest:", (await ToolRun.InAsync(folder.Path, "completion", shell)).Output, StringComparison.Ordinal);
        Assert.Equal("check\n", (await ToolRun.InAsync(folder.Path, "[suggest:14]", "zstackgen chec")).Output.ReplaceLineEndings("\n"));
        Assert.Equal("--no-wait\n", (await ToolRun.InAsync(folder.Path, "[suggest:19]", "zstackgen call --no")).Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_README_lists_every_command_with_all_its_options()
    {
        using var folder = new TemporaryFolder();
        string[] commands = [.. Names(await HelpAsync(folder, "--help"), "Commands:").Select(static line => line.Split(' ')[0])];
        Assert.True(commands.Length >= 7, string.Join(' ', commands));
        string readme = (await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "generator", "ZStackGen.Tool", "README.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        foreach (string command in commands)
        {
            Assert.Contains($"| [`{command} ", readme, StringComparison.Ordinal);
            string chapter = Assert.Single(readme.Split("\n## "), part => part.StartsWith($"zstackgen {command}\n", StringComparison.Ordinal));
            Assert.Contains($"\nzstackgen {command} ", chapter, StringComparison.Ordinal);
            foreach (string option in Names(await HelpAsync(folder, command, "--help"), "Options:").SelectMany(static line => line.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)).Where(static word => word.StartsWith('-')))
            {
                bool isCommon = option is "-h" or "-?" or "--help" or "--verbose";
                Assert.True((isCommon ? readme : chapter).Contains("`" + option, StringComparison.Ordinal), $"{command} {option}");
            }
        }

        object?[] tested = [.. typeof(CommandLineTests).GetMethod(nameof(Help_ends_with_examples_and_exit_codes))!.GetCustomAttributes(false).OfType<InlineDataAttribute>().SelectMany(static data => data.Data)];
        Assert.Equal(commands.Select(static command => command + " --help").Order(StringComparer.Ordinal), tested.Skip(1).OfType<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_unexpected_failure_shows_its_stack_trace_only_with_verbose()
    {
        using var folder = new TemporaryFolder();
        folder.Write("X.md", "");
        (int code, string error) = await FailAsync(folder.Path, "inspect", "X.md");
        Assert.Equal(2, code);
        Assert.Equal("zstackgen: error: unexpected InvalidTimeZoneException: broken (use --verbose for the stack trace)\n", error);
        (code, error) = await FailAsync(folder.Path, "inspect", "X.md", "--verbose");
        Assert.Equal(2, code);
        Assert.Contains("   at ZStackGen.Tool.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_canceled_command_reports_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("X.md", "");
        var error = new System.IO.StringWriter { NewLine = "\n" };
        var terminal = new Terminal(new System.IO.StringWriter(), error) { WorkingDirectory = folder.Path };
        Assert.Equal(130, await ZStackGenCommand.RunAsync(["inspect", "X.md"], terminal, new CancellationToken(canceled: true)));
        Assert.Equal("zstackgen: canceled\n", error.ToString());
    }

    private static async Task<(int Code, string Error)> FailAsync(string folder, params string[] args)
    {
        var error = new System.IO.StringWriter { NewLine = "\n" };
        var terminal = new Terminal(new BrokenWriter(), error) { WorkingDirectory = folder };
        int code = await ZStackGenCommand.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return (code, error.ToString());
    }

    private sealed class BrokenWriter : System.IO.StringWriter
    {
        public override void Write(string? value) => throw new InvalidTimeZoneException("broken");

        public override void Write(char value) => throw new InvalidTimeZoneException("broken");
    }

    private static async Task<string> HelpAsync(TemporaryFolder folder, params string[] arguments) => (await ToolRun.InAsync(folder.Path, arguments)).Output.ReplaceLineEndings("\n");

    // Returns the left column of a section of a command's help.
    private static string[] Names(string help, string section) =>
        [.. help.Split('\n').SkipWhile(line => line != section).Skip(1).TakeWhile(static line => line.StartsWith("  ", StringComparison.Ordinal))
            .Where(static line => line[2] != ' ').Select(static line => line.Trim().Split("  ")[0])];
}
