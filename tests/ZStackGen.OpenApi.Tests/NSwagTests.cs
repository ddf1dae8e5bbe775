using System;
using System.Collections;
using System.Linq;
using System.Net.Http;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;
using ZStack.Simulation;

namespace ZStackGen.OpenApi.Tests;

/// <summary>NSwag generates a client from the document, and the calls of the client succeed.</summary>
public sealed class NSwagTests
{
    [Fact]
    public async Task A_client_of_hundreds_of_published_pages_compiles() =>
        Assert.NotNull((await NSwagClient.CompileAsync(await Documents.WriteAsync(Documents.OneLayout()))).GetType("FromOpenApi.ZStackApi"));

    [Theory]
    [InlineData("3.0")]
    [InlineData("3.1")]
    public async Task A_client_of_the_repositorys_pages_calls_the_simulator(string version)
    {
        Assembly assembly = await NSwagClient.CompileAsync(await Documents.WriteAsync(Documents.Specs, "--openapi-version", version));
        await using ZStackSimulator simulator = await ZStackSimulator.StartAsync(Documents.Specs, TestContext.Current.CancellationToken);
        using HttpClient http = simulator.CreateClient();
        NSwagClient client = NSwagClient.Create(assembly, http, simulator.BaseAddress);

        object login = client.New("LogInByAccountRequest", ("LogInByAccount", client.New("LogInByAccountArguments",
            ("AccountName", "admin"),
            ("Password", "b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86"))));
        object? session = Get(await client.CallAsync("LogInByAccount", ("body", login)), "Inventory");
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "OAuth " + Get(session, "Uuid"));

        // A body with a wrapper, a job, its result.
        await FinishAsync(client, await client.CallAsync("CreateZone", ("body", client.New("CreateZoneRequest", ("Params", client.New("CreateZoneArguments", ("Name", "hall-n")))))));
        object? zones = await client.CallAsync("QueryZone", ("q", new[] { "name=hall-n" }));
        Assert.Equal("hall-n", Get(Assert.Single(((IEnumerable)Get(zones, "Inventories")!).Cast<object>()), "Name"));

        // Two actions of one path: the fragment is not sent, the body distinguishes them.
        object? machines = await client.CallAsync("QueryVmInstance");
        object running = ((IEnumerable)Get(machines, "Inventories")!).Cast<object>().First(static vm => (string?)Get(vm, "State") == "Running");
        await FinishAsync(client, await client.CallAsync("StopVmInstance", ("uuid", Get(running, "Uuid")!), ("body", client.New("StopVmInstanceRequest", ("StopVmInstance", client.New("StopVmInstanceArguments"))))));
        Assert.Equal("Stopped", (string?)simulator.FindResource((string)Get(running, "Uuid")!)!["state"]);
        ReceivedCall call = simulator.ReceivedCalls.Last(static received => received.Method == "PUT");
        Assert.Equal(("StopVmInstance", $"/v1/vm-instances/{Get(running, "Uuid")}/actions"), (call.Api, call.Path));
    }

    private static Task<object?> FinishAsync(NSwagClient client, object? job) =>
        client.CallAsync("GetJobResult", ("jobUuid", ((string)Get(job, "Location")!).Split('/')[^1]));

    private static object? Get(object? thing, string property) => thing!.GetType().GetProperty(property)!.GetValue(thing);
}
