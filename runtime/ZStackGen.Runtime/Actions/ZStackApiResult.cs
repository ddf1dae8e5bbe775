using System;
using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ZStack;

/// <summary>Represents the result or the error of a call, without throwing an exception.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class ZStackApiResult<T>
    where T : ZStackResult
{
    private readonly ZStackResponse _response;

    /// <summary>Initializes a new instance of the <see cref="ZStackApiResult{T}"/> class for a call that succeeded. Use it in tests.</summary>
    /// <param name="value">The result.</param>
    public ZStackApiResult(T value)
        : this((value ?? throw new ArgumentNullException(nameof(value))).Response is { Value: not null } response ? response : new ZStackResponse(value, null, null, HttpStatusCode.OK, null))
    {
    }

    /// <summary>Initializes a new instance of the <see cref="ZStackApiResult{T}"/> class for a call that failed. Use it in tests.</summary>
    /// <param name="error">The error that the server returned.</param>
    public ZStackApiResult(ZStackError error)
        : this(new ZStackResponse(error ?? throw new ArgumentNullException(nameof(error)), null, null, HttpStatusCode.ServiceUnavailable, null, static e => new ZStackApiException(e.ToString(), e)))
    {
    }

    internal ZStackApiResult(ZStackResponse response) => _response = response;

    /// <summary>Gets the HTTP response.</summary>
    public ZStackResponse Response => _response;

    /// <summary>Gets a value indicating whether the call succeeded.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => _response.IsSuccess;

    /// <summary>Gets the result; null if the call failed.</summary>
    public T? Value => (T?)_response.Value;

    /// <summary>Gets the error; null if the call succeeded.</summary>
    public ZStackError? Error => _response.Error;

    /// <summary>Gets the id of the job that executed the call; null for a synchronous call.</summary>
    public string? JobId => _response.JobId;

    /// <summary>Gets the HTTP status of the response.</summary>
    public HttpStatusCode Status => _response.Status;

    /// <summary>Returns the result, or throws the exception that <see cref="IZStackClient.CallAsync{T}"/> would throw.</summary>
    /// <returns>The result.</returns>
    /// <exception cref="ZStackApiException">The call failed.</exception>
    public T GetValueOrThrow() => (T)_response.GetValueOrThrow();
}
