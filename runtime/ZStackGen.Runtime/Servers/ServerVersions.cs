using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// The versions of the management nodes of one cloud. They differ during an upgrade, so the client requests the version of each node once.
internal sealed class ServerVersions : IDisposable
{
    private readonly Dictionary<object, ZStackVersion?> _byNode = [];
    private readonly SemaphoreSlim _asking = new(1, 1);
    private ZStackVersion? _last;

    // Requests the version of the current node. Set during construction of the client.
    public Func<CancellationToken, Task<ZStackVersion>>? Finder { get; set; }

    // Returns the version of a node; if it is unknown, the version that was received last from any node.
    public ZStackVersion? Of(object node)
    {
        lock (_byNode)
            return _byNode.TryGetValue(node, out ZStackVersion? version) && version is not null ? version : _last;
    }

    // Determines whether only versions of other nodes are known.
    public bool IsStale(object node)
    {
        lock (_byNode)
            return _last is not null && !_byNode.ContainsKey(node);
    }

    public void Learn(object node, ZStackVersion version)
    {
        lock (_byNode)
        {
            _byNode[node] = version;
            _last = version;
        }
    }

    // Returns the version of the current node; null if the node does not report a valid version. Concurrent calls share one request.
    public async ValueTask<ZStackVersion?> FindAsync(Func<object> current, CancellationToken cancellationToken)
    {
        if (TryGet(current(), out ZStackVersion? known))
            return known;
        await _asking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (TryGet(current(), out known))
                return known;
            try
            {
                ZStackVersion version = await Finder!(cancellationToken).ConfigureAwait(false);
                Learn(current(), version);
                return version;
            }
            catch (ZStackException e) when (e is ZStackApiException or ZStackProtocolException)
            {
                // Do not repeat a request that the server rejects, or whose response is not a version.
                lock (_byNode)
                    _byNode[current()] = null;
                return null;
            }
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private bool TryGet(object node, out ZStackVersion? version)
    {
        lock (_byNode)
            return _byNode.TryGetValue(node, out version);
    }
}
