namespace ZStack;

/// <summary>
/// Is told what a client does: for logs, counters, audits. Override what is of interest; ZStackGen.Hosting has one that writes to ILogger.
/// Nothing it is told has a secret, an argument, a header or a body in it.
/// </summary>
/// <remarks>It is called in the middle of calls, by many threads at once: it must be quick and must not throw.</remarks>
public abstract class ZStackClientObserver
{
    /// <summary>A request is about to be sent: a call's, a login's, or a look at a job.</summary>
    /// <param name="request">Api, method, path, server, job.</param>
    public virtual void RequestSending(in ZStackClientEvent request)
    {
    }

    /// <summary>A request was answered, well or badly.</summary>
    /// <param name="request">Beside what is told before: status, elapsed time.</param>
    public virtual void RequestAnswered(in ZStackClientEvent request)
    {
    }

    /// <summary>A request got no answer that could be read, or was given up.</summary>
    /// <param name="request">Beside what is told before: fault, elapsed time.</param>
    public virtual void RequestFailed(in ZStackClientEvent request)
    {
    }

    /// <summary>A request is sent once more, to <see cref="ZStackClientEvent.NextServer"/>, which may be another management node.</summary>
    /// <param name="request">The request that failed: its fault, or the status with which a gateway answered it.</param>
    public virtual void RequestResending(in ZStackClientEvent request)
    {
    }

    /// <summary>
    /// A member of a response has another kind of value than the documentation says. It is kept in <see cref="ZStackStructure.UnknownMembers"/>;
    /// each member of an API is told once.
    /// </summary>
    /// <param name="response">Api, server, status, job, <see cref="ZStackClientEvent.Member"/> and <see cref="ZStackClientEvent.Expected"/>.</param>
    public virtual void MemberMismatched(in ZStackClientEvent response)
    {
    }

    /// <summary>A parameter was left out of a request, because the server does not know it yet (<see cref="ZStackUnsupportedParameters.Drop"/>).</summary>
    /// <param name="request">Api, server, <see cref="ZStackClientEvent.Member"/>, and the version that it needs as <see cref="ZStackClientEvent.Expected"/>.</param>
    public virtual void ParameterDropped(in ZStackClientEvent request)
    {
    }

    /// <summary>A session was opened.</summary>
    /// <param name="login">Server and API of the login.</param>
    public virtual void LoggedIn(in ZStackClientEvent login)
    {
    }

    /// <summary>No session could be opened.</summary>
    /// <param name="login">Server and API of the login, error, fault.</param>
    public virtual void LogInFailed(in ZStackClientEvent login)
    {
    }

    /// <summary>The server does not know the client's session any more; the client opens another.</summary>
    /// <param name="call">Api and server of the call that showed it.</param>
    public virtual void SessionLost(in ZStackClientEvent call)
    {
    }

    /// <summary>The server has taken a call as a job.</summary>
    /// <param name="job">Api, server, job.</param>
    public virtual void JobAccepted(in ZStackClientEvent job)
    {
    }

    /// <summary>A job was seen to have ended.</summary>
    /// <param name="job">Api, server, job, the error of a failed one, and how long it was waited for.</param>
    public virtual void JobEnded(in ZStackClientEvent job)
    {
    }

    /// <summary>A job has ended, but the server's callback did not come. Can it reach <see cref="ZStackClientOptions.WebhookAddress"/>?</summary>
    /// <param name="job">Api, server, job.</param>
    public virtual void CallbackMissing(in ZStackClientEvent job)
    {
    }
}
