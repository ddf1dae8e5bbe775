using System.Net.Http;

namespace ZStack;

// One HTTP request, except for the text in the buffers.
internal readonly struct ExchangeRequest
{
    public ExchangeRequest(ServerNode node, ApiDescriptor api, HttpMethod method, CallBuffers buffers)
    {
        Node = node;
        Api = api;
        Method = method;
        Buffers = buffers;
    }

    // The node that receives the request; a retry may use another node.
    public ServerNode Node { get; init; }

    // The API of the request; for a poll, the API of the job.
    public ApiDescriptor Api { get; }

    public HttpMethod Method { get; }

    // The path with placeholders instead of arguments.
    public string Template => JobAccepted ? PolledJob.UnknownApi.Path : Api.Path;

    public CallBuffers Buffers { get; }

    public ServerAddress Server => Node.Address;

    public bool HasBody { get; init; }

    public AuthTicket? Ticket { get; init; }

    // The job that messages name.
    public string? JobId { get; init; }

    // The id that the server is asked to use.
    public string? SentJobId { get; init; }

    // Whether the server is asked to call back when the job has ended.
    public bool Webhook { get; init; }

    // The number of earlier attempts.
    public int Retries { get; init; }

    // Whether the server has confirmed the job.
    public bool JobAccepted { get; init; }

    public bool Schema { get; init; }

    public ZStackCallOptions? Options { get; init; }

    public ZStackClientEvent Event => new(Api, Server) { Method = Method.Method, Path = Template, JobId = JobId, Retries = Retries };
}
