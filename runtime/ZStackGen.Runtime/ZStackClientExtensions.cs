using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>Provides overloads of <see cref="IZStackClient"/> methods without options.</summary>
public static class ZStackClientExtensions
{
    /// <inheritdoc cref="IZStackClient.CallAsync{T}"/>
    /// <param name="client">The client.</param>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="cancellationToken">A token to cancel the operation. A job continues on the server.</param>
    public static Task<T> CallAsync<T>(this IZStackClient client, ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => (client ?? throw new ArgumentNullException(nameof(client))).CallAsync(action, null, cancellationToken);

    /// <inheritdoc cref="IZStackClient.TryCallAsync{T}"/>
    /// <param name="client">The client.</param>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="cancellationToken">A token to cancel the operation. A job continues on the server.</param>
    public static Task<ZStackApiResult<T>> TryCallAsync<T>(this IZStackClient client, ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => (client ?? throw new ArgumentNullException(nameof(client))).TryCallAsync(action, null, cancellationToken);

    /// <inheritdoc cref="IZStackClient.StartAsync{T}"/>
    /// <param name="client">The client.</param>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<ZStackJob<T>> StartAsync<T>(this IZStackClient client, ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => (client ?? throw new ArgumentNullException(nameof(client))).StartAsync(action, null, cancellationToken);

    /// <inheritdoc cref="IZStackClient.SubmitLongJobAsync{T}"/>
    /// <param name="client">The client.</param>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public static Task<ZStackLongJob<T>> SubmitLongJobAsync<T>(this IZStackClient client, ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => (client ?? throw new ArgumentNullException(nameof(client))).SubmitLongJobAsync(action, null, cancellationToken);
}
