namespace ZStack;

/// <summary>Represents the response to a callback, and the callback itself.</summary>
public readonly struct ZStackWebhookResult
{
    internal ZStackWebhookResult(int statusCode, ZStackWebhookCallback? callback)
    {
        StatusCode = statusCode;
        Callback = callback;
    }

    /// <summary>Gets the HTTP status of the response.</summary>
    public int StatusCode { get; }

    /// <summary>Gets the callback; null if the request has no valid job id.</summary>
    public ZStackWebhookCallback? Callback { get; }
}
