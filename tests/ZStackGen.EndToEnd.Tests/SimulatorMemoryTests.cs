using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>The memory that callers can take is limited in bytes.</summary>
public sealed class SimulatorMemoryTests
{
    private static readonly string s_long = new('x', 1_000_000);

    [Theory]
    [InlineData("v1/zones", "without a session", 413)]
    [InlineData("v1/accounts/login", "of a login", 413)]
    [InlineData("v1/nothing", "without an API", 404)]
    public async Task Large_bodies_of_refused_requests_are_not_kept(string path, string kind, int status)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using var client = new RawClient(zstack);

        RawAnswer answer = await client.PostAsync(path, s_long);

        Assert.True(answer.Status == status, $"{kind}: {answer.Status}");
        Assert.Equal("", zstack.ReceivedCalls[^1].Body);
    }

    [Fact]
    public async Task A_body_without_a_session_is_not_read_to_its_end()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Port = 0);
        using var http = new HttpClient();
        using var body = new CountingStream(250_000_000);
        using var content = new StreamContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, zstack.BaseAddress + "/v1/zones") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        try
        {
            using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(413, (int)response.StatusCode);
        }
        catch (HttpRequestException)
        {
            // The simulator may close the connection while the client still sends.
        }

        Assert.InRange(body.Sent, 0, 100_000_000);
    }

    [Fact]
    public async Task Large_bodies_of_refused_calls_are_not_kept_but_short_ones_are()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(500, (await client.PostAsync("v1/zones", s_long)).Status);
        Assert.Equal("", zstack.ReceivedCalls[^1].Body);
        Assert.Equal(500, (await client.PostAsync("v1/zones", "short")).Status);
        Assert.Equal("short", zstack.ReceivedCalls[^1].Body);
    }

    [Fact]
    public async Task A_body_has_the_size_of_the_option_at_most()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.RequestBodyLimit = 100_000);
        using RawClient client = await new RawClient(zstack).LogInAsync();

        Assert.Equal(202, (await client.PostAsync("v1/zones", $$$"""{"params":{"name":"z","other":"{{{s_long[..90_000]}}}"}}""")).Status);
        Assert.Equal(413, (await client.PostAsync("v1/zones", $$$"""{"params":{"name":"z","other":"{{{s_long[..100_000]}}}"}}""")).Status);
    }

    [Fact]
    public async Task Many_small_values_are_refused_because_they_take_more_memory_than_their_text()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.PostAsync("v1/zones", "{\"params\":{\"name\":\"z\",\"x\":[" + string.Join(',', Enumerable.Repeat("0", 300_000)) + "]}}");

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task The_log_of_received_calls_is_limited_in_bytes()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.HistoryByteLimit = 10_000_000);
        using RawClient client = await new RawClient(zstack).LogInAsync();

        for (int i = 0; i < 20; i++)
            await client.PostAsync("v1/zones", $$$"""{"params":{"name":"z{{{i}}}","other":"{{{s_long}}}"}}""");

        Assert.InRange(zstack.ReceivedCalls.Sum(static call => 2L * call.Body.Length), 2_000_000, 10_000_000);
        Assert.Equal("z19", (string?)zstack.ReceivedCalls[^1].Arguments?["name"]);
    }

    [Fact]
    public async Task Results_of_jobs_are_limited_in_bytes()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.HistoryByteLimit = 5_000_000);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.OnCall("CreateZone", static _ => SimulatedResponse.Success(new JsonObject { ["inventory"] = new JsonObject { ["name"] = s_long } }));
        string[] jobs = [.. Enumerable.Range(0, 10).Select(static _ => Guid.NewGuid().ToString("n"))];

        foreach (string job in jobs)
            await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""", ("X-Job-UUID", job));
        int[] states = [.. await Task.WhenAll(jobs.Select(async job => (await client.GetAsync("v1/api-jobs/" + job)).Status))];

        Assert.Equal([404, 404, 404, 404, 404, 404, 200, 200, 200, 200], states);
    }

    [Fact]
    public async Task Running_jobs_are_limited_in_bytes()
    {
        var time = new FakeTimeProvider();
        await using ZStackSimulator zstack = await Simulators.StartAsync(time, static options =>
        {
            options.HistoryByteLimit = 5_000_000;
            options.JobDelay = TimeSpan.FromMinutes(1);
        });
        using RawClient client = await new RawClient(zstack).LogInAsync();

        int accepted = 0;
        while (accepted < 20 && (await client.PostAsync("v1/zones", $$$"""{"params":{"name":"z","other":"{{{s_long}}}"}}""")).Status == 202)
            accepted++;
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.InRange(accepted, 1, 4);
        Assert.Equal(202, (await client.PostAsync("v1/zones", """{"params":{"name":"z"}}""")).Status);
    }

    [Fact]
    public async Task Ended_long_jobs_are_limited_in_bytes()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.HistoryByteLimit = 10_000_000);
        using RawClient client = await new RawClient(zstack).LogInAsync();

        for (int i = 0; i < 10; i++)
            await client.RunAsync("POST", "v1/longjobs", $$$"""{"params":{"name":"j{{{i}}}","jobName":"APICreateZoneMsg","jobData":"{\"name\":\"z\",\"other\":\"{{{s_long}}}\"}"}}""");
        RawAnswer left = await client.GetAsync("v1/longjobs?fields=name");

        Assert.InRange(left.Json["inventories"]!.AsArray().Count, 1, 5);
        Assert.Contains("\"j9\"", left.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"j0\"", left.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resources_are_limited_in_bytes_until_some_are_deleted()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.ResourceByteLimit = 5_000_000);
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer created;
        string last = "";
        int count = 0;
        while ((created = await client.RunAsync("POST", "v1/zones", $$$"""{"params":{"name":"z"},"systemTags":["{{{s_long}}}"]}""")).Status == 200 && count++ < 20)
            last = (string)created.Json["inventory"]!["uuid"]!;

        Assert.InRange(count, 2, 4);
        Assert.Equal("ID.1003", created.ErrorCode);
        await client.RunAsync("DELETE", "v1/zones/" + last, null);
        Assert.Equal(200, (await client.RunAsync("POST", "v1/zones", """{"params":{"name":"z"}}""")).Status);
    }

    /// <summary>A body that counts the bytes that were read from it.</summary>
    private sealed class CountingStream(long length) : Stream
    {
        public long Sent { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Sent; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = (int)Math.Min(count, length - Sent);
            buffer.AsSpan(offset, read).Fill((byte)'x');
            Sent += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
