using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace ZStack;

/// <summary>An API's result or its error, without an exception.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public sealed class ApiResult<T>
    where T : ZStackResult
{
    private readonly ZStackResponse _response;

    internal ApiResult(ZStackResponse response) => _response = response;

    /// <summary>Whether there is a result.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => _response.IsSuccess;

    /// <summary>The result; null if the call failed.</summary>
    public T? Value => (T?)_response.Value;

    /// <summary>The error; null if the call succeeded.</summary>
    public ErrorCode? Error => _response.Error;

    /// <summary>The job that did the call; null for a call that was answered at once.</summary>
    public string? JobId => _response.JobId;

    /// <summary>The answer's status.</summary>
    public HttpStatusCode Status => _response.Status;

    /// <summary>The result, or the exception that <see cref="IZStackClient.CallAsync{T}"/> would have thrown.</summary>
    /// <returns>The result.</returns>
    /// <exception cref="ZStackApiException">The call failed.</exception>
    public T GetValueOrThrow() => (T)_response.GetValueOrThrow();
}
