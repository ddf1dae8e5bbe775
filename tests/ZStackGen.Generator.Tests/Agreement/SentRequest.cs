using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ZStackGen.Generator.Tests.Agreement;

/// <summary>A parsed request: each argument by its name.</summary>
internal sealed class SentRequest
{
    private const string Context = "/zstack";

    private SentRequest(string method) => Method = method;

    public string Method { get; }

    public string Wrapper { get; private set; } = "";

    public Dictionary<string, string> Arguments { get; } = new(StringComparer.Ordinal);

    public static SentRequest Of(HttpRequestMessage request, string? body, string pathTemplate)
    {
        var sent = new SentRequest(request.Method.Method);
        string[] url = request.RequestUri!.AbsoluteUri.Split('?', 2);
        sent.ReadPath(new Uri(url[0]).AbsolutePath, pathTemplate);
        if (url.Length > 1)
            sent.ReadQuery(url[1]);
        if (body is not null)
            sent.ReadBody(body);
        return sent;
    }

    /// <summary>Returns the names whose values differ in the other request.</summary>
    public IEnumerable<string> DifferencesTo(SentRequest other) => Arguments.Keys.Union(other.Arguments.Keys)
        .Where(name => Arguments.GetValueOrDefault(name) != other.Arguments.GetValueOrDefault(name));

    private void ReadPath(string path, string template)
    {
        string[] sent = path.Split('/');
        string[] expected = (Context + template).Split('/');
        if (sent.Length != expected.Length)
            throw new InvalidOperationException($"The path {path} is not of the form {template}.");
        for (int i = 0; i < sent.Length; i++)
        {
            if (expected[i].StartsWith('{') && expected[i].EndsWith('}'))
                Arguments.Add(expected[i][1..^1], Uri.UnescapeDataString(sent[i]));
            else if (sent[i] != expected[i])
                throw new InvalidOperationException($"The path {path} is not of the form {template}.");
        }
    }

    private void ReadQuery(string query)
    {
        foreach (string pair in query.Split('&'))
        {
            string[] sides = pair.Split('=', 2);
            // A map is sent as name.key=value.
            string name = Uri.UnescapeDataString(sides[0]).Split('.', 2)[0];
            Arguments[name] = Arguments.GetValueOrDefault(name) + "&" + pair;
        }
    }

    private void ReadBody(string body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        foreach (JsonProperty member in document.RootElement.EnumerateObject())
        {
            if (Wrapper.Length > 0)
            {
                Arguments.Add(member.Name, member.Value.GetRawText());
                continue;
            }

            Wrapper = member.Name;
            foreach (JsonProperty argument in member.Value.EnumerateObject())
                Arguments.Add(argument.Name, argument.Value.GetRawText());
        }
    }

    /// <summary>Records the last request and returns an empty response.</summary>
    internal sealed class Recorder : HttpMessageHandler
    {
        private HttpRequestMessage? _request;
        private string? _body;

        public SentRequest Take(string pathTemplate)
        {
            HttpRequestMessage request = _request ?? throw new InvalidOperationException("Nothing was sent.");
            _request = null;
            return Of(request, _body, pathTemplate);
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _request = request;
            _body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("{\"inventories\":[],\"total\":0}", Encoding.UTF8, "application/json") };
        }
    }
}
