using System;
using System.Collections.Generic;
using System.Text.Json;

namespace ZStackGen.Benchmarks.Runtime;

// Reads responses by hand with Utf8JsonReader, as fast as possible without state between responses.
internal static class ByHandReader
{
    private delegate T ReadOne<T>(ref Utf8JsonReader reader);

    public static PlainResult Result(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Result(ref reader);
    }

    public static PlainCreated Created(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return Created(ref reader);
    }

    private static PlainResult Result(ref Utf8JsonReader reader)
    {
        var value = new PlainResult();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 5 when name.SequenceEqual("total"u8): value.Total = reader.GetInt64(); break;
                case 11 when name.SequenceEqual("inventories"u8): value.Inventories = List(ref reader, Vm); break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static PlainCreated Created(ref Utf8JsonReader reader)
    {
        var value = new PlainCreated();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 9 when name.SequenceEqual("inventory"u8): value.Inventory = Vm(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static PlainVm Vm(ref Utf8JsonReader reader)
    {
        var value = new PlainVm();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("uuid"u8): value.Uuid = reader.GetString(); break;
                case 4 when name.SequenceEqual("name"u8): value.Name = reader.GetString(); break;
                case 4 when name.SequenceEqual("type"u8): value.Type = reader.GetString(); break;
                case 5 when name.SequenceEqual("state"u8): value.State = reader.GetString(); break;
                case 6 when name.SequenceEqual("cpuNum"u8): value.CpuNum = reader.GetInt32(); break;
                case 6 when name.SequenceEqual("vmNics"u8): value.VmNics = List(ref reader, Nic); break;
                case 8 when name.SequenceEqual("zoneUuid"u8): value.ZoneUuid = reader.GetString(); break;
                case 8 when name.SequenceEqual("hostUuid"u8): value.HostUuid = reader.GetString(); break;
                case 8 when name.SequenceEqual("platform"u8): value.Platform = reader.GetString(); break;
                case 8 when name.SequenceEqual("cpuSpeed"u8): value.CpuSpeed = reader.GetInt64(); break;
                case 8 when name.SequenceEqual("vmCdRoms"u8): value.VmCdRoms = List(ref reader, CdRom); break;
                case 9 when name.SequenceEqual("imageUuid"u8): value.ImageUuid = reader.GetString(); break;
                case 10 when name.SequenceEqual("memorySize"u8): value.MemorySize = reader.GetInt64(); break;
                case 10 when name.SequenceEqual("createDate"u8): value.CreateDate = reader.GetDateTimeOffset(); break;
                case 10 when name.SequenceEqual("lastOpDate"u8): value.LastOpDate = reader.GetDateTimeOffset(); break;
                case 10 when name.SequenceEqual("allVolumes"u8): value.AllVolumes = List(ref reader, Volume); break;
                case 11 when name.SequenceEqual("description"u8): value.Description = reader.GetString(); break;
                case 11 when name.SequenceEqual("clusterUuid"u8): value.ClusterUuid = reader.GetString(); break;
                case 11 when name.SequenceEqual("guestOsType"u8): value.GuestOsType = reader.GetString(); break;
                case 12 when name.SequenceEqual("lastHostUuid"u8): value.LastHostUuid = reader.GetString(); break;
                case 12 when name.SequenceEqual("architecture"u8): value.Architecture = reader.GetString(); break;
                case 14 when name.SequenceEqual("rootVolumeUuid"u8): value.RootVolumeUuid = reader.GetString(); break;
                case 14 when name.SequenceEqual("hypervisorType"u8): value.HypervisorType = reader.GetString(); break;
                case 17 when name.SequenceEqual("allocatorStrategy"u8): value.AllocatorStrategy = reader.GetString(); break;
                case 18 when name.SequenceEqual("reservedMemorySize"u8): value.ReservedMemorySize = reader.GetInt64(); break;
                case 20 when name.SequenceEqual("instanceOfferingUuid"u8): value.InstanceOfferingUuid = reader.GetString(); break;
                case 20 when name.SequenceEqual("defaultL3NetworkUuid"u8): value.DefaultL3NetworkUuid = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static PlainNic Nic(ref Utf8JsonReader reader)
    {
        var value = new PlainNic();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("ip"u8): value.Ip = reader.GetString(); break;
                case 3 when name.SequenceEqual("mac"u8): value.Mac = reader.GetString(); break;
                case 4 when name.SequenceEqual("uuid"u8): value.Uuid = reader.GetString(); break;
                case 4 when name.SequenceEqual("type"u8): value.Type = reader.GetString(); break;
                case 5 when name.SequenceEqual("state"u8): value.State = reader.GetString(); break;
                case 7 when name.SequenceEqual("netmask"u8): value.Netmask = reader.GetString(); break;
                case 7 when name.SequenceEqual("gateway"u8): value.Gateway = reader.GetString(); break;
                case 7 when name.SequenceEqual("usedIps"u8): value.UsedIps = List(ref reader, Ip); break;
                case 8 when name.SequenceEqual("metaData"u8): value.MetaData = reader.GetString(); break;
                case 8 when name.SequenceEqual("deviceId"u8): value.DeviceId = reader.GetInt32(); break;
                case 9 when name.SequenceEqual("ipVersion"u8): value.IpVersion = reader.GetInt32(); break;
                case 10 when name.SequenceEqual("driverType"u8): value.DriverType = reader.GetString(); break;
                case 10 when name.SequenceEqual("createDate"u8): value.CreateDate = reader.GetDateTimeOffset(); break;
                case 10 when name.SequenceEqual("lastOpDate"u8): value.LastOpDate = reader.GetDateTimeOffset(); break;
                case 12 when name.SequenceEqual("internalName"u8): value.InternalName = reader.GetString(); break;
                case 13 when name.SequenceEqual("l3NetworkUuid"u8): value.L3NetworkUuid = reader.GetString(); break;
                case 14 when name.SequenceEqual("vmInstanceUuid"u8): value.VmInstanceUuid = reader.GetString(); break;
                case 14 when name.SequenceEqual("hypervisorType"u8): value.HypervisorType = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static PlainIp Ip(ref Utf8JsonReader reader)
    {
        var value = new PlainIp();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("ip"u8): value.Ip = reader.GetString(); break;
                case 4 when name.SequenceEqual("uuid"u8): value.Uuid = reader.GetString(); break;
                case 7 when name.SequenceEqual("netmask"u8): value.Netmask = reader.GetString(); break;
                case 7 when name.SequenceEqual("gateway"u8): value.Gateway = reader.GetString(); break;
                case 7 when name.SequenceEqual("usedFor"u8): value.UsedFor = reader.GetString(); break;
                case 8 when name.SequenceEqual("ipInLong"u8): value.IpInLong = reader.GetInt64(); break;
                case 9 when name.SequenceEqual("ipVersion"u8): value.IpVersion = reader.GetInt32(); break;
                case 9 when name.SequenceEqual("vmNicUuid"u8): value.VmNicUuid = reader.GetString(); break;
                case 10 when name.SequenceEqual("ipInBinary"u8): value.IpInBinary = JsonElement.ParseValue(ref reader); break;
                case 10 when name.SequenceEqual("createDate"u8): value.CreateDate = reader.GetDateTimeOffset(); break;
                case 10 when name.SequenceEqual("lastOpDate"u8): value.LastOpDate = reader.GetDateTimeOffset(); break;
                case 11 when name.SequenceEqual("ipRangeUuid"u8): value.IpRangeUuid = reader.GetString(); break;
                case 13 when name.SequenceEqual("l3NetworkUuid"u8): value.L3NetworkUuid = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static PlainVolume Volume(ref Utf8JsonReader reader)
    {
        var value = new PlainVolume();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("uuid"u8): value.Uuid = reader.GetString(); break;
                case 4 when name.SequenceEqual("name"u8): value.Name = reader.GetString(); break;
                case 4 when name.SequenceEqual("type"u8): value.Type = reader.GetString(); break;
                case 4 when name.SequenceEqual("size"u8): value.Size = reader.GetInt64(); break;
                case 5 when name.SequenceEqual("state"u8): value.State = reader.GetString(); break;
                case 6 when name.SequenceEqual("format"u8): value.Format = reader.GetString(); break;
                case 6 when name.SequenceEqual("status"u8): value.Status = reader.GetString(); break;
                case 8 when name.SequenceEqual("deviceId"u8): value.DeviceId = reader.GetInt32(); break;
                case 8 when name.SequenceEqual("protocol"u8): value.Protocol = reader.GetString(); break;
                case 9 when name.SequenceEqual("volumeQos"u8): value.VolumeQos = reader.GetString(); break;
                case 10 when name.SequenceEqual("actualSize"u8): value.ActualSize = reader.GetInt64(); break;
                case 10 when name.SequenceEqual("createDate"u8): value.CreateDate = reader.GetDateTimeOffset(); break;
                case 10 when name.SequenceEqual("lastOpDate"u8): value.LastOpDate = reader.GetDateTimeOffset(); break;
                case 11 when name.SequenceEqual("description"u8): value.Description = reader.GetString(); break;
                case 11 when name.SequenceEqual("installPath"u8): value.InstallPath = reader.GetString(); break;
                case 11 when name.SequenceEqual("isShareable"u8): value.IsShareable = reader.GetBoolean(); break;
                case 13 when name.SequenceEqual("rootImageUuid"u8): value.RootImageUuid = reader.GetString(); break;
                case 14 when name.SequenceEqual("vmInstanceUuid"u8): value.VmInstanceUuid = reader.GetString(); break;
                case 14 when name.SequenceEqual("lastDetachDate"u8): value.LastDetachDate = reader.GetDateTimeOffset(); break;
                case 14 when name.SequenceEqual("lastAttachDate"u8): value.LastAttachDate = reader.GetDateTimeOffset(); break;
                case 16 when name.SequenceEqual("diskOfferingUuid"u8): value.DiskOfferingUuid = reader.GetString(); break;
                case 18 when name.SequenceEqual("primaryStorageUuid"u8): value.PrimaryStorageUuid = reader.GetString(); break;
                case 18 when name.SequenceEqual("lastVmInstanceUuid"u8): value.LastVmInstanceUuid = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static PlainCdRom CdRom(ref Utf8JsonReader reader)
    {
        var value = new PlainCdRom();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("uuid"u8): value.Uuid = reader.GetString(); break;
                case 4 when name.SequenceEqual("name"u8): value.Name = reader.GetString(); break;
                case 7 when name.SequenceEqual("isoUuid"u8): value.IsoUuid = reader.GetString(); break;
                case 8 when name.SequenceEqual("deviceId"u8): value.DeviceId = reader.GetInt32(); break;
                case 8 when name.SequenceEqual("protocol"u8): value.Protocol = reader.GetString(); break;
                case 10 when name.SequenceEqual("createDate"u8): value.CreateDate = reader.GetDateTimeOffset(); break;
                case 10 when name.SequenceEqual("lastOpDate"u8): value.LastOpDate = reader.GetDateTimeOffset(); break;
                case 11 when name.SequenceEqual("description"u8): value.Description = reader.GetString(); break;
                case 14 when name.SequenceEqual("vmInstanceUuid"u8): value.VmInstanceUuid = reader.GetString(); break;
                case 14 when name.SequenceEqual("isoInstallPath"u8): value.IsoInstallPath = reader.GetString(); break;
                default: reader.Skip(); break;
            }
        }

        return value;
    }

    private static List<T> List<T>(ref Utf8JsonReader reader, ReadOne<T> read)
    {
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(read(ref reader));
        return list;
    }
}
