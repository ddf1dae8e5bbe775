using System.Collections.Generic;

namespace ZStack.Simulation.Requests;

/// <summary>The log of the latest calls. Its size is limited, so that long runs do not exhaust the memory.</summary>
internal sealed class ReceivedCallLog(int limit)
{
    private readonly Queue<ReceivedCall> _calls = new();

    public void Add(ReceivedCall call)
    {
        if (limit <= 0)
            return;
        lock (_calls)
        {
            if (_calls.Count >= limit)
                _calls.Dequeue();
            _calls.Enqueue(call);
        }
    }

    public IReadOnlyList<ReceivedCall> Snapshot()
    {
        lock (_calls)
            return [.. _calls];
    }

    public void Clear()
    {
        lock (_calls)
            _calls.Clear();
    }
}
