using System;

namespace ZStack;

// Decides whether and when a request is retried, perhaps on another node.
internal struct RetryState(ServerNodes nodes, int limit)
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(2);
    private int _retries;
    private int _hops;
    private string? _triedNodes;

    // Whether an attempt may have reached a server without a response.
    public bool MayHaveArrived { get; private set; }

    public readonly int Count => _retries + _hops;

    // The pause before the next attempt; zero if the next attempt uses another node.
    public TimeSpan Pause { get; private set; }

    public bool ShouldRetry(ZStackTransportException fault, ServerNode node)
    {
        if (Next(fault, node))
        {
            AddTriedNode(node);
            return true;
        }

        if (_triedNodes is not null)
            fault.Note = ". Nodes that failed before: " + _triedNodes;
        return false;
    }

    public bool ShouldRetry(in RawResponse response, ServerNode node)
    {
        // Tomcat returns an HTML page with 404 for all paths while ZStack starts (PROTOCOL.md §9). With a single node, the address may be wrong instead.
        bool starting = nodes.Count > 1 && response.Status == System.Net.HttpStatusCode.NotFound && response.LooksLikePage;
        if (!response.IsGatewayFault && !starting)
        {
            nodes.Worked(node);
            return false;
        }

        bool other = nodes.Failed(node, isReachable: true);
        MayHaveArrived = true;
        if ((starting && !other) || !Retry(other, response.RetryAfter))
            return false;
        AddTriedNode(node);
        return true;
    }

    private bool Next(ZStackTransportException fault, ServerNode node)
    {
        bool other = nodes.Failed(node, isReachable: fault.MayHaveReachedServer && fault is not ZStackTimeoutException);
        if (!fault.MayHaveReachedServer)
        {
            // The request was not executed, so any call can be sent to another node. Retrying the same node immediately is unlikely to succeed.
            // If no other node can be tried now, return to a node with a failed gateway: it is more likely to work than this node.
            if (_hops >= nodes.Count - 1 || (!other && !nodes.HasReachable(node)))
                return false;
            Pause = other ? TimeSpan.Zero : PollSchedule.Jitter(TimeSpan.FromTicks(s_firstPause.Ticks << Math.Min(Count, 5)));
            _hops++;
            return true;
        }

        MayHaveArrived = true;
        // A call that timed out has no time left for a retry.
        return fault is not ZStackTimeoutException && Retry(other, null);
    }

    // With a single node, its address is already in the message.
    private void AddTriedNode(ServerNode node)
    {
        if (nodes.Count > 1)
            _triedNodes = _triedNodes is null ? node.Address.Origin : _triedNodes + ", " + node.Address.Origin;
    }

    private bool Retry(bool other, TimeSpan? retryAfter)
    {
        // If the server asks for a longer pause, the exception reports it to the caller instead.
        if (_retries >= limit || (!other && retryAfter > s_longestPause))
            return false;
        Pause = other ? TimeSpan.Zero : PollSchedule.Jitter(TimeSpan.FromTicks(s_firstPause.Ticks << Math.Min(_retries, 5)));
        if (!other && retryAfter > Pause)
            Pause = retryAfter.Value;
        _retries++;
        return true;
    }
}
