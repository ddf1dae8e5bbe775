using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Finds out the server's time zone: from the server itself (since 2021), or from the timestamp of the login.
internal sealed class ZoneFinder(IApiInvoker invoker, ClientContext context, SessionSource? sessions, SkewFinder skews)
{
    // A passing failure is not final, but the timestamps at hand must be read all the same.
    public async Task<(ZStackServerTimeZone Zone, bool IsFinal)> FindAsync(string? sessionId, CancellationToken cancellationToken)
    {
        (TimeZoneInfo? zone, string reason, bool final) = await AskAsync(sessionId, cancellationToken).ConfigureAwait(false);
        if (zone is not null)
            return (new ZStackServerTimeZone(zone, ZStackServerTimeZoneSource.Reported, reason), true);
        (zone, string second) = await DeduceAsync(cancellationToken).ConfigureAwait(false);
        return zone is not null
            ? (new ZStackServerTimeZone(zone, ZStackServerTimeZoneSource.Deduced, second + ", because " + reason), final)
            : (new ZStackServerTimeZone(TimeZoneInfo.Local, ZStackServerTimeZoneSource.Assumed, "the local zone, because " + reason + ", and " + second + ". Set ZStackClientOptions.ServerTimeZone"), final);
    }

    private async Task<(TimeZoneInfo? Zone, string Reason, bool IsFinal)> AskAsync(string? sessionId, CancellationToken cancellationToken)
    {
        if (sessionId is null && context.Options.Credential is null)
            return (null, "asking the server for it needs a credential", false);
        var action = new GetPlatformTimeZoneAction { SessionId = sessionId };
        try
        {
            Submission asked = await invoker.SubmitAsync(action, null, cancellationToken).ConfigureAwait(false);
            if (asked.Response is not { } result)
                return (null, "the server took the question for its zone as a job", true);
            var stated = (PlatformTimeZoneResult)result.GetValueOrThrow();
            if (ServerZoneText.Parse(stated.TimeZone, stated.Offset, context.Options.TimeProvider.GetUtcNow()) is { } zone)
                return (zone, "the server states '" + stated.TimeZone + "' with the offset '" + stated.Offset + "'", true);
            return (null, "the server states '" + stated.TimeZone + "' with the offset '" + stated.Offset + "', which is no zone known here", true);
        }
        catch (ZStackException e)
        {
            // An older server, or no permission: that will not change. A gateway, a lost session, a server in trouble may.
            bool final = e is ZStackPermissionException || (e is ZStackHttpException && (int)e.Status.GetValueOrDefault() < 500);
            return (null, "the server did not state it (" + e.Message + ")", final);
        }
    }

    // The login's date has the digits of the server's wall clock; the clock itself is an instant. Zones differ by quarters of an hour.
    private async Task<(TimeZoneInfo? Zone, string Reason)> DeduceAsync(CancellationToken cancellationToken)
    {
        if (sessions?.Login is not { ServerDigits: { } digits } login)
            return (null, "this client has seen no login whose date would show it");
        if (await skews.FindAsync(context.Nodes.Current, cancellationToken).ConfigureAwait(false) is not { } skew)
            return (null, "the server did not tell its time");
        const double Quarter = 15;
        double quarters = Math.Round((digits - (login.At + skew).UtcDateTime).TotalMinutes / Quarter);
        if (Math.Abs(quarters) > 14 * 60 / Quarter)
            return (null, "the login's date is " + digits.ToString("s", CultureInfo.InvariantCulture) + ", which is no zone's time");
        return (ServerZoneText.Fixed(TimeSpan.FromMinutes(quarters * Quarter)), "the login's date shows this offset on the server's clock");
    }
}
