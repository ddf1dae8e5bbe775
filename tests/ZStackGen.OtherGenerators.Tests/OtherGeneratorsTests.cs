using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Refit;
using Xunit;
using ZStack.Api;

namespace ZStackGen.OtherGenerators.Tests;

public sealed class OtherGeneratorsTests
{
    private const string Zone = """{"uuid":"z1","name":"first","createDate":"2024-03-04T09:12:31+00:00"}""";

    [Fact]
    public void The_generator_of_System_Text_Json_reads_our_types_in_a_type_of_the_user()
    {
        Inventory inventory = JsonSerializer.Deserialize(
            $$"""{"owner":"me","vm":{"uuid":"v1","memorySize":4294967296,"vmNics":[{"ip":"172.20.10.21"}]},"zones":[{{Zone}}]}""",
            InventoryJson.Default.Inventory)!;
        Assert.Equal("me", inventory.Owner);
        Assert.Equal(4294967296, inventory.Vm!.MemorySize);
        Assert.Equal("172.20.10.21", Assert.Single(inventory.Vm.VmNics).Ip);
        Assert.Equal("first", Assert.Single(inventory.Zones!).Name);
    }

    [Fact]
    public void The_generator_of_System_Text_Json_writes_our_types()
    {
        JsonNode json = JsonNode.Parse(JsonSerializer.Serialize(new ZoneInventory { Uuid = "z1", Name = "first" }, InventoryJson.Default.ZoneInventory))!;
        Assert.Equal("z1", (string?)json["uuid"]);
        Assert.Equal("first", (string?)json["name"]);
    }

    [Fact]
    public async Task The_generator_of_Refit_returns_our_types()
    {
        using var handler = new Stub();
        using var http = new HttpClient(handler) { BaseAddress = new Uri("http://mn.example") };
        var settings = new RefitSettings(new SystemTextJsonContentSerializer(new JsonSerializerOptions { TypeInfoResolver = InventoryJson.Default, PropertyNamingPolicy = JsonNamingPolicy.CamelCase }));
        ZoneInventory zone = await RestService.For<IZoneApi>(http, settings).GetZoneAsync("z1");
        Assert.Equal("first", zone.Name);
        Assert.Equal("/zones/z1", handler.Path);
    }

    private sealed class Stub : HttpMessageHandler
    {
        public string? Path { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Path = request.RequestUri!.AbsolutePath;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(Zone, Encoding.UTF8, "application/json") });
        }
    }
}
