using System;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>Sends requests to a simulator without our client code, to test the protocol itself.</summary>
internal sealed class RawClient(ZStackSimulator zstack) : IDisposable
{
    /// <summary>The SHA-512 of <c>password</c>.</summary>
    public const string PasswordHash = "b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86";

    private readonly HttpClient _http = zstack.CreateClient();

    public string? Session { get; set; }

    public async Task<RawClient> LogInAsync()
    {
        RawAnswer answer = await PutAsync("v1/accounts/login", $$$"""{"logInByAccount":{"accountName":"admin","password":"{{{PasswordHash}}}"}}""");
        Assert.Equal(200, answer.Status);
        Session = (string)answer.Json["inventory"]!["uuid"]!;
        return this;
    }

    public Task<RawAnswer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, headers);

    public Task<RawAnswer> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync("DELETE", path, null, headers);

    public Task<RawAnswer> PostAsync(string path, string? body, params (string Name, string Value)[] headers) => SendAsync("POST", path, body, headers);

    public Task<RawAnswer> PutAsync(string path, string? body, params (string Name, string Value)[] headers) => SendAsync("PUT", path, body, headers);

    /// <summary>Sends a call. If the response is a job, polls it until it has ended.</summary>
    public async Task<RawAnswer> RunAsync(string method, string path, string? body)
    {
        RawAnswer answer = await SendAsync(method, path, body);
        Assert.Equal(202, answer.Status);
        string location = (string)answer.Json["location"]!;
        RawAnswer polled = await GetAsync("v1/api-jobs/" + location[(location.LastIndexOf('/') + 1)..]);
        Assert.NotEqual(202, polled.Status);
        return polled;
    }

    public async Task<RawAnswer> SendAsync(string method, string path, string? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (Session is not null)
            request.Headers.TryAddWithoutValidation("Authorization", "OAuth " + Session);
        foreach ((string name, string value) in headers)
        {
            request.Headers.Remove(name);
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new RawAnswer((int)response.StatusCode, text, response.Content.Headers.ContentType?.ToString());
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>The status, body and content type of a response.</summary>
internal sealed record RawAnswer(int Status, string Text, string? ContentType)
{
    public JsonObject Json => Assert.IsType<JsonObject>(JsonNode.Parse(Text));

    public string ErrorCode => (string)Json["error"]!["code"]!;
}
