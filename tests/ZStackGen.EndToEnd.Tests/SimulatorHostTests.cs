using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>A simulator on a port responds only to the hosts that it was started for.</summary>
public sealed class SimulatorHostTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost", 200)]
    [InlineData("127.0.0.1", "LOCALHOST:1234", 200)]
    [InlineData("127.0.0.1", "127.0.0.1:80", 200)]
    [InlineData("127.0.0.1", "[::1]:8080", 200)]
    [InlineData("127.0.0.1", "attacker.example", 400)]
    [InlineData("127.0.0.1", "localhost.attacker.example", 400)]
    [InlineData("127.0.0.1", "192.0.2.7", 400)]
    [InlineData("127.0.0.1", "cloud.example:8080", 200)]
    [InlineData("0.0.0.0", "attacker.example", 400)]
    [InlineData("0.0.0.0", "192.0.2.7", 400)]
    [InlineData("0.0.0.0", "localhost", 200)]
    [InlineData("0.0.0.0", "0.0.0.0", 200)]
    public async Task The_host_of_a_request_is_checked(string listen, string host, int status)
    {
        await using ZStackSimulator zstack = await StartAsync(listen);

        Assert.Equal(status, await SendAsync(zstack, HttpMethod.Get, host, null));
    }

    [Theory]
    [InlineData("PUT", "http://localhost:3000", 200)]
    [InlineData("PUT", "http://cloud.example", 200)]
    [InlineData("PUT", "https://attacker.example", 403)]
    [InlineData("PUT", "http://192.0.2.7", 403)]
    [InlineData("PUT", "null", 403)]
    [InlineData("POST", "https://attacker.example", 403)]
    [InlineData("DELETE", "https://attacker.example", 403)]
    [InlineData("GET", "https://attacker.example", 200)]
    public async Task The_origin_of_a_request_that_changes_state_is_checked(string method, string origin, int status)
    {
        await using ZStackSimulator zstack = await StartAsync("127.0.0.1");

        Assert.Equal(status, await SendAsync(zstack, new HttpMethod(method), null, origin));
    }

    [Fact]
    public async Task All_hosts_can_be_allowed()
    {
        await using ZStackSimulator zstack = await StartAsync("127.0.0.1", "*");

        Assert.Equal(200, await SendAsync(zstack, HttpMethod.Put, "other.example", "https://another.example"));
    }

    private static Task<ZStackSimulator> StartAsync(string listen, string allowed = "cloud.example") => Simulators.StartAsync(configure: options =>
    {
        options.Port = 0;
        options.ListenAddress = listen;
        options.AllowedHosts.Add(allowed);
    });

    private static async Task<int> SendAsync(ZStackSimulator zstack, HttpMethod method, string? host, string? origin)
    {
        using var http = new HttpClient();
        string path = method == HttpMethod.Get ? "/v1/management-nodes/ready" : "/v1/management-nodes/actions";
        using var request = new HttpRequestMessage(method, new UriBuilder(zstack.BaseAddress) { Host = "127.0.0.1" }.Uri + path);
        if (method != HttpMethod.Get)
            request.Content = new StringContent("""{"getVersion":{}}""", Encoding.UTF8, "application/json");
        if (host is not null)
            request.Headers.Host = host;
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
