using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ZStackGen.Benchmarks.Runtime;

// Returns responses from memory, immediately.
internal sealed class Canned(byte[][] answers) : HttpMessageHandler
{
    private int _turn;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
            await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        return new HttpResponseMessage { Content = new ByteArrayContent(answers[++_turn % answers.Length]), RequestMessage = request };
    }
}

// Always returns the same response and records the request.
internal sealed class Recording(byte[] answer) : HttpMessageHandler
{
    public string Asked { get; private set; } = "";

    public byte[] Body { get; private set; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // The client sends its own User-Agent, which the others do not.
        IEnumerable<string> headers = request.Headers
            .Where(static h => h.Key != "User-Agent")
            .Select(static h => h.Key == "X-Job-UUID" ? h.Key : h.Key + ": " + string.Join(", ", h.Value))
            .Order(StringComparer.Ordinal);
        Asked = request.Method + " " + Uri.UnescapeDataString(request.RequestUri!.AbsoluteUri) + "\n" + string.Join("\n", headers);
        Body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false) : [];
        return new HttpResponseMessage { Content = new ByteArrayContent(answer), RequestMessage = request };
    }
}
