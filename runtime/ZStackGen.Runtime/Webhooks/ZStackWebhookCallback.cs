namespace ZStack;

/// <summary>What a callback says of a job (protocol §3.2). Nobody has signed it: the job's own result is what counts.</summary>
public sealed class ZStackWebhookCallback
{
    internal ZStackWebhookCallback(string jobId, bool? success, ZStackBatchOutcome? batch)
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

/// <summary>How the parts of a batch API ended (protocol §3.2).</summary>
public enum ZStackBatchOutcome
{
    /// <summary>All succeeded.</summary>
    Success,

    /// <summary>All failed, or the batch itself.</summary>
    Fail,

    /// <summary>Some succeeded.</summary>
    Partial,
}
