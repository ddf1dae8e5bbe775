using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Plans queries for a server, with its time zone and the length of its address.
internal static class QueryPlanner
{
    // The server's time zone is learned only if a condition contains a timestamp.
    public static async ValueTask<IReadOnlyList<QueryPart>> PlanAsync(this ClientContext context, QuerySpec spec, CancellationToken cancellationToken)
    {
        try
        {
            return QueryPlan.Make(spec, context.Zone.ForReading, context.Server.Base.Length);
        }
        catch (TimeZoneNeededException)
        {
            return QueryPlan.Make(spec, await context.ZoneAsync(spec.Api, cancellationToken).ConfigureAwait(false), context.Server.Base.Length);
        }
    }

    public static async ValueTask<TimeZoneInfo> ZoneAsync(this ClientContext context, ApiDescriptor api, CancellationToken cancellationToken)
    {
        context.Lifetime.ThrowIfClosed();
        return (context.Zone.Known ?? await context.LearnZoneAsync(api, null, cancellationToken).ConfigureAwait(false)).TimeZone;
    }
}
