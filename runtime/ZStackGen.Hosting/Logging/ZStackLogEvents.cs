namespace ZStack.Hosting;

/// <summary>Defines the ids and categories of the log events.</summary>
public static class ZStackLogEvents
{
    /// <summary>The category of the events of clients.</summary>
    public const string ClientCategory = "ZStack.Client";

    /// <summary>The category of received callbacks.</summary>
    public const string WebhookCategory = "ZStack.Webhook";

    /// <summary>Trace: a request is being sent.</summary>
    public const int RequestSending = 1;

    /// <summary>Debug: a response was received.</summary>
    public const int ResponseReceived = 2;

    /// <summary>Debug: a request failed without a response. A retry, or the exception of the call, follows.</summary>
    public const int RequestFailed = 3;

    /// <summary>Warning: a request is retried at the same server.</summary>
    public const int RequestRetrying = 4;

    /// <summary>Warning: a request is retried at another management node.</summary>
    public const int FailingOver = 5;

    /// <summary>Information: a session was opened.</summary>
    public const int LoggedIn = 6;

    /// <summary>Error: a session could not be opened.</summary>
    public const int LogInFailed = 7;

    /// <summary>Information: the server no longer knows the session; the client opens another session.</summary>
    public const int SessionLost = 8;

    /// <summary>Information: the server accepted a call as a job.</summary>
    public const int JobAccepted = 9;

    /// <summary>Information: a job succeeded.</summary>
    public const int JobSucceeded = 10;

    /// <summary>Warning: a job failed.</summary>
    public const int JobFailed = 11;

    /// <summary>Warning: a job has ended without a callback from the server. Check that the server can reach the webhook address.</summary>
    public const int CallbackMissing = 12;

    /// <summary>Warning: a parameter was left out of a request, because the server does not know it yet.</summary>
    public const int ParameterDropped = 13;

    /// <summary>Warning: the value of a member of a response is of another kind than documented, so it is an unknown member. Each member is logged once.</summary>
    public const int MemberMismatched = 14;

    /// <summary>Debug: a callback for a job of this process was received.</summary>
    public const int CallbackReceived = 20;

    /// <summary>Information: a callback was refused, for example because this process does not know the job.</summary>
    public const int CallbackRefused = 21;
}
