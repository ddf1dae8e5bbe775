using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.EndToEnd.Tests;

/// <summary>samples/AspNetCore: endpoints, health, webhook and telemetry in a process of its own.</summary>
public sealed class AspNetCoreSampleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_lists_and_starts_VM_instances_of_its_own_cloud_which_calls_the_webhook()
    {
        (RunningSample app, HttpClient http) = await StartAsync();
        using RunningSample running = app;
        using HttpClient client = http;

        Assert.Equal("Healthy", await http.GetStringAsync("/health", Stop));
        JsonArray vms = (await http.GetFromJsonAsync<JsonArray>("/vms", Stop))!;
        Assert.Equal([("db-1", "Stopped"), ("web-1", "Running")], vms.Select(static vm => ((string)vm!["name"]!, (string)vm["state"]!)));

        using HttpResponseMessage started = await http.PostAsync($"/vms/{vms[0]!["uuid"]}/start", null, Stop);
        Assert.Equal(HttpStatusCode.OK, started.StatusCode);
        Assert.Equal("Running", (string?)(await started.Content.ReadFromJsonAsync<JsonObject>(Stop))!["state"]);
        await app.WaitForLineAsync("A callback reports that the job has ended");
        await app.WaitForLineAsync("Activity.DisplayName:        StartVmInstance");
    }

    [Fact]
    public async Task It_uses_the_configured_cloud_and_reports_its_failures()
    {
        await using ZStackSimulator zstack = await Simulators.StartAsync(configure: static options => options.Port = 0);
        (RunningSample app, HttpClient http) = await StartAsync("--ZStack:BaseAddress", zstack.BaseAddress.GetLeftPart(UriPartial.Authority), "--ZStack:AccountName", "admin", "--ZStack:Password", "password");
        using RunningSample running = app;
        using HttpClient client = http;
        zstack.FailNext("StartVmInstance", new SimulatedError("SYS.1006", "the host is away"));
        string uuid = zstack.Seed("QueryVmInstance", new JsonObject { ["name"] = "seeded", ["state"] = "Stopped" });

        using HttpResponseMessage refused = await http.PostAsync($"/vms/{uuid}/start", null, Stop);
        JsonObject problem = (await refused.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
        Assert.Equal((HttpStatusCode.BadGateway, "SYS.1006", "the host is away"), (refused.StatusCode, (string?)problem["title"], (string?)problem["detail"]));

        zstack.IsReady = false;
        using HttpResponseMessage health = await http.GetAsync("/health", Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
    }

    // The cloud has to know the port of the webhook before the sample listens on it, so a port that another process takes in between means another try.
    private static async Task<(RunningSample App, HttpClient Http)> StartAsync(params string[] arguments)
    {
        for (int tries = 1; ; tries++)
        {
            string url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}");
            RunningSample app = RunningSample.Start("AspNetCore", ["--contentRoot", Path.GetDirectoryName(SampleProgram.PathOf("AspNetCore"))!, "--Urls", url, "--ZStack:WebhookAddress", url + "/zstack/webhook", .. arguments]);
            try
            {
                if (await app.FindLineAsync("Now listening on: " + url) is not null)
                    return (app, new HttpClient { BaseAddress = new Uri(url) });
                Assert.True(tries < 3 && await app.FindLineAsync("address already in use") is not null, "The sample did not start.");
            }
            catch
            {
                app.Dispose();
                throw;
            }

            app.Dispose();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
