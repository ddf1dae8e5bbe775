using System;
using System.Collections.Generic;
using System.Net;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Typed queries and ZQL.
public sealed partial class ZStackClient
{
    /// <summary>Finds resources, page by page; the next page is fetched while the present one is used.</summary>
    /// <remarks>
    /// Without an order, resources come in that of their UUIDs, and each that is there all the time comes once. In another order the server
    /// counts pages off: what is deleted meanwhile can hide another resource (protocol §5.3). Conditions that only ZQL can carry go by it; its
    /// answers have sensitive values masked and name no subclasses, so that all are of the base class (protocol §5.4, §6).
    /// </remarks>
    /// <typeparam name="T">What is found.</typeparam>
    /// <param name="query">The query, such as <c>VmInstanceInventory.Query.Where(f => f.State == "Running")</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The resources.</returns>
    /// <exception cref="ArgumentException">The query cannot be sent as it is meant; the message says why.</exception>
    /// <exception cref="ZStackApiException">The server refused it or failed.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public IAsyncEnumerable<T> Query<T>(ZStackQuery<T> query, CancellationToken cancellationToken = default)
        where T : ZStackStructure
        => WalkAsync(query ?? throw new ArgumentNullException(nameof(query)), cancellationToken);

    /// <summary>Finds all resources of a query.</summary>
    /// <typeparam name="T">What is found.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The resources.</returns>
    /// <exception cref="ArgumentException">The query cannot be sent as it is meant; the message says why.</exception>
    /// <exception cref="ZStackApiException">The server refused it or failed.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public async Task<IReadOnlyList<T>> ToListAsync<T>(ZStackQuery<T> query, CancellationToken cancellationToken = default)
        where T : ZStackStructure
    {
        var list = new List<T>();
        await foreach (T item in Query(query, cancellationToken).ConfigureAwait(false))
            list.Add(item);
        return list;
    }

    /// <summary>Finds a query's first resource.</summary>
    /// <typeparam name="T">What is found.</typeparam>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The resource, or null if the query finds none.</returns>
    /// <exception cref="ArgumentException">The query cannot be sent as it is meant; the message says why.</exception>
    /// <exception cref="ZStackApiException">The server refused it or failed.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public async Task<T?> FirstOrDefaultAsync<T>(ZStackQuery<T> query, CancellationToken cancellationToken = default)
        where T : ZStackStructure
    {
        if (query is null)
            throw new ArgumentNullException(nameof(query));
        ZStackQuery<T> one = query.With(query.Spec with { Take = Math.Min(query.Spec.Take ?? 1, 1) });
        await foreach (T item in Query(one, cancellationToken).ConfigureAwait(false))
            return item;
        return null;
    }

    /// <summary>Counts what a query finds, without fetching it.</summary>
    /// <typeparam name="T">What is found.</typeparam>
    /// <param name="query">The query; <c>Skip</c> and <c>Take</c> count.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many.</returns>
    /// <exception cref="ArgumentException">The query cannot be sent as it is meant; the message says why.</exception>
    /// <exception cref="ZStackApiException">The server refused it or failed.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public async Task<long> CountAsync<T>(ZStackQuery<T> query, CancellationToken cancellationToken = default)
        where T : ZStackStructure
    {
        QuerySpec spec = (query ?? throw new ArgumentNullException(nameof(query))).Spec;
        long total = 0;
        foreach (QueryPart part in await PlanAsync(spec with { Order = Array.Empty<QueryOrder>(), Skip = 0, Fields = null }, cancellationToken).ConfigureAwait(false))
            total += await TotalAsync(part.Count(query.Read), cancellationToken).ConfigureAwait(false);
        return Math.Min(spec.Take ?? long.MaxValue, Math.Max(0, total - spec.Skip));
    }

