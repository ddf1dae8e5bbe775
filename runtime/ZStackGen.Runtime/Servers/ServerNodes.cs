using System;
using System.Collections.Generic;
using System.Threading;

namespace ZStack;

// The management nodes of one cloud. They share sessions and jobs through their database (PROTOCOL.md §3), so any of them will do:
// the client stays with the one that works, and comes back to one that has failed only after a pause that grows.
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

    // The one that is used now.
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
                    throw new ArgumentException(option + " is '" + address.Base + "', which is listed twice.");
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

    // The node for the next request; where all have failed, the one whose pause ends first.
    public ServerNode Choose()
    {
        ServerNode current = Volatile.Read(ref _current);
        if (_nodes.Length == 1 || current.Failures == 0)
            return current;
        lock (_gate)
        {
            // A node that has not failed comes before one whose pause is over: nothing tells whether that one works again.
            ServerNode? chosen = Sound(_current) ?? (Ready(_current) ? _current : Other(_current));
            foreach (ServerNode node in _nodes)
                if (chosen is null || (!Ready(chosen) && Left(node) < Left(chosen)))
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

    // True if another node is worth a try now.
    public bool Failed(ServerNode node)
    {
        if (_nodes.Length == 1)
            return false;
        lock (_gate)
        {
            // What was under way when the node went away fails at once, and is one failure.
            if (Ready(node))
            {
                node.Pause = node.Failures == 0 ? s_firstPause : TimeSpan.FromTicks(Math.Min(node.Pause.Ticks * 2, s_longestPause.Ticks));
                node.Failures++;
                node.FailedAt = _clock.GetTimestamp();
            }

            return Other(node) is not null;
        }
    }

    // The next in the round that may be asked.
    private ServerNode? Other(ServerNode than)
    {
        int at = Array.IndexOf(_nodes, than);
        for (int i = 1; i < _nodes.Length; i++)
            if (_nodes[(at + i) % _nodes.Length] is var node && Ready(node))
                return node;
        return null;
    }

    // The next in the round that has not failed since it last worked.
    private ServerNode? Sound(ServerNode than)
    {
        int at = Array.IndexOf(_nodes, than);
        for (int i = 1; i < _nodes.Length; i++)
            if (_nodes[(at + i) % _nodes.Length] is { Failures: 0 } node)
                return node;
        return null;
    }

    private bool Ready(ServerNode node) => node.Failures == 0 || Left(node) <= TimeSpan.Zero;

    private TimeSpan Left(ServerNode node) => node.Pause - _clock.GetElapsedTime(node.FailedAt);
}
