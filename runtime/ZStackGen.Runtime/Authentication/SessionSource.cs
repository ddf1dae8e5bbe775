using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Opens a session on first use, shares it among all calls, and opens another session when the server no longer knows it.
internal sealed class SessionSource : IDisposable
{
    private readonly Func<CancellationToken, Task<LoginResult>> _logIn;
    private readonly Func<string, Task> _logOut;
    private readonly TimeProvider _clock;
    private readonly ClientLifetime _lifetime;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _stop;
    private readonly object _gate = new();
    private LoginTime? _login;
    private Opened? _current;
    private Task<Opened>? _opening;
    private bool _isClosed;

    public SessionSource(Func<CancellationToken, Task<LoginResult>> logIn, Func<string, Task> logOut, TimeProvider clock, ClientLifetime lifetime)
    {
        _logIn = logIn;
        _logOut = logOut;
        _clock = clock;
        _lifetime = lifetime;
        // The token stays usable after its source is disposed.
        _stop = _closing.Token;
    }

    // The server's wall clock at the last login.
    public LoginTime? Login => Volatile.Read(ref _login);

    // The current session, without opening one.
    public AuthTicket? Current => Volatile.Read(ref _current)?.Ticket;

    public ValueTask<AuthTicket> GetAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _current) is { } current && !IsStale(current))
        {
            current.LastUsed = _clock.GetTimestamp();
            return new ValueTask<AuthTicket>(current.Ticket);
        }

        return OpenAsync(cancellationToken);
    }

    // Called when the server no longer knows the session; another call may have replaced it already.
    public void Forget(AuthTicket ticket)
    {
        lock (_gate)
        {
            if (_current is { } current && ReferenceEquals(current.Ticket, ticket))
                Volatile.Write(ref _current, null);
        }
    }

    // Waits up to `time` for a pending login, so that its session can be closed too. Returns the session that is open afterwards.
    public async ValueTask<AuthTicket?> CloseAsync(TimeSpan time)
    {
        Task<Opened>? opening;
        lock (_gate)
            opening = _opening;
        if (opening is not null && time > TimeSpan.Zero)
            await Waiting.UntilAsync(opening, time, _clock, CancellationToken.None).ConfigureAwait(false);
        return Close();
    }

    // Cancels a pending login and returns the session that is open.
    public AuthTicket? Close()
    {
        _closing.Cancel();
        lock (_gate)
        {
            _isClosed = true;
            AuthTicket? ticket = _current?.Ticket;
            Volatile.Write(ref _current, null);
            return ticket;
        }
    }

    public void Dispose() => _closing.Dispose();

    private async ValueTask<AuthTicket> OpenAsync(CancellationToken cancellationToken)
    {
        Task<Opened> opening;
        lock (_gate)
        {
            if (_current is { } current && !IsStale(current))
                return current.Ticket;
            // A closed client opens no more sessions.
            _lifetime.ThrowIfClosed();
            // All callers share one login, which continues if a caller cancels. Task.Run keeps it off this lock and off the caller's synchronization context.
            opening = _opening ??= Task.Run(LogInAsync, CancellationToken.None);
        }

        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _lifetime.Closing);
        try
        {
            return (await Waiting.ForAsync(opening, stop.Token).ConfigureAwait(false)).Ticket;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && _lifetime.IsClosed)
        {
            throw new ObjectDisposedException("ZStackClient");
        }
    }

    private async Task<Opened> LogInAsync()
    {
        try
        {
            LoginResult result = await _logIn(_stop).ConfigureAwait(false);
            SessionInventory session = result.Session!;
            // Both timestamps are in the same time zone, so their difference is exact.
            TimeSpan? lifetime = session.ExpiredDate - session.CreateDate;
            Volatile.Write(ref _login, new LoginTime(_clock.GetUtcNow(), session.CreateDate));
            var opened = new Opened(new AuthTicket(session.Uuid!) { IsOpenedByClient = true }, lifetime, _clock.GetTimestamp());
            bool isLate;
            lock (_gate)
            {
                isLate = _isClosed;
                if (!isLate)
                    Volatile.Write(ref _current, opened);
                _opening = null;
            }

            // The client was closed before the response arrived.
            if (isLate)
                await _logOut(session.Uuid!).ConfigureAwait(false);
            return opened;
        }
        catch
        {
            lock (_gate)
                _opening = null;
            throw;
        }
    }

    // Every authorized call extends the session (PROTOCOL.md §2.1), so it expires only when idle. A call with an expired session would fail.
    private bool IsStale(Opened session)
        => session.Lifetime is { } lifetime && lifetime > TimeSpan.Zero && _clock.GetElapsedTime(session.LastUsed) > lifetime;

    internal sealed class LoginTime(DateTimeOffset at, DateTime? serverDigits)
    {
        public DateTimeOffset At { get; } = at;

        public DateTime? ServerDigits { get; } = serverDigits;
    }

    private sealed class Opened(AuthTicket ticket, TimeSpan? lifetime, long lastUsed)
    {
        private long _lastUsed = lastUsed;

        public AuthTicket Ticket { get; } = ticket;

        public TimeSpan? Lifetime { get; } = lifetime;

        public long LastUsed
        {
            get => Volatile.Read(ref _lastUsed);
            set => Volatile.Write(ref _lastUsed, value);
        }
    }
}
