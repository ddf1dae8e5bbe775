using System;
using System.Collections.Generic;
using ZStack;

namespace ZStackGen.Benchmarks.Runtime;

// In the shape of generated code.
internal class Vm : ZStackStructure
{
    public string? Uuid { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string? ZoneUuid { get; set; }

    public string? ClusterUuid { get; set; }

    public string? ImageUuid { get; set; }

    public string? HostUuid { get; set; }

    public string? LastHostUuid { get; set; }

    public string? RootVolumeUuid { get; set; }

    public string? Platform { get; set; }

    public string? DefaultL3NetworkUuid { get; set; }

    public string? Type { get; set; }

    public string? HypervisorType { get; set; }

    public long? MemorySize { get; set; }

    public int? CpuNum { get; set; }

    public long? CpuSpeed { get; set; }

    public DateTimeOffset? CreateDate { get; set; }

    public DateTimeOffset? LastOpDate { get; set; }

    public string? State { get; set; }

    public IReadOnlyList<VmNic> VmNics { get; set; } = Array.Empty<VmNic>();

    public static Vm Read(ref ZStackJsonReader reader)
    {
        var value = new Vm();
        reader.ReadMembers(value);
        return value;
    }

    protected override bool ReadMember(ref ZStackJsonReader reader)
    {
        switch (reader.NameLength)
        {
            case 4:
                if (reader.NameIs("uuid"u8))
                {
                    Uuid = reader.String();
                    return true;
                }

                if (reader.NameIs("name"u8))
                {
                    Name = reader.String();
                    return true;
                }

                if (reader.NameIs("type"u8))
                {
                    Type = reader.String();
                    return true;
                }

                break;
            case 5:
                if (reader.NameIs("state"u8))
                {
                    State = reader.String();
                    return true;
                }

                break;
            case 6:
                if (reader.NameIs("cpuNum"u8))
                {
                    CpuNum = reader.Int32();
                    return true;
                }

                if (reader.NameIs("vmNics"u8))
                {
                    VmNics = reader.List(VmNic.Read);
                    return true;
                }

                break;
            case 8:
                if (reader.NameIs("zoneUuid"u8))
                {
                    ZoneUuid = reader.String();
                    return true;
                }

                if (reader.NameIs("hostUuid"u8))
                {
                    HostUuid = reader.String();
                    return true;
                }

                if (reader.NameIs("platform"u8))
                {
                    Platform = reader.String();
                    return true;
                }

                if (reader.NameIs("cpuSpeed"u8))
                {
                    CpuSpeed = reader.Int64();
                    return true;
                }

                break;
            case 9:
                if (reader.NameIs("imageUuid"u8))
                {
                    ImageUuid = reader.String();
                    return true;
                }

                break;
            case 10:
                if (reader.NameIs("memorySize"u8))
                {
                    MemorySize = reader.Int64();
                    return true;
                }

                if (reader.NameIs("createDate"u8))
                {
                    CreateDate = reader.DateTimeOffset();
                    return true;
                }

                if (reader.NameIs("lastOpDate"u8))
                {
                    LastOpDate = reader.DateTimeOffset();
                    return true;
                }

                break;
            case 11:
                if (reader.NameIs("description"u8))
                {
                    Description = reader.String();
                    return true;
                }

                if (reader.NameIs("clusterUuid"u8))
                {
                    ClusterUuid = reader.String();
                    return true;
                }

                break;
            case 12:
                if (reader.NameIs("lastHostUuid"u8))
                {
                    LastHostUuid = reader.String();
                    return true;
                }

                break;
            case 14:
                if (reader.NameIs("rootVolumeUuid"u8))
                {
                    RootVolumeUuid = reader.String();
                    return true;
                }

                if (reader.NameIs("hypervisorType"u8))
                {
                    HypervisorType = reader.String();
                    return true;
                }

                break;
            case 20:
                if (reader.NameIs("defaultL3NetworkUuid"u8))
                {
                    DefaultL3NetworkUuid = reader.String();
                    return true;
                }

                break;
        }

        return base.ReadMember(ref reader);
    }

    protected override void WriteMembers(ref JsonBodyWriter writer)
    {
        writer.Member("uuid"u8, Uuid);
        writer.Member("name"u8, Name);
        writer.Member("description"u8, Description);
        writer.Member("zoneUuid"u8, ZoneUuid);
        writer.Member("clusterUuid"u8, ClusterUuid);
        writer.Member("imageUuid"u8, ImageUuid);
        writer.Member("hostUuid"u8, HostUuid);
        writer.Member("lastHostUuid"u8, LastHostUuid);
        writer.Member("rootVolumeUuid"u8, RootVolumeUuid);
        writer.Member("platform"u8, Platform);
        writer.Member("defaultL3NetworkUuid"u8, DefaultL3NetworkUuid);
        writer.Member("type"u8, Type);
        writer.Member("hypervisorType"u8, HypervisorType);
        writer.Member("memorySize"u8, MemorySize);
        writer.Member("cpuNum"u8, CpuNum);
        writer.Member("cpuSpeed"u8, CpuSpeed);
        writer.Member("createDate"u8, CreateDate);
        writer.Member("lastOpDate"u8, LastOpDate);
        writer.Member("state"u8, State);
        writer.Member("vmNics"u8, VmNics);
    }
}

internal sealed class VmNic : ZStackStructure
{
    public string? Uuid { get; set; }

