using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public class OptionsTests
{
    [Theory]
    [InlineData("http://h:8080", "http://h:8080/zstack")]
    [InlineData("http://h:8080/", "http://h:8080/zstack")]
    [InlineData("HTTPS://Cloud.example", "https://cloud.example/zstack")]
    [InlineData("https://cloud.example/a/b//", "https://cloud.example/a/b")]
    [InlineData(" http://[::1]:1/x ", "http://[::1]:1/x")]
    public async Task A_base_address_is_normalized(string address, string expected)
    {
        await using var client = new ZStackClient(address, ZStackCredential.Session("some"));
        Assert.Equal(expected, client.BaseAddress.AbsoluteUri);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("mn.example:8080", "does not begin with 'http://' or 'https://'")]
    [InlineData("/zstack", "does not begin with 'http://' or 'https://'")]
    [InlineData("ftp://mn.example", "has the scheme 'ftp'")]
    [InlineData("http://h?x=1", "has a query")]
    [InlineData("http://h/zstack?", "has a query")]
    [InlineData("http://h#f", "has a fragment")]
    [InlineData("http://admin:hunter22@h", "contains a user or password")]
    [InlineData("http://h/zstack/v1", "remove '/v1'")]
    [InlineData("http://h/zstack/v1/zones", "remove '/v1'")]
    [InlineData("http:///x", "is not a valid URL")]
    [InlineData("http://admin:hunter22@h:x", "is not a valid URL")]
    [InlineData("admin:hunter22@h:8080", "does not begin with")]
    [InlineData("admin:hunter22?@h:8080", "does not begin with")]
    public void An_invalid_base_address_states_the_cause_and_shows_no_password(string address, string said)
    {
        var e = Assert.Throws<ArgumentException>(() => new ZStackClient(address, ZStackCredential.Session("some")));
        Assert.Contains("The base address", e.Message, StringComparison.Ordinal);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_path_can_be_set_separately()
    {
        Assert.Equal("http://h/", Address("http://h", ""));
        Assert.Equal("http://h/a/b", Address("http://h/", "/a/b/"));
        Assert.Throws<ArgumentException>(() => Address("http://h/a", "b"));
        Assert.Equal("http://h/zstack", Address("http://h", " zstack "));

        static string Address(string address, string context)
        {
            using var client = new ZStackClient(new ZStackClientOptions { BaseAddress = address, ContextPath = context });
            return client.BaseAddress.AbsoluteUri;
        }
    }

    [Theory]
    [InlineData("v1", "remove '/v1'")]
    [InlineData("/zstack/v1/", "remove '/v1'")]
    [InlineData("v1/zones", "remove '/v1'")]
    [InlineData("a?b", "is not a path")]
    [InlineData("a#b", "is not a path")]
    [InlineData("http://h/zstack", "is not a path")]
    [InlineData("..", "is not a path")]
    [InlineData("a/../b", "is not a path")]
    [InlineData("a//b", "is not a path")]
    [InlineData("a\\b", "is not a path")]
    [InlineData("a b", "is not a path")]
    [InlineData("%76%31", "is not a path")]
    [InlineData("云", "is not a path")]
    [InlineData("a\r\nb", "is not a path")]
    public void A_context_path_that_would_be_sent_as_another_path_is_refused(string context, string said)
    {
        var e = Assert.Throws<ArgumentException>(() => new ZStackClient(new ZStackClientOptions { BaseAddress = "http://h", ContextPath = context }));
        Assert.Contains("ContextPath '", e.Message, StringComparison.Ordinal);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void The_network_interface_of_a_link_local_address_is_kept()
    {
        using var client = new ZStackClient("http://[fe80::1%eth0]:8080", ZStackCredential.Session("some"));
        Assert.Equal("fe80::1%eth0", client.BaseAddress.DnsSafeHost);
    }

    public static TheoryData<string, Action<ZStackClientOptions>> Wrong => new()
    {
        { "RequestTimeout", o => o.RequestTimeout = TimeSpan.Zero },
        { "RequestTimeout", o => o.RequestTimeout = TimeSpan.FromDays(30) },
        { "JobTimeout", o => o.JobTimeout = TimeSpan.FromSeconds(-1) },
        { "PollInterval", o => o.PollInterval = TimeSpan.Zero },
        { "MaxPollInterval", o => o.MaxPollInterval = TimeSpan.FromTicks(1) },
        { "MaxPollOutage", o => o.MaxPollOutage = TimeSpan.FromTicks(-1) },
        { "MaxRetries", o => o.MaxRetries = -1 },
        { "MaxResponseBytes", o => o.MaxResponseBytes = 0 },
        { "TimeProvider", o => o.TimeProvider = null! },
        { "UserAgent", o => o.UserAgent = "a\r\nX: y" },
        { "UserAgent", o => o.UserAgent = "监控/1.0" },
        { "WebhookAddress", o => { o.WebhookAddress = "http://app.example/回调"; o.WebhookReceiver = new ZStackWebhookReceiver(); } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void An_invalid_option_is_named(string option, Action<ZStackClientOptions> change)
    {
        var options = new ZStackClientOptions { BaseAddress = "http://h" };
        change(options);
        Assert.StartsWith("ZStackClientOptions." + option + " must ", Assert.Throws<ArgumentException>(() => new ZStackClient(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_request_timeout_exceeds_the_servers_five_minutes()
        => Assert.True(new ZStackClientOptions().RequestTimeout > TimeSpan.FromMinutes(5));

    [Fact]
    public async Task Options_are_read_once()
    {
        var server = new StubServer();
        var options = server.Options();
        await using var client = new ZStackClient(options);
        options.UserAgent = "changed";
        await client.CallAsync(new GetVersionAction(), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("changed", server.Requests.Single().Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_time_zone_applies_to_responses()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"inventories":[{"createDate":"Nov 14, 2017 10:20:57 PM"}]}""") };
        await using var client = server.Client(o => o.ServerTimeZone = TimeZoneInfo.CreateCustomTimeZone("z", TimeSpan.FromHours(8), "z", "z"));
        var vm = (await client.CallAsync(new QueryVmInstanceAction(), TestContext.Current.CancellationToken)).Inventories[0];
        Assert.Equal(new DateTimeOffset(2017, 11, 14, 22, 20, 57, TimeSpan.FromHours(8)), vm.CreateDate);
    }
}
