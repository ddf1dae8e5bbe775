namespace ZStack;

/// <summary>What a callback says of a job (PROTOCOL.md §3.2). Callbacks are unsigned: the job's own result is what counts.</summary>
public sealed class ZStackWebhookCallback
{
    /// <summary>Initializes a new instance of the <see cref="ZStackWebhookCallback"/> class.</summary>
    /// <param name="jobId">The id of the job.</param>
    /// <param name="success">Whether the job succeeded.</param>
    /// <param name="batch">How the parts of a batch ended.</param>
    public ZStackWebhookCallback(string jobId, bool? success, ZStackBatchOutcome? batch)
    {
        JobId = jobId;
        Success = success;
        Batch = batch;
    }

    /// <summary>The job's id (<c>X-Job-UUID</c>).</summary>
    public string JobId { get; }

    /// <summary>Whether the job succeeded (<c>X-Job-Success</c>); null if that is neither <c>true</c> nor <c>false</c>.</summary>
    public bool? Success { get; }

    /// <summary>How the parts of a batch ended (<c>X-Job-Batch</c>); null for an API that is no batch, and from servers before 2024.</summary>
    public ZStackBatchOutcome? Batch { get; }
}

/// <summary>How the parts of a batch API ended (PROTOCOL.md §3.2).</summary>
public enum ZStackBatchOutcome
{
    /// <summary>All succeeded.</summary>
    Success,

    /// <summary>All failed, or the batch itself.</summary>
    Fail,

    /// <summary>Some succeeded.</summary>
    Partial,
}
