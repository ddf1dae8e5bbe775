using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Explorer.Tests;

/// <summary><c>zstackgen serve</c> in this process, on a free port. Stopping it has the effect of Ctrl+C.</summary>
internal sealed class ServedSite : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Output _output = new();
    private readonly StringWriter _error = new();
    private Task<int> _run = Task.FromResult(0);

    /// <summary>Gets the address of the explorer, with a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Gets the standard output.</summary>
    public string Printed => _output.ToString();

    /// <summary>Gets the standard error output.</summary>
    public string Errors => _error.ToString();

    /// <summary>Serves a folder of pages, with further options of the command.</summary>
    public static async Task<ServedSite> StartAsync(string pages, params string[] options)
    {
        var site = new ServedSite();
        var terminal = new Terminal(site._output, site._error);
        site._run = Task.Run(() => ZStackGenCommand.RunAsync(["serve", pages, "--port", "0", .. options], terminal, site._stop.Token));
        Task first = await Task.WhenAny(site._run, site._output.Flushed).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        Assert.True(first == site._output.Flushed, site._error.ToString());
        site.Url = site.Printed.Split('\n')[0].Split(" at ")[1].Trim();
        return site;
    }

    /// <summary>Stops the command.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        await _stop.CancelAsync();
        return await _run.WaitAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private sealed class Output : StringWriter
    {
        private readonly TaskCompletionSource _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Flushed => _flushed.Task;

        public override Encoding Encoding => Encoding.UTF8;

        public override void Flush() => _flushed.TrySetResult();
    }
}
