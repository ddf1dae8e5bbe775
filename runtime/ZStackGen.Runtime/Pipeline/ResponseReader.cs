using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Converts responses to results, jobs, errors and exceptions.
internal sealed class ResponseReader(ClientContext context)
{
    private static readonly byte[] s_empty = "{}"u8.ToArray();

    // Reads the response to a call.
    public ValueTask<Submission> SubmissionAsync(CallRequest call, in RawResponse response, CancellationToken cancellationToken)
    {
        ApiDescriptor api = call.Api;
        switch (response.Status)
        {
            case HttpStatusCode.Accepted:
                return new ValueTask<Submission>(Accepted(call, response));
            case >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices when !response.IsError:
                try
                {
                    // No job was created, so there is no job id to report.
                    return new ValueTask<Submission>(new Submission(Result<ActionReader>(api, response, new(call.Action), null, context.Zone.ForReading), call.Ticket));
                }
                catch (TimeZoneNeededException)
                {
                    // An exception is acceptable, because it happens only for the first response with a timestamp.
                    return LearnAsync(call, response, cancellationToken);
                }

            default:
                return new ValueTask<Submission>(new Submission(Error(api, response, null), call.Ticket));
        }
    }

    // Reads the response to a poll; returns null while the job runs.
    public ValueTask<ZStackResponse?> JobAsync(PolledJob job, in RawResponse response, CancellationToken cancellationToken)
    {
        switch (response.Status)
        {
            case HttpStatusCode.Accepted:
                return new ValueTask<ZStackResponse?>((ZStackResponse?)null);
            // ZStack returns at least an empty object; a page or an empty response comes from another server.
            case HttpStatusCode.OK when response.LooksLikeJson && !response.IsError:
                try
                {
                    return new ValueTask<ZStackResponse?>(Result<DelegateReader<ZStackResult>>(job.Api, response, new(job.Read), job.Id, context.Zone.ForReading));
                }
                catch (TimeZoneNeededException)
                {
                    return LearnAsync(job, response, cancellationToken);
                }

            // ZStack reports an expired job in this plain text (PROTOCOL.md §3); another 404 comes from another server.
            case HttpStatusCode.NotFound when !response.LooksLikePage && !response.LooksLikeJson && response.Contains("job has been expired"):
                throw CallFault.Expired(job, response.Server, response.Status);
            default:
                return new ValueTask<ZStackResponse?>(Error(job.Api, response, job.Id));
        }
    }

    // Throws TimeZoneNeededException if the response contains a timestamp and the time zone is not known.
    public ZStackResponse Result<TReader>(ApiDescriptor api, in RawResponse response, in TReader reader, string? jobId, TimeZoneInfo zone)
        where TReader : struct, IValueReader<ZStackResult>
    {
        ReadOnlySpan<byte> json = response.Status == HttpStatusCode.NoContent ? s_empty : response.Body.Written;
        return new ZStackResponse(Read<ZStackResult, TReader>(api, json, reader, response, jobId, zone), jobId, response.Server, response.Status, response.Headers);
    }

    private async ValueTask<Submission> LearnAsync(CallRequest call, RawResponse response, CancellationToken cancellationToken)
    {
        ZStackServerTimeZone zone = await context.LearnZoneAsync(call.Api, call.Ticket, cancellationToken).ConfigureAwait(false);
        return new Submission(Result<ActionReader>(call.Api, response, new(call.Action), null, zone.TimeZone), call.Ticket);
    }

    private async ValueTask<ZStackResponse?> LearnAsync(PolledJob job, RawResponse response, CancellationToken cancellationToken)
    {
        ZStackServerTimeZone zone = await context.LearnZoneAsync(job.Api, job.Ticket, cancellationToken).ConfigureAwait(false);
        return Result<DelegateReader<ZStackResult>>(job.Api, response, new(job.Read), job.Id, zone.TimeZone);
    }

