using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Opens a session when one is first needed, shares it among all calls, and opens another when the server has forgotten it.
internal sealed class SessionSource : IDisposable
{
    private readonly Func<CancellationToken, Task<LoginResult>> _logIn;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _stop;
    private readonly object _gate = new();
    private LoginMoment? _login;
    private Opened? _current;
    private Task<Opened>? _opening;

    public SessionSource(Func<CancellationToken, Task<LoginResult>> logIn, TimeProvider clock)
    {
        _logIn = logIn;
        _clock = clock;
        // Can be looked at when its source is gone.
        _stop = _closing.Token;
    }

    // What the last login showed of the server's wall clock.
    public LoginMoment? Login => Volatile.Read(ref _login);

    // Without opening one.
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

    // The server does not know this session any more; another call may have noticed before.
    public void Forget(AuthTicket ticket)
    {
        lock (_gate)
        {
            if (_current is { } current && ReferenceEquals(current.Ticket, ticket))
                Volatile.Write(ref _current, null);
        }
    }

    // Ends logins under way and gives back the session that is to be closed.
    public AuthTicket? Close()
    {
        _closing.Cancel();
        lock (_gate)
        {
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
            // One login for all who wait; it goes on if one of them gives up. Neither under this lock nor in the first one's context, which he may be blocking.
            opening = _opening ??= Task.Run(LogInAsync, CancellationToken.None);
        }

        Opened opened = await Waiting.ForAsync(opening, cancellationToken).ConfigureAwait(false);
        return opened.Ticket;
    }

    private async Task<Opened> LogInAsync()
    {
        try
        {
            LoginResult result = await _logIn(_stop).ConfigureAwait(false);
            SessionInventory session = result.Session!;
            // Both moments are in the same zone, whichever it is, so their distance is right.
            TimeSpan? lifetime = session.ExpiredDate - session.CreateDate;
            Volatile.Write(ref _login, new LoginMoment(_clock.GetUtcNow(), session.CreateDate));
            var opened = new Opened(new AuthTicket(session.Uuid!) { IsOurs = true }, lifetime, _clock.GetTimestamp());
            lock (_gate)
            {
                Volatile.Write(ref _current, opened);
                _opening = null;
            }

            return opened;
        }
        catch
        {
            lock (_gate)
                _opening = null;
            throw;
        }
    }

    // Every authorised call prolongs the session (protocol §2.1), so only a long silence ends it. A call that is known to fail is not worth sending.
    private bool IsStale(Opened session)
        => session.Lifetime is { } lifetime && lifetime > TimeSpan.Zero && _clock.GetElapsedTime(session.LastUsed) > lifetime;

    internal sealed class LoginMoment(DateTimeOffset at, DateTime? serverDigits)
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
