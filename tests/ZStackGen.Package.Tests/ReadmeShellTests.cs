using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace ZStackGen.Package.Tests;

/// <summary>
/// The shell lines of documents that start a project, run in an empty folder like a newcomer would copy them. The packages come from the feed of the tests,
/// so that they need not be packed again.
/// </summary>
public sealed class ReadmeShellTests(PackedFeed feed)
{
    [Fact]
    public async Task The_first_example_of_the_README_runs_as_it_is_written()
    {
        string[] text = await File.ReadAllLinesAsync(Repository.At("README.md"), TestContext.Current.CancellationToken);
        string[] shell = Fence(text, "dotnet pack generator/ZStackGen.Generator -o ../feed");
        string program = string.Join('\n', Fence(text, "using ZStack;"));
        string root = feed.NewFolder("readme").Path, clone = Path.Combine(root, "clone");
        foreach (string category in (string[])["zone-cluster", "types"])
            Copy(Directory.GetFiles(Repository.At("specs", category)), Path.Combine(clone, "specs", category));

        string folder = await RunAsync(shell, clone);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), program, TestContext.Current.CancellationToken);
        CommandResult ran = (await DotNet.RunAsync(folder, "run")).Succeeded();

        string[] lines = ran.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.StartsWith("created ", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, static line => line.StartsWith("lab, created 20", StringComparison.Ordinal));
    }

    /// <summary>The other documents repeat the first steps with other packages. Each of their lines is of a kind that the test above runs.</summary>
    [Fact]
    public void The_documents_of_the_packages_start_a_project_in_the_same_way()
    {
        string[] documents = [.. Directory.EnumerateFiles(Repository.At("generator"), "README.md", SearchOption.AllDirectories), .. Directory.EnumerateFiles(Repository.At("runtime"), "README.md", SearchOption.AllDirectories)];
        int starts = 0;
        foreach (string document in documents.Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)))
        {
            string[] lines = File.ReadAllLines(document);
            foreach (string line in lines.Where(static line => line.StartsWith("dotnet new ", StringComparison.Ordinal) || line.StartsWith("dotnet add ", StringComparison.Ordinal)))
            {
                string[] words = line.Split(' ');
                bool isKnown = words is ["dotnet", "new", "console" or "web" or "xunit" or "install" or "zstack", ..] || words is ["dotnet", "add", "package", _];
                Assert.True(isKnown, $"{document}: {line}");
                if (words[1] == "add" && words[3].StartsWith("ZStackGen", StringComparison.Ordinal))
                    Assert.True(words[3] == "ZStackGen.Api" || File.Exists(feed.PackagePath(words[3])), $"{document}: no package {words[3]}");
                starts += words[1] == "new" ? 1 : 0;
            }
        }

        Assert.True(starts >= 7, $"only {starts} documents start a project");
    }

    /// <summary>Runs the lines like a shell in a folder. Returns the folder in which they end.</summary>
    private async Task<string> RunAsync(IEnumerable<string> lines, string folder)
    {
        foreach (string line in lines)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["dotnet", "pack", var project, "-o", var output]:
                    string id = Path.GetFileName(project) == "ZStackGen.Generator" ? "ZStackGen" : Path.GetFileName(project);
                    Copy([feed.PackagePath(id)], Path.Combine(folder, output));
                    break;
                case ["mkdir", var created]:
                    Directory.CreateDirectory(Path.Combine(folder, created));
                    break;
                case ["cp", .. var files, var target]:
                    Copy(files.Select(file => Path.Combine(folder, file)), Path.Combine(folder, target));
                    break;
                case ["cd", var next]:
                    folder = Path.GetFullPath(Path.Combine(folder, next));
                    Assert.True(Directory.Exists(folder), line);
                    break;
                case ["dotnet", "add", "package", var package]:
                    // Without a version, only a release would be chosen.
                    (await DotNet.RunAsync(folder, "add", "package", package, "--version", feed.Version)).Succeeded();
                    break;
                case ["dotnet", "new", "nugetconfig"]:
                    (await DotNet.RunAsync(folder, words[1..])).Succeeded();
                    // The machine may use another registry.
                    string config = Path.Combine(folder, "nuget.config");
                    await File.WriteAllTextAsync(config, (await File.ReadAllTextAsync(config, TestContext.Current.CancellationToken)).Replace("<clear />", "", StringComparison.Ordinal), TestContext.Current.CancellationToken);
                    break;
                case ["dotnet", ..]:
                    (await DotNet.RunAsync(folder, words[1..])).Succeeded();
                    break;
                default:
                    Assert.Fail($"The test cannot run '{line}'.");
                    break;
            }
        }

        return folder;
    }

    private static void Copy(IEnumerable<string> files, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in files)
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
    }

    /// <summary>Returns the lines of the code block that starts with a line.</summary>
    private static string[] Fence(string[] text, string first)
    {
        int start = Array.IndexOf(text, first);
        Assert.True(start > 0 && text[start - 1].StartsWith("```", StringComparison.Ordinal), $"No block starts with '{first}'.");
        return [.. text.Skip(start).TakeWhile(static line => line != "```")];
    }
}
