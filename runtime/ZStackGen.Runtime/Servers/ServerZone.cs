using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// The server's zone as far as it is known. It is learnt when the first moment without a zone has to be read, once for all calls.
internal sealed class ServerZone : IDisposable
{
    // After a passing failure the server is not asked again with every call.
    private static readonly TimeSpan s_retryPause = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _stop;
    private readonly object _gate = new();
    private ZStackServerTimeZone? _known;
    private ZStackServerTimeZone? _meanwhile;
    private long _meanwhileSince;
    private Task<ZStackServerTimeZone>? _learning;

    public ServerZone(TimeZoneInfo? configured, TimeProvider clock)
    {
        _clock = clock;
        // Can be looked at when its source is gone.
        _stop = _closing.Token;
        if (configured is not null)
            _known = new ZStackServerTimeZone(configured, ZStackServerTimeZoneSource.Configured, "set by ZStackClientOptions.ServerTimeZone");
    }

    // Asks the server, in the session of the call in need where that has one of its own. Set before the first call.
    public Func<string?, CancellationToken, Task<(ZStackServerTimeZone Zone, bool IsFinal)>>? Finder { get; set; }

    public ZStackServerTimeZone? Known => Volatile.Read(ref _known);

    // What is made do with after a failure that may pass.
    public ZStackServerTimeZone? Meanwhile => Volatile.Read(ref _meanwhile);

    // For reading an answer.
    public TimeZoneInfo ForReading => Known?.Zone ?? UnknownTimeZone.Instance;

    public TimeZoneInfo KnownOrLocal => Known?.Zone ?? TimeZoneInfo.Local;

    // The session is that of the call in need, where it has one of its own.
    public Task<ZStackServerTimeZone> LearnAsync(string? sessionId, CancellationToken cancellationToken)
    {
        Task<ZStackServerTimeZone> learning;
        lock (_gate)
        {
            if (_known is { } known)
                return Task.FromResult(known);
            if (_meanwhile is { } meanwhile && _clock.GetElapsedTime(_meanwhileSince) < s_retryPause)
                return Task.FromResult(meanwhile);
            // Neither under this lock nor in the first one's context, which he may be blocking.
            learning = _learning ??= Task.Run(() => LearnOnceAsync(sessionId), CancellationToken.None);
        }

        return Waiting.ForAsync(learning, cancellationToken);
    }

    public void Close() => _closing.Cancel();

    public void Dispose() => _closing.Dispose();

    private async Task<ZStackServerTimeZone> LearnOnceAsync(string? sessionId)
    {
        try
        {
            (ZStackServerTimeZone zone, bool final) = await Finder!(sessionId, _stop).ConfigureAwait(false);
            lock (_gate)
            {
                if (final)
                    Volatile.Write(ref _known, zone);
                _meanwhile = zone;
                _meanwhileSince = _clock.GetTimestamp();
            }

            return zone;
        }
        finally
        {
            lock (_gate)
                _learning = null;
        }
    }
}
