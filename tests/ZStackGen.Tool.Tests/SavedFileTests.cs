using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Tool.Tests;

public sealed class SavedFileTests
{
    private const string Page = "# OpenDoor\n\nOpens a door.\n\n`PUT /v1/doors/{uuid}/actions`\n\n| Name | Type | Location | Description | Since |\n|---|---|---|---|---|\n| uuid | String | url | The UUID. | 4.0 |\n";

    [Theory]
    [InlineData("specs/doors/OpenDoor.md", "format", "specs")]
    [InlineData("specs/doors/OpenDoor.md", "new", "OpenDoor", "--path", "/v1/doors/{uuid}/actions", "--category", "doors", "--force")]
    [InlineData("specs/doors/OpenDoor.md", "import", "manual", "--force")]
    [InlineData("specs/doors/OpenDoor.md", "openapi", "manual", "-o", "specs/doors/OpenDoor.md")]
    public async Task An_overwritten_file_is_replaced_in_one_step_behind_its_link_with_its_permissions(string path, params string[] args)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes, and an open file cannot be replaced.");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;
        using var folder = new TemporaryFolder();
        folder.Write("manual/OpenDoor.md", Page.Replace("Opens", "Unlocks", StringComparison.Ordinal));
        string target = folder.Write("elsewhere/page.md", Page), link = Path.Combine(folder.Path, path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(target, Mode);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, "../../elsewhere/page.md");
        // A program that has the file open keeps the previous content: the file was not truncated.
        using StreamReader open = new(target);

        ToolRun run = await ToolRun.InAsync(folder.Path, args);

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.NotEqual(Page, await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken));
        Assert.Equal(Page, await open.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal("../../elsewhere/page.md", new FileInfo(link).LinkTarget);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(target) == Mode);
        Assert.Equal(2, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Count(static file => !file.Contains("manual", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_pipe_is_written_and_not_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no named pipes in folders.");
        using var folder = new TemporaryFolder();
        folder.Write("specs/OpenDoor.md", Page);
        string pipe = Path.Combine(folder.Path, "pipe");
        await ChildProcess.RunAsync("mkfifo", [pipe], folder.Path, null);
        Task<string> read = Task.Run(() => File.ReadAllText(pipe), TestContext.Current.CancellationToken);

        ToolRun run = await ToolRun.InAsync(folder.Path, "openapi", "specs", "-o", "pipe");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("\"openapi\"", await read.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["pipe", "specs"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_read_only_file_is_not_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsWindows() || Environment.UserName != "root", "The user may write every file.");
        using var folder = new TemporaryFolder();
        string page = folder.Write("specs/OpenDoor.md", Page + "\n\n");
        File.SetAttributes(page, FileAttributes.ReadOnly);
        try
        {
            ToolRun run = await ToolRun.InAsync(folder.Path, "format", "specs");
            Assert.Equal(2, run.ExitCode);
            Assert.Contains("OpenDoor.md' cannot be written", run.Error, StringComparison.Ordinal);
            Assert.Equal(Page + "\n\n", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.SetAttributes(page, FileAttributes.Normal);
        }
    }

    // The timeout of a regular expression is elapsed time, also while the process waits for a processor.
    [Fact]
    public void A_busy_machine_does_not_end_a_command_at_a_regular_expression()
    {
        MethodInfo[] expressions = [.. typeof(ZStackGenCommand).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static method => method.IsDefined(typeof(GeneratedRegexAttribute)))];
        Assert.NotEmpty(expressions);
        Assert.All(expressions, static method => Assert.Equal(Regex.InfiniteMatchTimeout, ((Regex)method.Invoke(null, null)!).MatchTimeout));
    }
}
