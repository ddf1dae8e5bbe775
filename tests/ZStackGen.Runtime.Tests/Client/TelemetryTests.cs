using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public class TelemetryTests
{
    [Fact]
    public async Task A_call_has_a_span_with_a_child_per_exchange_and_no_secret()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "ZStack",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a =>
            {
                if (a.GetTagItem("server.address") as string == "spans.example")
                    spans.Enqueue(a);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var server = new StubServer();
        int polls = 0;
        server.Answer = r => r.Method == "POST" ? StubServer.Accepted(r.JobId) : ++polls < 2 ? StubServer.Json(202, "{}") : StubServer.Error("SYS.1007");
        await using (var client = server.Client(o => { o.BaseAddress = "http://spans.example:81"; o.LogOutOnDispose = false; }))
            await server.Pass(client.TryCallAsync(new CreateZoneAction { Name = "a-private-name" }, TestContext.Current.CancellationToken));

        Assert.Equal(
            ["PUT /v1/accounts/login", "POST /v1/zones", "GET /v1/api-jobs/{uuid}", "GET /v1/api-jobs/{uuid}", "CreateZone"],
            spans.Select(s => s.DisplayName));
        var call = spans.Last();
        Assert.Equal(typeof(ZStackClient).Assembly.GetName().Version!.ToString(3), call.Source.Version);
        Assert.All(spans.Where(s => s != call), s => Assert.Equal(ActivityKind.Client, s.Kind));
        Assert.All(spans.Skip(1).Take(3), s => Assert.Equal(call.SpanId, s.ParentSpanId));
        Assert.Equal([200, 202, 202, 503, null], spans.Select(s => (int?)s.GetTagItem("http.response.status_code")));
        Assert.Equal("SYS.1007", call.GetTagItem("error.type"));
        Assert.Equal(ActivityStatusCode.Error, call.Status);
        Assert.Equal(server.Calls.First().JobId, call.GetTagItem("zstack.job.id"));
        Assert.Equal(81, call.GetTagItem("server.port"));
        Assert.Equal("/v1/zones", call.GetTagItem("url.template"));
        string all = string.Join("\n", spans.SelectMany(s => s.TagObjects.Select(t => t.Key + "=" + t.Value).Append(s.DisplayName).Append(s.StatusDescription)));
        foreach (string secret in new[] { "a-private-name", "session-number-1", "s3cret", "OAuth", server.Requests.First().Body!.Split('"')[9] })
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Durations_and_retries_are_measured_by_path_template()
    {
        var seen = new ConcurrentQueue<(string Name, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "ZStack")
                    l.EnableMeasurementEvents(instrument);
            },
        };
        void Take(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => seen.Enqueue((instrument.Name, string.Join(" ", tags.ToArray().Select(t => t.Key + "=" + t.Value))));
        listener.SetMeasurementEventCallback<double>((i, _, tags, _) => Take(i, tags));
        listener.SetMeasurementEventCallback<long>((i, _, tags, _) => Take(i, tags));
        listener.Start();

        var server = new StubServer();
        int calls = 0;
        server.Answer = r => ++calls == 1 ? throw new System.Net.Http.HttpRequestException("reset") : StubServer.Json(200, "{}");
        await using (var client = server.Client(o => { o.BaseAddress = "http://meter.example"; o.Credential = ZStackCredential.Session("some-session"); }))
            await server.Pass(client.CallAsync(new MeteredAction(), TestContext.Current.CancellationToken));
        Assert.Contains(("zstack.client.request.duration", "http.request.method=GET url.template=/v1/metered server.address=meter.example server.port=80 http.response.status_code=200"), seen);
        Assert.Contains(("zstack.client.request.duration", "http.request.method=GET url.template=/v1/metered server.address=meter.example server.port=80 error.type=ZStack.ZStackTransportException"), seen);
        Assert.Contains(("zstack.client.request.retries", "zstack.api=Metered"), seen);
        Assert.Contains(("zstack.client.call.duration", "zstack.api=Metered"), seen);
    }

    // The attributes and their types that OpenTelemetry's conventions for HTTP clients require on spans and measurements.
    [Fact]
    public async Task Spans_and_measurements_follow_the_conventions_for_http_clients()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "ZStack",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a =>
            {
                if (a.GetTagItem("server.address") as string == "conventions.example")
                    spans.Enqueue(a);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var measured = new ConcurrentQueue<(Instrument Instrument, double Value, Dictionary<string, object?> Tags)>();
        using var meter = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == "ZStack")
                    l.EnableMeasurementEvents(instrument);
            },
        };
        meter.SetMeasurementEventCallback<double>((i, value, tags, _) =>
        {
            var named = tags.ToArray().ToDictionary(t => t.Key, t => t.Value);
            if (named.GetValueOrDefault("server.address") as string == "conventions.example")
                measured.Enqueue((i, value, named));
        });
        meter.Start();

        var server = new StubServer();
        int sent = 0;
        server.Answer = r => ++sent switch
        {
            1 => throw new System.Net.Http.HttpRequestException("reset"),
            2 => StubServer.Text(502, "<html>"),
            3 => StubServer.Accepted(r.JobId),
            4 => StubServer.Error("SYS.1007"),
            _ => StubServer.Json(200, "{}"),
        };
        await using (var client = server.Client(o => { o.BaseAddress = "https://conventions.example"; o.Credential = ZStackCredential.Session("some-session"); }))
            await server.Pass(client.TryCallAsync(new CreateZoneAction { Name = "z" }, TestContext.Current.CancellationToken));

        Activity[] requests = [.. spans.Where(s => s.Kind == ActivityKind.Client)];
        Assert.Equal([null, 502, 202, 503], requests.Select(s => s.GetTagItem("http.response.status_code")));
        Assert.Equal(["ZStack.ZStackTransportException", "502", null, "503"], requests.Select(s => s.GetTagItem("error.type")));
        Assert.Equal([ActivityStatusCode.Error, ActivityStatusCode.Error, ActivityStatusCode.Unset, ActivityStatusCode.Error], requests.Select(s => s.Status));
        Assert.Equal([null, 1, 2, null], requests.Select(s => s.GetTagItem("http.request.resend_count")));
        Assert.All(requests, s =>
        {
            Assert.Equal(443, s.GetTagItem("server.port"));
            Assert.Equal(s.GetTagItem("http.request.method") + " " + s.GetTagItem("url.template"), s.DisplayName);
            Assert.Null(s.GetTagItem("url.full"));
        });
        Assert.Equal(4, measured.Count);
        Assert.All(measured.Zip(requests), pair =>
        {
            Assert.Equal("zstack.client.request.duration", pair.First.Instrument.Name);
            Assert.Equal("s", pair.First.Instrument.Unit);
            foreach (string tag in new[] { "http.request.method", "server.address", "server.port", "url.template", "http.response.status_code", "error.type" })
                Assert.Equal(pair.Second.GetTagItem(tag), pair.First.Tags.GetValueOrDefault(tag));
            Assert.InRange(pair.First.Value, 0, 60);
        });
    }

    private sealed class MeteredAction : ZStackAction<EmptyResult>
    {
        public override ApiDescriptor Api { get; } = new("Metered", "GET", "/v1/metered", ApiTraits.RequiresSession);

        protected override EmptyResult ReadResult(ref JsonReader reader) => EmptyResult.Read(ref reader);
    }
}
