using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Sends a request once more, perhaps to another node, where that is safe; and with another date where a node refuses that of an access key.
internal sealed class RetryingExchange(ClientContext context, IExchange next)
{
    private const int MaxCorrections = 6;

    // Without pauses the request is sent again only where another node can be asked at once: a poll pauses anyway.
    public async ValueTask<RawResponse> SendAsync(ExchangeRequest request, int limit, bool mayPause, CancellationToken cancellationToken)
    {
        var state = new RetryState(context.Nodes, limit);
        int corrections = 0;
        while (true)
        {
            request = request with { Node = context.Nodes.Choose(), Resends = state.Count };
            NodeClock? used = request.Node.Clock;
            RawResponse response;
            try
            {
                response = await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (ZStackTransportException e) when (state.After(e, request.Node) && (mayPause || state.Pause <= TimeSpan.Zero))
            {
                await RetryAsync(request, e, null, state.Pause, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (state.After(response, request.Node) && (mayPause || state.Pause <= TimeSpan.Zero))
            {
                await RetryAsync(request, null, response.Status, state.Pause, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (response.Status == HttpStatusCode.Forbidden && request.Ticket?.Clock is { } dates && corrections < MaxCorrections && IsSkewed(response)
                && await CorrectAsync(dates, request, used, response.Date, cancellationToken).ConfigureAwait(false))
            {
                corrections++;
                continue;
            }

            return response with { MayHaveArrivedBefore = state.MayHaveArrived };
        }
    }

    private async ValueTask RetryAsync(ExchangeRequest request, Exception? fault, HttpStatusCode? status, TimeSpan pause, CancellationToken cancellationToken)
    {
        if (context.Observer.IsOn)
            context.Observer.RequestResending(request.Event with { Fault = fault, Error = fault?.GetType().Name, Status = status, NextServer = context.Nodes.Choose().Address.Uri });
        Telemetry.Resent(request.Api);
        if (pause > TimeSpan.Zero)
            await Pauses.WaitAsync(context, pause, request.Api, request.JobId, false, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<bool> CorrectAsync(AccessKeyClock dates, ExchangeRequest request, NodeClock? used, DateTimeOffset? answeredAt, CancellationToken cancellationToken)
    {
        try
        {
            return await dates.CorrectAsync(request.Node, used, answeredAt, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw CallFault.Canceled(request.Api, request.Server, e, request.JobId, false, cancellationToken);
        }
    }

    // The only 403 there is (PROTOCOL.md §4).
    private static bool IsSkewed(in RawResponse response)
        => response.Body.Length < 4096 && response.Body.ToText().IndexOf("requestTimeTooSkewed", StringComparison.OrdinalIgnoreCase) >= 0;
}
