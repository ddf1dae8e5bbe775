using System;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Learns the server's time zone for a call that needs it.
internal static class ZoneLearning
{
    public static async ValueTask<ZStackServerTimeZone> LearnZoneAsync(this ClientContext context, ApiDescriptor api, AuthTicket? ticket, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Zone.LearnAsync(ticket is { IsFromCaller: true } ? ticket.SessionId : null, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            context.Lifetime.ThrowIfClosed();
            throw CallFault.Canceled(api, context.Server, e, null, false, cancellationToken);
        }
    }
}
