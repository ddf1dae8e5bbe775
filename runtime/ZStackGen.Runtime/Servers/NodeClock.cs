using System;
using System.Collections.Generic;

namespace ZStack;

// The wall clock of a node, as learned after the node refused a date (PROTOCOL.md §2.2).
internal sealed class NodeClock(TimeSpan skew, TimeZoneInfo zone, IReadOnlyList<TimeZoneInfo> untried, long learnedAt)
{
    // A larger difference is not caused by a clock, and a date computed with it could exceed the range of dates.
    private static readonly TimeSpan s_largest = TimeSpan.FromDays(36_500);

    public TimeSpan Skew => skew;

    public TimeZoneInfo Zone => zone;

    public long LearnedAt => learnedAt;

    // The clock with the next candidate time zone; null if no candidate is left.
    public NodeClock? Next() => untried.Count == 0 ? null : new NodeClock(skew, untried[0], Rest(), learnedAt);

    public static TimeSpan? Plausible(TimeSpan? skew) => skew?.Duration() < s_largest ? skew : null;

    private List<TimeZoneInfo> Rest()
    {
        var rest = new List<TimeZoneInfo>(untried);
        rest.RemoveAt(0);
        return rest;
    }
}
