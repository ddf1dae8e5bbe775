using System.Collections.Generic;

namespace ZStack.Simulation.Requests;

/// <summary>The log of the latest calls. The number of calls and their memory are limited, so that long runs do not exhaust the memory.</summary>
internal sealed class ReceivedCallLog(int limit, long byteLimit)
{
    private readonly Queue<ReceivedCall> _calls = new();
    private long _size;

    public void Add(ReceivedCall call)
    {
        if (limit <= 0)
            return;
        lock (_calls)
        {
            call.CountedSize = SizeOf(call);
            _size += call.CountedSize;
            _calls.Enqueue(call);
            Trim();
        }
    }

    /// <summary>Counts the body and the arguments of a call, which are known only after it has been added.</summary>
    public void Update(ReceivedCall call)
    {
        lock (_calls)
        {
            if (call.CountedSize == 0)
                return;
            long size = SizeOf(call);
            _size += size - call.CountedSize;
            call.CountedSize = size;
            Trim();
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
        {
            foreach (ReceivedCall call in _calls)
                call.CountedSize = 0;
            _calls.Clear();
            _size = 0;
        }
    }

    private void Trim()
    {
        while (_calls.Count > limit || (_size > byteLimit && _calls.Count > 0))
        {
            ReceivedCall oldest = _calls.Dequeue();
            _size -= oldest.CountedSize;
            oldest.CountedSize = 0;
        }
    }

    private static long SizeOf(ReceivedCall call)
    {
        long size = 500 + (2L * (call.Path.Length + call.Query.Length + call.Body.Length)) + (call.Arguments is null ? 0 : JsonSize.Of(call.Arguments));
        foreach ((string name, string value) in call.Headers)
            size += 100 + (2L * (name.Length + value.Length));
        return size;
    }
}