    private Submission Accepted(in CallRequest call, in RawResponse response)
    {
        var accepted = new AcceptedResponse();
        try
        {
            // The server returns an empty object for a running job; accept an empty body as well.
            if (response.Body.Length > 0)
                accepted = Read<AcceptedResponse, DelegateReader<AcceptedResponse>>(call.Api, response.Body.Written, new(AcceptedResponse.Read), response, call.JobId, TimeZoneInfo.Utc);
        }
        catch (ZStackProtocolException e) when (e.MayBeTemporary && response.LooksLikeJson && call.JobId is not null)
        {
            // The text was cut off. The server runs the job, and uses the id that was sent (PROTOCOL.md §3.1).
        }

        string? stated = accepted.JobId;
        if (stated is not null && !WireText.IsId(stated))
            throw CallFault.Protocol(call.Api, response.Server, "the status is 202, but the job id in the location contains characters other than letters and digits", null, response.Status, null);
        string id = stated ?? call.JobId
            ?? throw CallFault.Protocol(call.Api, response.Server, "the status is 202, but the location contains no job id", null, response.Status, null);
        return new Submission(id, accepted.Timeout, call.Ticket) { Secrets = Remember(response) };
    }

    // Reads ZStack's {"error"} of any status; throws for any other response. Text that only resembles JSON is reported with its fault.
    private ZStackResponse Error(ApiDescriptor api, in RawResponse response, string? jobId)
    {
        int limit = ResponseBody.ErrorLimit(context.Options);
        if (response.LooksLikeJson && response.Body.Length > limit)
            throw CallFault.Protocol(api, response.Server, "the error is larger than " + limit.ToString(CultureInfo.InvariantCulture) + " bytes", null, response.Status, jobId);
        List<string> secrets = Redact(response);
        HttpStatusCode status = response.Status;
        ServerAddress server = response.Server;
        if (response.RedirectOrigin is null && response.LooksLikeJson
            && Read<ErrorResponse, DelegateReader<ErrorResponse>>(api, response.Body.Written, new(ErrorResponse.Read), response, jobId, context.Zone.KnownOrLocal).Error is { } error
            && response.IsError)
            return new ZStackResponse(error, jobId, server, status, response.Headers, e => CallFault.Api(api, server, e, status, jobId));
        // The reason phrase may also quote the request.
        throw CallFault.Http(
            api,
            response with { Reason = context.Redactor.Apply(response.Reason, secrets), RedirectOrigin = context.Redactor.Apply(response.RedirectOrigin, secrets) },
            jobId);
    }

    private List<string> Redact(in RawResponse response)
    {
        List<string> secrets = response.Secrets;
        context.Redactor.Apply(response.Body.WrittenSpan, secrets);
        return secrets;
    }

    // Keeps the secrets of the call, because later responses about the job may quote them.
    private List<string>? Remember(in RawResponse response)
    {
        List<string> secrets = response.Secrets;
        foreach (string secret in secrets)
            context.Redactor.Add(secret, lasting: false);
        return secrets.Count > 0 ? secrets : null;
    }

    private T Read<T, TReader>(ApiDescriptor api, ReadOnlySpan<byte> json, in TReader reader, in RawResponse response, string? jobId, TimeZoneInfo zone)
        where TReader : struct, IValueReader<T>
    {
        try
        {
            T value = ZStackJson.ReadValue<T, TReader>(json, reader, zone, false, out List<JsonMismatch>? mismatches);
            if (mismatches is not null && context.Observer.IsOn)
                MemberMismatches.Report(context, mismatches, new ZStackClientEvent(api, response.Server) { JobId = jobId, Status = response.Status }, response.Secrets);
            return value;
        }
        catch (JsonFault fault)
        {
            // The text may be the page of a proxy with status 200.
            JsonFault? redacted = RedactedFault.Read<T, TReader>(context, fault, response.Body.WrittenSpan, reader, response.Secrets);
            ZStackProtocolException exception = CallFault.Protocol(api, response.Server, redacted?.Message ?? "the response cannot be read", redacted?.InnerException, response.Status, jobId);
            exception.MayBeTemporary = !fault.IsWhole;
            throw exception;
        }
    }
}
