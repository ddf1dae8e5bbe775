using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// The versions of the management nodes of one cloud. They differ during an upgrade, so the client requests the version of each node once.
internal sealed class ServerVersions(ClientLifetime lifetime, TimeProvider clock)
{
    // After a failure, a call that does not depend on the version does not request it again.
    private static readonly TimeSpan s_retryPause = TimeSpan.FromMinutes(1);

    private readonly Dictionary<ServerAddress, ZStackVersion?> _byNode = [];
    private ZStackVersion? _last;
    private long? _failedAt;
    private Task<ZStackVersion?>? _finding;

    // Requests the version of the current node, and returns it with the node that responded, which is another node after a failover. The version is
    // null if the node does not report a valid version. Set during construction of the client.
    public Func<CancellationToken, Task<(ServerAddress Node, ZStackVersion? Version)>>? Finder { get; set; }

    // Returns the version of a node; if it is unknown, the version that was received last from any node.
    public ZStackVersion? Of(ServerAddress node)
    {
        lock (_byNode)
            return _byNode.TryGetValue(node, out ZStackVersion? version) && version is not null ? version : _last;
    }

    // Determines whether only versions of other nodes are known, and whether the version can be requested now.
    public bool IsStale(ServerAddress node)
    {
        lock (_byNode)
            return _last is not null && !_byNode.ContainsKey(node) && !(_failedAt is { } failed && clock.GetElapsedTime(failed) < s_retryPause);
    }

    public void Learn(ServerAddress node, ZStackVersion version)
    {
        lock (_byNode)
        {
            _byNode[node] = version;
            _last = version;
        }
    }

    // Returns the version of the current node; null if the node does not report a valid version. Throws if the version cannot be requested now.
    public async ValueTask<ZStackVersion?> FindAsync(Func<ServerAddress> current, CancellationToken cancellationToken)
    {
        ZStackVersion? found = null;
        // During a failover, another node can become the current node before the response arrives.
        for (int requests = 0; requests < 2; requests++)
        {
            Task<ZStackVersion?> finding;
            lock (_byNode)
            {
                if (_byNode.TryGetValue(current(), out ZStackVersion? known))
                    return known;
                lifetime.ThrowIfClosed();
                // Concurrent calls share one request, which continues if a caller cancels. Task.Run keeps it off this lock and off the caller's
                // synchronization context.
                finding = _finding ??= Task.Run(FindOnceAsync, CancellationToken.None);
            }

            found = await WaitAsync(finding, cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    private async ValueTask<ZStackVersion?> WaitAsync(Task<ZStackVersion?> finding, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.Closing);
        try
        {
            return await Waiting.ForAsync(finding, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && lifetime.IsClosed)
        {
            throw new ObjectDisposedException("ZStackClient");
        }
    }

    private async Task<ZStackVersion?> FindOnceAsync()
    {
        try
        {
            (ServerAddress node, ZStackVersion? version) = await Finder!(lifetime.Closing).ConfigureAwait(false);
            lock (_byNode)
            {
                _failedAt = null;
                _byNode[node] = version;
                _last = version ?? _last;
            }

            return version;
        }
        catch
        {
            lock (_byNode)
                _failedAt = clock.GetTimestamp();
            throw;
        }
        finally
        {
            lock (_byNode)
                _finding = null;
        }
    }
}
