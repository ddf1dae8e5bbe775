using System;
using System.Collections.Generic;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// A query that is run against the server.
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
            throw new ArgumentException($"API {Spec.Api.Name}: the query has to be spread over {parts.Count} requests because a list in it is too long, so there is no single page of it. Enumerate it, or use ToListAsync or CountAsync.");
        ZStackAction<QueryResponse<T>> action = parts[0].Page(_query.Read, Spec.Take ?? Spec.PageSize, Spec.Skip, null, withTotal: true);
        QueryResponse<T> response = await invoker.CallAsync(action, cancellationToken).ConfigureAwait(false);
        return new ZStackPage<T>(response.Items, Total(action, response));
    }

    // The one resource of a UUID that meets the conditions of the query.
    public async Task<T?> FindAsync(string uuid)
    {
        if (string.IsNullOrWhiteSpace(uuid))
            throw new ArgumentException($"API {Spec.Api.Name}: the uuid is {(uuid is null ? "null" : "empty")}.", nameof(uuid));
        var byRoute = new QueryAction<T>(Spec.Api, _query.Read) { Uuid = uuid };
        // The route looks at nothing but the UUID (PROTOCOL.md §5.3).
        if (byRoute.HasUuidRoute() && Spec.Condition is null && Spec.Fields is null && Spec.FilterName is null)
            return One((await invoker.CallAsync(byRoute, token).ConfigureAwait(false)).Items);
        if (_query.Uuid is null)
            throw new InvalidOperationException($"API {Spec.Api.Name}: its resources have no uuid.");
        var isIt = new QueryComparison(new QueryFields().Field("uuid"), QueryOperator.Equal, uuid);
        QuerySpec one = Spec with { Condition = Spec.Condition is { } other ? other & isIt : isIt, Order = Array.Empty<QueryOrder>(), Skip = 0, Take = null };
        var found = new List<T>();
        foreach (QueryPart part in await context.PlanAsync(one, token).ConfigureAwait(false))
            found.AddRange((await invoker.CallAsync(part.Page(_query.Read, 2, 0, null, withTotal: false), token).ConfigureAwait(false)).Items);
        return One(found);

        T? One(IReadOnlyList<T> items) => items.Count switch
        {
            0 => null,
            1 => items[0],
            int count => throw CallFault.Protocol(Spec.Api, context.Server, $"the answer has {count} resources of one uuid", null, HttpStatusCode.OK, null),
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
                    // With the caller's own token in it.
                    throw Canceled(e.InnerException, cancellationToken);
                }

                IReadOnlyList<T> items = pager.Take(response);
                next = pager.Next();
                // One page ahead, not more.
                pending = next is null ? null : invoker.CallAsync(next, stop.Token);
                yield return items;
            }
        }
        finally
        {
            if (pending is { } unused)
            {
                // The caller stopped early, or the page failed: no request goes on unseen, and no fault stays unobserved.
                stop.Cancel();
                try
                {
                    await unused.ConfigureAwait(false);
                }
#pragma warning disable CA1031 // the outcome of a result page that is not read
                catch (Exception)
                {
                }
#pragma warning restore CA1031
            }
        }
    }

    // The token of Query and that of the method; the source is to be disposed.
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

    private long Total(ZStackAction<QueryResponse<T>> action, QueryResponse<T> response)
        => response.Total ?? throw CallFault.Protocol(action.Api, context.Server, "the answer has no $.total, although it was asked for", null, HttpStatusCode.OK, null);
}
