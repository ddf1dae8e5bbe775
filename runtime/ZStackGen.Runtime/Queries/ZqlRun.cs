using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Executes ZQL statements.
internal sealed class ZqlRun(IApiInvoker invoker, ClientContext context)
{
    public async Task<ZqlResult> RunAsync(ZqlStatement statement, CancellationToken cancellationToken)
    {
        if (statement is null)
            throw new ArgumentNullException(nameof(statement));
        return (await RunAsync([statement], cancellationToken).ConfigureAwait(false))[0];
    }

    public async Task<IReadOnlyList<ZqlResult>> RunAsync(IReadOnlyList<ZqlStatement> statements, CancellationToken cancellationToken)
    {
        if (statements is null)
            throw new ArgumentNullException(nameof(statements));
        if (statements.Count == 0)
            return Array.Empty<ZqlResult>();
        bool onlyCounts = true;
        foreach (ZqlStatement? statement in statements)
            onlyCounts &= (statement ?? throw new ArgumentException("A statement is null.", nameof(statements))).IsCount;
        // The resources are read later, when the time zone can no longer be requested.
        TimeZoneInfo zone = onlyCounts ? context.Zone.ForReading : await context.ZoneAsync(Zql.Api, cancellationToken).ConfigureAwait(false);
        string zql;
        try
        {
            zql = Text(zone);
        }
        catch (TimeZoneNeededException)
        {
            zql = Text(await context.ZoneAsync(Zql.Api, cancellationToken).ConfigureAwait(false));
        }

        var action = new ZqlAction(zql, zone, context);
        QueryPlan.CheckLength(action, context.Server.Base.Length);
        ZqlResponse response = await invoker.CallAsync(action, cancellationToken).ConfigureAwait(false);
        if (response.Results.Count != statements.Count)
            throw CallFault.Protocol(Zql.Api, context.Server, $"the response has {response.Results.Count} results at $.results for {(statements.Count == 1 ? "one statement" : $"{statements.Count} statements")}", null, HttpStatusCode.OK, null);
        for (int i = 0; i < statements.Count; i++)
        {
            // The kind of a raw statement is not known.
            if (statements[i].Text is null && !(statements[i].IsCount ? response.Results[i].Total is not null : response.Results[i].HasInventories))
                throw CallFault.Protocol(Zql.Api, context.Server, $"the response has no {(statements[i].IsCount ? "total" : "list")} at $.results[{i}].{(statements[i].IsCount ? "total" : "inventories")}, so it may come from a gateway", null, HttpStatusCode.OK, null);
        }

        return response.Results;

        string Text(TimeZoneInfo timestampZone)
        {
            var texts = new string[statements.Count];
            for (int i = 0; i < texts.Length; i++)
                texts[i] = statements[i].ToText(timestampZone);
            return string.Join(";", texts);
        }
    }
}
