using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// What the server's clock shows and in which zone.
public sealed partial class ZStackClient
{
    /// <summary>The zone of the server's moments; null as long as none had to be read and <see cref="LearnServerTimeZoneAsync"/> was not called.</summary>
    public ServerTimeZone? ServerTimeZone => _zone.Known ?? _zone.Meanwhile;

    /// <summary>
    /// Finds out the server's time zone, unless it is known: from the server itself (since 2021), or from the moment of the login. A call whose
    /// answer has moments does so by itself, so this serves to have it done before, or to see how it went.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The zone and how it became known. If it cannot be learnt, the local zone and why.</returns>
    /// <exception cref="ZStackCanceledException">Waiting was stopped.</exception>
    public async Task<ServerTimeZone> LearnServerTimeZoneAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return await LearnZoneAsync(new GetPlatformTimeZoneAction().Api, null, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ServerTimeZone> LearnZoneAsync(ApiDescriptor api, AuthTicket? ticket, CancellationToken cancellationToken)
    {
        try
        {
            string? own = ticket is { IsOurs: false } && !ReferenceEquals(ticket, _fixedTicket) ? ticket.SessionId : null;
            return await _zone.LearnAsync(own, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            ThrowIfDisposed();
            throw CallFault.Canceled(api, Server, e, null, false, cancellationToken);
        }
    }

    // A passing failure is not final, but the moments at hand have to be read all the same.
    private async Task<(ServerTimeZone Zone, bool IsFinal)> FindZoneAsync(string? sessionId, CancellationToken cancellationToken)
    {
        (TimeZoneInfo? zone, string reason, bool final) = await AskZoneAsync(sessionId, cancellationToken).ConfigureAwait(false);
        if (zone is not null)
            return (new ServerTimeZone(zone, ServerTimeZoneSource.Reported, reason), true);
        (zone, string second) = await DeduceZoneAsync(cancellationToken).ConfigureAwait(false);
        return zone is not null
            ? (new ServerTimeZone(zone, ServerTimeZoneSource.Deduced, second + ", because " + reason), final)
            : (new ServerTimeZone(TimeZoneInfo.Local, ServerTimeZoneSource.Assumed, "the local zone, because " + reason + ", and " + second + ". Set ZStackClientOptions.ServerTimeZone"), final);
    }

    private async Task<(TimeZoneInfo? Zone, string Reason, bool IsFinal)> AskZoneAsync(string? sessionId, CancellationToken cancellationToken)
    {
        if (sessionId is null && _options.Credential is null)
            return (null, "asking the server for it needs a credential", false);
        var action = new GetPlatformTimeZoneAction { SessionId = sessionId };
        try
        {
            Submission asked = await SubmitAsync(action, null, cancellationToken).ConfigureAwait(false);
            if (asked.Result is not { } result)
                return (null, "the server took the question for its zone as a job", true);
            var stated = (PlatformTimeZoneResult)result.GetValueOrThrow();
            if (ServerZoneText.Parse(stated.TimeZone, stated.Offset, _options.TimeProvider.GetUtcNow()) is { } zone)
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
    private async Task<(TimeZoneInfo? Zone, string Reason)> DeduceZoneAsync(CancellationToken cancellationToken)
    {
        if (_sessions?.Login is not { ServerDigits: { } digits } login)
            return (null, "this client has seen no login whose date would show it");
        if (await SkewAsync(_nodes.Current, cancellationToken).ConfigureAwait(false) is not { } skew)
            return (null, "the server did not tell its time");
        const double Quarter = 15;
        double quarters = Math.Round((digits - (login.At + skew).UtcDateTime).TotalMinutes / Quarter);
        if (Math.Abs(quarters) > 14 * 60 / Quarter)
            return (null, "the login's date is " + digits.ToString("s", CultureInfo.InvariantCulture) + ", which is no zone's time");
        return (ServerZoneText.Fixed(TimeSpan.FromMinutes(quarters * Quarter)), "the login's date shows this offset on the server's clock");
    }

    // How much a node's clock is ahead of ours; null if it does not tell.
    private async Task<TimeSpan?> SkewAsync(ServerNode node, CancellationToken cancellationToken)
    {
        var action = new GetCurrentTimeAction();
        CallBuffers buffers = _buffers.Rent();
        try
        {
            buffers.Write(action, false);
            DateTimeOffset before = _options.TimeProvider.GetUtcNow();
            RawResponse response = await _exchange.SendAsync(
                new ExchangeRequest(node, action.Api, action.Api.HttpMethod, buffers) { HasBody = true }, cancellationToken).ConfigureAwait(false);
            DateTimeOffset after = _options.TimeProvider.GetUtcNow();
            if (response.Status != System.Net.HttpStatusCode.OK)
                return null;
            DateTimeOffset? now = ((CurrentTimeResult)_answers.Result<ActionReader>(action.Api, response, new(action), null, TimeZoneInfo.Utc).Value!).Now;
            return now - (before + TimeSpan.FromTicks((after - before).Ticks / 2));
        }
        catch (ZStackException)
        {
            return null;
        }
        finally
        {
            _buffers.Return(buffers);
        }
    }
}
