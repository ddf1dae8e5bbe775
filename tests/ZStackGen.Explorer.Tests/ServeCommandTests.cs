using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;
using ZStackGen.Tool;
using ZStackGen.Tool.Commands;

namespace ZStackGen.Explorer.Tests;

/// <summary><c>zstackgen serve</c> without a browser.</summary>
public sealed class ServeCommandTests
{
    private static string Specs { get; } = Path.Combine(AppContext.BaseDirectory, "specs");

    [Fact]
    public async Task It_prints_its_addresses_and_exits_with_0_when_canceled()
    {
        ServedSite site = await ServedSite.StartAsync(Specs);
        Assert.Matches(@"^\d+ APIs at http://127\.0\.0\.1:\d+/\n", site.Printed);
        Assert.Equal(0, await site.StopAsync());
        await site.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Ctrl_C_stops_the_process_cleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal for a single process.");
        Assert.SkipWhen(IgnoresInterrupts(), "This process ignores SIGINT, as background processes of a shell do, and so do its children.");
        using ChildProcess child = ChildProcess.Start(ChildProcess.DotNet, [Path.Combine(AppContext.BaseDirectory, "zstackgen.dll"), "serve", Specs, "--port", "0"]);
        Process process = child.Process;
        Assert.Contains("APIs at", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.StartsWith("Press Ctrl+C", StringComparison.Ordinal))
        {
        }

        await ChildProcess.RunAsync("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken)));
    }

    // The mask has one bit per signal, the lowest for signal 1. SIGINT is 2.
    private static bool IgnoresInterrupts() => File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(static line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } line
        && (ulong.Parse(line.AsSpan("SigIgn:".Length).Trim(), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture) & 2) != 0;

    [Fact]
    public async Task A_port_in_use_is_reported_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        (int code, string error) = await RunAsync("serve", Specs, "--port", $"{port}");
        Assert.Equal(2, code);
        Assert.Equal($"zstackgen: error: port {port} of 127.0.0.1 is in use; specify another one with --port, or --port 0 for a free port\n", error);
    }

    [Theory]
    [InlineData("--host 'cloud' is not an IP address", "--host", "cloud")]
    [InlineData("--port 70000 is out of range", "--port", "70000")]
    public async Task An_invalid_option_is_reported(string message, params string[] options)
    {
        (int code, string error) = await RunAsync(["serve", Specs, .. options]);
        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("explorer/app.js", "text/javascript")]
    [InlineData("explorer/index.json", "application/json")]
    [InlineData("explorer/search.json", "application/json")]
    [InlineData("explorer/apis/CreateZone", "application/json")]
    [InlineData("explorer/types/ZoneInventory", "application/json")]
    [InlineData("openapi/zstack.json", "application/json")]
    [InlineData("scalar", "text/html")]
    public async Task Every_response_forbids_foreign_content(string path, string type)
    {
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.GetAsync(new Uri(site.Url + path), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("explorer/apis/Nothing")]
    [InlineData("explorer/types/Nothing")]
    [InlineData("explorer/nothing.js")]
    [InlineData("explorer/..%2Fzstackgen.dll")]
    [InlineData("nothing")]
    public async Task An_unknown_address_is_not_found(string path)
    {
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.GetAsync(new Uri(site.Url + path), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("""{"name":"x","systemTags":["a"]}""", HttpStatusCode.OK)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":"a","name":"b"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":{"a":1,"a":2}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"name":"\ud800"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"\udc00":"a"}""", HttpStatusCode.BadRequest)]
    public async Task A_request_is_composed_from_its_arguments(string arguments, HttpStatusCode status)
    {
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        using var http = new HttpClient();
        using HttpResponseMessage response = await http.PostAsync(new Uri(site.Url + "explorer/requests/CreateZone"), new StringContent(arguments, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.OK)
        {
            JsonNode request = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
            Assert.Equal("""{"params":{"name":"x"},"systemTags":["a"]}""", request["body"]!.ToJsonString());
            Assert.Equal(["curl", "C#", "Java SDK", "Python SDK"], request["samples"]!.AsArray().Select(static sample => (string)sample!["label"]!));
        }
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("localhost", false)]
    [InlineData("0.0.0.0", true)]
    public async Task An_address_that_other_machines_reach_is_a_warning(string host, bool warns)
    {
        await using ServedSite site = await ServedSite.StartAsync(Specs, "--host", host);
        Assert.Equal(warns, site.Errors.Contains($"warning: every machine that reaches {host}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("explorer/index.json")]
    [InlineData("zstack/v1/management-nodes/ready")]
    public async Task A_name_that_resolves_to_this_machine_is_refused(string path)
    {
        await using ServedSite site = await ServedSite.StartAsync(Specs);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, site.Url + path);
        request.Headers.Host = "attacker.example";
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_page_with_an_error_is_named_and_skipped()
    {
        using var folder = new TemporaryFolder();
        folder.Write("specs/Good.md", "# QueryDoor\n\n`GET /v1/doors`\n");
        folder.Write("specs/Bad.md", "# PaintDoor\n\n## Parameters\n\n| Name | Type | Location | Description | Values | Since |\n|---|---|---|---|---|---|\n| colour | String | body | The colour. | | 4.7.0 |\n");
        await using ServedSite site = await ServedSite.StartAsync(Path.Combine(folder.Path, "specs"));
        Assert.StartsWith("1 APIs at ", site.Printed, StringComparison.Ordinal);
        Assert.Contains("Bad.md:", site.Errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Error)> RunAsync(params string[] args)
    {
        var error = new StringWriter { NewLine = "\n" };
        int code = await ZStackGenCommand.RunAsync(args, new Terminal(TextWriter.Null, error), TestContext.Current.CancellationToken);
        return (code, error.ToString());
    }
}
