using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Answers;

namespace ZStack.Simulation.Identity;

/// <summary>A login session.</summary>
internal sealed class Session(string uuid, SimulatedAccount account, DateTimeOffset createDate)
{
    public string Uuid { get; } = uuid;

    public SimulatedAccount Account { get; } = account;

    public DateTimeOffset CreateDate { get; } = createDate;

    public DateTimeOffset ExpiredDate { get; set; }

    public JsonObject ToJson(ServerClock clock) => new()
    {
        ["uuid"] = Uuid,
        ["accountUuid"] = Account.Uuid,
        ["userUuid"] = Account.Uuid,
        ["expiredDate"] = clock.Print(ExpiredDate),
        ["createDate"] = clock.Print(CreateDate),
    };
}

/// <summary>The sessions, each ending a while after its last use (protocol §2.1: sliding expiry).</summary>
internal sealed class SessionStore(ServerClock clock, TimeSpan timeout, int limit)
{
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private DateTimeOffset _nextSweep = clock.Now + TimeSpan.FromHours(1);

    /// <summary>Opens a session.</summary>
    /// <returns>The session, or <see langword="null"/> when the account has as many as it may have.</returns>
    public Session? Open(SimulatedAccount account)
    {
        DateTimeOffset now = clock.Now;
        lock (_sessions)
        {
            Sweep(now);
            // Expired ones are told from unknown ones until the next sweep, but they must not fill the memory before it.
            if (_sessions.Values.Count(session => session.Account.Uuid == account.Uuid) >= 2 * limit)
                RemoveExpired(now);
            if (_sessions.Values.Count(session => session.Account.Uuid == account.Uuid && session.ExpiredDate > now) >= limit)
                return null;
            var opened = new Session(Guid.NewGuid().ToString("n"), account, now) { ExpiredDate = now + timeout };
            _sessions.Add(opened.Uuid, opened);
            return opened;
        }
    }

    /// <summary>Checks a session and lets it live on.</summary>
    /// <returns>The session; else whether it is known but expired.</returns>
    public (Session? Session, bool Expired) Use(string uuid)
    {
        DateTimeOffset now = clock.Now;
        lock (_sessions)
        {
            if (!_sessions.TryGetValue(uuid, out Session? session))
                return (null, false);
            if (session.ExpiredDate <= now)
                return (null, true);
            session.ExpiredDate = now + timeout;
            return (session, false);
        }
    }

    public bool IsValid(string uuid)
    {
        lock (_sessions)
            return _sessions.TryGetValue(uuid, out Session? session) && session.ExpiredDate > clock.Now;
    }

    public void Renew(Session session, TimeSpan duration)
    {
        lock (_sessions)
            session.ExpiredDate = clock.Now + duration;
    }

    public void Close(string uuid)
    {
        lock (_sessions)
            _sessions.Remove(uuid);
    }

    public void ExpireAll()
    {
        lock (_sessions)
        {
            foreach (Session session in _sessions.Values)
                session.ExpiredDate = clock.Now;
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now < _nextSweep)
            return;
        _nextSweep = now + TimeSpan.FromHours(1);
        RemoveExpired(now);
    }

    private void RemoveExpired(DateTimeOffset now)
    {
        foreach (Session session in _sessions.Values.Where(session => session.ExpiredDate <= now).ToArray())
            _sessions.Remove(session.Uuid);
    }
}
