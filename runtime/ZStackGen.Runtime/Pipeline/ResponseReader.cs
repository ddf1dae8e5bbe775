using System;
using System.Net;

namespace ZStack;

// Turns answers into results, errors and exceptions.
internal sealed class ResponseReader
{
    private static readonly byte[] s_empty = "{}"u8.ToArray();

    private readonly ServerZone _zone;
    private readonly SecretRedactor _mask;

    public ResponseReader(ServerZone zone, SecretRedactor mask)
    {
        _zone = zone;
        _mask = mask;
    }

    // Throws ZoneNeededException if there is a moment in the answer whose zone is not known.
    public CallOutcome Result<TReader>(ApiDescriptor api, in RawResponse response, in TReader reader, string? jobId, TimeZoneInfo? zone = null)
        where TReader : struct, IValueReader<ZStackResult>
    {
        ReadOnlySpan<byte> json = response.Status == HttpStatusCode.NoContent ? s_empty : response.Body.Written;
        return new CallOutcome(Read<ZStackResult, TReader>(api, json, reader, response, jobId, zone ?? _zone.ForReading), jobId, response.Server);
    }

    public AcceptedResponse Accepted(ApiDescriptor api, in RawResponse response, string? jobId)
        // A running job is answered with an empty object; an empty body says no less.
        => response.Body.Length == 0 ? new AcceptedResponse()
            : Read<AcceptedResponse, DelegateReader<AcceptedResponse>>(api, response.Body.Written, new(AcceptedResponse.Read), response, jobId, TimeZoneInfo.Utc);

    // An {"error"} on whatever status; anything else throws.
    public CallOutcome Error(ApiDescriptor api, in RawResponse response, string? jobId)
    {
        Mask(response);
        HttpStatusCode status = response.Status;
        ServerAddress server = response.Server;
        if (response.RedirectOrigin is null && response.LooksLikeJson
            && Read<ErrorResponse, DelegateReader<ErrorResponse>>(api, response.Body.Written, new(ErrorResponse.Read), response, jobId, _zone.KnownOrLocal).Error is { } error)
            return new CallOutcome(error, jobId, server, status, e => CallFault.Api(api, server, e, status, jobId));
        // The reason may quote the request as well.
        throw CallFault.Http(api, response with { Reason = _mask.Apply(response.Reason, response.SessionId) }, jobId);
    }

    private void Mask(in RawResponse response) => _mask.Apply(response.Body.WrittenSpan, response.SessionId);

    private T Read<T, TReader>(ApiDescriptor api, ReadOnlySpan<byte> json, in TReader reader, in RawResponse response, string? jobId, TimeZoneInfo zone)
        where TReader : struct, IValueReader<T>
    {
        try
        {
            return ZStackJson.ReadValue<T, TReader>(json, reader, zone);
        }
        catch (JsonFault)
        {
            // The text may be a proxy's page with status 200.
            JsonFault? fault = Masked<T, TReader>(reader, response);
            throw CallFault.Protocol(api, response.Server, fault?.Message ?? "the answer cannot be read", fault?.InnerException, response.Status, jobId);
        }
    }

    // A fault quotes the text that could not be read, so it is sought again in the masked one.
    private JsonFault? Masked<T, TReader>(in TReader reader, in RawResponse response)
        where TReader : struct, IValueReader<T>
    {
        Mask(response);
        try
        {
            ZStackJson.ReadValue<T, TReader>(response.Body.Written, reader, TimeZoneInfo.Utc);
            return null;
        }
        catch (JsonFault fault)
        {
            return fault;
        }
    }
}
