using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Finds the date that a node accepts. The node compares the date with its own wall clock (PROTOCOL.md §2.2). Its time can be requested without
// a credential, but its time zone cannot. A refused request was not executed, so it can be retried with another date.
internal sealed class AccessKeyClock(ServerZone zones, bool isConfigured, TimeProvider clock, Func<ServerNode, CancellationToken, Task<TimeSpan?>> findSkew)
{
    // The server allows a skew of 15 minutes; a skew far below that is not the reason of a refusal.
    private static readonly TimeSpan s_smallSkew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_skewLifetime = TimeSpan.FromMinutes(5);

    // ZStack is made in China, so UTC+8 is a likely time zone of a server.
    private static readonly TimeZoneInfo s_chinaTime = ServerZoneText.Fixed(TimeSpan.FromHours(8));

    public DateTimeOffset WallClock(ServerNode node)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return node.Clock is { } known ? TimeZoneInfo.ConvertTime(now + known.Skew, known.Zone) : TimeZoneInfo.ConvertTime(now, zones.KnownOrLocal);
    }

    // Returns true if the request should be retried. `used` is the clock that the refused date was made with.
    public async ValueTask<bool> CorrectAsync(ServerNode node, NodeClock? used, DateTimeOffset? responseDate, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(node.Clock, used))
            return true;
        NodeClock? next = used is not null && clock.GetElapsedTime(used.LearnedAt) < s_skewLifetime
            ? used.Next()
            : await LearnAsync(node, used, responseDate, cancellationToken).ConfigureAwait(false);
        if (next is null)
            return false;
        node.Replace(used, next);
        return true;
    }

    private async ValueTask<NodeClock?> LearnAsync(ServerNode node, NodeClock? used, DateTimeOffset? responseDate, CancellationToken cancellationToken)
    {
        TimeSpan skew = await findSkew(node, cancellationToken).ConfigureAwait(false) ?? NodeClock.Plausible(responseDate - clock.GetUtcNow()) ?? TimeSpan.Zero;
        DateTimeOffset now = clock.GetUtcNow() + skew;
        TimeZoneInfo refused = used?.Zone ?? zones.KnownOrLocal;
        var untried = new List<TimeZoneInfo>();
        if ((skew - (used?.Skew ?? TimeSpan.Zero)).Duration() > s_smallSkew)
            untried.Add(refused);
        if (!isConfigured)
        {
            Add(zones.KnownOrLocal);
            Add(s_chinaTime);
            Add(TimeZoneInfo.Utc);
            Add(TimeZoneInfo.Local);
        }

        return new NodeClock(skew, refused, untried, clock.GetTimestamp()).Next();

        void Add(TimeZoneInfo zone)
        {
            TimeSpan offset = zone.GetUtcOffset(now);
            if (offset != refused.GetUtcOffset(now) && !untried.Exists(other => other.GetUtcOffset(now) == offset))
                untried.Add(zone);
        }
    }
}
