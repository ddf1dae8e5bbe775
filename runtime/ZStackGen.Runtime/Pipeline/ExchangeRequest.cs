using System.Net.Http;

namespace ZStack;

// What one request consists of, beside the texts in the buffers.
internal readonly struct ExchangeRequest
{
    public ExchangeRequest(ServerNode node, ApiDescriptor api, HttpMethod method, CallBuffers buffers)
    {
        Node = node;
        Api = api;
        Method = method;
        Buffers = buffers;
    }

    // Where it is sent to; a resend may go elsewhere.
    public ServerNode Node { get; init; }

    // The API in whose name the request is sent; a poll is sent in the name of the job's API.
    public ApiDescriptor Api { get; }

    public HttpMethod Method { get; }

    // The path without its arguments.
    public string Template => JobAccepted ? PolledJob.UnknownApi.Path : Api.Path;

    public CallBuffers Buffers { get; }

    public ServerAddress Server => Node.Address;

    public bool HasBody { get; init; }

    public AuthTicket? Ticket { get; init; }

    public string? JobId { get; init; }

    public bool SendJobId { get; init; }

    // The server is to call back when the job has ended.
    public bool Webhook { get; init; }

    // How often it was sent before.
    public int Resends { get; init; }

    // The server has confirmed the job.
    public bool JobAccepted { get; init; }

    public bool Schema { get; init; }

    public ZStackCallOptions? Options { get; init; }

    public ZStackClientEvent Event => new(Api, Server) { Method = Method.Method, Path = Template, JobId = JobId, Resends = Resends };
}
