using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using CsCheck;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

/// <summary>No text from the client contains a secret that a call sends, however the secret is encoded.</summary>
public class RedactionTests
{
    // The encodings that a server, a proxy or a web page may use for a text.
    private static readonly Func<string, string>[] s_forms =
    [
        static s => s,
        static s => Quoted(JsonSerializer.Serialize(s)),
        static s => string.Concat(s.Select(static c => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture))),
        static s => string.Concat(s.Select(static c => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture))),
        static s => Quoted(JsonSerializer.Serialize(Quoted(JsonSerializer.Serialize(s)))),
        Uri.EscapeDataString,
        static s => Uri.EscapeDataString(Uri.EscapeDataString(s)),
        static s => System.Net.WebUtility.UrlEncode(s),
        static s => string.Concat(Encoding.UTF8.GetBytes(s).Select(static b => "%" + b.ToString("x2", CultureInfo.InvariantCulture))),
        static s => System.Net.WebUtility.HtmlEncode(s),
        static s => string.Concat(s.Select(static c => "&#" + ((int)c).ToString(CultureInfo.InvariantCulture) + ";")),
        static s => Convert.ToBase64String(Encoding.UTF8.GetBytes(s)),
        static s => Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + s)),
        static s => Convert.ToBase64String(Encoding.UTF8.GetBytes("a:" + s + "@host")).Replace('+', '-').Replace('/', '_').TrimEnd('='),
        static s => s.ToUpperInvariant(),
        static s => s.ToLowerInvariant(),
        static s => s.Replace("/", "\\/", StringComparison.Ordinal),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_secret_parameter_is_redacted_in_every_form()
    {
        Gen<string> secrets = Gen.Char["abcXYZ019 \"\\/%&<>='+:;,.#$!äÖß你-_"].Array[6, 16].Select(static c => "K7q" + new string(c) + "w9Z");
        Gen.Select(secrets, Gen.Int[0, s_forms.Length - 1], Gen.Int[0, 3]).Sample(
            (secret, form, way) => Check(secret, s_forms[form](secret), way).GetAwaiter().GetResult(),
            iter: 300,
            threads: 1);
    }

    [Fact]
    public async Task Every_form_is_redacted()
    {
        foreach (Func<string, string> form in s_forms)
            for (int way = 0; way < 4; way++)
                await Check("Corr3ct \"Horse\"/+&ä", form("Corr3ct \"Horse\"/+&ä"), way);
    }

    [Fact]
    public async Task A_secret_in_the_host_of_a_redirect_is_redacted()
    {
        var server = new StubServer
        {
            Answer = static r =>
            {
                HttpResponseMessage response = StubServer.Text(302, "moved");
                response.Headers.Location = new Uri("https://k7qhunter2hunter2.evil.example/");
                return response;
            },
        };
        await using var client = server.Client(o => o.MaxRetries = 0);
        var e = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(Raw("K7qHunter2Hunter2"), Stop));
        Assert.DoesNotContain("hunter2", e.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("redirect to https://", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handlers_exception_that_quotes_the_request_is_redacted()
    {
        var server = new StubServer { Answer = static r => throw new HttpRequestException("cannot send " + r.Body, new InvalidOperationException(r.Body + " " + r.Authorization)) };
        await using var client = server.Client(o => o.MaxRetries = 0);
        var e = await Assert.ThrowsAsync<ZStackTransportException>(() => client.CallAsync(Raw("K7qHunter2Hunter2"), Stop));
        Assert.DoesNotContain("Hunter2", e.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("session-number", e.ToString(), StringComparison.Ordinal);
    }

    // The job reports the call long after the request is gone.
    [Fact]
    public async Task A_jobs_error_that_quotes_its_call_is_redacted()
    {
        var server = new StubServer();
        server.Answer = r => r.Method == "GET" ? StubServer.Error("SYS.1006", "bad password K7QHUNTER2hunter2") : StubServer.Accepted(r.JobId);
        await using var client = server.Client();
        var e = await Assert.ThrowsAsync<ZStackApiException>(() => server.Pass(client.CallAsync(Raw("K7qHunter2Hunter2", ApiTraits.Asynchronous | ApiTraits.RequiresSession), Stop)));
        Assert.Equal("bad password *****************", e.Error.Details);
    }

    [Theory]
    [InlineData("AddKVMHost", "psk", "K7qHunter2", true)]
    [InlineData("CreateIPsecConnection", "authKey", "K7qHunter2", true)]
    [InlineData("CreateIPsecConnection", "ikePsk", "K7qHunter2", true)]
    [InlineData("CreateIPsecConnection", "preSharedKey", "K7qHunter2", true)]
    [InlineData("AddSftpBackupStorage", "sshPrivKey", "K7qHunter2", true)]
    [InlineData("AddCertificate", "PrivateKey", "K7qHunter2", true)]
    [InlineData("AddHybridKeySecret", "key", "K7qHunter2", true)]
    [InlineData("UpdateGlobalConfig", "key", "K7qHunter2", false)]
    [InlineData("CreateSshKeyPair", "publicKey", "K7qHunter2", false)]
    [InlineData("AttachSshKeyPair", "sshKeyPairUuid", "K7qHunter2", false)]
    [InlineData("SearchX", "keyword", "K7qHunter2", false)]
    [InlineData("SearchX", "hotkey", "K7qHunter2", false)]
    [InlineData("SearchX", "pskind", "K7qHunter2", false)]
    public async Task The_name_of_a_parameter_decides_whether_it_is_a_secret(string api, string name, string value, bool isSecret)
    {
        var server = new StubServer { Answer = static _ => StubServer.Error("SYS.1007", "wrong value [K7qHunter2]") };
        await using var client = server.Client();
        var action = new ZStackRawAction(api, "POST", "/v1/x") { Parameters = { [name] = value } };
        var e = await Assert.ThrowsAnyAsync<ZStackApiException>(() => client.CallAsync(action, Stop));
        Assert.Equal(isSecret ? "wrong value [**********]" : "wrong value [K7qHunter2]", e.Error.Details);
    }

    [Theory]
    [InlineData("root:K7qHunter2@10.0.0.5/?monPort=7777", "K7qHunter2")]
    [InlineData("root:K7q@Hunter/2@10.0.0.5", "K7q@Hunter/2")]
    [InlineData("root:K7q,Hunter2@10.0.0.5,root:0ther@10.0.0.6", "K7q,Hunter2", "0ther")]
    [InlineData("https://joe:K7qHunter2@images.example/a.qcow2", "K7qHunter2")]
    [InlineData("see ftp://joe:K7qHunter2@files.example for it", "K7qHunter2")]
    [InlineData("https://K7qHunter2@images.example/a.qcow2", "K7qHunter2")]
    public async Task A_password_in_an_address_is_redacted(string address, params string[] secrets)
    {
        string quoted = string.Join(" and ", secrets);
        var server = new StubServer { Answer = _ => StubServer.Error("SYS.1006", "cannot log in with " + quoted + " to images.example or 10.0.0.5") };
        await using var client = server.Client();
        foreach (ZStackRawAction action in new[]
        {
            new ZStackRawAction("AddX", "POST", "/v1/x") { Parameters = { ["monUrls"] = new[] { address } } },
            new ZStackRawAction("DeleteX", "DELETE", "/v1/x") { Parameters = { ["url"] = address } },
        })
        {
            var e = await Assert.ThrowsAnyAsync<ZStackApiException>(() => client.CallAsync(action, Stop));
            Assert.Equal("cannot log in with " + string.Join(" and ", secrets.Select(static s => new string('*', s.Length))) + " to images.example or 10.0.0.5", e.Error.Details);
        }
    }

    [Theory]
    [InlineData("mail joe@images.example")]
    [InlineData("http://images.example:8080/a.qcow2")]
    public async Task An_address_without_a_password_is_not_redacted(string address)
    {
        var server = new StubServer { Answer = _ => StubServer.Error("SYS.1006", "cannot read " + address) };
        await using var client = server.Client();
        var action = new ZStackRawAction("AddX", "POST", "/v1/x") { Parameters = { ["url"] = address } };
        var e = await Assert.ThrowsAnyAsync<ZStackApiException>(() => client.CallAsync(action, Stop));
        Assert.Equal("cannot read " + address, e.Error.Details);
    }

    [Fact]
    public async Task The_values_of_custom_headers_are_redacted_in_calls_and_their_jobs()
    {
        var options = new ZStackCallOptions { Headers = new Dictionary<string, string> { ["X-Gateway"] = "Bearer K7qHunter2", ["X-Trace"] = "on" } };
        var server = new StubServer();
        server.Answer = static r => StubServer.Text(400, r.Headers["X-Gateway"] + " K7qHunter2 on");
        await using var client = server.Client();
        var refused = await Assert.ThrowsAsync<ZStackHttpException>(() => client.CallAsync(Raw("secret"), options, Stop));
        Assert.Equal("***************** ********** on", refused.Body);

        server.Answer = static r => r.Method == "GET" ? StubServer.Error("SYS.1006", "sent K7qHunter2") : StubServer.Accepted(r.JobId);
        var failed = await Assert.ThrowsAsync<ZStackApiException>(() => server.Pass(client.CallAsync(Raw("secret", ApiTraits.Asynchronous | ApiTraits.RequiresSession), options, Stop)));
        Assert.Equal("sent **********", failed.Error.Details);
    }

    [Fact]
    public async Task A_short_secret_is_redacted_as_a_separate_word_only()
    {
        var server = new StubServer { Answer = static r => StubServer.Error("SYS.1007", "is: ab, cab") };
        await using var client = server.Client();
        var e = await Assert.ThrowsAnyAsync<ZStackApiException>(() => client.CallAsync(Raw("ab"), Stop));
        Assert.Equal("is: **, cab", e.Error.Details);
    }

    // In the wrapper, nested, in a tag, in the query: every location of a secret.
    private static async Task Check(string secret, string quoted, int way)
    {
        ZStackRawAction action = way switch
        {
            0 => Raw(secret),
            1 => new ZStackRawAction("ChangeX", "POST", "/v1/x") { Parameters = { ["client"] = new Dictionary<string, string> { ["sshPassword"] = secret } } },
            2 => new ZStackRawAction("DeleteX", "DELETE", "/v1/x") { Parameters = { ["secretText"] = secret } },
            _ => new ZStackRawAction("ChangeX", "POST", "/v1/x") { Parameters = { ["jobData"] = JsonSerializer.Serialize(new Dictionary<string, string> { ["password"] = secret }) } },
        };
        foreach (string text in new[] { "it said '" + quoted + "' and no more", quoted })
        {
            var server = new StubServer { Answer = r => StubServer.Text(400, text) };
            await using var client = server.Client(static o => o.MaxRetries = 0);
            var e = await Assert.ThrowsAnyAsync<ZStackException>(() => client.CallAsync(action, Stop));
            string plain = Excerpt(quoted);
            Assert.False(e.ToString().Contains(plain, StringComparison.OrdinalIgnoreCase), "'" + secret + "' as '" + quoted + "' in: " + e);
        }
    }

    // An exception shows a text on a single line.
    private static string Excerpt(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Quoted(string json) => json[1..^1];

    private static ZStackRawAction Raw(string secret, ApiTraits traits = ApiTraits.RequiresSession)
        => new("ChangeAccountPassword", "PUT", "/v1/accounts/actions", traits: traits) { Parameters = { ["password"] = secret } };
}
