using System;
using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO;
using System.Linq;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Xunit;
using ZStack;

namespace ZStackGen.Hosting.Tests;

// Complete runs against a server that echoes everything it received, with all output captured: no text may contain a secret.
public sealed partial class SecretsTests : IDisposable
{
    // Letters that JSON, HTML, URLs and base64 encode differently.
    private const string Secret = "Tr0ub4dor&3 \"x=<ü>/+?%";
    private const string ProxySecret = "pr0xy-s3cret/+=";
    private const string WebhookToken = "h00k-t0ken-abcdef";

    private readonly ConcurrentQueue<string> _texts = new();
    private readonly CapturedLogs _logs = new();
    private readonly ActivityListener _spans;
    private readonly MeterListener _meters = new();

    public SecretsTests()
    {
        // All sources, including HttpClient's own, but not those of the server.
        _spans = new ActivityListener
        {
            ShouldListenTo = static s => !s.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a =>
            {
                _texts.Enqueue($"span {a.Source.Name} {a.DisplayName} {a.OperationName} {a.Status} {a.StatusDescription} {string.Join(' ', a.TagObjects)} {string.Join(' ', a.Baggage)}");
                foreach (ActivityEvent e in a.Events)
                    _texts.Enqueue($"span event {e.Name} {string.Join(' ', e.Tags)}");
            },
        };
        ActivitySource.AddActivityListener(_spans);
        _meters.InstrumentPublished = static (instrument, listener) =>
        {
            if (!instrument.Meter.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((i, _, tags, _) => _texts.Enqueue($"metric {i.Name} {string.Join(' ', tags.ToArray())}"));
        _meters.SetMeasurementEventCallback<long>((i, _, tags, _) => _texts.Enqueue($"metric {i.Name} {string.Join(' ', tags.ToArray())}"));
        _meters.Start();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _spans.Dispose();
        _meters.Dispose();
        _logs.Dispose();
    }

    public static TheoryData<string, bool, string> Runs => new()
    {
        { "AccountName=admin", true, Sha512(Secret) },
        { "AccountName=admin", false, Sha512(Secret) },
        { "AccountName=acc;UserName=joe", true, Sha512(Secret) },
        { "AccountName=acc;UserName=joe", false, Sha512(Secret) },
        { "LoginType=account;UserName=joe", true, Sha512(Secret) },
        { "LoginType=iam2;UserName=joe", true, "Tr0ub4dor" },
        { "LoginType=iam2;UserName=joe", false, "Tr0ub4dor" },
        { "LdapUid=joe", true, "Tr0ub4dor" },
        { "LdapUid=joe", false, "Tr0ub4dor" },
        { "AccessKeyId=the-key-id", true, "ZStack the-key-id:" },
        { "SessionUuid", true, "OAuth 5e5510" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task No_text_of_a_complete_run_contains_a_secret(string login, bool accepted, string sent)
    {
        await using EchoServer server = await EchoServer.StartAsync(Stop);
        server.AcceptsLogins = accepted;
        await RunAsync(server, Services(login, server.Address));

        Assert.Contains(sent, server.Received, StringComparison.Ordinal);
        Assert.Contains(WebhookToken, accepted ? server.Received : WebhookToken, StringComparison.Ordinal);
        var secrets = new List<string> { Secret, "Tr0ub4dor", WebhookToken };
        secrets.AddRange(Sessions().Matches(server.Received).Select(m => m.Value));
        secrets.AddRange(Signatures().Matches(server.Received).Select(m => m.Value));
        AssertNone(secrets, accepted ? 40 : 20, accepted ? "body" : "error");
    }

    [Fact]
    public async Task No_text_of_a_run_through_a_proxy_contains_its_password()
    {
        await using EchoServer proxy = await EchoServer.StartAsync(Stop);
        proxy.IsProxy = true;
        await RunAsync(proxy, Services("AccountName=admin", "http://mn.example:8080", proxy.Address));

        string basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("joe:" + ProxySecret));
        Assert.Contains("Basic " + basic, proxy.Received, StringComparison.Ordinal);
        AssertNone([Secret, "Tr0ub4dor", ProxySecret, basic], 20, "body");
    }

    private static string Sha512(string text) => Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Forms(string secret)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(secret);
        return
        [
            secret,
            Sha512(secret),
            Sha512(secret).ToUpperInvariant(),
            Convert.ToBase64String(bytes),
            Uri.EscapeDataString(secret),
            WebUtility.UrlEncode(secret),
            WebUtility.HtmlEncode(secret),
            System.Text.Json.JsonEncodedText.Encode(secret).ToString(),
        ];
    }

    private ServiceProvider Services(string login, string address, string? proxy = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs));
        services.AddZStack(o =>
        {
            o.BaseAddress = address;
            o.Credential = login.Split(';', '=') switch
            {
                ["AccountName", var account] => ZStackCredential.Password(account, Secret),
                ["AccountName", var account, "UserName", var user] => ZStackCredential.User(account, user, Secret),
                ["LoginType", var type, "UserName", var user] => ZStackCredential.Login(type, user, Secret),
                ["LdapUid", var uid] => ZStackCredential.Ldap(uid, Secret),
                ["AccessKeyId", var id] => ZStackCredential.AccessKey(id, Secret),
                _ => ZStackCredential.Session("5e5510" + new string('0', 26)),
            };
            o.ServerTimeZone = TimeZoneInfo.Utc;
            o.PollInterval = TimeSpan.FromMilliseconds(1);
            o.MaxPollOutage = TimeSpan.Zero;
            o.WebhookAddress = "http://app.example/hook?token=" + WebhookToken;
            o.WebhookPollInterval = TimeSpan.FromMilliseconds(50);
            if (proxy is not null)
            {
                o.Proxy = new WebProxy(proxy) { Credentials = new NetworkCredential("joe", ProxySecret) };
                // The proxy refuses every login, and the delays of the retries would take most of the run.
                o.MaxRetries = 0;
            }

            _texts.Enqueue("options " + o + " " + o.Credential);
        });
        services.AddHealthChecks().AddZStack();
        return services.BuildServiceProvider();
    }

