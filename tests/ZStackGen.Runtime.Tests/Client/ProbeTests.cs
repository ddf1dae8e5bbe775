using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;
using ZStack.Tests.Model;
using ZStack.Tests.Peers;

namespace ZStack.Tests.Client;

public class ProbeTests
{
    [Theory]
    [InlineData("4.7", "4.7.0", 0)]
    [InlineData("4.7", "4.7.0.0", 0)]
    [InlineData(" 4.07 ", "4.7", 0)]
    [InlineData("4.7.0.4", "4.7", 1)]
    [InlineData("3.10", "3.9.0", 1)]
    [InlineData("4.6.31", "4.7", -1)]
    [InlineData("5", "4.99.99.99", 1)]
    public void Versions_compare_as_numbers(string left, string right, int expected)
    {
        ZStackVersion a = ZStackVersion.Parse(left), b = ZStackVersion.Parse(right);
        Assert.Equal(expected, Math.Sign(a.CompareTo(b)));
        Assert.Equal(-expected, Math.Sign(b.CompareTo(a)));
        Assert.Equal([expected == 0, expected != 0, expected < 0, expected > 0, expected <= 0, expected >= 0], new[] { a == b, a != b, (a < b), (a > b), a <= b, a >= b });
        Assert.Equal(expected == 0, a.Equals((object)b));
        if (expected == 0)
            Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.Equal(left.Trim(), a.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4.")]
    [InlineData("4.-1")]
    [InlineData("1.2.3.4.5")]
    [InlineData("4.x")]
    [InlineData("99999999999")]
    public void Text_that_is_not_a_version_is_refused(string? text)
    {
        Assert.False(ZStackVersion.TryParse(text, out _));
        Assert.Contains("is not a version of ZStack", Assert.Throws<FormatException>(() => ZStackVersion.Parse(text!)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_version_is_older_than_any_version()
    {
        ZStackVersion? none = null, some = ZStackVersion.Parse("0.6");
        Assert.True(none < some && some > none && none != some && none <= some && !(none >= some));
        Assert.Equal(1, some.CompareTo(null));
    }

    [Fact]
    public async Task The_version_and_the_apis_are_requested_without_a_login()
    {
        var server = new StubServer
        {
            Answer = r => StubServer.Json(200, r.Body == """{"getVersion":{}}"""
                ? """{"version":"4.7.0.4","success":true}""" : """{"supportApis":["APIStartVmInstanceMsg","APIQueryZoneMsg","APIQueryZoneMsg"],"success":true}"""),
        };
        await using var client = server.Client();
        ZStackVersion version = await client.GetServerVersionAsync(TestContext.Current.CancellationToken);
        Assert.True(version > ZStackVersion.Parse("4.7") && version < ZStackVersion.Parse("4.7.1"));
        ZStackApiSet apis = await client.GetSupportedApisAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["QueryZone", "StartVmInstance"], apis);
        Assert.Equal(2, apis.Count);
        Assert.True(apis.Contains("StartVmInstance") && apis.Contains("APIStartVmInstanceMsg") && apis.Supports(new StartVmInstanceAction()));
        Assert.False(apis.Contains("startVmInstance") || apis.Supports(new CreateZoneAction()));
        Assert.Equal(["""{"getVersion":{}}""", """{"getSupportAPIs":{}}"""], server.Requests.Select(r => r.Body));
        Assert.All(server.Requests, r => Assert.Null(r.Authorization));
    }

    [Fact]
    public async Task A_response_without_them_is_a_protocol_fault()
    {
        var server = new StubServer { Answer = _ => StubServer.Json(200, """{"version":"unknown"}""") };
        await using var client = server.Client();
        Assert.Contains("'unknown'", (await Assert.ThrowsAsync<ZStackProtocolException>(() => client.GetServerVersionAsync(TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
        Assert.Contains("$.supportApis", (await Assert.ThrowsAsync<ZStackProtocolException>(() => client.GetSupportedApisAsync(TestContext.Current.CancellationToken))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_probe_is_retried_after_a_broken_connection_because_it_changes_nothing()
    {
        int asked = 0;
        var server = new StubServer { Answer = _ => ++asked == 1 ? throw new HttpRequestException("x", new System.IO.IOException("reset")) : StubServer.Json(200, """{"version":"5.2.1"}""") };
        await using var client = server.Client();
        Assert.Equal("5.2.1", (await server.Pass(client.GetServerVersionAsync(TestContext.Current.CancellationToken))).ToString());
    }

    [Fact]
    public async Task A_version_or_a_time_zone_that_quotes_a_session_is_redacted()
    {
        var server = new StubServer { Answer = static r => StubServer.Json(200, """{"version":"v session-number-1","timezone":"z session-number-1"}""") };
        await using var client = server.Client(static o => o.ServerTimeZone = null);
        await client.LogInAsync(TestContext.Current.CancellationToken);
        var e = await Assert.ThrowsAsync<ZStackProtocolException>(() => client.GetServerVersionAsync(TestContext.Current.CancellationToken));
        Assert.Contains("the version is 'v ****************'", e.Message, StringComparison.Ordinal);
        ZStackServerTimeZone zone = await client.LearnServerTimeZoneAsync(TestContext.Current.CancellationToken);
        Assert.Contains("states 'z ****************'", zone.ToString(), StringComparison.Ordinal);
    }
}
