namespace ZStack;

// A call on its way through the stages; each stage adds what it finds out.
internal readonly struct CallRequest(ZStackAction action, ZStackCallOptions? options, CallBuffers buffers)
{
    public ZStackAction Action { get; } = action;

    public ZStackCallOptions? Options { get; } = options;

    // The request's texts, written by the first stage, and the space for the response.
    public CallBuffers Buffers { get; } = buffers;

    public ApiDescriptor Api => Action.Api;

    public AuthTicket? Ticket { get; init; }

    // The id that the job shall have; null for a call that makes none.
    public string? JobId { get; init; }

    // Whether the server is to call back when the job has ended.
    public bool Webhook { get; init; }
}
