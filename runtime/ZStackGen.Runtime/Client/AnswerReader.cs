using System;
using System.Net;

namespace ZStack;

// Turns answers into results, errors and exceptions.
internal sealed class AnswerReader
{
    private static readonly byte[] s_empty = "{}"u8.ToArray();

    private readonly ServerZone _zone;
    private readonly SecretMask _mask;

    public AnswerReader(ServerZone zone, SecretMask mask)
    {
        _zone = zone;
        _mask = mask;
    }

    // Throws ZoneNeededException if there is a moment in the answer whose zone is not known.
    public CallOutcome Result<TReader>(ApiDescriptor api, in Answer answer, in TReader reader, string? jobId, TimeZoneInfo? zone = null)
        where TReader : struct, IValueReader<ZStackResult>
    {
        ReadOnlySpan<byte> json = answer.Status == HttpStatusCode.NoContent ? s_empty : answer.Body.Written;
        return new CallOutcome(Read<ZStackResult, TReader>(api, json, reader, answer, jobId, zone ?? _zone.ForReading), jobId, answer.Server);
    }

    public AcceptedAnswer Accepted(ApiDescriptor api, in Answer answer, string? jobId)
        // A running job is answered with an empty object; an empty body says no less.
        => answer.Body.Length == 0 ? new AcceptedAnswer()
            : Read<AcceptedAnswer, DelegateReader<AcceptedAnswer>>(api, answer.Body.Written, new(AcceptedAnswer.Read), answer, jobId, TimeZoneInfo.Utc);

    // An {"error"} on whatever status; anything else throws.
    public CallOutcome Error(ApiDescriptor api, in Answer answer, string? jobId)
    {
        Mask(answer);
        HttpStatusCode status = answer.Status;
        ServerAddress server = answer.Server;
        if (answer.RedirectOrigin is null && answer.LooksLikeJson
            && Read<ErrorAnswer, DelegateReader<ErrorAnswer>>(api, answer.Body.Written, new(ErrorAnswer.Read), answer, jobId, _zone.KnownOrLocal).Error is { } error)
            return new CallOutcome(error, jobId, server, status, e => CallFault.Api(api, server, e, status, jobId));
        // The reason may quote the request as well.
        throw CallFault.Http(api, answer with { Reason = _mask.Apply(answer.Reason, answer.SessionId) }, jobId);
    }

    private void Mask(in Answer answer) => _mask.Apply(answer.Body.WrittenSpan, answer.SessionId);

    private T Read<T, TReader>(ApiDescriptor api, ReadOnlySpan<byte> json, in TReader reader, in Answer answer, string? jobId, TimeZoneInfo zone)
        where TReader : struct, IValueReader<T>
    {
        try
        {
            return ZStackJson.ReadValue<T, TReader>(json, reader, zone);
        }
        catch (JsonFault)
        {
            // The text may be a proxy's page with status 200.
            JsonFault? fault = Masked<T, TReader>(reader, answer);
            throw CallFault.Protocol(api, answer.Server, fault?.Message ?? "the answer cannot be read", fault?.InnerException, answer.Status, jobId);
        }
    }

    // A fault quotes the text that could not be read, so it is sought again in the masked one.
    private JsonFault? Masked<T, TReader>(in TReader reader, in Answer answer)
        where TReader : struct, IValueReader<T>
    {
        Mask(answer);
        try
        {
            ZStackJson.ReadValue<T, TReader>(answer.Body.Written, reader, TimeZoneInfo.Utc);
            return null;
        }
        catch (JsonFault fault)
        {
            return fault;
        }
    }
}
