using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// The server's time zone, if it is known. It is learned once for all calls, when a timestamp must be read for the first time.
internal sealed class ServerZone : IDisposable
{
    // After a temporary failure, the server is not asked again with every call.
    private static readonly TimeSpan s_retryPause = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _stop;
    private readonly object _gate = new();
    private ZStackServerTimeZone? _known;
    private ZStackServerTimeZone? _fallback;
    private long _fallbackSince;
    private Task<ZStackServerTimeZone>? _learning;

    public ServerZone(TimeZoneInfo? configured, TimeProvider clock)
    {
        _clock = clock;
        // The token stays usable after its source is disposed.
        _stop = _closing.Token;
        if (configured is not null)
            _known = new ZStackServerTimeZone(configured, ZStackServerTimeZoneSource.Configured, "set by ZStackClientOptions.ServerTimeZone");
    }

    // Asks the server for its time zone, in the session of the call if the action has its own. Set before the first call.
    public Func<string?, CancellationToken, Task<(ZStackServerTimeZone Zone, bool IsFinal)>>? Finder { get; set; }

    public ZStackServerTimeZone? Known => Volatile.Read(ref _known);

    // The time zone that is used after a temporary failure.
    public ZStackServerTimeZone? Fallback => Volatile.Read(ref _fallback);

    // The time zone for reading a response.
    public TimeZoneInfo ForReading => Known?.TimeZone ?? UnknownTimeZone.Instance;

    public TimeZoneInfo KnownOrLocal => Known?.TimeZone ?? TimeZoneInfo.Local;

    // `sessionId` is the session of the action; null if the client's own credential is used.
    public Task<ZStackServerTimeZone> LearnAsync(string? sessionId, CancellationToken cancellationToken)
    {
        Task<ZStackServerTimeZone> learning;
        lock (_gate)
        {
            if (_known is { } known)
                return Task.FromResult(known);
            if (_fallback is { } fallback && _clock.GetElapsedTime(_fallbackSince) < s_retryPause)
                return Task.FromResult(fallback);
            // Task.Run keeps the request off this lock and off the caller's synchronization context.
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
                _fallback = zone;
                _fallbackSince = _clock.GetTimestamp();
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
