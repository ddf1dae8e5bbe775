using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Finds the server's time zone: from its API (available since 2021), or from the timestamp of the login.
internal sealed class ZoneFinder(IApiInvoker invoker, ClientContext context, SessionSource? sessions, SkewFinder skews)
{
    // The result after a temporary failure is not final, but is used for the timestamps at hand.
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
            return (null, "the API for the server's time zone requires a credential", false);
        var action = new GetPlatformTimeZoneAction { SessionId = sessionId };
        try
        {
            Submission asked = await invoker.SubmitAsync(action, null, cancellationToken).ConfigureAwait(false);
            if (asked.Response is not { } result)
                return (null, "the server executes the API for its time zone as a job", true);
            var stated = (PlatformTimeZoneResult)result.GetValueOrThrow();
            string statement = "the server states '" + Shown(stated.TimeZone) + "' with the offset '" + Shown(stated.Offset) + "'";
            if (ServerZoneText.Parse(stated.TimeZone, stated.Offset, context.Options.TimeProvider.GetUtcNow()) is { } zone)
                return (zone, statement, true);
            // A response without any of the members is not ZStack's.
            if (stated.TimeZone is null && stated.Offset is null)
                return (null, "the response has no time zone at $.timezone", false);
            return (null, statement + ", which is not a known time zone", true);
        }
        catch (ZStackException e)
        {
            return (null, "the server did not state its time zone (" + e.Message + ")", IsFinal(e));
        }
    }

    private string Shown(string? text) => ServerText.Of(context.Redactor.Apply(text));

    // An older server or a missing permission is final. Any other response, such as that of a gateway or of a node that is starting, is temporary.
    private static bool IsFinal(ZStackException fault) => fault is ZStackPermissionException or ZStackHttpException { IsUnknownApi: true };

    // The timestamp of the login contains the digits of the server's wall clock, while its time is an instant. Offsets are multiples of 15 minutes.
    private async Task<(TimeZoneInfo? Zone, string Reason)> DeduceAsync(CancellationToken cancellationToken)
    {
        if (sessions?.Login is not { ServerDigits: { } digits } login)
            return (null, "the client has not logged in, so there is no timestamp to compute it from");
        if (await skews.FindAsync(context.Nodes.Current, cancellationToken).ConfigureAwait(false) is not { } skew)
            return (null, "the server did not report its time");
        const double Quarter = 15;
        double quarters = Math.Round((digits - (login.At + skew).UtcDateTime).TotalMinutes / Quarter);
        if (Math.Abs(quarters) > 14 * 60 / Quarter)
            return (null, "the timestamp of the login is " + digits.ToString("s", CultureInfo.InvariantCulture) + ", which is not the time in any time zone");
        return (ServerZoneText.Fixed(TimeSpan.FromMinutes(quarters * Quarter)), "the timestamp of the login has this offset");
    }
}
