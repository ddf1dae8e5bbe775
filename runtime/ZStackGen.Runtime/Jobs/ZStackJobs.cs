using System;
using System.Net;

namespace ZStack;

/// <summary>Creates jobs for tests.</summary>
public static class ZStackJob
{
    /// <summary>Creates a job that completed with a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="result">The result.</param>
    /// <param name="id">The id of the job.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    /// <exception cref="ArgumentException">The id contains characters other than letters and digits.</exception>
    public static ZStackJob<T> Completed<T>(T result, string id = "job")
        where T : ZStackResult
        => Of<T>(new ZStackResponse(result ?? throw new ArgumentNullException(nameof(result)), id, null, HttpStatusCode.OK, null), id);

    /// <summary>Creates a job that failed.</summary>
    /// <typeparam name="T">The type of the result that the job would have had.</typeparam>
    /// <param name="error">The error.</param>
    /// <param name="id">The id of the job.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    /// <exception cref="ArgumentException">The id contains characters other than letters and digits.</exception>
    public static ZStackJob<T> Failed<T>(ZStackError error, string id = "job")
        where T : ZStackResult
        => Of<T>(
            new ZStackResponse(
                error ?? throw new ArgumentNullException(nameof(error)),
                id,
                null,
                HttpStatusCode.ServiceUnavailable,
                null,
                e => CallFault.Api(PolledJob.UnknownApi, FixedInvoker.Context.Server, e, HttpStatusCode.ServiceUnavailable, id)),
            id);

    private static ZStackJob<T> Of<T>(ZStackResponse response, string id)
        where T : ZStackResult
    {
        if (!WireText.IsId(id))
            throw new ArgumentException("The job id must consist of letters and digits.", nameof(id));
        JsonRead<ZStackResult> read = static (ref JsonReader _) => throw new InvalidOperationException("A job that was created for a test cannot read a response.");
        return new ZStackJob<T>(new Job(new FixedInvoker(response), FixedInvoker.Context, new PolledJob(id, PolledJob.UnknownApi, read), response));
    }
}
