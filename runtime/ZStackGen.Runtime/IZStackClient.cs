using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

/// <summary>
/// Calls the APIs of one ZStack cloud. <see cref="ZStackClient"/> implements it; application code that depends on the interface can be tested
/// with a fake.
/// </summary>
public interface IZStackClient
{
    /// <summary>Gets the base of all URLs, such as <c>http://mn.example:8080/zstack</c>; of several management nodes the one in use now.</summary>
    Uri BaseAddress { get; }

    /// <summary>
    /// Gets the server's version; null until <see cref="GetServerVersionAsync"/>, or a call for which
    /// <see cref="ZStackClientOptions.UnsupportedParameters"/> needs it, has learned it. After a failover the next call asks the other node.
    /// </summary>
    ZStackVersion? ServerVersion { get; }

    /// <summary>Gets the time zone of the server's timestamps; null until a response with a timestamp, or <see cref="LearnServerTimeZoneAsync"/>, has shown it.</summary>
    ZStackServerTimeZone? ServerTimeZone { get; }

    /// <summary>Calls an API and waits for its result, also where the server does the work in a job.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="options">The options of this call, or null.</param>
    /// <param name="cancellationToken">A token to cancel waiting; a job runs on at the server.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="ZStackApiException">The server refused the call or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be understood.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<T> CallAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult;

    /// <summary>Calls an API like <see cref="CallAsync{T}"/>, but returns the server's error instead of throwing it.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="options">The options of this call, or null.</param>
    /// <param name="cancellationToken">A token to cancel waiting; a job runs on at the server.</param>
    /// <returns>The result or the error.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="ZStackAuthenticationException">The client could not log in, so the call was not made.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be understood.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<ZStackApiResult<T>> TryCallAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult;

    /// <summary>Starts an API without waiting for its job. An API that is answered at once returns a completed job.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="options">The options of this call, or null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The job; its id can be kept and resumed by another process.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="ZStackApiException">The server refused the call at once.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be understood.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<ZStackJob<T>> StartAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult;

    /// <summary>Lets the server check a call by all its rules without doing it (the system tag <c>validationOnly</c>, PROTOCOL.md §1.2).</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the server has accepted the call.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="InvalidOperationException">The API is not asynchronous, so it does not support dry runs: the server would do it.</exception>
    /// <exception cref="ZStackApiException">The server would refuse the call.</exception>
    Task DryRunAsync<T>(ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult;

    /// <summary>Resumes a job that was started before, perhaps by another process. Nothing is sent yet.</summary>
    /// <typeparam name="T">The type of the result, such as <c>CreateVmInstanceAction.Result</c>.</typeparam>
    /// <param name="jobId">The id of the job.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    ZStackJob<T> ResumeJob<T>(string jobId)
        where T : ZStackResult, new();

    /// <summary>Submits an API to the server as a long job. Only some APIs can run as long jobs, such as MigrateVm and AddImage; the server refuses the others.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="options">The options of the long job, or null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The long job; its UUID can be kept and resumed by another process.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong, or the API is a query.</exception>
    /// <exception cref="ZStackApiException">The server refused the long job.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be understood.</exception>
    Task<ZStackLongJob<T>> SubmitLongJobAsync<T>(ZStackAction<T> action, ZStackLongJobOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult;

    /// <summary>Resumes a long job that was submitted before, perhaps by another process. Nothing is sent yet.</summary>
    /// <typeparam name="T">The type of the result, such as <c>MigrateVmAction.Result</c>.</typeparam>
    /// <param name="uuid">The UUID of the long job.</param>
    /// <returns>The long job.</returns>
    /// <exception cref="ArgumentException">The UUID is not valid.</exception>
    ZStackLongJob<T> ResumeLongJob<T>(string uuid)
        where T : ZStackResult, new();

    /// <summary>Finds resources. Nothing is sent before the returned sequence is used.</summary>
    /// <remarks>
    /// Without an order, resources come in the order of their UUIDs, and each resource that exists all the time comes once. In another order the
    /// server counts off pages: a deletion meanwhile can hide another resource (PROTOCOL.md §5.3). Conditions that only ZQL can express are sent as
    /// ZQL; its responses mask sensitive values and name no subclasses, so that all resources are of the base class (PROTOCOL.md §5.4, §6).
    /// </remarks>
    /// <typeparam name="T">The type of the resources.</typeparam>
    /// <param name="query">The query, such as <c>VmInstanceInventory.Query.Where(f => f.State == "Running")</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The resources, to be enumerated, listed, counted or fetched in pages.</returns>
    ZStackPageable<T> Query<T>(ZStackQuery<T> query, CancellationToken cancellationToken = default)
        where T : ZStackStructure;

    /// <summary>Gets the resource of a UUID.</summary>
    /// <typeparam name="T">The type of the resource.</typeparam>
    /// <param name="query">The query to look in, such as <c>VmInstanceInventory.Query</c>. A resource that does not meet its conditions is not found.</param>
    /// <param name="uuid">The UUID.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The resource, or null if it does not exist.</returns>
    /// <exception cref="ArgumentException">The UUID is empty, or the query cannot be sent as it is meant.</exception>
    /// <exception cref="InvalidOperationException">Resources of this kind have no UUID.</exception>
    /// <exception cref="ZStackApiException">The server refused the query or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be understood, or it has several resources.</exception>
    Task<T?> GetAsync<T>(ZStackQuery<T> query, string uuid, CancellationToken cancellationToken = default)
        where T : ZStackStructure;

    /// <summary>Runs a statement of ZQL (PROTOCOL.md §5.4).</summary>
    /// <param name="statement">The statement, made by <see cref="Zql"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the statement.</returns>
    /// <exception cref="ArgumentException">The statement cannot be sent; the message says why.</exception>
    /// <exception cref="ZStackApiException">The server refused the statement or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be understood.</exception>
    Task<ZqlResult> QueryZqlAsync(ZqlStatement statement, CancellationToken cancellationToken = default);

    /// <summary>Runs several statements of ZQL in one call.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of each statement, in their order.</returns>
    /// <exception cref="ArgumentException">A statement cannot be sent; the message says why.</exception>
    /// <exception cref="ZStackApiException">The server refused the statements or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be understood.</exception>
    Task<IReadOnlyList<ZqlResult>> QueryZqlAsync(IReadOnlyList<ZqlStatement> statements, CancellationToken cancellationToken = default);

    /// <summary>Logs in now rather than with the first call, and so checks the credential.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when there is a session.</returns>
    /// <exception cref="ZStackAuthenticationException">The credential is wrong.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be understood.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task LogInAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the server's version and keeps it for <see cref="ServerVersion"/>; no session is needed. A patch that leaves the database as it is
    /// reports the version before it (PROTOCOL.md §8).
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ZStackException">There was no response, or it cannot be understood.</exception>
    Task<ZStackVersion> GetServerVersionAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the APIs that the server has, which tells more than its version does; no session is needed.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The APIs.</returns>
    /// <exception cref="ZStackException">There was no response, or it cannot be understood.</exception>
    Task<ZStackApiSet> GetSupportedApisAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Learns the server's time zone, unless it is known: from the server itself (since 2021), or from the timestamp of the login. A call whose
    /// response has timestamps does so by itself; use this method to learn it earlier, or to see how it became known.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The time zone and how it became known. If it cannot be learned, the local time zone and why.</returns>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<ZStackServerTimeZone> LearnServerTimeZoneAsync(CancellationToken cancellationToken = default);
}
