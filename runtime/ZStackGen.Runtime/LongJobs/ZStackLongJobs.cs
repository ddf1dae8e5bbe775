using System;
using System.Net;
using System.Text.Json;

namespace ZStack;

/// <summary>Creates long jobs for tests.</summary>
public static class ZStackLongJob
{
    /// <summary>Creates a long job that completed with a result.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="result">The result.</param>
    /// <param name="uuid">The UUID of the long job.</param>
    /// <returns>The long job.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is null.</exception>
    /// <exception cref="ArgumentException">The UUID contains characters other than letters and digits.</exception>
    public static ZStackLongJob<T> Completed<T>(T result, string uuid = "longjob")
        where T : ZStackResult
    {
        if (result is null)
            throw new ArgumentNullException(nameof(result));
        return Of(uuid, "Succeeded", "{}", (ref JsonReader reader) =>
        {
            reader.Raw();
            return result;
        });
    }

    /// <summary>Creates a long job that failed.</summary>
    /// <typeparam name="T">The type of the result that the long job would have had.</typeparam>
    /// <param name="error">The error.</param>
    /// <param name="uuid">The UUID of the long job.</param>
    /// <returns>The long job.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="error"/> is null.</exception>
    /// <exception cref="ArgumentException">The UUID contains characters other than letters and digits.</exception>
    public static ZStackLongJob<T> Failed<T>(ZStackError error, string uuid = "longjob")
        where T : ZStackResult
        => Of<T>(
            uuid,
            "Failed",
            ZStackJson.ToJson(error ?? throw new ArgumentNullException(nameof(error))),
            static (ref JsonReader _) => throw new InvalidOperationException("A failed long job has no result."));

    private static ZStackLongJob<T> Of<T>(string uuid, string state, string jobResult, JsonRead<T> read)
        where T : ZStackResult
    {
        if (!WireText.IsId(uuid))
            throw new ArgumentException("The UUID of the long job must consist of letters and digits.", nameof(uuid));
        string json = "{\"inventory\":{\"uuid\":\"" + uuid + "\",\"state\":\"" + state + "\",\"jobResult\":\"" + JsonEncodedText.Encode(jobResult) + "\"}}";
        var found = new ZStackResponse(ZStackJson.Read(json, LongJobResult.Read), null, null, HttpStatusCode.OK, null);
        return new ZStackLongJob<T>(new FixedInvoker(found), FixedInvoker.Context, uuid, null, read, null);
    }
}
