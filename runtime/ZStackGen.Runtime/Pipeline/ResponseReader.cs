using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace ZStack;

// Turns responses into results, jobs, errors and exceptions.
internal sealed class ResponseReader(ClientContext context)
{
    private static readonly byte[] s_empty = "{}"u8.ToArray();

    // How the server took a call.
    public ValueTask<Submission> SubmissionAsync(CallRequest call, in RawResponse response, CancellationToken cancellationToken)
    {
        ApiDescriptor api = call.Api;
        switch (response.Status)
        {
            case HttpStatusCode.Accepted:
                return new ValueTask<Submission>(Accepted(call, response));
            case >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices:
                try
                {
                    // No job took part, so there is no job id to tell.
                    return new ValueTask<Submission>(new Submission(Result<ActionReader>(api, response, new(call.Action), null, context.Zone.ForReading), call.Ticket));
                }
                catch (TimeZoneNeededException)
                {
                    // Rare enough for an exception: the first response with a timestamp in it.
                    return LearnAsync(call, response, cancellationToken);
                }

            default:
                return new ValueTask<Submission>(new Submission(Error(api, response, null), call.Ticket));
        }
    }

    // What a poll shows: null while the job runs.
    public ValueTask<ZStackResponse?> JobAsync(PolledJob job, in RawResponse response, CancellationToken cancellationToken)
    {
        switch (response.Status)
        {
            case HttpStatusCode.Accepted:
                return new ValueTask<ZStackResponse?>((ZStackResponse?)null);
            case HttpStatusCode.OK or HttpStatusCode.NoContent:
                try
                {
                    return new ValueTask<ZStackResponse?>(Result<DelegateReader<ZStackResult>>(job.Api, response, new(job.Read), job.Id, context.Zone.ForReading));
                }
                catch (TimeZoneNeededException)
                {
                    return LearnAsync(job, response, cancellationToken);
                }

            // ZStack says it in plain text (PROTOCOL.md §3); HTML or JSON comes from another server.
            case HttpStatusCode.NotFound when !response.LooksLikePage && !response.LooksLikeJson:
                throw CallFault.Expired(job, response.Server, response.Status);
            default:
                return new ValueTask<ZStackResponse?>(Error(job.Api, response, job.Id));
        }
    }

    // Throws TimeZoneNeededException if there is a timestamp in the response and its time zone is not known.
    public ZStackResponse Result<TReader>(ApiDescriptor api, in RawResponse response, in TReader reader, string? jobId, TimeZoneInfo zone)
        where TReader : struct, IValueReader<ZStackResult>
    {
        ReadOnlySpan<byte> json = response.Status == HttpStatusCode.NoContent ? s_empty : response.Body.Written;
        return new ZStackResponse(Read<ZStackResult, TReader>(api, json, reader, response, jobId, zone), jobId, response.Server, response.Status, response.Headers);
    }

    private async ValueTask<Submission> LearnAsync(CallRequest call, RawResponse response, CancellationToken cancellationToken)
    {
        ZStackServerTimeZone zone = await context.LearnZoneAsync(call.Api, call.Ticket, cancellationToken).ConfigureAwait(false);
        return new Submission(Result<ActionReader>(call.Api, response, new(call.Action), null, zone.Zone), call.Ticket);
    }

    private async ValueTask<ZStackResponse?> LearnAsync(PolledJob job, RawResponse response, CancellationToken cancellationToken)
    {
        ZStackServerTimeZone zone = await context.LearnZoneAsync(job.Api, job.Ticket, cancellationToken).ConfigureAwait(false);
        return Result<DelegateReader<ZStackResult>>(job.Api, response, new(job.Read), job.Id, zone.Zone);
    }

    private Submission Accepted(in CallRequest call, in RawResponse response)
    {
        // A running job is answered with an empty object; an empty body says no less.
        AcceptedResponse accepted = response.Body.Length == 0 ? new AcceptedResponse()
            : Read<AcceptedResponse, DelegateReader<AcceptedResponse>>(call.Api, response.Body.Written, new(AcceptedResponse.Read), response, call.JobId, TimeZoneInfo.Utc);
        string? stated = accepted.JobId;
        if (stated is not null && !WireText.IsId(stated))
            throw CallFault.Protocol(call.Api, response.Server, "the answer is 202, but the job's id in its location is not letters and digits", null, response.Status, null);
        string id = stated ?? call.JobId
            ?? throw CallFault.Protocol(call.Api, response.Server, "the answer is 202, but has no job in its location", null, response.Status, null);
        return new Submission(id, accepted.Timeout, call.Ticket) { Secrets = Remember(response) };
    }

    // An {"error"} on whatever status; anything else throws.
    private ZStackResponse Error(ApiDescriptor api, in RawResponse response, string? jobId)
    {
        List<string> secrets = Redact(response);
        HttpStatusCode status = response.Status;
        ServerAddress server = response.Server;
        if (response.RedirectOrigin is null && response.LooksLikeJson
            && Read<ErrorResponse, DelegateReader<ErrorResponse>>(api, response.Body.Written, new(ErrorResponse.Read), response, jobId, context.Zone.KnownOrLocal).Error is { } error)
            return new ZStackResponse(error, jobId, server, status, response.Headers, e => CallFault.Api(api, server, e, status, jobId));
        // The reason may quote the request as well.
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

    // The job, and whatever tells of it later, may quote the call.
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
                Tell(api, response, mismatches, jobId);
            return value;
        }
        catch (JsonFault)
        {
            // The text may be a proxy's page with status 200.
            JsonFault? fault = Redacted<T, TReader>(reader, response);
            throw CallFault.Protocol(api, response.Server, fault?.Message ?? "the answer cannot be read", fault?.InnerException, response.Status, jobId);
        }
    }

    // Once for each member of an API, whatever its place in a list.
    private void Tell(ApiDescriptor api, in RawResponse response, List<JsonMismatch> mismatches, string? jobId)
    {
        foreach (JsonMismatch mismatch in mismatches)
        {
            if (context.IsNewMismatch(api.Name, mismatch.Path))
                context.Observer.MemberMismatched(new ZStackClientEvent(api, response.Server) { JobId = jobId, Status = response.Status, Member = mismatch.Path, Expected = mismatch.Expected });
        }
    }

    // A fault quotes the text that could not be read, so it is sought again in the redacted one.
    private JsonFault? Redacted<T, TReader>(in TReader reader, in RawResponse response)
        where TReader : struct, IValueReader<T>
    {
        Redact(response);
        try
        {
            ZStackJson.ReadValue<T, TReader>(response.Body.Written, reader, TimeZoneInfo.Utc, false, out _);
            return null;
        }
        catch (JsonFault fault)
        {
            return fault;
        }
    }
}
