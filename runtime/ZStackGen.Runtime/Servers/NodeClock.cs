using System;
using System.Collections.Generic;

namespace ZStack;

// What a node's wall clock shows, found out after it refused a date (PROTOCOL.md §2.2).
internal sealed class NodeClock(TimeSpan skew, TimeZoneInfo zone, IReadOnlyList<TimeZoneInfo> untried, long learntAt)
{
    public TimeSpan Skew => skew;

    public TimeZoneInfo Zone => zone;

    public long LearntAt => learntAt;

    // The next guess; null if there is none left.
    public NodeClock? Next() => untried.Count == 0 ? null : new NodeClock(skew, untried[0], Rest(), learntAt);

    private List<TimeZoneInfo> Rest()
    {
        var rest = new List<TimeZoneInfo>(untried);
        rest.RemoveAt(0);
        return rest;
    }
}
