namespace ZStack;

// A call in the pipeline; each stage adds its part.
internal readonly struct CallRequest(ZStackAction action, ZStackCallOptions? options, CallBuffers buffers)
{
    public ZStackAction Action { get; } = action;

    public ZStackCallOptions? Options { get; } = options;

    // The buffers for the request, which the first stage writes, and for the response.
    public CallBuffers Buffers { get; } = buffers;

    public ApiDescriptor Api => Action.Api;

    public AuthTicket? Ticket { get; init; }

    // The id that the server is asked to use for the job; null for a call that creates no job.
    public string? JobId { get; init; }

    // Whether the server is asked to call back when the job has ended.
    public bool Webhook { get; init; }
}
