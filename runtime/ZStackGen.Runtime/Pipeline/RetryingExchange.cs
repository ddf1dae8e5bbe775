using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Retries a request, perhaps on another node, where that is safe, and with another date if a node refuses the date of an access key.
internal sealed class RetryingExchange(ClientContext context, IExchange next)
{
    private const int MaxCorrections = 6;

    // If `mayPause` is false, the request is retried only if another node can be tried at once: a job already waits between its polls.
    public async ValueTask<RawResponse> SendAsync(ExchangeRequest request, int limit, bool mayPause, CancellationToken cancellationToken)
    {
        var state = new RetryState(context.Nodes, limit);
        int corrections = 0;
        while (true)
        {
            request = request with { Node = context.Nodes.Choose(), Retries = state.Count };
            NodeClock? used = request.Node.Clock;
            RawResponse response;
            try
            {
                response = await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (ZStackTransportException e) when (state.ShouldRetry(e, request.Node) && (mayPause || state.Pause <= TimeSpan.Zero))
            {
                await RetryAsync(request, e, null, state.Pause, cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (state.ShouldRetry(response, request.Node) && (mayPause || state.Pause <= TimeSpan.Zero))
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
            context.Observer.RequestRetrying(request.Event with { Fault = fault, Error = fault?.GetType().Name, Status = status, NextServer = context.Nodes.Choose().Address.Uri });
        Telemetry.RecordRetry(request.Api);
        if (pause > TimeSpan.Zero)
            await Pauses.WaitAsync(context, pause, request.Api, request.JobId, false, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<bool> CorrectAsync(AccessKeyClock dates, ExchangeRequest request, NodeClock? used, DateTimeOffset? responseDate, CancellationToken cancellationToken)
    {
        try
        {
            return await dates.CorrectAsync(request.Node, used, responseDate, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw CallFault.Canceled(request.Api, request.Server, e, request.JobId, false, cancellationToken);
        }
    }

    private static bool IsSkewed(in RawResponse response) => response.Body.Length < 4096 && ZStackHttpException.IsSkewed(response.Body.ToText());
}
