using System;

namespace ZStack;

// Decides how long a server may be away while a job is waited for: the job goes on meanwhile.
internal sealed class OutageTolerance(ZStackClientOptions options)
{
    private long? _awaySince;

    // How long the server asks to wait before the next poll.
    public TimeSpan? RetryAfter { get; private set; }

    public void Renew()
    {
        _awaySince = null;
        RetryAfter = null;
    }

    // The pause before the next poll, at least what the server asks for.
    public TimeSpan Stretch(TimeSpan pause) => RetryAfter > pause ? RetryAfter.Value : pause;

    public bool Allows(ZStackException fault)
    {
        if (!IsPassing(fault))
            return false;
        RetryAfter = (fault as ZStackHttpException)?.RetryAfter;
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
        // Of a look that is a call of its own: the end of a long job, and then what a node says that is overloaded, starts or leaves (PROTOCOL.md §4).
        ZStackLongJobException => false,
        ZStackApiException { Error.Code: "SYS.1001" or "SYS.1010" or "SYS.1011" or "SYS.1012" } => true,
        _ => false,
    };
}
