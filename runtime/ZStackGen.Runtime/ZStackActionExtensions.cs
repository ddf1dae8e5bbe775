using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>Provides extension methods that call an action: <c>await new CreateVmInstanceAction { … }.CallAsync(client)</c>.</summary>
public static class ZStackActionExtensions
{
    /// <summary>Calls an API and waits for its result, including the result of a job.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="client">The client that sends the call.</param>
    /// <param name="cancellationToken">A token to cancel the operation. A job continues on the server.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or invalid.</exception>
    /// <exception cref="ZStackApiException">The server refused the call or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    public static Task<T> CallAsync<T>(this ZStackAction<T> action, IZStackClient client, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => Checked(client).CallAsync(action, cancellationToken);

    /// <summary>Calls an API like <see cref="CallAsync{T}"/>, but returns an error of the server instead of throwing an exception.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="client">The client that sends the call.</param>
    /// <param name="cancellationToken">A token to cancel the operation. A job continues on the server.</param>
    /// <returns>The result or the error.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or invalid.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    public static Task<ZStackApiResult<T>> TryCallAsync<T>(this ZStackAction<T> action, IZStackClient client, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => Checked(client).TryCallAsync(action, cancellationToken);

    /// <summary>Starts an API without waiting for its job.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="client">The client that sends the call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or invalid.</exception>
    /// <exception cref="ZStackException">The server refused the call, or there was no response.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    public static Task<ZStackJob<T>> StartAsync<T>(this ZStackAction<T> action, IZStackClient client, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => Checked(client).StartAsync(action, cancellationToken);

    private static IZStackClient Checked(IZStackClient client) => client ?? throw new ArgumentNullException(nameof(client));
}