    /// <summary>Fetches one page: what <c>Skip</c> and <c>Take</c> say, with the number of all matches.</summary>
    /// <typeparam name="T">What is found.</typeparam>
    /// <param name="query">The query. Without <c>Take</c>, the page has the page size.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The page.</returns>
    /// <exception cref="ArgumentException">The query cannot be sent as it is meant, or needs more than one request; the message says why.</exception>
    /// <exception cref="ZStackApiException">The server refused it or failed.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public async Task<QueryPage<T>> GetPageAsync<T>(ZStackQuery<T> query, CancellationToken cancellationToken = default)
        where T : ZStackStructure
    {
        QuerySpec spec = (query ?? throw new ArgumentNullException(nameof(query))).Spec;
        IReadOnlyList<QueryPart> parts = await PlanAsync(spec with { Take = null }, cancellationToken).ConfigureAwait(false);
        if (parts.Count == 0)
            return new QueryPage<T>(Array.Empty<T>(), 0);
        if (parts.Count > 1)
            throw new ArgumentException($"API {spec.Api.Name}: the query has to be spread over {parts.Count} requests because a list in it is too long, so there is no single page of it. Use Query, ToListAsync or CountAsync.", nameof(query));
        ZStackAction<QueryResponse<T>> action = parts[0].Page(query.Read, spec.Take ?? spec.PageSize, spec.Skip, null, withTotal: true);
        QueryResponse<T> answer = await CallAsync(action, cancellationToken).ConfigureAwait(false);
        return new QueryPage<T>(answer.Items, answer.Total ?? throw WithoutTotal(action.Api));
    }

    /// <summary>Gets the one resource of a UUID.</summary>
    /// <typeparam name="T">What is found.</typeparam>
    /// <param name="query">Where to look, such as <c>VmInstanceInventory.Query</c>. A resource that does not meet its conditions is not found.</param>
    /// <param name="uuid">The UUID.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The resource, or null if there is none.</returns>
    /// <exception cref="ArgumentException">The UUID is empty, or the query cannot be sent as it is meant.</exception>
    /// <exception cref="InvalidOperationException">Resources of this kind have no UUID.</exception>
    /// <exception cref="ZStackApiException">The server refused it or failed.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood, or there are several resources.</exception>
    public async Task<T?> GetAsync<T>(ZStackQuery<T> query, string uuid, CancellationToken cancellationToken = default)
        where T : ZStackStructure
    {
        QuerySpec spec = (query ?? throw new ArgumentNullException(nameof(query))).Spec;
        if (string.IsNullOrWhiteSpace(uuid))
            throw new ArgumentException($"API {spec.Api.Name}: the uuid is {(uuid is null ? "null" : "empty")}.", nameof(uuid));
        var byRoute = new QueryAction<T>(spec.Api, query.Read) { Uuid = uuid };
        // The route looks at nothing but the UUID (protocol §5.3).
        if (byRoute.HasUuidRoute() && spec.Condition is null && spec.Fields is null && spec.FilterName is null)
            return One((await CallAsync(byRoute, cancellationToken).ConfigureAwait(false)).Items);
        if (query.Uuid is null)
            throw new InvalidOperationException($"API {spec.Api.Name}: its resources have no uuid.");
        var isIt = new QueryComparison(new QueryFields().Field("uuid"), QueryOperator.Equal, uuid);
        QuerySpec one = spec with { Condition = spec.Condition is { } other ? other & isIt : isIt, Order = Array.Empty<QueryOrder>(), Skip = 0, Take = null };
        var found = new List<T>();
        foreach (QueryPart part in await PlanAsync(one, cancellationToken).ConfigureAwait(false))
            found.AddRange((await CallAsync(part.Page(query.Read, 2, 0, null, withTotal: false), cancellationToken).ConfigureAwait(false)).Items);
        return One(found);

        T? One(IReadOnlyList<T> items) => items.Count switch
        {
            0 => null,
            1 => items[0],
            int count => throw CallFault.Protocol(spec.Api, Server, $"the answer has {count} resources of one uuid", null, HttpStatusCode.OK, null),
        };
    }

    /// <summary>Carries out one statement of ZQL (protocol §5.4).</summary>
    /// <param name="statement">The statement, made by <see cref="Zql"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What it found.</returns>
    /// <exception cref="ArgumentException">The statement cannot be sent; the message says why.</exception>
    /// <exception cref="ZStackApiException">The server refused it or failed.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public async Task<ZqlResult> QueryZqlAsync(ZqlStatement statement, CancellationToken cancellationToken = default)
    {
        if (statement is null)
            throw new ArgumentNullException(nameof(statement));
        IReadOnlyList<ZqlResult> results = await QueryZqlAsync(new[] { statement }, cancellationToken).ConfigureAwait(false);
        return results.Count == 1
            ? results[0]
            : throw CallFault.Protocol(Zql.Api, Server, $"the answer has {results.Count} results of one statement", null, HttpStatusCode.OK, null);
    }

