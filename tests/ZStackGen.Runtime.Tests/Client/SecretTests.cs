using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public class SecretTests
{
    private const string Password = "Tr0ub4dor&3\"x=";

    public static TheoryData<string, ZStackCredential> Credentials => new()
    {
        { "account", ZStackCredential.Password("admin", Password) },
        { "ldap", ZStackCredential.Ldap("joe", Password) },
        { "session", ZStackCredential.Session("session-number-1") },
        { "key", ZStackCredential.AccessKey("the-key-id", Password) },
    };

    // A server that returns everything it received, in every kind of response.
    [Theory]
    [MemberData(nameof(Credentials), DisableDiscoveryEnumeration = true)]
    public async Task No_text_from_the_client_contains_a_secret(string kind, ZStackCredential credential)
    {
        Assert.NotEmpty(kind);
        var texts = new List<string> { credential.ToString()! };
        var used = new List<string> { Password };
        var server = new StubServer();
        Func<Request, HttpResponseMessage> answer = _ => StubServer.Json(200, "{}");
        server.AnswerAsync = (r, _) => Task.FromResult(r.Url.AbsolutePath.EndsWith("/ldap/login", StringComparison.Ordinal) ? StubServer.Session("session-number-1") : answer(r));
        await using var client = server.Client(o => { o.Credential = credential; o.LogOutOnDispose = false; o.MaxRetries = 0; });
        var ct = TestContext.Current.CancellationToken;
        string Echo(Request r) => System.Text.Json.JsonEncodedText.Encode(r.Authorization + " " + string.Join(" ", server.Requests.Select(q => q.Body)), System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
        foreach (Func<Request, HttpResponseMessage> next in new Func<Request, HttpResponseMessage>[]
        {
            r => StubServer.Error("SYS.1000", Echo(r)),
            r => StubServer.Text(400, Echo(r)),
            r => StubServer.Text(500, "<html>" + Echo(r)),
            r => StubServer.Json(200, "{\"inventory\":{\"memorySize\":\"x\"}}"),
            r => StubServer.Json(200, "[\"" + r.Authorization + "\"]"),
            r => StubServer.Json(200, "{\"inventory\":\"" + r.Authorization + "\"}"),
            r => StubServer.Json(200, "{\"inventory\":t" + r.Authorization!.Split(' ', ':')[^1] + "}"),
            r => { var a = StubServer.Text(403, "no"); a.ReasonPhrase = "refused " + r.Authorization; return a; },
            r => StubServer.Text(400, System.Net.WebUtility.UrlEncode(r.Authorization!) + " " + Uri.EscapeDataString(r.Authorization!) + " " + System.Text.Encodings.Web.HtmlEncoder.Default.Encode(r.Authorization!)),
            r => throw new HttpRequestException("no"),
            r => StubServer.Error("ID.1002", Echo(r).Replace("=", "\\u003d", StringComparison.Ordinal).Replace("&", "\\u0026", StringComparison.Ordinal)),
        })
        {
            answer = next;
            var action = new CreateZoneAction { Name = "z" };
            texts.Add(action.ToString());
            if (await Record.ExceptionAsync(() => client.CallAsync(action, ct)) is not { } thrown)
                continue;
            var e = Assert.IsAssignableFrom<ZStackException>(thrown);
            texts.Add(e.ToString());
            if (e is ZStackHttpException http)
                texts.Add(http.Body);
            if (e is ZStackApiException api)
            {
                texts.Add(api.Error.ToString());
                texts.Add(ZStackJson.ToJson(api.Error));
            }
        }

        foreach (var request in server.Requests)
            if (request.Body is { } body && body.Contains("\"password\":\"", StringComparison.Ordinal) && !body.Contains("Tr0ub", StringComparison.Ordinal))
                used.Add(body.Split("\"password\":\"")[1].Split('"')[0]);
        used.Add("session-number-1");
        used.Add("Tr0ub4dor");
        // Half of each signature is sufficient: encodings change only single characters.
        used.AddRange(server.Requests.Select(r => r.Authorization).Where(a => a?.StartsWith("ZStack ", StringComparison.Ordinal) == true)
            .SelectMany(a => a!.Split(':')[1].Split('+', '/', '=')).Where(part => part.Length > 5));
        Assert.True(texts.Count > 10);
        foreach (string secret in used)
            Assert.All(texts, t => Assert.DoesNotContain(secret, t, StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Signatures => new()
    {
        { "wrong accessKey signature 4+Xq/0lmO3yVZ1dRk8sJTa9bCfg=", "wrong accessKey signature ****************************" },
        { "key the-key-id:4+Xq/0lmO3yVZ1dRk8sJTa9bCfg=, sorry", "key the-key-id:****************************, sorry" },
        // As in JSON, in JSON within JSON, in a URL and in markup.
        { @"k:4+Xq\/0lmO3yVZ1dRk8sJTa9bCfg\u003d.", "k:" + new string('*', 34) + "." },
        { @"k:4\\u002bXq\\/0lmO3yVZ1dRk8sJTa9bCfg\\u003D\\n", "k:" + new string('*', 42) + @"\\n" },
        { "k%3A4%2BXq%2F0lmO3yVZ1dRk8sJTa9bCfg%3D%20", "k%3A" + new string('*', 34) + "%20" },
        { "k:4&#43;Xq&#x2F;0lmO3yVZ1dRk8sJTa9bCfg&#x3D;<", "k:" + new string('*', 42) + "<" },
        // Adjacent text does not prevent redaction.
        { "n4+Xq/0lmO3yVZ1dRk8sJTa9bCfg=", "n****************************" },
        // Names with values, other base 64 text and identifiers are not signatures.
        { "maxConcurrentRequestsPerHostg=5", "maxConcurrentRequestsPerHostg=5" },
        { "4+Xq/0lmO3yVZ1dRk8sJTa9bCfh=", "4+Xq/0lmO3yVZ1dRk8sJTa9bCfh=" },
        { "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYg==", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYg==" },
        { "Xq0lmO3yVZ1dRk8sJTa9bCfg=", "Xq0lmO3yVZ1dRk8sJTa9bCfg=" },
        { "3e5e142462c54736b1880b43d49edeba", "3e5e142462c54736b1880b43d49edeba" },
        { "=", "=" },
    };

    [Theory]
    [MemberData(nameof(Signatures))]
    public async Task Text_in_the_form_of_a_signature_is_redacted_and_nothing_else(string told, string shown)
    {
        var server = new StubServer { Answer = _ => StubServer.Text(400, told) };
        await using var client = server.Client(o => o.Credential = ZStackCredential.AccessKey("the-key-id", Password));
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken));
        Assert.Equal(shown, e.Body);
    }

    [Fact]
    public async Task Every_signature_is_redacted_even_that_of_an_earlier_request_in_a_job_error()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId)
            : server.Requests.Count < 100 ? StubServer.Json(202, "{}")
            : StubServer.Error("SYS.1006", server.Requests.First().Authorization + " and " + r.Authorization!.Split(':')[1].Replace("=", "\\\\u003d", StringComparison.Ordinal));
        await using var client = server.Client(o => o.Credential = ZStackCredential.AccessKey("the-key-id", Password));
        var e = await Assert.ThrowsAsync<ZStackApiException>(() => server.Pass(client.CallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken)));
        Assert.Equal("ZStack the-key-id:**************************** and " + new string('*', 34), e.Error.Details);
        Assert.True(server.Requests.Select(r => r.Authorization).Distinct().Count() > 10);
    }

    [Fact]
    public async Task A_session_set_on_an_action_is_redacted()
    {
        var server = new StubServer { Answer = r => StubServer.Error("ID.1001", "Session " + r.Authorization + " expired") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackSessionException>(() => client.CallAsync(new QueryVmInstanceAction { SessionId = "my-own-session" }, TestContext.Current.CancellationToken));
        Assert.Equal("Session OAuth ************** expired", e.Error.Details);
    }

    [Fact]
    public void Credentials_describe_their_purpose_in_ToString()
    {
        Assert.Equal("account 'admin'", ZStackCredential.Password("admin", "pass").ToString());
        Assert.Equal("user 'joe' of account 'acc'", ZStackCredential.User("acc", "joe", "pass").ToString());
        Assert.Equal("access key 'id'", ZStackCredential.AccessKey("id", "pass").ToString());
        Assert.Equal("a session", ZStackCredential.Session("pass").ToString());
    }
}
