using System;
using System.Collections.Generic;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// A query that is executed on the server.
internal sealed class QueryRun<T>(IApiInvoker invoker, ClientContext context, ZStackQuery<T> query, CancellationToken token) : ZStackPageable<T>
    where T : ZStackStructure
{
    private readonly ZStackQuery<T> _query = query ?? throw new ArgumentNullException(nameof(query));

    private QuerySpec Spec => _query.Spec;

    public override async IAsyncEnumerable<ZStackPage<T>> AsPages([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? both = Both(ref cancellationToken);
        await foreach (IReadOnlyList<T> items in PagesAsync(cancellationToken).ConfigureAwait(false))
            yield return new ZStackPage<T>(items);
    }

    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? both = Both(ref cancellationToken);
        await foreach (IReadOnlyList<T> items in PagesAsync(cancellationToken).ConfigureAwait(false))
        {
            for (int i = 0; i < items.Count; i++)
            {
                if (cancellationToken.IsCancellationRequested)
                    throw Canceled(null, cancellationToken);
                yield return items[i];
            }
        }
    }

    public override async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? both = Both(ref cancellationToken);
        ZStackQuery<T> one = _query.With(Spec with { Take = Math.Min(Spec.Take ?? 1, 1) });
        await foreach (T item in new QueryRun<T>(invoker, context, one, cancellationToken).ConfigureAwait(false))
            return item;
        return null;
    }

    public override async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? both = Both(ref cancellationToken);
        long total = 0;
        foreach (QueryPart part in await context.PlanAsync(Spec with { Order = Array.Empty<QueryOrder>(), Skip = 0, Fields = null }, cancellationToken).ConfigureAwait(false))
        {
            ZStackAction<QueryResponse<T>> action = part.Count(_query.Read);
            total += Total(action, await invoker.CallAsync(action, cancellationToken).ConfigureAwait(false));
        }

        return Math.Min(Spec.Take ?? long.MaxValue, Math.Max(0, total - Spec.Skip));
    }

    public override async Task<ZStackPage<T>> GetPageAsync(CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? both = Both(ref cancellationToken);
        IReadOnlyList<QueryPart> parts = await context.PlanAsync(Spec with { Take = null }, cancellationToken).ConfigureAwait(false);
        if (parts.Count == 0)
            return new ZStackPage<T>(Array.Empty<T>(), 0);
        if (parts.Count > 1)
            throw new ArgumentException($"API {Spec.Api.Name}: the query needs {parts.Count} requests because a list of values is too long, so it has no single result page. Enumerate the query, or use ToListAsync or CountAsync.");
        ZStackAction<QueryResponse<T>> action = parts[0].Page(_query.Read, Spec.Take ?? Spec.PageSize, Spec.Skip, null, withTotal: true);
        QueryResponse<T> response = await invoker.CallAsync(action, cancellationToken).ConfigureAwait(false);
        return new ZStackPage<T>(Items(response), Total(action, response));
    }

    // Returns the resource with the UUID, if it meets the conditions of the query.
    public async Task<T?> FindAsync(string uuid)
    {
        if (string.IsNullOrWhiteSpace(uuid))
            throw new ArgumentException($"API {Spec.Api.Name}: the uuid is {(uuid is null ? "null" : "empty")}.", nameof(uuid));
        var byRoute = new QueryAction<T>(Spec.Api, _query.Read) { Uuid = uuid };
        // The route ignores everything except the UUID (PROTOCOL.md §5.3).
        if (byRoute.HasUuidRoute() && Spec.Condition is null && Spec.Fields is null && Spec.FilterName is null)
            return One(Items(await invoker.CallAsync(byRoute, token).ConfigureAwait(false)));
        if (_query.Uuid is null)
            throw new InvalidOperationException($"API {Spec.Api.Name}: the resources have no uuid.");
        var isIt = new QueryComparison(new QueryFields().Field("uuid"), QueryOperator.Equal, uuid);
        QuerySpec one = Spec with { Condition = Spec.Condition is { } other ? other & isIt : isIt, Order = Array.Empty<QueryOrder>(), Skip = 0, Take = null };
        var found = new List<T>();
        foreach (QueryPart part in await context.PlanAsync(one, token).ConfigureAwait(false))
            found.AddRange(Items(await invoker.CallAsync(part.Page(_query.Read, 2, 0, null, withTotal: false), token).ConfigureAwait(false)));
        return One(found);

        T? One(IReadOnlyList<T> items) => items.Count switch
        {
            0 => null,
            // A server that ignores the UUID could return its only resource.
            1 when _query.Uuid?.Invoke(items[0]) is { } found && !string.Equals(found, uuid, StringComparison.OrdinalIgnoreCase)
                => throw CallFault.Protocol(Spec.Api, context.Server, "the response has a resource with another uuid. The server, or a gateway before it, ignores the uuid of the request", null, HttpStatusCode.OK, null),
            1 => items[0],
            int count => throw CallFault.Protocol(Spec.Api, context.Server, $"the response has {count} resources with the same uuid", null, HttpStatusCode.OK, null),
        };
    }

    private async IAsyncEnumerable<IReadOnlyList<T>> PagesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pager = new QueryPager<T>(_query, await context.PlanAsync(Spec, cancellationToken).ConfigureAwait(false));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<QueryResponse<T>>? pending = null;
        try
        {
            ZStackAction<QueryResponse<T>>? next = pager.Next();
            pending = next is null ? null : invoker.CallAsync(next, stop.Token);
            while (pending is not null)
            {
                QueryResponse<T> response;
                try
                {
                    response = await pending.ConfigureAwait(false);
                }
                catch (ZStackCanceledException e) when (cancellationToken.IsCancellationRequested)
                {
                    // Report the caller's own token instead of the linked token.
                    throw Canceled(e.InnerException, cancellationToken);
                }

                IReadOnlyList<T> items = pager.Take(Items(response), response.Total);
                if (pager.IsStuck)
                    throw CallFault.Protocol(Spec.Api, context.Server, "the next result page has the same resources again. The server, or a gateway before it, ignores the parameters that select a result page", null, HttpStatusCode.OK, null);
                next = pager.Next();
                // Fetch one page ahead.
                pending = next is null ? null : invoker.CallAsync(next, stop.Token);
                yield return items;
            }
        }
        finally
        {
            if (pending is { } unused)
            {
                // The caller stopped early, or a page failed: cancel the pending request and observe its exception.
                stop.Cancel();
                try
                {
                    await unused.ConfigureAwait(false);
                }
#pragma warning disable CA1031 // the result page is discarded
                catch (Exception)
                {
                }
#pragma warning restore CA1031
            }
        }
    }

    // Combines the token of Query with the token of the method. The caller disposes the source.
    private CancellationTokenSource? Both(ref CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
        {
            cancellationToken = token;
            return null;
        }

        if (!token.CanBeCanceled || token == cancellationToken)
            return null;
        CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(token, cancellationToken);
        cancellationToken = both.Token;
        return both;
    }

    private ZStackCanceledException Canceled(Exception? cause, CancellationToken cancellationToken)
        => CallFault.Canceled(Spec.Api, context.Server, cause, null, false, cancellationToken);

    // A response without the list, such as that of a gateway, must not be mistaken for an empty list.
    private IReadOnlyList<T> Items(QueryResponse<T> response)
        => response.Items ?? throw CallFault.Protocol(Spec.Api, context.Server, JsonFault.MissingList, null, HttpStatusCode.OK, null);

    private long Total(ZStackAction<QueryResponse<T>> action, QueryResponse<T> response)
        => response.Total ?? throw CallFault.Protocol(action.Api, context.Server, JsonFault.MissingTotal, null, HttpStatusCode.OK, null);
}
