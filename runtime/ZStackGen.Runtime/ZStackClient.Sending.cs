using System;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Sending a call: authorising it, sending it again where that is safe, and reading how the server took it.
public sealed partial class ZStackClient
{
    private const string SessionLost = "ID.1001";
    private const int MaxCorrections = 6;

    // Logs in again, once, if the server has forgotten the session.
    private async ValueTask<Submission> SubmitAsync(ZStackAction action, ZStackCallOptions? options, CancellationToken cancellationToken)
    {
        if (action is null)
            throw new ArgumentNullException(nameof(action));
        ThrowIfDisposed();
        options?.Validate(action.Api, _options.WebhookAddress is not null);
        // Before a login that would go on without him.
        if (cancellationToken.IsCancellationRequested)
            throw CallFault.Canceled(action.Api, Server, null, null, false, cancellationToken);
        // So is a wrong argument told before a login.
        if (_sessions is { Current: null } && action.Api.RequiresSession)
            TryWriting(action);
        AuthTicket? ticket = await TicketAsync(action, cancellationToken).ConfigureAwait(false);
        Submission submission = await SendAsync(action, options, ticket, cancellationToken).ConfigureAwait(false);
        if (submission.Result?.Error?.Code != SessionLost || ticket is null)
            return submission;
        _sessions?.Forget(ticket);
        if (!CanLogInAgain(ticket))
            return submission;
        _options.Observer?.SessionLost(new ZStackClientEvent(action.Api, submission.Result.Server));
        ticket = await TicketAsync(action, cancellationToken).ConfigureAwait(false);
        return await SendAsync(action, options, ticket, cancellationToken).ConfigureAwait(false);
    }

    private void TryWriting(ZStackAction action)
    {
        CallBuffers buffers = _buffers.Rent();
        try
        {
            buffers.Write(action, _options.ValidateArguments);
        }
        finally
        {
            _buffers.Return(buffers);
        }
    }

    // Only sessions that the client itself opened; a call's own SessionId is the caller's business.
    private bool CanLogInAgain(AuthTicket? ticket) => _sessions is not null && ticket is { IsOurs: true };

    private ValueTask<AuthTicket?> TicketAsync(ZStackAction action, CancellationToken cancellationToken)
    {
        if (action.SessionId is { Length: > 0 } session)
        {
            if (!HeaderText.IsWord(session))
                throw new ArgumentException($"API {action.Api.Name}: SessionId has white space in it, or a character other than ASCII's.", nameof(action));
            return new ValueTask<AuthTicket?>(new AuthTicket(session));
        }

        if (!action.Api.RequiresSession)
            return new ValueTask<AuthTicket?>(_fixedTicket ?? _sessions?.Current);
        if (_fixedTicket is not null)
            return new ValueTask<AuthTicket?>(_fixedTicket);
        if (_sessions is null)
            throw new InvalidOperationException($"API {action.Api.Name} needs a session, but the client has no credential. Set ZStackClientOptions.Credential or the action's SessionId.");
        ValueTask<AuthTicket> opening = _sessions.GetAsync(cancellationToken);
        return opening.IsCompletedSuccessfully ? new ValueTask<AuthTicket?>(opening.Result) : OpenAsync(action.Api, opening, cancellationToken);
    }

    private async ValueTask<AuthTicket?> OpenAsync(ApiDescriptor api, ValueTask<AuthTicket> opening, CancellationToken cancellationToken)
    {
        try
        {
            return await opening.ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw CallFault.Canceled(api, Server, e, null, false, cancellationToken);
        }
    }

