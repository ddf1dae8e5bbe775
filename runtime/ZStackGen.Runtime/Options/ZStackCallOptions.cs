using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>What a single call does differently.</summary>
public sealed class ZStackCallOptions
{
    /// <summary>How long the server may work on the call (<c>X-API-Timeout</c>, whole seconds). Queries do not read it.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The job's id: 32 characters, unique. Made by the client if null. Not for reads.</summary>
    public string? JobId { get; set; }

    /// <summary>The address on whose behalf the call is made, for the server's audit (<c>X-Forwarded-For</c>).</summary>
    public string? ClientIp { get; set; }

    /// <summary>Further headers, of printable ASCII. <c>Authorization</c>, the headers that the client sets itself and those of a body are refused.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; set; }

    // Asks the server to check the call and not to do it.
    internal bool DryRun { get; init; }

    internal void Validate(ApiDescriptor api, bool hasWebhook)
    {
        if (Timeout is { } timeout && (timeout < TimeSpan.FromSeconds(1) || timeout.TotalSeconds > int.MaxValue))
            throw Wrong(api, nameof(Timeout), "must be a second or more");
        if (JobId is { } id)
        {
            // Only the length is checked by the server (PROTOCOL.md §3.1); the rest keeps the id usable in a URL.
            if (id.Length != 32 || !WireText.IsId(id))
                throw Wrong(api, nameof(JobId), "must be 32 letters and digits, such as Guid.NewGuid().ToString(\"N\")");
            if (api.Method == "GET")
                throw Wrong(api, nameof(JobId), "is not read for a GET");
        }

        if (ClientIp is { } ip && !System.Net.IPAddress.TryParse(ip, out _))
            throw Wrong(api, nameof(ClientIp), "is not an IP address");
        if (Headers is null)
            return;
        foreach (KeyValuePair<string, string> header in Headers)
        {
            switch (header.Key.ToUpperInvariant())
            {
                case "AUTHORIZATION" or "DATE":
                    throw Wrong(api, nameof(Headers), "must not contain '" + header.Key + "': use the credential");
                case "X-JOB-UUID" or "X-API-TIMEOUT" or "X-JSON-SCHEMA" or "HOST" or "CONTENT-LENGTH" or "CONTENT-TYPE" or "TRANSFER-ENCODING":
                    throw Wrong(api, nameof(Headers), "must not contain '" + header.Key + "', which the client sets itself");
                case "X-WEB-HOOK" when hasWebhook:
                    throw Wrong(api, nameof(Headers), "must not contain '" + header.Key + "': the client has a WebhookAddress");
            }

            if (!WireText.IsRequestHeader(header.Key))
                throw Wrong(api, nameof(Headers), "must not contain '" + header.Key + "', which is not the name of a header that a request has beside its body's");
            if (header.Value is null || header.Value.IndexOfAny(['\r', '\n']) >= 0)
                throw Wrong(api, nameof(Headers), "has no one-line value for '" + header.Key + "'");
            if (!WireText.IsHeaderValue(header.Value))
                throw Wrong(api, nameof(Headers), "['" + header.Key + "'] " + WireText.Ascii);
        }
    }

    private static ArgumentException Wrong(ApiDescriptor api, string option, string what)
        => new("API " + api.Name + ": " + nameof(ZStackCallOptions) + "." + option + " " + what + ".", option);
}
