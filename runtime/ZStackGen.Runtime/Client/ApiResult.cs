using System;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ZStack;

/// <summary>An API's result or its error, without an exception.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public sealed class ApiResult<T>
    where T : ZStackResult
{
    private readonly Func<ErrorCode, ZStackApiException>? _exception;

    internal ApiResult(T value, string? jobId, ServerAddress server)
    {
        Value = value;
        JobId = jobId;
        Server = server;
    }

    internal ApiResult(ErrorCode error, string? jobId, ServerAddress server, HttpStatusCode status, Func<ErrorCode, ZStackApiException> exception)
    {
        Error = error;
        JobId = jobId;
        Server = server;
        Status = status;
        _exception = exception;
    }

    /// <summary>Whether there is a result.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => Error is null;

    /// <summary>The result; null if the call failed.</summary>
    public T? Value { get; }

    /// <summary>The error; null if the call succeeded.</summary>
    public ErrorCode? Error { get; }

    /// <summary>The job that did the call; null for a call that was answered at once.</summary>
    public string? JobId { get; }

    /// <summary>The answer's status.</summary>
    public HttpStatusCode Status { get; } = HttpStatusCode.OK;

    // Who gave it.
    internal ServerAddress Server { get; }

    /// <summary>The result, or the exception that <see cref="ZStackClient.CallAsync{T}(ZStackAction{T}, System.Threading.CancellationToken)"/> would have thrown.</summary>
    /// <returns>The result.</returns>
    /// <exception cref="ZStackApiException">The call failed.</exception>
    public T GetValueOrThrow() => IsSuccess ? Value : throw _exception!(Error);
}
