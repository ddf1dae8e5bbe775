using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ZStack.Simulation;

namespace ZStackGen.Package.Tests;

/// <summary>samples/NativeAot, published as native code and run against a simulator on a port.</summary>
public sealed class NativeAotTests(PackedFeed feed)
{
    private const long MaxBytes = 6 * 1024 * 1024;

    [Fact]
    public async Task The_sample_publishes_without_a_trim_or_aot_warning_within_6_MB_and_calls_every_API_of_its_pages()
    {
        NativeProgram.SkipWithoutLinker();

        // Separate from the source tree's obj and bin, which other tests may be using, with the generator and the runtime that were compiled for their
        // packages. The compiler for native code analyzes the program by itself. The published
        // program has no debug symbols in any case.
        CommandResult published = await DotNet.RunAsync(
            Repository.At("samples", "NativeAot"), "publish", "-c", "Release", "--artifacts-path", feed.Artifacts, $"-p:PackageVersion={feed.Version}", "-p:RunAnalyzers=false", "-p:NativeDebugSymbols=false");
        published.Clean();
        Assert.DoesNotContain(" IL2", published.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" IL3", published.Output, StringComparison.Ordinal);
        string program = Path.Combine(feed.Artifacts, "publish", "NativeAot", "release", "native-aot");
        long size = new FileInfo(program).Length;
        Assert.True(size <= MaxBytes, $"The program has {size} bytes, more than {MaxBytes}.");

        await using ZStackSimulator zstack = await ZStackSimulator.StartAsync(
            new ZStackSimulatorOptions { Specs = Repository.Pages(), Port = 0, JobDelay = TimeSpan.Zero }, TestContext.Current.CancellationToken);
        string[] all = [.. Directory.EnumerateFiles(Repository.Pages(), "*.md", SearchOption.AllDirectories)
            .Where(static page => !page.Contains($"{Path.DirectorySeparatorChar}types{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(static page => Path.GetFileNameWithoutExtension(page)).Where(static name => name != "README").Order(StringComparer.Ordinal)];
        Assert.True(all.Length >= 20);

        (int exitCode, string output, TimeSpan time) = await NativeProgram.RunAsync(
            program, [zstack.BaseAddress.GetLeftPart(UriPartial.Authority)], new Dictionary<string, string?> { ["ZSTACK_PASSWORD"] = "password" });

        TestContext.Current.TestOutputHelper!.WriteLine($"native-aot: {size} bytes, whole run {time.TotalMilliseconds:F0} ms");
        Assert.Equal(0, exitCode);
        Assert.Contains("VM instance native-aot: Running", output, StringComparison.Ordinal);
        IEnumerable<string> called = zstack.ReceivedCalls.Where(static call => call.Status is 200 or 202 or 503).Select(static call => call.Api!).Distinct().Where(static api => api is not null);
        Assert.Empty(all.Except(called, StringComparer.Ordinal));
    }
}
