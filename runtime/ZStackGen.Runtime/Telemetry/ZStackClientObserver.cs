namespace ZStack;

/// <summary>
/// Receives notifications of a client's requests, sessions and jobs, for logs, metrics or audits. Override the methods for the events of interest;
/// ZStackGen.Hosting provides an observer that writes to ILogger. Notifications contain no secret, argument, header or body.
/// </summary>
/// <remarks>The methods are called during calls and from many threads at once, so they must return quickly and must not throw.</remarks>
public abstract class ZStackClientObserver
{
    /// <summary>Called before a request is sent: a call, a login or a poll.</summary>
    /// <param name="request">The request: API, method, path, server and job id.</param>
    public virtual void RequestSending(in ZStackClientEvent request)
    {
    }

    /// <summary>Called when the response to a request, successful or not, was received.</summary>
    /// <param name="request">The request, with the status and the elapsed time.</param>
    public virtual void ResponseReceived(in ZStackClientEvent request)
    {
    }

    /// <summary>Called when a request failed without a readable response, or was canceled.</summary>
    /// <param name="request">The request, with the exception and the elapsed time.</param>
    public virtual void RequestFailed(in ZStackClientEvent request)
    {
    }

    /// <summary>Called before a request is retried at <see cref="ZStackClientEvent.NextServer"/>, which may be another management node.</summary>
    /// <param name="request">The request that failed, with its exception or the status that a gateway returned.</param>
    public virtual void RequestRetrying(in ZStackClientEvent request)
    {
    }

    /// <summary>
    /// Called when the value of a member in a response does not match the documented type. The value is kept in
    /// <see cref="ZStackStructure.UnknownMembers"/>. Each member of an API is reported once.
    /// </summary>
    /// <param name="response">The response: API, server, status, job id, <see cref="ZStackClientEvent.Member"/> and <see cref="ZStackClientEvent.Expected"/>.</param>
    public virtual void MemberMismatched(in ZStackClientEvent response)
    {
    }

    /// <summary>
    /// Called when a parameter, or a field of a structure such as <c>disks.label</c>, was left out of a request, because the server does not support
    /// it yet (<see cref="ZStackUnsupportedParameters.Drop"/>).
    /// </summary>
    /// <param name="request">The call: API, server, <see cref="ZStackClientEvent.Member"/>, and the required version as <see cref="ZStackClientEvent.Expected"/>.</param>
    public virtual void ParameterDropped(in ZStackClientEvent request)
    {
    }

    /// <summary>Called when a session was opened.</summary>
    /// <param name="login">The login: API and server.</param>
    public virtual void LoggedIn(in ZStackClientEvent login)
    {
    }

    /// <summary>Called when a session could not be opened.</summary>
    /// <param name="login">The login: API, server, error and exception.</param>
    public virtual void LogInFailed(in ZStackClientEvent login)
    {
    }

    /// <summary>Called when the server no longer knows the client's session. The client then opens another session.</summary>
    /// <param name="call">The call that the server refused: API and server.</param>
    public virtual void SessionLost(in ZStackClientEvent call)
    {
    }

    /// <summary>Called when the server accepted a call as a job.</summary>
    /// <param name="job">The job: API, server and job id.</param>
    public virtual void JobAccepted(in ZStackClientEvent job)
    {
    }

    /// <summary>Called when a poll shows that a job has ended.</summary>
    /// <param name="job">The job: API, server, job id, the error of a failed job, and the time spent waiting for it.</param>
    public virtual void JobEnded(in ZStackClientEvent job)
    {
    }

    /// <summary>
    /// Called when a job has ended without a callback from the server. Check that the server can reach <see cref="ZStackClientOptions.WebhookAddress"/>.
    /// </summary>
    /// <param name="job">The job: API, server and job id.</param>
    public virtual void CallbackMissing(in ZStackClientEvent job)
    {
    }
}