    private async ValueTask<Submission> SendAsync(ZStackAction action, ZStackCallOptions? options, AuthTicket? ticket, string? jobId, bool webhook, CancellationToken cancellationToken)
    {
        ApiDescriptor api = action.Api;
        CallBuffers buffers = _buffers.Rent();
        try
        {
            buffers.Write(action, _options.ValidateArguments);
            if (options is { DryRun: true })
                buffers.AddSystemTag("validationOnly", api.HasBody);
            RequestHead.Check(api, Server.Base.Length + buffers.Url.Length);
            bool read = api.Method == "GET";
            var request = new ExchangeRequest(_nodes.Current, api, api.HttpMethod, buffers)
            {
                HasBody = api.HasBody,
                Ticket = ticket,
                JobId = jobId,
                SendJobId = !read,
                Webhook = webhook,
                // A query has its schema anyway (protocol §5.3).
                Schema = _options.IncludeSchema && !api.IsQuery,
                Options = options,
            };
            var resends = new RetryState(_nodes, action.IsRepeatable ? _options.MaxRetries : 0);
            int corrections = 0;
            while (true)
            {
                request = request with { Node = _nodes.Choose(), Resends = resends.Count };
                NodeClock? used = request.Node.Clock;
                RawResponse response;
                try
                {
                    response = await _exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
                }
                catch (ZStackTransportException e) when (resends.After(e, request.Node))
                {
                    Resending(request, e, null);
                    await PauseAsync(resends, api, jobId, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (resends.After(response, request.Node))
                {
                    Resending(request, null, response.Status);
                    await PauseAsync(resends, api, jobId, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                if (jobId is not null && (resends.MayHaveArrived || options?.JobId is not null) && IsDuplicate(response, jobId))
                    return new Submission(jobId, null, ticket);
                if (response.Status == HttpStatusCode.Forbidden && ticket?.Clock is { } dates && corrections < MaxCorrections && IsSkewed(response)
                    && await CorrectAsync(dates, request, used, response.Date, cancellationToken).ConfigureAwait(false))
                {
                    corrections++;
                    continue;
                }

                try
                {
                    return Read(action, response, jobId, ticket);
                }
                catch (ZoneNeededException)
                {
                    // Rare enough for an exception: the first response with a moment in it.
                }

                ServerTimeZone zone = await LearnZoneAsync(api, ticket, cancellationToken).ConfigureAwait(false);
                return Read(action, response, jobId, ticket, zone.Zone);
            }
        }
        finally
        {
            _buffers.Return(buffers);
        }
    }

    private Submission Read(ZStackAction action, in RawResponse response, string? jobId, AuthTicket? ticket, TimeZoneInfo? zone = null)
    {
        switch (response.Status)
        {
            case HttpStatusCode.Accepted:
                AcceptedResponse accepted = _answers.Accepted(action.Api, response, jobId);
                string id = accepted.JobId ?? jobId
                    ?? throw CallFault.Protocol(action.Api, response.Server, "the answer is 202, but has no job in its location", null, response.Status, null);
                return new Submission(id, accepted.Timeout, ticket);
            case >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices:
                // No job took part, so there is no job id to tell.
                return new Submission(_answers.Result<ActionReader>(action.Api, response, new(action), null, zone), ticket);
            default:
                return new Submission(_answers.Error(action.Api, response, null), ticket);
        }
    }

    private void Resending(in ExchangeRequest request, Exception? fault, HttpStatusCode? status)
        => _options.Observer?.RequestResending(request.Event with { Fault = fault, Error = fault?.GetType().Name, Status = status, NextServer = _nodes.Choose().Address.Uri });

    private async ValueTask PauseAsync(RetryState resends, ApiDescriptor api, string? jobId, CancellationToken cancellationToken)
    {
        Telemetry.Resent(api);
        TimeSpan pause = resends.Pause;
        if (pause <= TimeSpan.Zero)
            return;
        try
        {
            await Waiting.DelayAsync(pause, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            throw CallFault.Canceled(api, Server, e, jobId, false, cancellationToken);
        }
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

    // The only 403 there is (protocol §4).
    private static bool IsSkewed(in RawResponse response)
        => response.Body.Length < 4096 && response.Body.ToText().IndexOf("requestTimeTooSkewed", StringComparison.OrdinalIgnoreCase) >= 0;

    // 400 `Duplicate job uuid[…]`: the first sending arrived (protocol §3.1).
    private static bool IsDuplicate(in RawResponse response, string jobId)
    {
        if (response.Status != HttpStatusCode.BadRequest || response.Body.Length > 4096)
            return false;
        string text = response.Body.ToText();
        return text.IndexOf("duplicate job uuid", StringComparison.OrdinalIgnoreCase) >= 0 && text.IndexOf(jobId, StringComparison.OrdinalIgnoreCase) >= 0;
    }
}
