using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>Calls an action from the action's side: <c>await new CreateVmInstanceAction { … }.CallAsync(client)</c>.</summary>
public static class ZStackActionExtensions
{
    /// <summary>Calls an API and waits for its result, also where the server does the work in a job.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The call.</param>
    /// <param name="client">The client that carries it out.</param>
    /// <param name="cancellationToken">A token to cancel the operation. A job runs on at the server.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="ZStackApiException">The server refused the call or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or none that can be understood.</exception>
    public static Task<T> CallAsync<T>(this ZStackAction<T> action, IZStackClient client, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => Checked(client).CallAsync(action, cancellationToken);

    /// <summary>Calls an API, but returns the server's error instead of throwing it.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The call.</param>
    /// <param name="client">The client that carries it out.</param>
    /// <param name="cancellationToken">A token to cancel the operation. A job runs on at the server.</param>
    /// <returns>The result or the error.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="ZStackException">There was no response, or none that can be understood.</exception>
    public static Task<ZStackApiResult<T>> TryCallAsync<T>(this ZStackAction<T> action, IZStackClient client, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => Checked(client).TryCallAsync(action, cancellationToken);

    /// <summary>Starts an API without waiting for its job.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The call.</param>
    /// <param name="client">The client that carries it out.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="ZStackException">The server refused the call, or there was no response.</exception>
    public static Task<ZStackJob<T>> StartAsync<T>(this ZStackAction<T> action, IZStackClient client, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => Checked(client).StartAsync(action, cancellationToken);

    private static IZStackClient Checked(IZStackClient client) => client ?? throw new ArgumentNullException(nameof(client));
}
