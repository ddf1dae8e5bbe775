using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Finds the date that a node accepts. It compares digits with its own wall clock and does not say what that shows: the instant can be asked
// for without a credential, the zone cannot. A refused request has done nothing, so it can be tried again with another date.
internal sealed class AccessKeyClock(ServerZone zones, bool isConfigured, TimeProvider clock, Func<ServerNode, CancellationToken, Task<TimeSpan?>> askSkew)
{
    // A quarter of an hour is allowed; whatever is far below it is not the reason.
    private static readonly TimeSpan s_smallSkew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_trust = TimeSpan.FromMinutes(5);

    // Where ZStack comes from, and the zone of servers that were never told one.
    private static readonly TimeZoneInfo s_home = ServerZoneText.Fixed(TimeSpan.FromHours(8));

    public DateTimeOffset WallClock(ServerNode node)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return node.Clock is { } known ? TimeZoneInfo.ConvertTime(now + known.Skew, known.Zone) : TimeZoneInfo.ConvertTime(now, zones.KnownOrLocal);
    }

    // True if the request should be sent again. `used` is what was known of the node when the refused date was made.
    public async ValueTask<bool> CorrectAsync(ServerNode node, NodeClock? used, DateTimeOffset? answeredAt, CancellationToken cancellationToken)
    {
        if (!ReferenceEquals(node.Clock, used))
            return true;
        NodeClock? next = used is not null && clock.GetElapsedTime(used.LearntAt) < s_trust
            ? used.Next()
            : await LearnAsync(node, used, answeredAt, cancellationToken).ConfigureAwait(false);
        if (next is null)
            return false;
        node.Replace(used, next);
        return true;
    }

    private async ValueTask<NodeClock?> LearnAsync(ServerNode node, NodeClock? used, DateTimeOffset? answeredAt, CancellationToken cancellationToken)
    {
        TimeSpan skew = await askSkew(node, cancellationToken).ConfigureAwait(false) ?? answeredAt - clock.GetUtcNow() ?? TimeSpan.Zero;
        DateTimeOffset now = clock.GetUtcNow() + skew;
        TimeZoneInfo refused = used?.Zone ?? zones.KnownOrLocal;
        var untried = new List<TimeZoneInfo>();
        if ((skew - (used?.Skew ?? TimeSpan.Zero)).Duration() > s_smallSkew)
            untried.Add(refused);
        if (!isConfigured)
        {
            Add(zones.KnownOrLocal);
            Add(s_home);
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
