using System;
using System.Net;

namespace ZStack;

/// <summary>What a <see cref="ZStackClientObserver"/> is told. Which of it is set depends on the event.</summary>
public readonly struct ZStackClientEvent
{
    internal ZStackClientEvent(ApiDescriptor api, ServerAddress? server)
    {
        Api = api.Name;
        Method = api.Method;
        Path = api.Path;
        Server = server?.Uri;
    }

    /// <summary>The API's name; <c>Job</c> for a job that was resumed by its id alone.</summary>
    public string Api { get; }

    /// <summary>The request's HTTP method.</summary>
    public string Method { get; init; }

    /// <summary>The request's path as a template, such as <c>/v1/vm-instances/{uuid}</c>.</summary>
    public string Path { get; init; }

    /// <summary>The management node.</summary>
    public Uri? Server { get; }

    /// <summary>The node to which a request is sent after it failed at <see cref="Server"/>.</summary>
    public Uri? NextServer { get; init; }

    /// <summary>How often the request was sent before.</summary>
    public int Resends { get; init; }

    /// <summary>The answer's status.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The job's id.</summary>
    public string? JobId { get; init; }

    /// <summary>The server's error code, or the name of the exception's type.</summary>
    public string? Error { get; init; }

    /// <summary>Gets the path of the member whose value is not what the documentation says, such as <c>$.inventory</c>.</summary>
    public string? Member { get; init; }

    /// <summary>Gets what the documentation says in place of that value, such as <c>an object</c>.</summary>
    public string? Expected { get; init; }

    /// <summary>Why there was no answer. Secrets are blotted out of its texts.</summary>
    public Exception? Fault { get; init; }
}