    private async Task RunAsync(EchoServer server, ServiceProvider provider)
    {
        await using (provider)
        {
            ZStackClient client = provider.GetRequiredService<ZStackClient>();
            _texts.Enqueue("client " + client);
            await TakeAsync(() => client.LogInAsync(Stop));
            foreach (string kind in new[] { "fine", "json", "escaped", "html", "encoded", "tomcat", "url", "text", "broken", "abort", "job", "lost" })
            {
                foreach (string method in new[] { "GET", "POST", "DELETE" })
                {
                    var traits = ApiTraits.RequiresSession | (kind == "job" ? ApiTraits.Asynchronous : 0);
                    var action = new ZStackRawAction("Echo", method, "/v1/" + kind, traits: traits) { Parameters = { ["name"] = "n" } };
                    _texts.Enqueue("action " + action);
                    await TakeAsync(async () => _texts.Enqueue("result " + await client.TryCallAsync(action, Stop)));
                    await TakeAsync(() => client.CallAsync(action, Stop));
                }
            }

            var job = client.ResumeJob<ZStackRawResult>(Guid.NewGuid().ToString("N"));
            _texts.Enqueue("job " + job);
            await TakeAsync(() => job.WaitAsync(Stop));
            await TakeAsync(async () => _texts.Enqueue("state " + await job.GetStateAsync(Stop)));
            var header = new ZStackCallOptions { Headers = new Dictionary<string, string> { ["Authorization"] = "Basic " + Secret } };
            _texts.Enqueue("call options " + header);
            await Assert.ThrowsAsync<ArgumentException>(() => TakeAsync(() => client.CallAsync(new ZStackRawAction("Echo", "GET", "/v1/fine"), header, Stop), rethrow: true));
            using (var stop = new CancellationTokenSource())
            {
                await stop.CancelAsync();
                await TakeAsync(() => client.CallAsync(new ZStackRawAction("Echo", "GET", "/v1/fine"), stop.Token));
            }

            ZStackWebhookReceiver receiver = provider.GetRequiredService<ZStackWebhookReceiver>();
            using var body = new MemoryStream(Encoding.UTF8.GetBytes(server.Received));
            _texts.Enqueue("callback " + await receiver.ReceiveAsync(name => name == "X-Job-UUID" ? job.Id : Secret, body, Stop));
            HealthReport health = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Stop);
            foreach (HealthReportEntry entry in health.Entries.Values)
                _texts.Enqueue($"health {entry.Description} {entry.Exception} {string.Join(' ', entry.Data)}");
        }

        await TakeAsync(() => provider.GetRequiredService<ZStackClient>().LogInAsync(Stop));
    }

    private async Task TakeAsync(Func<Task> act, bool rethrow = false)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (!rethrow || Add(e))
        {
            Add(e);
        }
    }

    // False, so that a filter lets the exception through.
    private bool Add(Exception exception)
    {
        _texts.Enqueue("exception " + exception);
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            foreach (DictionaryEntry entry in e.Data)
                _texts.Enqueue($"data {entry.Key}={entry.Value}");
            if (e is ZStackHttpException http)
                _texts.Enqueue("body " + http.Body);
            if (e is ZStackApiException api)
                _texts.Enqueue("error " + api.Error + " " + ZStackJson.ToJson(api.Error));
        }

        return false;
    }

    private void AssertNone(IEnumerable<string> secrets, int least, string last)
    {
        _meters.RecordObservableInstruments();
        string[] texts = [.. _texts, .. _logs.Entries.Select(e => "log " + e)];
        // All kinds of text occur. Otherwise the test would prove nothing.
        foreach (string kind in new[] { "exception", "span ZStack", "metric http.client.request.duration", "log ZStack.Client", "health", "action", last })
            Assert.Contains(texts, t => t.StartsWith(kind, StringComparison.Ordinal));
        Assert.True(texts.Count(t => t.StartsWith("exception", StringComparison.Ordinal)) >= least, "Too little has failed.");
        string all = string.Join('\n', texts);
        foreach (string form in secrets.Distinct().SelectMany(Forms).Distinct())
        {
            int at = all.IndexOf(form, StringComparison.Ordinal);
            Assert.True(at < 0, at < 0 ? null : "'" + form + "' in: " + all[Math.Max(0, at - 300)..Math.Min(all.Length, at + 100)]);
        }
    }

    [GeneratedRegex("5e5510[0-9]{26}")]
    private static partial Regex Sessions();

    [GeneratedRegex("(?<=ZStack the-key-id:)[^\\s]+")]
    private static partial Regex Signatures();
}
