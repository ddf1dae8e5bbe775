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

    // A server that gives back all it was sent, in every kind of answer.
    [Theory]
    [MemberData(nameof(Credentials), DisableDiscoveryEnumeration = true)]
    public async Task No_text_that_comes_out_of_the_client_has_a_secret_in_it(string kind, ZStackCredential credential)
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
            r => throw new HttpRequestException("no"),
            r => StubServer.Error("ID.1002", Echo(r).Replace("=", "\\u003d", StringComparison.Ordinal).Replace("&", "\\u0026", StringComparison.Ordinal)),
        })
        {
            answer = next;
            var action = new CreateZoneAction { Name = "z" };
            texts.Add(action.ToString());
            var e = await Assert.ThrowsAnyAsync<ZStackException>(() => client.CallAsync(action, ct));
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
        Assert.True(texts.Count > 10);
        foreach (string secret in used)
            Assert.All(texts, t => Assert.DoesNotContain(secret, t, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_given_to_an_action_is_blotted_out_too()
    {
        var server = new StubServer { Answer = r => StubServer.Error("ID.1001", "Session " + r.Authorization + " expired") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackSessionException>(() => client.CallAsync(new QueryVmInstanceAction { SessionId = "my-own-session" }, TestContext.Current.CancellationToken));
        Assert.Equal("Session OAuth ************** expired", e.Error.Details);
    }

    [Fact]
    public void Credentials_say_what_they_are_for()
    {
        Assert.Equal("account 'admin'", ZStackCredential.Password("admin", "pass").ToString());
        Assert.Equal("user 'joe' of account 'acc'", ZStackCredential.User("acc", "joe", "pass").ToString());
        Assert.Equal("access key 'id'", ZStackCredential.AccessKey("id", "pass").ToString());
        Assert.Equal("a session", ZStackCredential.Session("pass").ToString());
    }
}
