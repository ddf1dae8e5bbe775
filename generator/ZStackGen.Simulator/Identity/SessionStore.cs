using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using ZStack.Simulation.Responses;
using ZStack.Simulation.Storage;

namespace ZStack.Simulation.Identity;

/// <summary>A login session.</summary>
internal sealed class Session(string uuid, SimulatedAccount account, DateTimeOffset createDate)
{
    public string Uuid { get; } = uuid;

    public SimulatedAccount Account { get; } = account;

    public DateTimeOffset CreateDate { get; } = createDate;

    public DateTimeOffset ExpiredDate { get; set; }

    /// <summary>Gets or sets the expiration date in the storage.</summary>
    public DateTimeOffset SavedDate { get; set; }

    public JsonObject ToJson(ServerClock clock) => new()
    {
        ["uuid"] = Uuid,
        ["accountUuid"] = Account.Uuid,
        ["userUuid"] = Account.Uuid,
        ["expiredDate"] = clock.Print(ExpiredDate),
        ["createDate"] = clock.Print(CreateDate),
    };
}

/// <summary>The sessions. A session expires some time after its last use. See runtime/PROTOCOL.md §2.1.</summary>
internal sealed class SessionStore(ServerClock clock, TimeSpan timeout, int limit, StoredState storage) : IDisposable
{
    private const string Kind = "session";

    // Every call extends a session, so the expiration date is saved at most once per interval.
    private static readonly TimeSpan s_saveInterval = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, Session> _sessions = new(StringComparer.Ordinal);
    private DateTimeOffset _nextSweep = clock.Now + TimeSpan.FromHours(1);

    /// <summary>Loads the stored sessions of accounts that still exist.</summary>
    public void Load(IReadOnlyCollection<SimulatedAccount> accounts)
    {
        storage.Read(Kind, (uuid, content) =>
        {
            if (accounts.FirstOrDefault(candidate => candidate.Name == content.Text("account")) is not { } account)
                return;
            DateTimeOffset expired = content.Time("expiredDate");
            _sessions[uuid] = new Session(uuid, account, content.Time("createDate")) { ExpiredDate = expired, SavedDate = expired };
        });
    }

    /// <summary>Saves the expiration dates of recently used sessions.</summary>
    public void Dispose()
    {
        lock (_sessions)
        {
            foreach (Session session in _sessions.Values.Where(static session => session.SavedDate != session.ExpiredDate))
                Save(session);
        }
    }

    /// <summary>Opens a session.</summary>
    /// <returns>The session; <see langword="null"/> if the account has reached its limit.</returns>
    public Session? Open(SimulatedAccount account)
    {
        DateTimeOffset now = clock.Now;
        lock (_sessions)
        {
            Sweep(now);
            // Expired sessions are kept until the next sweep, to distinguish them from unknown sessions. Their number must stay bounded.
            if (_sessions.Values.Count(session => session.Account.Uuid == account.Uuid) >= 2 * limit)
                RemoveExpired(now);
            if (_sessions.Values.Count(session => session.Account.Uuid == account.Uuid && session.ExpiredDate > now) >= limit)
                return null;
            var opened = new Session(Guid.NewGuid().ToString("n"), account, now) { ExpiredDate = now + timeout };
            _sessions.Add(opened.Uuid, opened);
            Save(opened);
            return opened;
        }
    }

    /// <summary>Validates a session and extends it.</summary>
    /// <returns>The session; otherwise, a value indicating whether it has expired.</returns>
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
            if ((session.ExpiredDate - session.SavedDate).Duration() >= s_saveInterval)
                Save(session);
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
        {
            session.ExpiredDate = clock.Now + duration;
            Save(session);
        }
    }

    public void Close(string uuid)
    {
        lock (_sessions)
            Remove(uuid);
    }

    public void ExpireAll()
    {
        lock (_sessions)
        {
            foreach (Session session in _sessions.Values)
            {
                session.ExpiredDate = clock.Now;
                Save(session);
            }
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
            Remove(session.Uuid);
    }

    private void Remove(string uuid)
    {
        if (_sessions.Remove(uuid))
            storage.Remove(Kind, uuid);
    }

    private void Save(Session session)
    {
        session.SavedDate = session.ExpiredDate;
        storage.Save(Kind, session.Uuid, () => new JsonObject
        {
            ["account"] = session.Account.Name,
            ["createDate"] = StoredState.Print(session.CreateDate),
            ["expiredDate"] = StoredState.Print(session.ExpiredDate),
        });
    }
}
