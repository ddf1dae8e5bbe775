using System;
using System.Text;
using System.Text.Json;

namespace ZStack;

// The data of a long job: all parameters of the API in one object, including path and query parameters (PROTOCOL.md §3.3).
internal static class LongJobData
{
    // The class of the API's message, without its package.
    public static string JobName(ApiDescriptor api) => "API" + api.Name + "Msg";

    public static string Write(ZStackAction action, bool validates)
    {
        ApiDescriptor api = action.Api;
        if (api.IsQuery)
            throw new ArgumentException("API " + api.Name + " is a query, which cannot run as a long job; use CallAsync.", nameof(action));
        using var buffer = new PooledBuffer();
        using var writer = new Utf8JsonWriter(buffer, JsonLimits.WriterOptions);
        var validation = new ArgumentValidation();
        validation.Begin(validates);
        writer.WriteStartObject();
        var path = new PathWriter(writer, api, validation);
        action.WritePath(ref path);
        path.End();
        var query = new QueryWriter(writer, api.Name, validation);
        action.WriteQuery(ref query);
        var body = new JsonBodyWriter(writer, api.BodyOwner, validation);
        action.WriteBody(ref body);
        action.WriteBodyOutsideWrapper(ref body);
        validation.End();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.ToText();
    }
}

// The error of a failed long job: {message, detail, cause}, a ZStackError, or plain text.
internal sealed class LongJobFault : ZStackStructure
{
    private readonly ZStackError _error = new();

    public static ZStackError Parse(byte[] jobResult)
    {
        string text = Encoding.UTF8.GetString(jobResult).Trim();
        if (text.Length > 0 && text[0] == '{')
        {
            try
            {
                return ZStackJson.ReadValue<LongJobFault, DelegateReader<LongJobFault>>(jobResult, new(Read), TimeZoneInfo.Utc)._error;
            }
            catch (JsonFault)
            {
                // Not JSON: use the text itself.
            }
        }

        return new ZStackError { Details = text };
    }

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("code"u8))
            _error.Code = reader.String();
        else if (reader.NameIs("message"u8) || reader.NameIs("description"u8))
            _error.Description = reader.String();
        else if (reader.NameIs("detail"u8) || reader.NameIs("details"u8))
            _error.Details = reader.String();
        else if (reader.NameIs("cause"u8))
            _error.Cause = reader.TokenType == JsonTokenType.String ? new ZStackError { Details = reader.String() } : reader.Structure(ReadCause);
        else
            return base.ReadMember(ref reader);
        return true;
    }

    private static LongJobFault Read(ref JsonReader reader)
    {
        var value = new LongJobFault();
        reader.ReadMembers(value);
        return value;
    }

    private static ZStackError ReadCause(ref JsonReader reader) => Read(ref reader)._error;
}
