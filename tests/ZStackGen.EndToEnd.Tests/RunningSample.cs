using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Xunit;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>A sample that runs until the test stops it.</summary>
internal sealed class RunningSample : IDisposable
{
    // For a machine that is busy with other tests.
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly ChildProcess _child;
    private readonly Channel<string> _unread = Channel.CreateUnbounded<string>();
    private readonly List<string> _lines = [];
    private int _openStreams = 2;

    private RunningSample(ChildProcess child)
    {
        _child = child;
        child.Process.OutputDataReceived += Read;
        child.Process.ErrorDataReceived += Read;
        child.Process.BeginOutputReadLine();
        child.Process.BeginErrorReadLine();
    }

    public static RunningSample Start(string name, params string[] arguments) => new(SampleProgram.Start(name, arguments));

    /// <summary>Waits for a line that contains a text, and returns the line; null if the sample ends without it.</summary>
    public async Task<string?> FindLineAsync(string text)
    {
        if (_lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } found)
            return found;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_limit);
        try
        {
            await foreach (string line in _unread.Reader.ReadAllAsync(limit.Token))
            {
                _lines.Add(line);
                if (line.Contains(text, StringComparison.Ordinal))
                    return line;
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            Assert.Fail($"After {s_limit} there is no line with '{text}':\n{Printed()}");
        }

        return null;
    }

    /// <summary>Waits for a line that contains a text, which has to come before the sample ends.</summary>
    public async Task<string> WaitForLineAsync(string text)
    {
        string? line = await FindLineAsync(text);
        Assert.True(line is not null, $"The sample ended without a line with '{text}':\n{Printed()}");
        return line;
    }

    /// <summary>Waits until the sample ends by itself, and returns its exit code.</summary>
    public async Task<int> WaitForExitAsync()
    {
        await _child.Process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(s_limit, TestContext.Current.CancellationToken);
        return _child.Process.ExitCode;
    }

    /// <summary>Kills the sample if it runs.</summary>
    public void Dispose() => _child.Dispose();

    private string Printed() => string.Join('\n', _lines.TakeLast(40));

    private void Read(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is not null)
            _unread.Writer.TryWrite(e.Data);
        else if (Interlocked.Decrement(ref _openStreams) == 0)
            _unread.Writer.Complete();
    }
}
