using System;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace ZStack.Hosting;

// Writes the events of a client to the application's logs.
internal sealed partial class LoggingObserver(ILogger logger) : ZStackClientObserver
{
    private readonly ILogger _logger = logger;

    public override void RequestSending(in ZStackClientEvent request)
        => Sending(request.Api, request.Method, request.Path, request.Server, request.JobId);

    public override void ResponseReceived(in ZStackClientEvent request)
        => Responded(request.Api, request.Method, request.Path, request.Server, (int)request.Status.GetValueOrDefault(), request.Elapsed.TotalMilliseconds, request.JobId);

    public override void RequestFailed(in ZStackClientEvent request)
        => Failed(request.Fault, request.Api, request.Method, request.Path, request.Server, request.Error, request.Elapsed.TotalMilliseconds, request.JobId);

    public override void RequestRetrying(in ZStackClientEvent request)
    {
        string reason = request.Status is { } status ? "status " + ((int)status).ToString(CultureInfo.InvariantCulture) : request.Error ?? "no response";
        if (Equals(request.Server, request.NextServer))
            Retrying(request.Fault, request.Api, request.Method, request.Path, request.Server, request.Retries + 1, reason, request.JobId);
        else
            FailingOver(request.Fault, request.Api, request.Method, request.Path, request.Server, request.NextServer, reason, request.JobId);
    }

    public override void LoggedIn(in ZStackClientEvent login) => LoggedIn(login.Server, login.Api);

    public override void LogInFailed(in ZStackClientEvent login) => LogInFailed(login.Fault, login.Server, login.Api, login.Error);

    public override void SessionLost(in ZStackClientEvent call) => SessionLost(call.Server, call.Api);

    public override void JobAccepted(in ZStackClientEvent job) => JobAccepted(job.Api, job.Server, job.JobId);

    public override void JobEnded(in ZStackClientEvent job)
    {
        if (job.Error is null)
            JobSucceeded(job.Api, job.Server, job.JobId, job.Elapsed.TotalSeconds);
        else
            JobFailed(job.Api, job.Server, job.JobId, job.Error, job.Elapsed.TotalSeconds);
    }

    public override void CallbackMissing(in ZStackClientEvent job) => CallbackMissing(job.Api, job.Server, job.JobId);

    public override void MemberMismatched(in ZStackClientEvent response) => MemberMismatched(response.Api, response.Server, response.Member, response.Expected);

    public override void ParameterDropped(in ZStackClientEvent request) => ParameterDropped(request.Api, request.Server, request.Member, request.Expected);

    [LoggerMessage(ZStackLogEvents.RequestSending, LogLevel.Trace, "{Api}: sending {Method} {Path} to {Server} [job {JobId}]", EventName = nameof(ZStackLogEvents.RequestSending))]
    private partial void Sending(string api, string method, string path, Uri? server, string? jobId);

    [LoggerMessage(ZStackLogEvents.ResponseReceived, LogLevel.Debug, "{Api}: {Method} {Path} at {Server} returned {Status} in {ElapsedMilliseconds} ms [job {JobId}]", EventName = nameof(ZStackLogEvents.ResponseReceived))]
    private partial void Responded(string api, string method, string path, Uri? server, int status, double elapsedMilliseconds, string? jobId);

    [LoggerMessage(ZStackLogEvents.RequestFailed, LogLevel.Debug, "{Api}: {Method} {Path} at {Server} failed with {Error} after {ElapsedMilliseconds} ms [job {JobId}]", EventName = nameof(ZStackLogEvents.RequestFailed))]
    private partial void Failed(Exception? fault, string api, string method, string path, Uri? server, string? error, double elapsedMilliseconds, string? jobId);

    [LoggerMessage(ZStackLogEvents.RequestRetrying, LogLevel.Warning, "{Api}: {Method} {Path} is retried at {Server}, retry {Retry}, because of {Reason} [job {JobId}]", EventName = nameof(ZStackLogEvents.RequestRetrying))]
    private partial void Retrying(Exception? fault, string api, string method, string path, Uri? server, int retry, string reason, string? jobId);

    [LoggerMessage(ZStackLogEvents.FailingOver, LogLevel.Warning, "{Api}: {Method} {Path} fails over from {Server} to {NextServer}, because of {Reason} [job {JobId}]", EventName = nameof(ZStackLogEvents.FailingOver))]
    private partial void FailingOver(Exception? fault, string api, string method, string path, Uri? server, Uri? nextServer, string reason, string? jobId);

    [LoggerMessage(ZStackLogEvents.LoggedIn, LogLevel.Information, "Logged in at {Server} by {Api}", EventName = nameof(ZStackLogEvents.LoggedIn))]
    private partial void LoggedIn(Uri? server, string api);

    [LoggerMessage(ZStackLogEvents.LogInFailed, LogLevel.Error, "The login at {Server} by {Api} failed with {Error}", EventName = nameof(ZStackLogEvents.LogInFailed))]
    private partial void LogInFailed(Exception? fault, Uri? server, string api, string? error);

    [LoggerMessage(ZStackLogEvents.SessionLost, LogLevel.Information, "{Server} no longer knows the session, as reported for {Api}; the client opens a new session", EventName = nameof(ZStackLogEvents.SessionLost))]
    private partial void SessionLost(Uri? server, string api);

    [LoggerMessage(ZStackLogEvents.JobAccepted, LogLevel.Information, "{Api}: {Server} accepted the job [job {JobId}]", EventName = nameof(ZStackLogEvents.JobAccepted))]
    private partial void JobAccepted(string api, Uri? server, string? jobId);

    [LoggerMessage(ZStackLogEvents.JobSucceeded, LogLevel.Information, "{Api}: the job at {Server} succeeded after {ElapsedSeconds} s of waiting [job {JobId}]", EventName = nameof(ZStackLogEvents.JobSucceeded))]
    private partial void JobSucceeded(string api, Uri? server, string? jobId, double elapsedSeconds);

    [LoggerMessage(ZStackLogEvents.JobFailed, LogLevel.Warning, "{Api}: the job at {Server} failed with {Error} after {ElapsedSeconds} s of waiting [job {JobId}]", EventName = nameof(ZStackLogEvents.JobFailed))]
    private partial void JobFailed(string api, Uri? server, string? jobId, string error, double elapsedSeconds);

    [LoggerMessage(ZStackLogEvents.CallbackMissing, LogLevel.Warning, "{Api}: the job has ended, but {Server} did not call back; check that it can reach the WebhookAddress [job {JobId}]", EventName = nameof(ZStackLogEvents.CallbackMissing))]
    private partial void CallbackMissing(string api, Uri? server, string? jobId);

    [LoggerMessage(ZStackLogEvents.ParameterDropped, LogLevel.Warning, "{Api}: {Server} does not know the parameter {Parameter}, which needs {Version}; it is left out", EventName = nameof(ZStackLogEvents.ParameterDropped))]
    private partial void ParameterDropped(string api, Uri? server, string? parameter, string? version);

    [LoggerMessage(ZStackLogEvents.MemberMismatched, LogLevel.Warning, "{Api}: {Member} in the response of {Server} is not {Expected}; the value is in UnknownMembers", EventName = nameof(ZStackLogEvents.MemberMismatched))]
    private partial void MemberMismatched(string api, Uri? server, string? member, string? expected);
}
