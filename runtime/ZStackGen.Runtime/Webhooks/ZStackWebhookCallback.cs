namespace ZStack;

/// <summary>Represents a callback for a job (PROTOCOL.md §3.2). Callbacks are unsigned, so only the result of the job is reliable.</summary>
public sealed class ZStackWebhookCallback
{
    /// <summary>Initializes a new instance of the <see cref="ZStackWebhookCallback"/> class.</summary>
    /// <param name="jobId">The id of the job.</param>
    /// <param name="success">Whether the job succeeded, or null if it is not known.</param>
    /// <param name="batch">The outcome of a batch, or null.</param>
    public ZStackWebhookCallback(string jobId, bool? success, ZStackBatchOutcome? batch)
    {
        JobId = jobId;
        Success = success;
        Batch = batch;
    }

    /// <summary>Gets the id of the job (<c>X-Job-UUID</c>).</summary>
    public string JobId { get; }

    /// <summary>Gets a value indicating whether the job succeeded (<c>X-Job-Success</c>); null if the header is neither <c>true</c> nor <c>false</c>.</summary>
    public bool? Success { get; }

    /// <summary>Gets the outcome of a batch (<c>X-Job-Batch</c>); null for an API that is not a batch, and from servers before 2024.</summary>
    public ZStackBatchOutcome? Batch { get; }
}

/// <summary>Specifies the outcome of a batch API (PROTOCOL.md §3.2).</summary>
public enum ZStackBatchOutcome
{
    /// <summary>All parts succeeded.</summary>
    Success,

    /// <summary>All parts failed, or the batch itself failed.</summary>
    Fail,

    /// <summary>Some parts succeeded.</summary>
    Partial,
}
