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
    /// <summary>Gets the base address of all requests, such as <c>http://mn.example:8080/zstack</c>. With several management nodes, it is the node in use.</summary>
    Uri BaseAddress { get; }

    /// <summary>
    /// Gets the server's version; null until <see cref="GetServerVersionAsync"/>, or a call for which
    /// <see cref="ZStackClientOptions.UnsupportedParameters"/> needs it, has learned it. After a failover the next call asks the other node.
    /// </summary>
    ZStackVersion? ServerVersion { get; }

    /// <summary>
    /// Gets the time zone of the server's timestamps; null until the client has learned it from a response with a timestamp or by
    /// <see cref="LearnServerTimeZoneAsync"/>.
    /// </summary>
    ZStackServerTimeZone? ServerTimeZone { get; }

    /// <summary>Calls an API and waits for its result, including the result of a job.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="options">The options of the call, or null.</param>
    /// <param name="cancellationToken">A token to cancel the operation. A job continues on the server.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or invalid.</exception>
    /// <exception cref="ZStackApiException">The server refused the call or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<T> CallAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult;

    /// <summary>Calls an API like <see cref="CallAsync{T}"/>, but returns an error of the server instead of throwing an exception.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="options">The options of the call, or null.</param>
    /// <param name="cancellationToken">A token to cancel the operation. A job continues on the server.</param>
    /// <returns>The result or the error.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or invalid.</exception>
    /// <exception cref="ZStackAuthenticationException">The client cannot log in, so the call was not sent.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<ZStackApiResult<T>> TryCallAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult;

    /// <summary>Starts an API without waiting for its job. A synchronous API returns a completed job.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="options">The options of the call, or null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The job. Its id can be stored, and another process can resume the job.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or invalid.</exception>
    /// <exception cref="ZStackApiException">The server refused the call.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<ZStackJob<T>> StartAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult;

    /// <summary>Validates a call on the server without executing it (the system tag <c>validationOnly</c>, PROTOCOL.md §1.2).</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the server has accepted the call.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or invalid.</exception>
    /// <exception cref="InvalidOperationException">The API is synchronous and does not support dry runs: the server would execute it.</exception>
    /// <exception cref="ZStackApiException">The server would refuse the call.</exception>
    Task DryRunAsync<T>(ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult;

    /// <summary>Resumes a job by its id, which another process may have started. The method sends no request.</summary>
    /// <typeparam name="T">The type of the result, such as <c>CreateVmInstanceAction.Result</c>.</typeparam>
    /// <param name="jobId">The id of the job.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">The id is not valid.</exception>
    ZStackJob<T> ResumeJob<T>(string jobId)
        where T : ZStackResult, new();

    /// <summary>Submits an API to the server as a long job. Only some APIs support long jobs, such as MigrateVm and AddImage; the server refuses the others.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="action">The API call with its parameters.</param>
    /// <param name="options">The options of the long job, or null.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The long job. Its UUID can be stored, and another process can resume the long job.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or invalid, or the API is a query.</exception>
    /// <exception cref="ZStackApiException">The server refused the long job.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<ZStackLongJob<T>> SubmitLongJobAsync<T>(ZStackAction<T> action, ZStackLongJobOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult;

    /// <summary>Resumes a long job by its UUID, which another process may have submitted. The method sends no request.</summary>
    /// <typeparam name="T">The type of the result, such as <c>MigrateVmAction.Result</c>.</typeparam>
    /// <param name="uuid">The UUID of the long job.</param>
    /// <returns>The long job.</returns>
    /// <exception cref="ArgumentException">The UUID is not valid.</exception>
    ZStackLongJob<T> ResumeLongJob<T>(string uuid)
        where T : ZStackResult, new();

    /// <summary>Queries resources. No request is sent until the returned sequence is used.</summary>
    /// <remarks>
    /// Without an order, resources are returned in the order of their UUIDs, and each resource that exists throughout the enumeration is returned
    /// once. In another order, the server pages by offset: if a resource is deleted during the enumeration, another resource can be skipped
    /// (PROTOCOL.md §5.3). Conditions that only ZQL can express are sent as ZQL. Its responses mask sensitive values and contain no class names, so
    /// that all resources are instances of the base class (PROTOCOL.md §5.4, §6).
    /// </remarks>
    /// <typeparam name="T">The type of the resources.</typeparam>
    /// <param name="query">The query, such as <c>VmInstanceInventory.Query.Where(f => f.State == "Running")</c>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The resources, which can be enumerated, listed, counted or fetched by result page.</returns>
    ZStackPageable<T> Query<T>(ZStackQuery<T> query, CancellationToken cancellationToken = default)
        where T : ZStackStructure;

    /// <summary>Gets the resource with the specified UUID.</summary>
    /// <typeparam name="T">The type of the resource.</typeparam>
    /// <param name="query">The query, such as <c>VmInstanceInventory.Query</c>. A resource that does not meet its conditions is not found.</param>
    /// <param name="uuid">The UUID of the resource.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The resource, or null if it does not exist.</returns>
    /// <exception cref="ArgumentException">The UUID is empty, or the query cannot be sent; the message states the reason.</exception>
    /// <exception cref="InvalidOperationException">Resources of this type have no UUID.</exception>
    /// <exception cref="ZStackApiException">The server refused the query or failed.</exception>
    /// <exception cref="ZStackException">There was no response, it cannot be read, or it contains several resources.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<T?> GetAsync<T>(ZStackQuery<T> query, string uuid, CancellationToken cancellationToken = default)
        where T : ZStackStructure;

    /// <summary>Executes a ZQL statement (PROTOCOL.md §5.4).</summary>
    /// <param name="statement">The statement, created by <see cref="Zql"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The result of the statement.</returns>
    /// <exception cref="ArgumentException">The statement cannot be sent; the message states the reason.</exception>
    /// <exception cref="ZStackApiException">The server refused the statement or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<ZqlResult> QueryZqlAsync(ZqlStatement statement, CancellationToken cancellationToken = default);

    /// <summary>Executes several ZQL statements in one call.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The results, in the order of the statements.</returns>
    /// <exception cref="ArgumentException">A statement cannot be sent; the message states the reason.</exception>
    /// <exception cref="ZStackApiException">The server refused the statements or failed.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<IReadOnlyList<ZqlResult>> QueryZqlAsync(IReadOnlyList<ZqlStatement> statements, CancellationToken cancellationToken = default);

    /// <summary>Logs in before the first call, which also checks the credential. An access key or a session is checked by a query.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes when the session is open, or the server has accepted the access key or the session.</returns>
    /// <exception cref="InvalidOperationException">The client has no credential.</exception>
    /// <exception cref="ZStackAuthenticationException">The server refused the credential.</exception>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task LogInAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the server's version and keeps it for <see cref="ServerVersion"/>; no session is needed. A patch that leaves the database as it is
    /// reports the version before it (PROTOCOL.md §8).
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    Task<ZStackVersion> GetServerVersionAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the APIs that the server supports. They are more reliable than the server's version. No session is required.</summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The APIs.</returns>
    /// <exception cref="ZStackException">There was no response, or it cannot be read.</exception>
    Task<ZStackApiSet> GetSupportedApisAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Learns the server's time zone if it is not known, from the server's API (available since 2021) or from the timestamps of the login. The client
    /// does this when it first reads a timestamp. Call this method to learn the time zone earlier, or to find out how it was learned.
    /// </summary>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The time zone and how it was learned. If it cannot be learned, the local time zone and the reason.</returns>
    /// <exception cref="ZStackCanceledException">The operation was canceled.</exception>
    Task<ZStackServerTimeZone> LearnServerTimeZoneAsync(CancellationToken cancellationToken = default);
}