    /// <summary>Carries out several statements of ZQL in one call.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What each found, in their order.</returns>
    /// <exception cref="ArgumentException">A statement cannot be sent, or together they are too long; the message says why.</exception>
    /// <exception cref="ZStackApiException">The server refused them or failed.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public async Task<IReadOnlyList<ZqlResult>> QueryZqlAsync(IReadOnlyList<ZqlStatement> statements, CancellationToken cancellationToken = default)
    {
        if (statements is null)
            throw new ArgumentNullException(nameof(statements));
        if (statements.Count == 0)
            return Array.Empty<ZqlResult>();
        bool onlyCounts = true;
        foreach (ZqlStatement? statement in statements)
            onlyCounts &= (statement ?? throw new ArgumentException("A statement is null.", nameof(statements))).IsCount;
        // What the statements find is read later, when it is too late to ask for the zone.
        TimeZoneInfo zone = onlyCounts ? _zone.ForReading : await ZoneAsync(Zql.Api, cancellationToken).ConfigureAwait(false);
        string zql;
        try
        {
            zql = Text(zone);
        }
        catch (ZoneNeededException)
        {
            zql = Text(await ZoneAsync(Zql.Api, cancellationToken).ConfigureAwait(false));
        }

        var action = new ZqlAction(zql, zone);
        QueryPlan.CheckLength(action, Server.Base.Length);
        ZqlResponse answer = await CallAsync(action, cancellationToken).ConfigureAwait(false);
        return answer.Results;

        string Text(TimeZoneInfo moments)
        {
            var texts = new string[statements.Count];
            for (int i = 0; i < texts.Length; i++)
                texts[i] = statements[i].ToText(moments);
            return string.Join(";", texts);
        }
    }

    // The server's zone is asked for only if a condition has a moment.
    private async ValueTask<IReadOnlyList<QueryPart>> PlanAsync(QuerySpec spec, CancellationToken cancellationToken)
    {
        try
        {
            return QueryPlan.Make(spec, _zone.ForReading, Server.Base.Length);
        }
        catch (ZoneNeededException)
        {
            return QueryPlan.Make(spec, await ZoneAsync(spec.Api, cancellationToken).ConfigureAwait(false), Server.Base.Length);
        }
    }

    private async ValueTask<TimeZoneInfo> ZoneAsync(ApiDescriptor api, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        return (_zone.Known ?? await LearnZoneAsync(api, null, cancellationToken).ConfigureAwait(false)).Zone;
    }

    private async Task<long> TotalAsync<T>(ZStackAction<QueryResponse<T>> action, CancellationToken cancellationToken)
        where T : ZStackStructure
    {
        QueryResponse<T> answer = await CallAsync(action, cancellationToken).ConfigureAwait(false);
        return answer.Total ?? throw WithoutTotal(action.Api);
    }

    private ZStackProtocolException WithoutTotal(ApiDescriptor api)
        => CallFault.Protocol(api, Server, "the answer has no $.total, although it was asked for", null, HttpStatusCode.OK, null);

    private async IAsyncEnumerable<T> WalkAsync<T>(ZStackQuery<T> query, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : ZStackStructure
    {
        var walk = new QueryPager<T>(query, await PlanAsync(query.Spec, cancellationToken).ConfigureAwait(false));
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<QueryResponse<T>>? pending = null;
        try
        {
            ZStackAction<QueryResponse<T>>? next = walk.Next();
            pending = next is null ? null : CallAsync(next, stop.Token);
            while (pending is not null)
            {
                QueryResponse<T> answer;
                try
                {
                    answer = await pending.ConfigureAwait(false);
                }
                catch (ZStackCanceledException e) when (cancellationToken.IsCancellationRequested)
                {
                    // With the caller's own token in it.
                    throw CallFault.Canceled(query.Spec.Api, Server, e.InnerException, null, false, cancellationToken);
                }

                IReadOnlyList<T> items = walk.Take(answer);
                next = walk.Next();
                // One page ahead, not more.
                pending = next is null ? null : CallAsync(next, stop.Token);
                for (int i = 0; i < items.Count; i++)
                {
                    if (cancellationToken.IsCancellationRequested)
                        throw CallFault.Canceled(query.Spec.Api, Server, null, null, false, cancellationToken);
                    yield return items[i];
                }
            }
        }
        finally
        {
            if (pending is { } unused)
            {
                // The caller stopped early, or the page failed: nothing goes on behind his back, and no fault stays unobserved.
                stop.Cancel();
                try
                {
                    await unused.ConfigureAwait(false);
                }
#pragma warning disable CA1031 // whatever becomes of a page that nobody reads
                catch (Exception)
                {
                }
#pragma warning restore CA1031
            }
        }
    }
}
