using System;
using System.Collections.Generic;
using System.Threading;

namespace ZStack;

// The management nodes of one cloud. They share sessions and jobs through their database (PROTOCOL.md §3), so any node can serve any request:
// the client keeps using the node that works, and tries a failed node again only after a growing pause.
internal sealed class ServerNodes
{
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(2);

    private readonly ServerNode[] _nodes;
    private readonly TimeProvider _clock;
    private readonly object _gate = new();
    private ServerNode _current;

    private ServerNodes(ServerNode[] nodes, TimeProvider clock)
    {
        _nodes = nodes;
        _clock = clock;
        _current = nodes[0];
    }

    public int Count => _nodes.Length;

    // The node in use.
    public ServerNode Current => Volatile.Read(ref _current);

    public static ServerNodes Parse(string? baseAddress, IReadOnlyList<string> others, string? contextPath, TimeProvider clock)
    {
        var nodes = new ServerNode[others.Count + 1];
        nodes[0] = new ServerNode(ServerAddress.Parse(baseAddress, contextPath));
        for (int i = 0; i < others.Count; i++)
        {
            string option = "ZStackClientOptions.FailoverAddresses[" + i.ToString(System.Globalization.CultureInfo.InvariantCulture) + "]";
            ServerAddress address;
            try
            {
                address = ServerAddress.Parse(others[i], contextPath);
            }
            catch (ArgumentException e)
            {
                throw new ArgumentException(option + ": " + e.Message, e);
            }

            for (int earlier = 0; earlier <= i; earlier++)
                if (nodes[earlier].Address.Base == address.Base)
                    throw new ArgumentException(option + ": '" + address.Base + "' is listed twice.");
            nodes[i + 1] = new ServerNode(address);
        }

        return new ServerNodes(nodes, clock);
    }

    public ServerAddress? At(Uri? address)
    {
        foreach (ServerNode node in _nodes)
            if (ReferenceEquals(node.Address.Uri, address))
                return node.Address;
        return null;
    }

    // Returns the node for the next request; if all nodes are paused, a node that can be reached, and then the node with the shortest remaining pause.
    public ServerNode Choose()
    {
        ServerNode current = Volatile.Read(ref _current);
        if (_nodes.Length == 1 || current.Failures == 0)
            return current;
        lock (_gate)
        {
            // Prefer a node that has not failed to a node whose pause is over, because the latter may still be down.
            ServerNode? chosen = NextHealthy(_current) ?? (IsReady(_current) ? _current : NextReady(_current));
            foreach (ServerNode node in _nodes)
                if (chosen is null || (!IsReady(chosen) && IsBetter(node, chosen)))
                    chosen = node;
            Volatile.Write(ref _current, chosen!);
            return chosen!;
        }
    }

    public void Worked(ServerNode node)
    {
        if (node.Failures == 0)
            return;
        lock (_gate)
            node.Failures = 0;
    }

    // Records a failure. Returns true if another node can be tried now.
    public bool Failed(ServerNode node, bool isReachable)
    {
        if (_nodes.Length == 1)
            return false;
        lock (_gate)
        {
            node.IsReachable = isReachable;
            // Requests that were pending when the node failed count as one failure.
            if (IsReady(node))
            {
                node.Pause = node.Failures == 0 ? s_firstPause : TimeSpan.FromTicks(Math.Min(node.Pause.Ticks * 2, s_longestPause.Ticks));
                node.Failures++;
                node.FailedAt = _clock.GetTimestamp();
            }

            return NextReady(node) is not null;
        }
    }

    // Determines whether another node is paused, but could be reached when it failed.
    public bool HasReachable(ServerNode current)
    {
        lock (_gate)
        {
            foreach (ServerNode node in _nodes)
                if (node != current && node.IsReachable)
                    return true;
        }

        return false;
    }

    // The next node in order that has not failed, or whose pause is over.
    private ServerNode? NextReady(ServerNode current)
    {
        int at = Array.IndexOf(_nodes, current);
        for (int i = 1; i < _nodes.Length; i++)
            if (_nodes[(at + i) % _nodes.Length] is var node && IsReady(node))
                return node;
        return null;
    }

    // The next node in order that has not failed since it last worked.
    private ServerNode? NextHealthy(ServerNode current)
    {
        int at = Array.IndexOf(_nodes, current);
        for (int i = 1; i < _nodes.Length; i++)
            if (_nodes[(at + i) % _nodes.Length] is { Failures: 0 } node)
                return node;
        return null;
    }

    private bool IsBetter(ServerNode node, ServerNode chosen)
        => node.IsReachable == chosen.IsReachable ? Left(node) < Left(chosen) : node.IsReachable;

    private bool IsReady(ServerNode node) => node.Failures == 0 || Left(node) <= TimeSpan.Zero;

    private TimeSpan Left(ServerNode node) => node.Pause - _clock.GetElapsedTime(node.FailedAt);
}
