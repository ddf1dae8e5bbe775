using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// A query that is executed on the server.
internal sealed class QueryRun<T>(IApiInvoker invoker, ClientContext context, ZStackQuery<T> query, CancellationToken token) : ZStackPageable<T>
    where T : ZStackStructure
{
    private readonly ZStackQuery<T> _query = query ?? throw new ArgumentNullException(nameof(query));

    private QuerySpec Spec => _query.Spec;

    public override IAsyncEnumerable<ZStackPage<T>> AsPages(CancellationToken cancellationToken = default) => new Pages(this, token, cancellationToken);

    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var tokens = new CallerTokens(token, cancellationToken);
        await foreach (IReadOnlyList<T> items in PagesAsync(tokens).ConfigureAwait(false))
        {
            for (int i = 0; i < items.Count; i++)
            {
                if (tokens.Token.IsCancellationRequested)
                    throw Canceled(null, tokens);
                yield return items[i];
            }
        }
    }

    public override async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        ZStackQuery<T> one = _query.With(Spec with { Take = Math.Min(Spec.Take ?? 1, 1) });
        await foreach (T item in new QueryRun<T>(invoker, context, one, token).WithCancellation(cancellationToken).ConfigureAwait(false))
            return item;
        return null;
    }

    public override async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        using var tokens = new CallerTokens(token, cancellationToken);
        long total = 0;
        foreach (QueryPart part in await PlanAsync(Spec with { Order = Array.Empty<QueryOrder>(), Skip = 0, Fields = null }, tokens).ConfigureAwait(false))
        {
            ZStackAction<QueryResponse<T>> action = part.Count(_query.Read);
            total += Total(action, await FetchAsync(action, tokens).ConfigureAwait(false));
        }

        return Math.Min(Spec.Take ?? long.MaxValue, Math.Max(0, total - Spec.Skip));
    }

    public override async Task<ZStackPage<T>> GetPageAsync(CancellationToken cancellationToken = default)
    {
        using var tokens = new CallerTokens(token, cancellationToken);
        IReadOnlyList<QueryPart> parts = await PlanAsync(Spec with { Take = null }, tokens).ConfigureAwait(false);
        if (parts.Count == 0)
            return new ZStackPage<T>(Array.Empty<T>(), 0);
        if (parts.Count > 1)
            throw new ArgumentException($"API {Spec.Api.Name}: the query needs {parts.Count} requests because a list of values is too long, so it has no single result page. Enumerate the query, or use ToListAsync or CountAsync.");
        ZStackAction<QueryResponse<T>> action = parts[0].Page(_query.Read, Spec.Take ?? Spec.PageSize, Spec.Skip, null, withTotal: true);
        QueryResponse<T> response = await FetchAsync(action, tokens).ConfigureAwait(false);
        IReadOnlyList<T> items = Items(response);
        // A server that ignores the limit returns more.
        return new ZStackPage<T>(items.Count > Spec.Take ? [.. items.Take(Spec.Take.Value)] : items, Total(action, response));
    }

    // Returns the resource with the UUID, if it meets the conditions of the query.
    public async Task<T?> FindAsync(string uuid)
    {
        if (string.IsNullOrWhiteSpace(uuid))
            throw new ArgumentException($"API {Spec.Api.Name}: the uuid is {(uuid is null ? "null" : "empty")}.", nameof(uuid));
        var byRoute = new QueryAction<T>(Spec.Api, _query.Read) { Uuid = uuid };
        // The route ignores everything except the UUID (PROTOCOL.md §5.3).
        if (byRoute.HasUuidRoute && Spec.Condition is null && Spec.Fields is null && Spec.FilterName is null)
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

    private async IAsyncEnumerable<IReadOnlyList<T>> PagesAsync(CallerTokens tokens)
    {
        var pager = new QueryPager<T>(_query, await PlanAsync(Spec, tokens).ConfigureAwait(false));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(tokens.Token);
        Task<QueryResponse<T>>? pending = null;
        try
        {
            ZStackAction<QueryResponse<T>>? next = pager.Next();
            pending = next is null ? null : invoker.CallAsync(next, stop.Token);
            while (pending is not null)
            {
                QueryResponse<T> response = await KnownAsync(pending, tokens).ConfigureAwait(false);
                IReadOnlyList<T> items = pager.Take(Items(response), response.Length, response.Total);
                if (pager.Fault is { } fault)
                    throw CallFault.Protocol(Spec.Api, context.Server, fault, null, HttpStatusCode.OK, null);
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

    private Task<IReadOnlyList<QueryPart>> PlanAsync(QuerySpec spec, CallerTokens tokens) => KnownAsync(context.PlanAsync(spec, tokens.Token).AsTask(), tokens);

    private Task<QueryResponse<T>> FetchAsync(ZStackAction<QueryResponse<T>> action, CallerTokens tokens) => KnownAsync(invoker.CallAsync(action, tokens.Token), tokens);

    // Reports the token that the caller knows instead of the linked token.
    private async Task<TValue> KnownAsync<TValue>(Task<TValue> pending, CallerTokens tokens)
    {
        try
        {
            return await pending.ConfigureAwait(false);
        }
        catch (ZStackCanceledException e) when (tokens.Token.IsCancellationRequested)
        {
            throw Canceled(e.InnerException, tokens);
        }
    }

    private ZStackCanceledException Canceled(Exception? cause, CallerTokens tokens)
        => CallFault.Canceled(Spec.Api, context.Server, cause, null, false, tokens.Canceled);

    // A response without the list, such as that of a gateway, must not be mistaken for an empty list.
    private IReadOnlyList<T> Items(QueryResponse<T> response)
        => response.Items ?? throw CallFault.Protocol(Spec.Api, context.Server, JsonFault.MissingList, null, HttpStatusCode.OK, null);

    private long Total(ZStackAction<QueryResponse<T>> action, QueryResponse<T> response)
        => response.Total ?? throw CallFault.Protocol(action.Api, context.Server, JsonFault.MissingTotal, null, HttpStatusCode.OK, null);

    // Not an iterator method, in which the compiler links the tokens of the caller.
    private sealed class Pages(QueryRun<T> query, CancellationToken ofQuery, CancellationToken ofMethod) : IAsyncEnumerable<ZStackPage<T>>
    {
        public async IAsyncEnumerator<ZStackPage<T>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            using var tokens = new CallerTokens(ofQuery, ofMethod, cancellationToken);
            await foreach (IReadOnlyList<T> items in query.PagesAsync(tokens).ConfigureAwait(false))
                yield return new ZStackPage<T>(items);
        }
    }
}
