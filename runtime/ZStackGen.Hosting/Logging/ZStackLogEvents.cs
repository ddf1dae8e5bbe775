namespace ZStack.Hosting;

/// <summary>The ids of the log events, and the categories under which they are written.</summary>
public static class ZStackLogEvents
{
    /// <summary>The category of what clients do.</summary>
    public const string ClientCategory = "ZStack.Client";

    /// <summary>The category of the callbacks received.</summary>
    public const string WebhookCategory = "ZStack.Webhook";

    /// <summary>Trace: a request is about to be sent.</summary>
    public const int RequestSending = 1;

    /// <summary>Debug: a request was answered.</summary>
    public const int RequestAnswered = 2;

    /// <summary>Debug: a request got no answer. The call's exception, or a resend, follows.</summary>
    public const int RequestFailed = 3;

    /// <summary>Warning: a request is sent once more to the same server.</summary>
    public const int RequestResending = 4;

    /// <summary>Warning: a request is sent to another management node, because the first one failed.</summary>
    public const int FailingOver = 5;

    /// <summary>Information: a session was opened.</summary>
    public const int LoggedIn = 6;

    /// <summary>Error: no session could be opened.</summary>
    public const int LogInFailed = 7;

    /// <summary>Information: the server does not know the session any more; another is opened.</summary>
    public const int SessionLost = 8;

    /// <summary>Information: the server has taken a call as a job.</summary>
    public const int JobAccepted = 9;

    /// <summary>Information: a job has succeeded.</summary>
    public const int JobSucceeded = 10;

    /// <summary>Warning: a job has failed.</summary>
    public const int JobFailed = 11;

    /// <summary>Warning: a job has ended, but the server's callback did not come: can it reach the webhook's address?</summary>
    public const int CallbackMissing = 12;

    /// <summary>Warning: a parameter was left out of a request, because the server does not know it yet.</summary>
    public const int ParameterDropped = 13;

    /// <summary>Debug: a callback for a job of this process was received.</summary>
    public const int CallbackReceived = 20;

    /// <summary>Information: a callback was refused, such as one for a job that this process does not know.</summary>
    public const int CallbackRefused = 21;
}
