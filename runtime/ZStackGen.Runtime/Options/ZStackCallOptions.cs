using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>Options of a single call.</summary>
public sealed class ZStackCallOptions
{
    /// <summary>
    /// Gets or sets the time that the server may spend on the call (<c>X-API-Timeout</c>), rounded up to whole seconds; at least 1 second. The default
    /// is null: the server's own timeout of the API applies. Queries ignore it.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Gets or sets the id of the job: 32 letters and digits, unique. The default is null: the client creates an id. Not allowed for GET APIs.</summary>
    public string? JobId { get; set; }

    /// <summary>Gets or sets the IP address on whose behalf the call is made, for the server's audit (<c>X-Forwarded-For</c>). The default is null.</summary>
    public string? ClientIp { get; set; }

    /// <summary>
    /// Gets or sets additional headers of printable ASCII characters. <c>Authorization</c>, headers that the client sets and content headers are
    /// refused. The default is null.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; set; }

    // Whether the server validates the call without executing it.
    internal bool DryRun { get; init; }

    internal void Validate(ApiDescriptor api, bool hasWebhook)
    {
        if (Timeout is { } timeout && (timeout < TimeSpan.FromSeconds(1) || timeout.TotalSeconds > int.MaxValue))
            throw Wrong(api, nameof(Timeout), "must be at least 1 second");
        if (JobId is { } id)
        {
            // Only the length is checked by the server (PROTOCOL.md §3.1); the rest keeps the id usable in a URL.
            if (id.Length != 32 || !WireText.IsId(id))
                throw Wrong(api, nameof(JobId), "must be 32 letters and digits, such as Guid.NewGuid().ToString(\"N\")");
            if (api.Method == "GET")
                throw Wrong(api, nameof(JobId), "is not supported for a GET API");
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
                throw Wrong(api, nameof(Headers), "must not contain '" + header.Key + "', which is not a valid request header name");
            if (header.Value is null || header.Value.IndexOfAny(['\r', '\n']) >= 0)
                throw Wrong(api, nameof(Headers), "must contain a value without line breaks for '" + header.Key + "'");
            if (!WireText.IsHeaderValue(header.Value))
                throw Wrong(api, nameof(Headers), "['" + header.Key + "'] " + WireText.Ascii);
        }
    }

    private static ArgumentException Wrong(ApiDescriptor api, string option, string problem)
        => new("API " + api.Name + ": " + nameof(ZStackCallOptions) + "." + option + " " + problem + ".", option);
}
