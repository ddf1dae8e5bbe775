using System;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;

namespace ZStack;

// Creates the HTTP message of a request.
internal static class RequestMessage
{
    public static GuardedRequest Create(in ExchangeRequest request, RequestContent? content, ZStackClientOptions client, bool propagatesSpan)
    {
        UriText url = request.Buffers.Url;
        string server = request.Server.Base;
#if NET8_0_OR_GREATER
        var uri = new Uri(string.Concat(server, url.Written));
#else
        var uri = new Uri(server + url.ToString());
#endif
        var message = new GuardedRequest(request.Method, uri, request.Server) { Content = content };
        content?.Attach(message);
        System.Net.Http.Headers.HttpRequestHeaders headers = message.Headers;
        headers.TryAddWithoutValidation("User-Agent", client.UserAgent);
        request.Ticket?.Apply(headers, request.Method, url, request.Node);
        if (propagatesSpan && Activity.Current is { } activity)
            DistributedContextPropagator.Current.Inject(activity, headers, static (carrier, key, value) => ((HttpRequestHeaders)carrier!).TryAddWithoutValidation(key, value));
        if (request.SentJobId is { } jobId)
            headers.TryAddWithoutValidation("X-Job-UUID", jobId);
        if (request.Webhook)
            headers.TryAddWithoutValidation("X-Web-Hook", client.WebhookAddress);
        if (request.Schema)
            headers.TryAddWithoutValidation("X-JSON-Schema", "true");
        if (request.Options is not { } options)
            return message;
        if (options.Timeout is { } timeout && !request.Api.IsQuery)
            headers.TryAddWithoutValidation("X-API-Timeout", ((long)Math.Ceiling(timeout.TotalSeconds)).ToString(CultureInfo.InvariantCulture));
        if (options.ClientIp is { } ip)
            headers.TryAddWithoutValidation("X-Forwarded-For", ip);
        if (options.Headers is { } more)
        {
            foreach (System.Collections.Generic.KeyValuePair<string, string> header in more)
                headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return message;
    }
}
