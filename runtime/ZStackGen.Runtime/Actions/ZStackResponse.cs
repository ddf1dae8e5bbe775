using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Http.Headers;

namespace ZStack;

/// <summary>Represents the HTTP response that a result was read from: its status, its headers and the id of the job.</summary>
public sealed class ZStackResponse
{
    private readonly Func<ZStackError, ZStackApiException>? _exception;
    private readonly HttpResponseHeaders? _received;
    private IReadOnlyDictionary<string, string>? _headers;

    /// <summary>Initializes a new instance of the <see cref="ZStackResponse"/> class. Use it in tests.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="jobId">The id of the job that executed the call, or null.</param>
    /// <param name="headers">The headers, or null for none.</param>
    public ZStackResponse(HttpStatusCode status, string? jobId = null, IReadOnlyDictionary<string, string>? headers = null)
    {
        Status = status;
        JobId = jobId;
        _headers = headers;
    }

    // The code below the public methods uses responses without a type argument: in a natively compiled program, each generic asynchronous method adds
    // about a kilobyte for every API that the program calls.
    internal ZStackResponse(ZStackResult value, string? jobId, ServerAddress? server, HttpStatusCode status, HttpResponseHeaders? headers)
    {
        Value = value;
        JobId = jobId;
        Node = server;
        Status = status;
        _received = headers;
        value.Response = this;
    }

    internal ZStackResponse(ZStackError error, string? jobId, ServerAddress? server, HttpStatusCode status, HttpResponseHeaders? headers, Func<ZStackError, ZStackApiException> exception)
    {
        Error = error;
        JobId = jobId;
        Node = server;
        Status = status;
        _received = headers;
        _exception = exception;
    }

    /// <summary>Gets the HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Gets the headers by name, case-insensitively. Several values of a header are separated by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers => _headers ??= Collect();

    /// <summary>Gets the id of the job that executed the call; null for a synchronous call.</summary>
    public string? JobId { get; }

    /// <summary>Gets the management node that sent the response; null in tests.</summary>
    public Uri? Server => Node?.Uri;

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    internal bool IsSuccess => Error is null;

    internal ZStackResult? Value { get; }

    internal ZStackError? Error { get; }

    internal ServerAddress? Node { get; }

    internal ZStackResult GetValueOrThrow() => IsSuccess ? Value! : throw _exception!(Error);

    private Dictionary<string, string> Collect()
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (_received is null)
            return headers;
        foreach (KeyValuePair<string, IEnumerable<string>> header in _received)
            headers[header.Key] = string.Join(", ", header.Value);
        return headers;
    }
}
