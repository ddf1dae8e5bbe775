using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Threading;

namespace ZStack;

// The reusable buffers of a call.
internal sealed class CallBuffers
{
    private const int KeptBytes = 128 * 1024;
    private readonly ArgumentValidation _validation = new();

    public CallBuffers()
    {
        Writer = new Utf8JsonWriter(Body, JsonLimits.WriterOptions);
        Url = new UriText { Validation = _validation };
    }

    public UriText Url { get; }

    public PooledBuffer Body { get; } = new();

    public PooledBuffer Response { get; } = new();

    public Utf8JsonWriter Writer { get; }

    public JobIds JobIds { get; } = new();

    // The API whose call is in the buffers; null for a poll.
    public ApiDescriptor? Api { get; private set; }

    // The secrets of the call that started the job; null for any other request.
    public IReadOnlyList<string>? JobSecrets { get; set; }

    // The headers of the call that the caller specifies; null if there are none.
    public IEnumerable<KeyValuePair<string, string>>? Headers { get; set; }

    // The connection may still read the body of the request, so its memory must not be reused.
    public bool BodyMayBeInUse { get; set; }

    public void Write(ZStackAction action, bool validates)
    {
        Api = action.Api;
        _validation.Begin(validates);
        action.WriteUrl(Url);
        if (action.Api.HasBody)
            WriteBody(action);
        _validation.End();
    }

    private void WriteBody(ZStackAction action)
    {
        ApiDescriptor api = action.Api;
        Body.Clear();
        Writer.Reset(Body);
        var body = new JsonBodyWriter(Writer, api.BodyOwner, _validation);
        Writer.WriteStartObject();
        Writer.WritePropertyName(api.BodyWrapper);
        Writer.WriteStartObject();
        action.WriteBody(ref body);
        Writer.WriteEndObject();
        action.WriteBodyOutsideWrapper(ref body);
        Writer.WriteEndObject();
        Writer.Flush();
    }

    // Adds a system tag to the existing tags. Tags outside the wrapper override those inside (PROTOCOL.md §1.2), so all tags are moved outside.
    public void AddSystemTag(string tag, bool hasBody)
    {
        if (!hasBody)
        {
            new QueryWriter(Url, string.Empty).Add("systemTags", tag);
            return;
        }

        const string Tags = "systemTags";
        using JsonDocument body = JsonDocument.Parse(Body.Written.ToArray(), JsonLimits.DocumentOptions);
        Body.Clear();
        Writer.Reset(Body);
        Writer.WriteStartObject();
        foreach (JsonProperty member in body.RootElement.EnumerateObject())
            if (!member.NameEquals(Tags))
                member.WriteTo(Writer);
        Writer.WriteStartArray(Tags);
        foreach (JsonProperty member in body.RootElement.EnumerateObject())
        {
            JsonElement tags = member.Value;
            if (member.NameEquals(Tags) || (tags.ValueKind == JsonValueKind.Object && tags.TryGetProperty(Tags, out tags)))
                CopyTags(tags);
        }

        Writer.WriteStringValue(tag);
        Writer.WriteEndArray();
        Writer.WriteEndObject();
        Writer.Flush();
    }

    private void CopyTags(JsonElement tags)
    {
        if (tags.ValueKind != JsonValueKind.Array)
        {
            tags.WriteTo(Writer);
            return;
        }

        foreach (JsonElement tag in tags.EnumerateArray())
            tag.WriteTo(Writer);
    }

    // The secrets in the request that messages must not contain, including the session.
    public List<string> Secrets(string? sessionId)
    {
        var secrets = new List<string>();
        if (sessionId is not null)
            secrets.Add(sessionId);
        if (JobSecrets is not null)
            secrets.AddRange(JobSecrets);
        if (Api is not null)
            RequestSecrets.Collect(secrets, Api, Url, Body.Written);
        if (Headers is not null)
            RequestSecrets.CollectHeaders(secrets, Headers);
        return secrets;
    }

    // Ends the use of the memory after an exchange that failed: a connection may still read from it or write into it, also after cancellation.
    public void Abandon()
    {
        BodyMayBeInUse = true;
        Response.Abandon();
    }

    private void Clear()
    {
        Api = null;
        JobSecrets = null;
        Headers = null;
        Url.Clear();
        if (BodyMayBeInUse)
            Body.Abandon();
        BodyMayBeInUse = false;
        Trim(Body);
        Trim(Response);
    }

    private static void Trim(PooledBuffer buffer)
    {
        if (buffer.Capacity > KeptBytes)
            buffer.Dispose();
        else
            buffer.Clear();
    }

    public sealed class Pool
    {
        private readonly CallBuffers?[] _kept = new CallBuffers?[16];

        public CallBuffers Rent()
        {
            for (int i = 0; i < _kept.Length; i++)
                if (_kept[i] is not null && Interlocked.Exchange(ref _kept[i], null) is { } buffers)
                    return buffers;
            return new CallBuffers();
        }

        public void Return(CallBuffers buffers)
        {
            buffers.Clear();
            for (int i = 0; i < _kept.Length; i++)
                if (_kept[i] is null && Interlocked.CompareExchange(ref _kept[i], buffers, null) is null)
                    return;
            buffers.Body.Dispose();
            buffers.Response.Dispose();
        }
    }
}
