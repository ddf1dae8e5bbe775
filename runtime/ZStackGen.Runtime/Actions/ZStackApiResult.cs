using System;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ZStack;

/// <summary>An API's result or its error, without an exception.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public sealed class ZStackApiResult<T>
    where T : ZStackResult
{
    private readonly ZStackResponse _response;

    /// <summary>Initializes a new instance of the <see cref="ZStackApiResult{T}"/> class that succeeded, for tests.</summary>
    /// <param name="value">The result.</param>
    public ZStackApiResult(T value)
        : this((value ?? throw new ArgumentNullException(nameof(value))).Response is { Value: not null } response ? response : new ZStackResponse(value, null, null, HttpStatusCode.OK, null))
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackApiResult{T}"/> class that failed, for tests.</summary>
    /// <param name="error">The server's error.</param>
    public ZStackApiResult(ZStackError error)
        : this(new ZStackResponse(error ?? throw new ArgumentNullException(nameof(error)), null, null, HttpStatusCode.ServiceUnavailable, null, static e => new ZStackApiException(e.ToString(), e)))
    {
    }

    internal ZStackApiResult(ZStackResponse response) => _response = response;

    /// <summary>Gets the HTTP response.</summary>
    public ZStackResponse Response => _response;

    /// <summary>Whether there is a result.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => _response.IsSuccess;

    /// <summary>The result; null if the call failed.</summary>
    public T? Value => (T?)_response.Value;

    /// <summary>The error; null if the call succeeded.</summary>
    public ZStackError? Error => _response.Error;

    /// <summary>The job that did the call; null for a call that was answered at once.</summary>
    public string? JobId => _response.JobId;

    /// <summary>The answer's status.</summary>
    public HttpStatusCode Status => _response.Status;

    /// <summary>The result, or the exception that <see cref="IZStackClient.CallAsync{T}"/> would have thrown.</summary>
    /// <returns>The result.</returns>
    /// <exception cref="ZStackApiException">The call failed.</exception>
    public T GetValueOrThrow() => (T)_response.GetValueOrThrow();
}