    public string? VmInstanceUuid { get; set; }

    public string? L3NetworkUuid { get; set; }

    public string? Ip { get; set; }

    public string? Mac { get; set; }

    public string? Netmask { get; set; }

    public string? Gateway { get; set; }

    public int? DeviceId { get; set; }

    public DateTimeOffset? CreateDate { get; set; }

    public DateTimeOffset? LastOpDate { get; set; }

    public static VmNic Read(ref ZStackJsonReader reader)
    {
        var value = new VmNic();
        reader.ReadMembers(value);
        return value;
    }

    protected override bool ReadMember(ref ZStackJsonReader reader)
    {
        switch (reader.NameLength)
        {
            case 2:
                if (reader.NameIs("ip"u8))
                {
                    Ip = reader.String();
                    return true;
                }

                break;
            case 3:
                if (reader.NameIs("mac"u8))
                {
                    Mac = reader.String();
                    return true;
                }

                break;
            case 4:
                if (reader.NameIs("uuid"u8))
                {
                    Uuid = reader.String();
                    return true;
                }

                break;
            case 7:
                if (reader.NameIs("netmask"u8))
                {
                    Netmask = reader.String();
                    return true;
                }

                if (reader.NameIs("gateway"u8))
                {
                    Gateway = reader.String();
                    return true;
                }

                break;
            case 8:
                if (reader.NameIs("deviceId"u8))
                {
                    DeviceId = reader.Int32();
                    return true;
                }

                break;
            case 10:
                if (reader.NameIs("createDate"u8))
                {
                    CreateDate = reader.DateTimeOffset();
                    return true;
                }

                if (reader.NameIs("lastOpDate"u8))
                {
                    LastOpDate = reader.DateTimeOffset();
                    return true;
                }

                break;
            case 13:
                if (reader.NameIs("l3NetworkUuid"u8))
                {
                    L3NetworkUuid = reader.String();
                    return true;
                }

                break;
            case 14:
                if (reader.NameIs("vmInstanceUuid"u8))
                {
                    VmInstanceUuid = reader.String();
                    return true;
                }

                break;
        }

        return base.ReadMember(ref reader);
    }

    protected override void WriteMembers(ref JsonBodyWriter writer)
    {
        writer.Member("uuid"u8, Uuid);
        writer.Member("vmInstanceUuid"u8, VmInstanceUuid);
        writer.Member("l3NetworkUuid"u8, L3NetworkUuid);
        writer.Member("ip"u8, Ip);
        writer.Member("mac"u8, Mac);
        writer.Member("netmask"u8, Netmask);
        writer.Member("gateway"u8, Gateway);
        writer.Member("deviceId"u8, DeviceId);
        writer.Member("createDate"u8, CreateDate);
        writer.Member("lastOpDate"u8, LastOpDate);
    }
}

internal sealed class QueryVm : ZStackQueryAction<QueryVm.Result>
{
    private static readonly ApiDescriptor s_api = new("QueryVmInstance", "GET", "/v1/vm-instances", ApiTraits.Query | ApiTraits.RequiresSession);

    public override ApiDescriptor Api => s_api;

    protected override Result ReadResult(ref ZStackJsonReader reader) => Result.Read(ref reader);

    internal sealed class Result : ZStackResult
    {
        public IReadOnlyList<Vm> Inventories { get; set; } = Array.Empty<Vm>();

        public static Result Read(ref ZStackJsonReader reader)
        {
            var value = new Result();
            reader.ReadMembers(value);
            return value;
        }

        protected override bool ReadMember(ref ZStackJsonReader reader)
        {
            if (reader.NameLength == 11 && reader.NameIs("inventories"u8))
            {
                Inventories = reader.List(Vm.Read);
                return true;
            }

            return base.ReadMember(ref reader);
        }

        protected override void WriteMembers(ref JsonBodyWriter writer)
        {
            writer.Member("inventories"u8, Inventories);
            base.WriteMembers(ref writer);
        }
    }
}

internal sealed class CreateVm : ZStackAction<CreateVm.Result>
{
    private static readonly ApiDescriptor s_api = new("CreateVm", "POST", "/v1/vm-instances", ApiTraits.RequiresSession) { Wrapper = "params" };

    public string? Name { get; set; }

    public string? InstanceOfferingUuid { get; set; }

    public string? ImageUuid { get; set; }

    public IReadOnlyList<string>? L3NetworkUuids { get; set; }

    public override ApiDescriptor Api => s_api;

    protected override void WriteBody(ref JsonBodyWriter body)
    {
        body.Required("name"u8, Name);
        body.Member("instanceOfferingUuid"u8, InstanceOfferingUuid);
        body.Member("imageUuid"u8, ImageUuid);
        body.Member("l3NetworkUuids"u8, L3NetworkUuids);
    }

    protected override Result ReadResult(ref ZStackJsonReader reader)
    {
        var value = new Result();
        reader.ReadMembers(value);
        return value;
    }

    internal sealed class Result : ZStackResult
    {
        public Vm? Inventory { get; set; }

        protected override bool ReadMember(ref ZStackJsonReader reader)
        {
            if (reader.NameLength == 9 && reader.NameIs("inventory"u8))
            {
                Inventory = reader.Structure(Vm.Read);
                return true;
            }

            return base.ReadMember(ref reader);
        }
    }
}
