using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// What the management nodes of one cloud say of their versions. During an upgrade they differ, so each node is asked once by itself.
internal sealed class ServerVersions : IDisposable
{
    private readonly Dictionary<object, ZStackVersion?> _byNode = [];
    private readonly SemaphoreSlim _asking = new(1, 1);
    private ZStackVersion? _last;

    // Asks the node in use; set once the parts are put together.
    public Func<CancellationToken, Task<ZStackVersion>>? Finder { get; set; }

    // The version of a node; until it is learned, the one learned last.
    public ZStackVersion? Of(object node)
    {
        lock (_byNode)
            return _byNode.TryGetValue(node, out ZStackVersion? version) && version is not null ? version : _last;
    }

    // Whether the version was learned from another node only.
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

    // The version of the node in use; null if it does not say one. Calls that wait for it share one request.
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
                // A server that refuses the question, or whose response is no version, will not answer it the next time either.
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
