using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ZStackGen.Benchmarks.Runtime;

// The generated structures as plain classes for System.Text.Json. Parity compares them with the generated classes, member by member.
internal sealed class PlainResult
{
    public List<PlainVm>? Inventories { get; set; }

    public long? Total { get; set; }
}

internal sealed class PlainCreated
{
    public PlainVm? Inventory { get; set; }
}

internal sealed class PlainVm
{
    public string? Uuid { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? ZoneUuid { get; set; }

    public string? ClusterUuid { get; set; }

    public string? ImageUuid { get; set; }

    public string? HostUuid { get; set; }

    public string? LastHostUuid { get; set; }

    public string? InstanceOfferingUuid { get; set; }

    public string? RootVolumeUuid { get; set; }

    public string? Platform { get; set; }

    public string? Architecture { get; set; }

    public string? DefaultL3NetworkUuid { get; set; }

    public string? Type { get; set; }

    public string? HypervisorType { get; set; }

    public long? MemorySize { get; set; }

    public long? ReservedMemorySize { get; set; }

    public int? CpuNum { get; set; }

    public long? CpuSpeed { get; set; }

    public string? AllocatorStrategy { get; set; }

    public DateTimeOffset? CreateDate { get; set; }

    public DateTimeOffset? LastOpDate { get; set; }

    public string? State { get; set; }

    public List<PlainNic>? VmNics { get; set; }

    public List<PlainVolume>? AllVolumes { get; set; }

    public List<PlainCdRom>? VmCdRoms { get; set; }

    public string? GuestOsType { get; set; }
}

internal sealed class PlainNic
{
    public string? Uuid { get; set; }

    public string? VmInstanceUuid { get; set; }

    public string? L3NetworkUuid { get; set; }

    public string? Ip { get; set; }

    public string? Mac { get; set; }

    public string? HypervisorType { get; set; }

    public string? Netmask { get; set; }

    public string? Gateway { get; set; }

    public string? MetaData { get; set; }

    public int? IpVersion { get; set; }

    public string? DriverType { get; set; }

    public List<PlainIp>? UsedIps { get; set; }

    public string? InternalName { get; set; }

    public int? DeviceId { get; set; }

    public string? Type { get; set; }

    public string? State { get; set; }

    public DateTimeOffset? CreateDate { get; set; }

    public DateTimeOffset? LastOpDate { get; set; }
}

internal sealed class PlainIp
{
    public string? Uuid { get; set; }

    public string? IpRangeUuid { get; set; }

    public string? L3NetworkUuid { get; set; }

    public int? IpVersion { get; set; }

    public string? Ip { get; set; }

    public string? Netmask { get; set; }

    public string? Gateway { get; set; }

    public string? UsedFor { get; set; }

    public long? IpInLong { get; set; }

    public JsonElement? IpInBinary { get; set; }

    public string? VmNicUuid { get; set; }

    public DateTimeOffset? CreateDate { get; set; }

    public DateTimeOffset? LastOpDate { get; set; }
}

internal sealed class PlainVolume
{
    public string? Uuid { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? PrimaryStorageUuid { get; set; }

    public string? VmInstanceUuid { get; set; }

    public string? DiskOfferingUuid { get; set; }

    public string? RootImageUuid { get; set; }

    public string? InstallPath { get; set; }

    public string? Type { get; set; }

    public string? Format { get; set; }

    public long? Size { get; set; }

    public long? ActualSize { get; set; }

    public int? DeviceId { get; set; }

    public string? State { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? CreateDate { get; set; }

    public DateTimeOffset? LastOpDate { get; set; }

    public bool? IsShareable { get; set; }

    public string? VolumeQos { get; set; }

    public DateTimeOffset? LastDetachDate { get; set; }

    public string? LastVmInstanceUuid { get; set; }

    public DateTimeOffset? LastAttachDate { get; set; }

    public string? Protocol { get; set; }
}

internal sealed class PlainCdRom
{
    public string? Uuid { get; set; }

    public string? VmInstanceUuid { get; set; }

    public int? DeviceId { get; set; }

    public string? IsoUuid { get; set; }

    public string? IsoInstallPath { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? Protocol { get; set; }

    public DateTimeOffset? CreateDate { get; set; }

    public DateTimeOffset? LastOpDate { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlainResult))]
internal sealed partial class PlainContext : JsonSerializerContext
{
}
