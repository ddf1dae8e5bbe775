using System;

namespace ZStack;

// Decides how long the server may be unreachable while the client polls a job, which continues meanwhile.
// `hasResponded` is true if the server has responded before, so that its address is right.
internal sealed class OutageTolerance(ZStackClientOptions options, bool hasResponded)
{
    // A longer delay of a gateway would hide a job that has ended meanwhile.
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromMinutes(2);

    private long? _outageSince;
    private TimeSpan? _retryAfter;
    private bool _hasResponded = hasResponded;

    public void Renew()
    {
        _outageSince = null;
        _retryAfter = null;
        _hasResponded = true;
    }

    // Returns the polling interval, extended to the delay that the server asks for, up to two minutes.
    public TimeSpan Stretch(TimeSpan pause)
    {
        TimeSpan delay = _retryAfter is { } asked ? asked < s_longestDelay ? asked : s_longestDelay : TimeSpan.Zero;
        return delay > pause ? delay : pause;
    }

    public bool Allows(ZStackException fault)
    {
        if (!IsTemporary(fault) || (!_hasResponded && fault is ZStackHttpException { IsPolicy: true }))
            return false;
        _retryAfter = (fault as ZStackHttpException)?.RetryAfter;
        long now = options.TimeProvider.GetTimestamp();
        _outageSince ??= now;
        return options.TimeProvider.GetElapsedTime(_outageSince.Value, now) < options.MaxPollOutage;
    }

    // Whether a request that failed may succeed later, so that the client can send it again with the next poll.
    public static bool MaySucceedLater(ZStackException fault) => IsTemporary(fault) && fault is not ZStackHttpException { IsUnknownApi: true };

    private static bool IsTemporary(ZStackException fault) => fault switch
    {
        ZStackTransportException => true,
        // A gateway's response, such as a redirect to its login, or Tomcat's page while ZStack starts.
        ZStackHttpException http => !http.IsRefusal,
        // A gateway's error that only resembles JSON, or a response that was cut off.
        ZStackProtocolException protocol => protocol.MayBeTemporary || (int)protocol.Status.GetValueOrDefault() >= 500,
        // The end of a long job, which is polled by a call, is final. The other errors come from a node that is overloaded, starting or stopping (PROTOCOL.md §4).
        ZStackLongJobException => false,
        ZStackApiException { Error.Code: "SYS.1001" or "SYS.1010" or "SYS.1011" or "SYS.1012" } => true,
        _ => false,
    };
}
