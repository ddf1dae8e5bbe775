using System;
using System.Net;

namespace ZStack;

/// <summary>Describes an event that a <see cref="ZStackClientObserver"/> is notified of. The properties that are set depend on the event.</summary>
public readonly struct ZStackClientEvent
{
    internal ZStackClientEvent(ApiDescriptor api, ServerAddress? server)
    {
        Api = api.Name;
        Method = api.Method;
        Path = api.Path;
        Server = server?.Uri;
    }

    /// <summary>Gets the name of the API; <c>Job</c> for a job that was resumed by its id alone.</summary>
    public string Api { get; }

    /// <summary>Gets the HTTP method of the request.</summary>
    public string Method { get; init; }

    /// <summary>Gets the path of the request as a template, such as <c>/v1/vm-instances/{uuid}</c>.</summary>
    public string Path { get; init; }

    /// <summary>Gets the address of the management node.</summary>
    public Uri? Server { get; }

    /// <summary>Gets the address of the management node that receives the retry of a request that failed at <see cref="Server"/>.</summary>
    public Uri? NextServer { get; init; }

    /// <summary>Gets the number of earlier attempts of the request.</summary>
    public int Retries { get; init; }

    /// <summary>Gets the HTTP status of the response.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Gets the duration of the request or the job.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets the id of the job.</summary>
    public string? JobId { get; init; }

    /// <summary>Gets the error code of the server, or the name of the exception's type.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the JSON path of the member whose value does not match its documented type, such as <c>$.inventory</c>.</summary>
    public string? Member { get; init; }

    /// <summary>Gets the documented type of that value, such as <c>an object</c>.</summary>
    public string? Expected { get; init; }

    /// <summary>Gets the exception that ended the request. Secrets in its messages are redacted.</summary>
    public Exception? Fault { get; init; }
}
