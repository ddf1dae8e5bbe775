using System;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

public sealed class SimulatorFaultTests
{
    [Fact]
    public async Task An_injected_error_occurs_as_often_as_requested_with_its_cause_in_both_languages()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.FailNext("CreateZone", new SimulatedError("SYS.1006", "the zone cannot be made", new SimulatedError("HOST.1001", "no host")) { ChineseDetails = "无法创建区域" });

        RawAnswer first = await client.RunAsync("POST", "v1/zones", """{"params":{"name":"z"}}""");
        RawAnswer second = await client.RunAsync("POST", "v1/zones", """{"params":{"name":"z"}}""");

        Assert.Equal(503, first.Status);
        Assert.Equal("HOST.1001", (string)first.Json["error"]!["cause"]!["code"]!);
        Assert.Equal("无法创建区域", (string)first.Json["error"]!["messages"]!["message_cn"]!);
        Assert.Equal(200, second.Status);
    }

    [Fact]
    public async Task An_injected_error_fails_the_long_job_that_runs_the_API_and_only_this_one()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.FailNext("CreateZone", new SimulatedError("SYS.1006", "the zone cannot be made"));

        string[] states = [await SubmitAsync("a"), await SubmitAsync("b")];

        Assert.Equal(["Failed the zone cannot be made", "Succeeded "], states);
        Assert.Equal(1, (int)(await client.GetAsync("v1/zones?q=name?=a,b&count=true")).Json["total"]!);

        async Task<string> SubmitAsync(string name)
        {
            RawAnswer submitted = await client.RunAsync("POST", "v1/longjobs", $$$"""{"params":{"jobName":"APICreateZoneMsg","jobData":"{\"name\":\"{{{name}}}\"}"}}""");
            JsonNode job = (await client.GetAsync("v1/longjobs/" + (string)submitted.Json["inventory"]!["uuid"]!)).Json["inventories"]![0]!;
            return $"{(string)job["state"]!} {(string?)JsonNode.Parse((string)job["jobResult"]!)!["detail"]}";
        }
    }

    [Theory]
    [InlineData(204, true)]
    [InlineData(205, true)]
    [InlineData(304, true)]
    [InlineData(204, false)]
    [InlineData(304, false)]
    public async Task A_status_without_a_body_can_be_injected(int status, bool overPort)
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: options => options.Port = overPort ? 0 : null);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.AddFault(SimulatedFault.PlainText(status, "text"));
        zstack.AddFault(SimulatedFault.Html(status));

        RawAnswer text = await client.GetAsync("v1/zones"), html = await client.GetAsync("v1/zones");

        Assert.Equal((status, ""), (text.Status, text.Text));
        Assert.Equal((status, ""), (html.Status, html.Text));
        Assert.Equal(200, (await client.GetAsync("v1/zones")).Status);
    }

    [Fact]
    public void A_fault_that_cannot_be_sent_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => SimulatedFault.Html(199));
        Assert.Throws<ArgumentOutOfRangeException>(static () => SimulatedFault.PlainText(600, ""));
        Assert.Throws<ArgumentOutOfRangeException>(static () => SimulatedFault.Slow(TimeSpan.FromDays(50)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => SimulatedFault.Slow(TimeSpan.FromSeconds(-1)));
    }

    // Otherwise, the first call that uses the value fails in the server, with an error that a real server does not have.
    [Theory]
    [InlineData("SessionTimeout")]
    [InlineData("SessionLimit")]
    [InlineData("JobDelay")]
    [InlineData("JobRetention")]
    [InlineData("JobLimit")]
    [InlineData("RequestBodyLimit")]
    public async Task An_option_that_the_simulator_cannot_use_is_refused_with_its_name(string option)
    {
        ArgumentException e = await Assert.ThrowsAsync<ArgumentException>(() => Simulators.StartAsync(configure: options =>
        {
            switch (option)
            {
                case "SessionTimeout":
                    options.SessionTimeout = TimeSpan.MaxValue;
                    break;
                case "SessionLimit":
                    options.SessionLimit = 0;
                    break;
                case "JobDelay":
                    options.JobDelay = TimeSpan.FromDays(50);
                    break;
                case "JobRetention":
                    options.JobRetention = TimeSpan.FromSeconds(-1);
                    break;
                case "JobLimit":
                    options.JobLimit = 0;
                    break;
                default:
                    options.RequestBodyLimit = -1;
                    break;
            }
        }));
        Assert.StartsWith("ZStackSimulatorOptions." + option + " must ", e.Message, StringComparison.Ordinal);
        await using ZStackSimulator zstack = await Simulators.StartAsync();
        Assert.Throws<ArgumentOutOfRangeException>(() => zstack.JobDelay = TimeSpan.FromDays(50));
        Assert.Throws<ArgumentOutOfRangeException>(() => zstack.SetJobDelay("CreateZone", TimeSpan.FromDays(50)));
    }

    [Fact]
    public async Task HTML_of_a_proxy_a_cut_body_and_a_lost_connection_can_be_injected()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Port = 0);
        using RawClient client = await new RawClient(zstack).LogInAsync();

        zstack.AddFault(SimulatedFault.Html(503).For("QueryZone"));
        RawAnswer html = await client.GetAsync("v1/zones");
        zstack.AddFault(SimulatedFault.TruncatedJson());
        RawAnswer cut = await client.GetAsync("v1/zones");
        zstack.AddFault(SimulatedFault.Disconnect());
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("v1/zones"));
        zstack.AddFault(SimulatedFault.PlainText(500, "oops").If(static call => call.Path.StartsWith("/v1/api-jobs/", StringComparison.Ordinal)));
        RawAnswer untouched = await client.GetAsync("v1/zones");
        RawAnswer poll = await client.GetAsync("v1/api-jobs/0123456789abcdef0123456789abcdef");

        Assert.StartsWith("<!doctype html>", html.Text, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => cut.Json);
        Assert.Equal(200, untouched.Status);
        Assert.Equal((500, "oops"), (poll.Status, poll.Text));
    }

    [Fact]
    public async Task A_lost_response_does_not_undo_the_work()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Port = 0);
        using RawClient client = await new RawClient(zstack).LogInAsync();
        zstack.AddFault(SimulatedFault.Disconnect(afterWork: true).For("CreateZone"));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync("v1/zones", """{"params":{"name":"lost"}}"""));
        RawAnswer query = await client.GetAsync("v1/zones?q=name=lost&count=true");

        Assert.Equal(1, (int)query.Json["total"]!);
    }

    [Theory]
    [InlineData(ServerJavaVersion.Java8, "Mar 4, 2024 9:12:31 AM")]
    [InlineData(ServerJavaVersion.Java9, "Mar 4, 2024, 9:12:31 AM")]
    [InlineData(ServerJavaVersion.Java20, "Mar 4, 2024, 9:12:31\u202FAM")]
    public async Task Timestamps_are_formatted_like_those_of_the_servers_Java(ServerJavaVersion java, string text)
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2024, 3, 4, 1, 12, 31, TimeSpan.Zero));
        await using ZStackSimulator zstack = await Simulators.StartAsync(time, options =>
        {
            options.JavaVersion = java;
            options.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        });
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer created = await client.RunAsync("POST", "v1/zones", """{"params":{"name":"z"}}""");

        Assert.Equal(text, (string)created.Json["inventory"]!["createDate"]!);
    }

    [Fact]
    public async Task Numbers_can_be_formatted_like_those_of_old_servers()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.NumbersAsDoubles = true);
        using RawClient client = await new RawClient(zstack).LogInAsync();

        RawAnswer answer = await client.GetAsync("v1/vm-instances?q=name=db-1");

        Assert.Contains("\"memorySize\":1.7179869184E10", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"cpuNum\":8.0", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"reservedMemorySize\":0.0", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\"isShareable\":false", answer.Text, StringComparison.Ordinal);
    }
}
