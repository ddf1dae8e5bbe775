using System;
using System.Diagnostics;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Calling, waiting for what the call started, and resuming it.
public sealed partial class ZStackClient
{
    /// <summary>Calls an API and waits for its result, also where the server does the work in a job.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="action">The call.</param>
    /// <param name="cancellationToken">Stops waiting; a job runs on at the server.</param>
    /// <returns>The result.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="ZStackApiException">The server refused the call or failed.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    /// <exception cref="ZStackCanceledException">Waiting was stopped.</exception>
    public Task<T> CallAsync<T>(ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => CallAsync(action, null, cancellationToken);

    /// <inheritdoc cref="CallAsync{T}(ZStackAction{T}, CancellationToken)"/>
    /// <param name="action">The call.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<T> CallAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
    {
        CallOutcome result = await ExecuteAsync(action, options, cancellationToken).ConfigureAwait(false);
        return (T)result.GetValueOrThrow();
    }

    /// <summary>Calls an API as <see cref="CallAsync{T}(ZStackAction{T}, CancellationToken)"/> does, but gives the server's error back instead of throwing it.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="action">The call.</param>
    /// <param name="cancellationToken">Stops waiting; a job runs on at the server.</param>
    /// <returns>The result or the error.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="ZStackAuthenticationException">The client could not log in, so that the call was not made.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    /// <exception cref="ZStackCanceledException">Waiting was stopped.</exception>
    public Task<ApiResult<T>> TryCallAsync<T>(ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => TryCallAsync(action, null, cancellationToken);

    /// <inheritdoc cref="TryCallAsync{T}(ZStackAction{T}, CancellationToken)"/>
    /// <param name="action">The call.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ApiResult<T>> TryCallAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => new(await ExecuteAsync(action, options, cancellationToken).ConfigureAwait(false));

    /// <summary>Starts an API without waiting for its job. An API that is answered at once gives a job that is complete.</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="action">The call.</param>
    /// <param name="cancellationToken">Stops waiting for the server to take the call.</param>
    /// <returns>The job; its id can be kept and resumed by another process.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="ZStackApiException">The server refused the call at once.</exception>
    /// <exception cref="ZStackException">There was no answer, or none that can be understood.</exception>
    public Task<ZStackJob<T>> StartAsync<T>(ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
        => StartAsync(action, null, cancellationToken);

    /// <inheritdoc cref="StartAsync{T}(ZStackAction{T}, CancellationToken)"/>
    /// <param name="action">The call.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<ZStackJob<T>> StartAsync<T>(ZStackAction<T> action, ZStackCallOptions? options, CancellationToken cancellationToken = default)
        where T : ZStackResult
    {
        Submission submission = await SubmitAsync(action, options, cancellationToken).ConfigureAwait(false);
        submission.Result?.GetValueOrThrow();
        Job job = JobOf(action, submission);
        // The first look of whoever waits shows what a callback until then would have told.
        Drop(submission.Mailbox);
        return new ZStackJob<T>(job);
    }

    /// <summary>Has the server check a call with all its rules, and not do it (the system tag <c>validationOnly</c>, protocol §1.2).</summary>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="action">The call.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when the server would do the call.</returns>
    /// <exception cref="ArgumentException">A parameter is missing or wrong.</exception>
    /// <exception cref="InvalidOperationException">The API is not asynchronous: the server would do it.</exception>
    /// <exception cref="ZStackApiException">The server would refuse the call.</exception>
    public async Task DryRunAsync<T>(ZStackAction<T> action, CancellationToken cancellationToken = default)
        where T : ZStackResult
    {
        if (action is null)
            throw new ArgumentNullException(nameof(action));
        if (action.Api.Method == "GET" || (action.Api.Traits & ApiTraits.Asynchronous) == 0)
            throw new InvalidOperationException($"API {action.Api.Name} cannot be tried out: the server checks only asynchronous APIs without doing them, and this one is not known as such.");
        CallOutcome result = await ExecuteAsync(action, new ZStackCallOptions { DryRun = true }, cancellationToken).ConfigureAwait(false);
        result.GetValueOrThrow();
    }

    /// <summary>Takes up a job that was started before, perhaps by another process. Nothing is sent yet.</summary>
    /// <typeparam name="T">The result's type, such as <c>CreateVmInstanceAction.Result</c>.</typeparam>
    /// <param name="jobId">The job's id.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">The id is not one.</exception>
    public ZStackJob<T> ResumeJob<T>(string jobId)
        where T : ZStackResult, new()
    {
        ThrowIfDisposed();
        if (string.IsNullOrEmpty(jobId) || jobId.Length > 64 || !ZStackCallOptions.IsPlain(jobId))
            throw new ArgumentException("The job's id must be the letters and digits that ZStackJob.Id gave.", nameof(jobId));
        return new ZStackJob<T>(new Job(this, JobDescriptor.Unknown, ReadAny<T>, jobId, null, null));
    }

    internal Job JobOf(ZStackAction action, in Submission submission)
    {
        if (submission.Result is { } result)
            return new Job(this, action.Api, action.ReadAny, result);
        _options.Observer?.JobAccepted(new ZStackClientEvent(action.Api, Server) { JobId = submission.JobId });
        return new Job(this, action.Api, action.ReadAny, submission.JobId!, submission.Timeout, submission.Ticket, submission.Mailbox);
    }

    // One look at a job: null while it runs.
    internal async ValueTask<CallOutcome?> PollAsync(Job job, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        CallBuffers buffers = _buffers.Rent();
        try
        {
            buffers.Url.Append("/v1/api-jobs/");
            buffers.Url.Append(job.Id);
            // Jobs are answered to anybody (protocol §3), so no session is opened for it.
            AuthTicket? ticket = job.Ticket ?? _fixedTicket ?? _sessions?.Current;
            var request = new ExchangeRequest(_nodes.Current, job.Api, System.Net.Http.HttpMethod.Get, buffers)
            {
                Ticket = ticket,
                JobId = job.Id,
                JobAccepted = true,
                Schema = _options.IncludeSchema,
            };
            RawResponse response = await PollNodesAsync(request, cancellationToken).ConfigureAwait(false);
            switch (response.Status)
            {
                case HttpStatusCode.Accepted:
                    return null;
                case HttpStatusCode.OK or HttpStatusCode.NoContent:
                    try
                    {
                        return _answers.Result<DelegateReader<ZStackResult>>(job.Api, response, new(job.Read), job.Id);
                    }
                    catch (ZoneNeededException)
                    {
                        // As with an answer at once.
                    }

                    ServerTimeZone zone = await LearnZoneAsync(job.Api, ticket, cancellationToken).ConfigureAwait(false);
                    return _answers.Result<DelegateReader<ZStackResult>>(job.Api, response, new(job.Read), job.Id, zone.Zone);
                // ZStack says it in plain text (protocol §3); a page or JSON is of somebody else.
                case HttpStatusCode.NotFound when !response.LooksLikePage && !response.LooksLikeJson:
                    throw new ZStackJobExpiredException(
                        CallFault.Where(job.Api, response.Server) + ": the server knows no job " + job.Id + ": its result has been cleared away, or it never existed")
                    {
                        Server = response.Server.Uri,
                        Api = job.ApiName,
                        Status = response.Status,
                        JobId = job.Id,
                    };
                default:
                    CallOutcome failed = _answers.Error(job.Api, response, job.Id);
                    if (failed.Error?.Code == SessionLost && ticket is not null)
                        _sessions?.Forget(ticket);
                    return failed;
            }
        }
        finally
        {
            _buffers.Return(buffers);
        }
    }

    // Any node knows the job (protocol §3), so one that fails is passed over at once. Pausing is the waiting job's business.
    private async ValueTask<RawResponse> PollNodesAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        for (var resends = new RetryState(_nodes, _nodes.Count - 1); ;)
        {
            request = request with { Node = _nodes.Choose(), Resends = resends.Count };
            try
            {
                RawResponse response = await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
                if (!resends.After(response, request.Node) || resends.Pause > TimeSpan.Zero)
                    return response;
                Resending(request, null, response.Status);
            }
            catch (ZStackTransportException e) when (resends.After(e, request.Node) && resends.Pause <= TimeSpan.Zero)
            {
                Resending(request, e, null);
            }
        }
    }

    private static T ReadNew<T>(ref ZStackJsonReader reader)
        where T : ZStackResult, new()
    {
        var value = new T();
        reader.ReadMembers(value);
        return value;
    }

    private static ZStackResult ReadAny<T>(ref ZStackJsonReader reader)
        where T : ZStackResult, new() => ReadNew<T>(ref reader);

    private ValueTask<CallOutcome> ExecuteAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken)
        => Telemetry.SeesCalls ? ExecuteSeenAsync(action, options, cancellationToken) : ExecuteUnseenAsync(action, options, cancellationToken);

    private async ValueTask<CallOutcome> ExecuteSeenAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken)
    {
        if (action is null)
            throw new ArgumentNullException(nameof(action));
        using Activity? activity = Telemetry.Call(action.Api, Server);
        long begin = _options.TimeProvider.GetTimestamp();
        ServerAddress? server = null;
        string? jobId = null;
        string? error = null;
        try
        {
            CallOutcome result = await ExecuteUnseenAsync(action, options, cancellationToken).ConfigureAwait(false);
            server = result.Server;
            jobId = result.JobId;
            error = result.IsSuccess ? null : result.Error.Code ?? "error";
            return result;
        }
        catch (Exception e)
        {
            error = e.GetType().FullName;
            server = _nodes.At((e as ZStackException)?.Server);
            throw;
        }
        finally
        {
            Telemetry.Called(activity, action.Api, server, _options.TimeProvider.GetElapsedTime(begin).TotalSeconds, jobId, error);
        }
    }

    private async ValueTask<CallOutcome> ExecuteUnseenAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken)
    {
        bool again = false;
        while (true)
        {
            Submission submission = await SubmitAsync(action, options, cancellationToken).ConfigureAwait(false);
            if (submission.Result is { } immediate)
                return immediate;
            CallOutcome result;
            try
            {
                result = await JobOf(action, submission).WaitAsync(null, true, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Drop(submission.Mailbox);
            }

            // Refused before it ran: with a new session it can be started anew, under a new id (protocol §2.1).
            if (again || result.Error?.Code != SessionLost || options?.JobId is not null || !CanLogInAgain(submission.Ticket))
                return result;
            again = true;
            _options.Observer?.SessionLost(new ZStackClientEvent(action.Api, result.Server));
        }
    }
}
