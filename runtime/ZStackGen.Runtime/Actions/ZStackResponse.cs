using System;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ZStack;

// An API's result or its error. Everything below the public methods works on it without a type argument: natively compiled, each
// asynchronous method with one costs about a kilobyte for every API that a program calls.
internal sealed class ZStackResponse
{
    private readonly Func<ErrorCode, ZStackApiException>? _exception;

    public ZStackResponse(ZStackResult value, string? jobId, ServerAddress server)
    {
        Value = value;
        JobId = jobId;
        Server = server;
    }

    public ZStackResponse(ErrorCode error, string? jobId, ServerAddress server, HttpStatusCode status, Func<ErrorCode, ZStackApiException> exception)
    {
        Error = error;
        JobId = jobId;
        Server = server;
        Status = status;
        _exception = exception;
    }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    public ZStackResult? Value { get; }

    public ErrorCode? Error { get; }

    public string? JobId { get; }

    public HttpStatusCode Status { get; } = HttpStatusCode.OK;

    // The node that sent it.
    public ServerAddress Server { get; }

    public ZStackResult GetValueOrThrow() => IsSuccess ? Value : throw _exception!(Error);
}
