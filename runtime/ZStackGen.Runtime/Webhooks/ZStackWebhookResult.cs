namespace ZStack;

/// <summary>What to answer a callback, and what it said.</summary>
public readonly struct ZStackWebhookResult
{
    internal ZStackWebhookResult(int statusCode, ZStackWebhookCallback? callback)
    {
        StatusCode = statusCode;
        Callback = callback;
    }

    /// <summary>The HTTP status to answer.</summary>
    public int StatusCode { get; }

    /// <summary>What the callback said; null if it named no job.</summary>
    public ZStackWebhookCallback? Callback { get; }
}
