using System;
using System.Diagnostics;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Reports each exchange to the observer and to telemetry.
internal sealed class ObservedExchange(ClientContext context, IExchange next) : IExchange
{
    public ValueTask<RawResponse> SendAsync(ExchangeRequest request, CancellationToken cancellationToken)
        => Telemetry.SeesRequests || context.Observer.IsOn ? SendObservedAsync(request, cancellationToken) : next.SendAsync(request, cancellationToken);

    private async ValueTask<RawResponse> SendObservedAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        TimeProvider clock = context.Options.TimeProvider;
        ZStackClientEvent sent = request.Event;
        context.Observer.RequestSending(sent);
        using Activity? activity = Telemetry.Request(sent);
        long begin = clock.GetTimestamp();
        HttpStatusCode? status = null;
        Exception? fault = null;
        try
        {
            RawResponse response = await next.SendAsync(request, cancellationToken).ConfigureAwait(false);
            status = response.Status;
            return response;
        }
        catch (Exception e)
        {
            fault = e;
            throw;
        }
        finally
        {
            TimeSpan elapsed = clock.GetElapsedTime(begin);
            Telemetry.RecordResponse(activity, sent, elapsed.TotalSeconds, status, fault);
            if (fault is null)
                context.Observer.ResponseReceived(sent with { Status = status, Elapsed = elapsed });
            else
                context.Observer.RequestFailed(sent with { Error = fault.GetType().Name, Fault = fault, Elapsed = elapsed });
        }
    }
}
