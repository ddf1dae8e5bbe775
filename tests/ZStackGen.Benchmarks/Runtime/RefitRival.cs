using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Tasks;
using Refit;

namespace ZStackGen.Benchmarks.Runtime;

// The same two calls as a Refit interface, with Refit's generator and the generator of System.Text.Json.
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

    public IReadOnlyList<string>? SystemTags { get; set; }

    public IReadOnlyList<string>? UserTags { get; set; }
}

internal sealed class PlainCreate
{
    public string? Name { get; set; }

    public string? InstanceOfferingUuid { get; set; }

    public string? ImageUuid { get; set; }

    public IReadOnlyList<string>? L3NetworkUuids { get; set; }

    public string? VmNicParams { get; set; }

    public string? Type { get; set; }

    public string? RootDiskOfferingUuid { get; set; }

    public IReadOnlyList<long>? DataDiskSizes { get; set; }

    public IReadOnlyList<string>? DataDiskOfferingUuids { get; set; }

    public string? ZoneUuid { get; set; }

    public string? ClusterUuid { get; set; }

    public string? HostUuid { get; set; }

    public string? PrimaryStorageUuidForRootVolume { get; set; }

    public string? Description { get; set; }

    public string? DefaultL3NetworkUuid { get; set; }

    public string? ResourceUuid { get; set; }

    public IReadOnlyList<string>? TagUuids { get; set; }

    public string? Strategy { get; set; }

    public IReadOnlyList<string>? RootVolumeSystemTags { get; set; }

    public IReadOnlyList<string>? DataVolumeSystemTags { get; set; }

    public int? CpuNum { get; set; }

    public long? MemorySize { get; set; }

    public long? RootDiskSize { get; set; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? DataVolumeSystemTagsOnIndex { get; set; }

    public IReadOnlyList<string>? SshKeyPairUuids { get; set; }

    public IReadOnlyList<string>? DataVolumeTemplateUuids { get; set; }

    public IReadOnlyList<PlainDisk>? DiskAOs { get; set; }

    public string? Platform { get; set; }

    public string? GuestOsType { get; set; }

    public string? Architecture { get; set; }

    public long? ReservedMemorySize { get; set; }

    public bool? Virtio { get; set; }
}

internal sealed class PlainDisk
{
    public bool? Boot { get; set; }

    public string? Platform { get; set; }

    public string? GuestOsType { get; set; }

    public string? Architecture { get; set; }

    public string? PrimaryStorageUuid { get; set; }

    public long? Size { get; set; }

    public string? TemplateUuid { get; set; }

    public string? DiskOfferingUuid { get; set; }

    public string? SourceType { get; set; }

    public string? SourceUuid { get; set; }

    public IReadOnlyList<string>? SystemTags { get; set; }

    public string? Name { get; set; }
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
    public const string Authorization = "OAuth " + ByHand.Session;

    public static IVmApi Create(HttpMessageHandler handler) => Create(new HttpClient(handler) { BaseAddress = new System.Uri(ByHand.Server + "/zstack") });

    public static IVmApi Create(HttpClient http) => RestService.For<IVmApi>(
        http,
        new RefitSettings(new SystemTextJsonContentSerializer(RefitContext.Default.Options)));
}
