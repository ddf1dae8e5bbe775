using System;

namespace ZStack;

// Decides whether and when a request is sent once more, perhaps to another node.
internal struct RetryState(ServerNodes nodes, int limit)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(2);
    private int _repeats;
    private int _hops;
    private string? _tried;

    // Whether a request may have reached a server that gave no answer of its own.
    public bool MayHaveArrived { get; private set; }

    public readonly int Count => _repeats + _hops;

    // How long to wait before; nothing if another node is to be asked.
    public TimeSpan Pause { get; private set; }

    public bool After(ZStackTransportException fault, ServerNode node)
    {
        if (Next(fault, node))
        {
            Tried(node);
            return true;
        }

        if (_tried is not null)
            fault.Note = ". Tried before: " + _tried;
        return false;
    }

    public bool After(in RawResponse response, ServerNode node)
    {
        // Tomcat's page for all paths while ZStack starts (PROTOCOL.md §9): no fault of a lone server, whose address may be wrong, but another may be further.
        bool starting = nodes.Count > 1 && response.Status == System.Net.HttpStatusCode.NotFound && response.LooksLikePage;
        if (!response.IsGatewayFault && !starting)
        {
            nodes.Worked(node);
            return false;
        }

        bool other = nodes.Failed(node);
        MayHaveArrived = true;
        if ((starting && !other) || !Repeat(other, response.RetryAfter))
            return false;
        Tried(node);
        return true;
    }

    private bool Next(ZStackTransportException fault, ServerNode node)
    {
        bool other = nodes.Failed(node);
        if (!fault.MayHaveReachedServer)
        {
            // Nothing has happened, so whatever the call is, another node may have it. The same one would hardly be there a moment later.
            if (!other || _hops >= nodes.Count - 1)
                return false;
            _hops++;
            Pause = TimeSpan.Zero;
            return true;
        }

        MayHaveArrived = true;
        // A call that took all its time has none left for another try.
        return fault is not ZStackTimeoutException && Repeat(other, null);
    }

    // One address is in the message anyway.
    private void Tried(ServerNode node)
    {
        if (nodes.Count > 1)
            _tried = _tried is null ? node.Address.Origin : _tried + ", " + node.Address.Origin;
    }

    private bool Repeat(bool other, TimeSpan? retryAfter)
    {
        // A server that asks for a longer pause is told to the caller instead.
        if (_repeats >= limit || (!other && retryAfter > s_longestPause))
            return false;
        Pause = other ? TimeSpan.Zero : PollSchedule.Jitter(TimeSpan.FromTicks(s_firstPause.Ticks << Math.Min(_repeats, 5)));
        if (!other && retryAfter > Pause)
            Pause = retryAfter.Value;
        _repeats++;
        return true;
    }
}
