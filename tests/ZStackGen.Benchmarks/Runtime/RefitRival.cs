using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using Refit;

namespace ZStackGen.Benchmarks.Runtime;

// The same two calls as a Refit interface: its own generator, System.Text.Json's generator for the data.
internal interface IVmApi
{
    [Get("/v1/vm-instances")]
    Task<PlainResult> QueryAsync(string q, int limit, [Header("Authorization")] string authorization);

    [Post("/v1/vm-instances")]
    Task<PlainCreated> CreateAsync([Body] PlainCreateBody body, [Header("Authorization")] string authorization, [Header("X-Job-UUID")] string jobId);
}

internal sealed class PlainCreateBody
{
    public PlainCreate? Params { get; set; }
}

internal sealed class PlainCreate
{
    public string? Name { get; set; }

    public string? InstanceOfferingUuid { get; set; }

    public string? ImageUuid { get; set; }

    public IReadOnlyList<string>? L3NetworkUuids { get; set; }
}

internal sealed class PlainCreated
{
    public PlainVm? Inventory { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainResult))]
[JsonSerializable(typeof(PlainCreateBody))]
[JsonSerializable(typeof(PlainCreated))]
internal sealed partial class RefitContext : JsonSerializerContext
{
}

internal static class RefitRival
{
    public const string Authorization = "OAuth 0123456789abcdef0123456789abcdef";

    public static IVmApi Create(HttpMessageHandler handler) => RestService.For<IVmApi>(
        new HttpClient(handler) { BaseAddress = new System.Uri("http://mn.example:8080/zstack") },
        new RefitSettings(new SystemTextJsonContentSerializer(RefitContext.Default.Options)));
}
