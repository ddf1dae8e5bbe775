using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Tool.Tests.Calling;

/// <summary>A simulated cloud of a few pages, and runs of the command line against it. The tests of a class share it.</summary>
public sealed class SimulatedCloud : IAsyncLifetime
{
    private ZStackSimulator? _simulator;

    internal ZStackSimulator Simulator => _simulator!;

    internal static string Pages => Path.Combine(SourceTree.Root, "specs", "zone-cluster");

    public async ValueTask InitializeAsync() => _simulator = await ZStackSimulator.StartAsync(
        new ZStackSimulatorOptions { Specs = SpecSource.Folder(Path.Combine(SourceTree.Root, "specs", "zone-cluster")), Port = 0 }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_simulator is not null)
            await _simulator.DisposeAsync();
    }

    internal Task<ToolRun> RunAsync(params string[] args) => RunAsync(new Dictionary<string, string> { ["ZSTACK_PASSWORD"] = "password" }, args);

    internal async Task<ToolRun> RunAsync(Dictionary<string, string> environment, params string[] args)
    {
        using var folder = new TemporaryFolder();
        return await RunAsync(folder, environment, "", args);
    }

    internal async Task<ToolRun> RunAsync(TemporaryFolder folder, Dictionary<string, string> environment, string input, params string[] args)
    {
        environment.TryAdd("ZSTACK_ENDPOINT", Simulator.BaseAddress.AbsoluteUri);
        environment.TryAdd("ZSTACK_PROFILES", Path.Combine(folder.Path, "profiles.json"));
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error)
        {
            WorkingDirectory = folder.Path,
            Input = new StringReader(input),
            Environment = name => environment.GetValueOrDefault(name),
        };
        int code = await ZStackGenCommand.RunAsync(args, terminal, TestContext.Current.CancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }
}
