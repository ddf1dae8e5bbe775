using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Opens a session when one is first needed, shares it among all calls, and opens another when the server has forgotten it.
internal sealed class SessionSource : IDisposable
{
    private readonly Func<CancellationToken, Task<LoginResult>> _logIn;
    private readonly Func<string, Task> _logOut;
    private readonly TimeProvider _clock;
    private readonly ClientLifetime _lifetime;
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationToken _stop;
    private readonly object _gate = new();
    private LoginMoment? _login;
    private Opened? _current;
    private Task<Opened>? _opening;
    private bool _isClosed;

    public SessionSource(Func<CancellationToken, Task<LoginResult>> logIn, Func<string, Task> logOut, TimeProvider clock, ClientLifetime lifetime)
    {
        _logIn = logIn;
        _logOut = logOut;
        _clock = clock;
        _lifetime = lifetime;
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

    // Gives a login under way some time, so that its session can be closed too, and returns the session that is open then.
    public async ValueTask<AuthTicket?> CloseAsync(TimeSpan time)
    {
        Task<Opened>? opening;
        lock (_gate)
            opening = _opening;
        if (opening is not null && time > TimeSpan.Zero)
            await Waiting.UntilAsync(opening, time, _clock, CancellationToken.None).ConfigureAwait(false);
        return Close();
    }

    // Ends logins under way and returns the session that is open.
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
            // One login for all callers; it goes on if one of them cancels. It runs neither under this lock nor in a caller's context, which the caller may block.
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
            // Both moments are in the same zone, whichever it is, so their distance is right.
            TimeSpan? lifetime = session.ExpiredDate - session.CreateDate;
            Volatile.Write(ref _login, new LoginMoment(_clock.GetUtcNow(), session.CreateDate));
            var opened = new Opened(new AuthTicket(session.Uuid!) { IsOurs = true }, lifetime, _clock.GetTimestamp());
            bool isLate;
            lock (_gate)
            {
                isLate = _isClosed;
                if (!isLate)
                    Volatile.Write(ref _current, opened);
                _opening = null;
            }

            // The response came after the client had stopped waiting for it.
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

    // Every authorised call prolongs the session (PROTOCOL.md §2.1), so only a long silence ends it. A call that is known to fail is not worth sending.
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
