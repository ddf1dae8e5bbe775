using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.Tool.Tests;

public sealed class PackedToolTests
{
    [Fact]
    public async Task The_tool_is_packed_installed_from_a_local_feed_and_runs()
    {
        using var folder = new TemporaryFolder();
        string feed = Path.Combine(folder.Path, "feed"), tools = Path.Combine(folder.Path, "tools");
        // Packs the build of the tests: …/bin/<configuration>/<framework>/.
        string configuration = Directory.GetParent(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))!.Name;
        string project = Path.Combine(SourceTree.Root, "generator", "ZStackGen.Tool", "ZStackGen.Tool.csproj");
        await SucceedAsync(folder.Path, "pack", project, "--no-build", "--configuration", configuration, "--output", feed, "-p:PackageVersion=0.0.1-test", "-nologo");
        string package = Assert.Single(Directory.GetFiles(feed, "*.nupkg"));
        AssertNotices(package);
        string nugetConfig = folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="{feed}" /></packageSources>
            </configuration>
            """);
        await SucceedAsync(folder.Path, "tool", "install", "ZStackGen.Tool", "--version", "0.0.1-test", "--tool-path", tools, "--configfile", nugetConfig);

        folder.Write("specs/good.md", "");
        folder.Write("specs/bad.md", [.. "# A\n\n"u8, 0xC7, 0xF8]);
        string tool = Path.Combine(tools, OperatingSystem.IsWindows() ? "zstackgen.exe" : "zstackgen");
        ToolRun good = await ToolRun.OfAsync(folder.Path, tool, ["inspect", "specs/good.md"]);
        Assert.Equal((0, ""), (good.ExitCode, good.Error));
        using JsonDocument json = JsonDocument.Parse(good.Output);
        Assert.Equal("specs/good.md", json.RootElement[0].GetProperty("file").GetString());
        ToolRun bad = await ToolRun.OfAsync(folder.Path, tool, ["check", "specs"]);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("specs/bad.md:3:1: error ZSG1002: ", bad.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await ToolRun.OfAsync(folder.Path, tool, ["check", "nowhere"])).ExitCode);

        // The program for .NET 8 runs on this runtime, too.
        string content = Path.Combine(folder.Path, "content");
        await ZipFile.ExtractToDirectoryAsync(package, content, TestContext.Current.CancellationToken);
        ToolRun older = await ToolRun.OfAsync(folder.Path, "dotnet", [Path.Combine(content, "tools", "net8.0", "any", "zstackgen.dll"), "inspect", "specs/good.md"]);
        Assert.Equal((0, "", good.Output), (older.ExitCode, older.Error, older.Output));
    }

    // Every library of others is named in the notices, and SQLite comes only for the platforms of developers.
    private static void AssertNotices(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using var reader = new StreamReader(archive.GetEntry("THIRD-PARTY-NOTICES.txt")!.Open());
        string notices = reader.ReadToEnd();
        string[] others = [.. archive.Entries.Where(static entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal) && !entry.FullName.Contains("/runtimes/", StringComparison.Ordinal)).Select(static entry => Path.GetFileNameWithoutExtension(entry.Name))
            .Where(static name => !name.StartsWith("zstackgen", StringComparison.OrdinalIgnoreCase) || name == "ZStackGen.Markdig")];
        Assert.NotEmpty(others);
        Assert.DoesNotContain(others, name => !notices.Contains(name.StartsWith("SQLitePCLRaw", StringComparison.Ordinal) ? "SQLitePCLRaw" : name, StringComparison.Ordinal));
        foreach (string framework in (string[])["net8.0", "net10.0"])
            Assert.Equal(8, archive.Entries.Count(entry => entry.FullName.StartsWith($"tools/{framework}/any/runtimes/", StringComparison.Ordinal)));
    }

    private static async Task SucceedAsync(string folder, params string[] args)
    {
        var environment = new Dictionary<string, string?>
        {
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            // A separate cache, so that the same version packed again is not taken from the user's cache.
            ["NUGET_PACKAGES"] = Path.Combine(folder, "packages"),
        };
        // Packing needs the results of the restore.
        if (args[0] == "pack")
            environment.Remove("NUGET_PACKAGES");
        ToolRun run = await ToolRun.OfAsync(folder, "dotnet", args, environment);
        Assert.True(run.ExitCode == 0, $"dotnet {string.Join(' ', args)}\n{run.Output}{run.Error}");
    }
}
