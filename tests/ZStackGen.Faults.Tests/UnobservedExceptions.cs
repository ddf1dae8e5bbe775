using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;
using ZStackGen.Faults.Tests;

[assembly: AssemblyFixture(typeof(UnobservedExceptions))]

namespace ZStackGen.Faults.Tests;

/// <summary>Fails the whole run if a task has an unobserved exception.</summary>
public sealed class UnobservedExceptions : IAsyncLifetime
{
    private readonly ConcurrentQueue<Exception> _seen = new();

    public UnobservedExceptions() => TaskScheduler.UnobservedTaskException += Note;

    /// <summary>Collects the unobserved exceptions so far.</summary>
    public string[] Collect()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return [.. Array.ConvertAll(_seen.ToArray(), static e => e.ToString())];
    }

    public ValueTask InitializeAsync() => default;

    public ValueTask DisposeAsync()
    {
        TaskScheduler.UnobservedTaskException -= Note;
        string[] seen = Collect();
        return seen.Length == 0 ? default : throw new InvalidOperationException("Nobody looked at these exceptions:\n" + string.Join("\n\n", seen));
    }

    private void Note(object? sender, UnobservedTaskExceptionEventArgs e) => _seen.Enqueue(e.Exception);
}
