using System;

namespace ZStack;

// How long somebody who waits for a job bears with a server that is away: the job goes on meanwhile.
internal sealed class OutageTolerance(ZStackClientOptions options)
{
    private long? _awaySince;

    public void Renew() => _awaySince = null;

    public bool Allows(ZStackException fault)
    {
        if (!IsPassing(fault))
            return false;
        long now = options.TimeProvider.GetTimestamp();
        _awaySince ??= now;
        return options.TimeProvider.GetElapsedTime(_awaySince.Value, now) < options.MaxPollOutage;
    }

    private static bool IsPassing(ZStackException fault) => fault switch
    {
        ZStackTransportException => true,
        // A gateway's page, or Tomcat's while the server starts; ZStack's own refusals are plain text below 500, and none has the other two.
        ZStackHttpException http => (int)http.Status.GetValueOrDefault() >= 500
            || http.Status is System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.RequestTimeout or RawResponse.TooManyRequests,
        // Of a look that is a call of its own: the end of a long job, and then what a node says that is overloaded, starts or leaves (protocol §4).
        ZStackLongJobException => false,
        ZStackApiException { Error.Code: "SYS.1001" or "SYS.1010" or "SYS.1011" or "SYS.1012" } => true,
        _ => false,
    };
}
