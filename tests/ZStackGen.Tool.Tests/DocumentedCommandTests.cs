using System;
using System.Collections.Generic;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;
using ZStackGen.Tool.Commands;
using ZStackGen.Tool.Tests.Importing;

namespace ZStackGen.Tool.Tests;

/// <summary>Every command line in the tool's document runs, in a folder with the files that it names.</summary>
public sealed class DocumentedCommandTests(DocumentedCommandTests.Cloud cloud) : IClassFixture<DocumentedCommandTests.Cloud>
{
    public static TheoryData<string> Lines { get; } = [.. File.ReadLines(Path.Combine(SourceTree.Root, "generator", "ZStackGen.Tool", "README.md")).Where(static line => line.StartsWith("zstackgen ", StringComparison.Ordinal)).Distinct()];

    [Fact]
    public void The_document_has_lines_for_every_command()
    {
        string[] commands = [.. Lines.Select(static row => row.Data.Split(' ')[1]).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["call", "check", "completion", "diff", "format", "import", "inspect", "job", "matrix", "new", "openapi", "serve", "verify"], commands);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_documented_command_line_runs(string line)
    {
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Add("/api/", ImportCommandTests.Page("OpenDoor"));
        Arrange(folder, line);
        // A redirection is the work of the shell.
        string[] args = [.. CommandLineParser.SplitCommandLine(line.Split(" > ")[0]).Skip(1)
            .Select(word => word.Replace("https://docs.example", site.Address, StringComparison.Ordinal).Replace("http://mn.example:8080", cloud.Address, StringComparison.Ordinal))];
        // A free port, so that tests can run in parallel.
        bool serves = args[0] == "serve";
        if (serves)
            args = [.. args.Where((word, i) => word != "--port" && args[i - (i > 0 ? 1 : 0)] != "--port"), "--port", "0"];

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(serves ? new StoppingWriter(stop) : new StringWriter { NewLine = "\n" }, error)
        {
            WorkingDirectory = folder.Path,
            Environment = name => name switch
            {
                "ZSTACK_ENDPOINT" => cloud.Address,
                "ZSTACK_PASSWORD" => "password",
                "ZSTACK_PROFILES" => Path.Combine(folder.Path, "profiles.json"),
                _ => null,
            },
        };
        int code = await ZStackGenCommand.RunAsync(args, terminal, stop.Token);

        // The cloud does not have the job of the examples. Checks and comparisons may have findings.
        int[] expected = args[0] is "job" ? [3] : args[0] is "check" or "diff" or "format" or "verify" ? [0, 1] : [0];
        Assert.True(expected.Contains(code), $"exit code {code}: {error}");
    }

    private static void Arrange(TemporaryFolder folder, string line)
    {
        string specs = Path.Combine(SourceTree.Root, "specs");
        string[] pages = ["zone-cluster/CreateZone.md", "zone-cluster/QueryZone.md", "types/ZoneInventory.md", "vm/CreateVmInstance.md", "vm/StartVmInstance.md", "vm/StopVmInstance.md"];
        foreach (string page in pages)
        {
            string text = File.ReadAllText(Path.Combine(specs, page));
            foreach (string part in (string[])["specs", "manual", "downloaded", "specs-4.8", "specs-5.2", "published-pages"])
                folder.Write(Path.Combine(part, page), text);
        }

        folder.Write("old/CreateZone.txt", File.ReadAllText(Path.Combine(specs, "zone-cluster", "CreateZone.md")));
        folder.Write("page.txt", File.ReadAllText(Path.Combine(specs, "vm", "StartVmInstance.md")));
        // A command that writes a page does not replace one.
        if (line.StartsWith("zstackgen new", StringComparison.Ordinal) || line.StartsWith("zstackgen import", StringComparison.Ordinal))
            Directory.Delete(Path.Combine(folder.Path, "specs"), recursive: true);
    }

    /// <summary>A simulated cloud of all pages.</summary>
    public sealed class Cloud : IAsyncLifetime
    {
        private ZStackSimulator? _simulator;

        /// <summary>Gets the address without a slash at the end.</summary>
        public string Address => _simulator!.BaseAddress.GetLeftPart(UriPartial.Authority);

        public async ValueTask InitializeAsync() => _simulator = await ZStackSimulator.StartAsync(
            new ZStackSimulatorOptions { Specs = SpecSource.Folder(Path.Combine(SourceTree.Root, "specs")), Port = 0 }, TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            if (_simulator is not null)
                await _simulator.DisposeAsync();
        }
    }

    /// <summary>Stops a command as soon as it has printed where it listens.</summary>
    private sealed class StoppingWriter(CancellationTokenSource stop) : StringWriter
    {
        public override void Flush()
        {
            base.Flush();
            stop.Cancel();
        }
    }
}
