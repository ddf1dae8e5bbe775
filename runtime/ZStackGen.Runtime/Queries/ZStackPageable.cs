using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>
/// Represents the resources of a query as an asynchronous sequence that is fetched in result pages. Each enumeration executes the query again.
/// <see cref="IZStackClient.Query{T}"/> returns a sequence; <see cref="ZStackPageable.FromItems{T}(T[])"/> creates a sequence for tests.
/// </summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public abstract class ZStackPageable<T> : IAsyncEnumerable<T>
    where T : ZStackStructure
{
    /// <summary>Initializes a new instance of the <see cref="ZStackPageable{T}"/> class.</summary>
    protected ZStackPageable()
    {
    }

    /// <summary>Enumerates the result pages. The next page is fetched while the caller uses the current page.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result pages, whose <see cref="ZStackPage{T}.Total"/> is null.</returns>
    /// <exception cref="ArgumentException">The query cannot be sent; the message states the reason.</exception>
    /// <exception cref="ZStackApiException">The server refused the query or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    public abstract IAsyncEnumerable<ZStackPage<T>> AsPages(CancellationToken cancellationToken = default);

    /// <summary>Enumerates the resources. The next result page is fetched while the caller uses the current page.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>An enumerator of the resources.</returns>
    public virtual async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (ZStackPage<T> page in AsPages(cancellationToken).ConfigureAwait(false))
        {
            foreach (T item in page.Items)
                yield return item;
        }
    }

    /// <summary>Fetches all resources.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The resources.</returns>
    /// <exception cref="ArgumentException">The query cannot be sent; the message states the reason.</exception>
    /// <exception cref="ZStackApiException">The server refused the query or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    public async Task<IReadOnlyList<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var list = new List<T>();
        await foreach (ZStackPage<T> page in AsPages(cancellationToken).ConfigureAwait(false))
            list.AddRange(page.Items);
        return list;
    }

    /// <summary>Fetches only the first resource.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The resource, or null if the query finds no resource.</returns>
    /// <exception cref="ArgumentException">The query cannot be sent; the message states the reason.</exception>
    /// <exception cref="ZStackApiException">The server refused the query or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    public virtual async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        await foreach (ZStackPage<T> page in AsPages(cancellationToken).ConfigureAwait(false))
        {
            if (page.Items.Count > 0)
                return page.Items[0];
        }

        return null;
    }

    /// <summary>Counts the resources without fetching them. <c>Skip</c> and <c>Take</c> of the query are honored.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of resources.</returns>
    /// <exception cref="ArgumentException">The query cannot be sent; the message states the reason.</exception>
    /// <exception cref="ZStackApiException">The server refused the query or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    public virtual async Task<long> CountAsync(CancellationToken cancellationToken = default)
    {
        long count = 0;
        await foreach (ZStackPage<T> page in AsPages(cancellationToken).ConfigureAwait(false))
            count += page.Items.Count;
        return count;
    }

    /// <summary>
    /// Fetches one result page with the number of all matches. The page contains the resources that <c>Skip</c> and <c>Take</c> of the query select.
    /// Without <c>Take</c>, its size is the query's page size.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result page with its <see cref="ZStackPage{T}.Total"/>.</returns>
    /// <exception cref="ArgumentException">The query cannot be sent, or needs more than one request; the message states the reason.</exception>
    /// <exception cref="ZStackApiException">The server refused the query or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    public virtual async Task<ZStackPage<T>> GetPageAsync(CancellationToken cancellationToken = default)
    {
        IReadOnlyList<T> items = await ToListAsync(cancellationToken).ConfigureAwait(false);
        return new ZStackPage<T>(items, items.Count);
    }
}

/// <summary>Creates sequences of resources for tests.</summary>
public static class ZStackPageable
{
    /// <summary>Creates a sequence with one result page of the specified resources.</summary>
    /// <typeparam name="T">The type of the resources.</typeparam>
    /// <param name="items">The resources.</param>
    /// <returns>The sequence.</returns>
    public static ZStackPageable<T> FromItems<T>(params T[] items)
        where T : ZStackStructure
        => new FixedPages<T>([new ZStackPage<T>(items ?? throw new ArgumentNullException(nameof(items)), items.Length)]);

    /// <summary>Creates a sequence of the specified result pages.</summary>
    /// <typeparam name="T">The type of the resources.</typeparam>
    /// <param name="pages">The result pages.</param>
    /// <returns>The sequence.</returns>
    public static ZStackPageable<T> FromPages<T>(params ZStackPage<T>[] pages)
        where T : ZStackStructure
        => new FixedPages<T>(pages ?? throw new ArgumentNullException(nameof(pages)));

    private sealed class FixedPages<T>(ZStackPage<T>[] pages) : ZStackPageable<T>
        where T : ZStackStructure
    {
#pragma warning disable CS1998 // an async iterator over a fixed array awaits nothing
        public override async IAsyncEnumerable<ZStackPage<T>> AsPages([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
#pragma warning restore CS1998
        {
            foreach (ZStackPage<T> page in pages)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return page;
            }
        }
    }
}
