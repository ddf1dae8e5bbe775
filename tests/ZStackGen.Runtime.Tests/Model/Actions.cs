using System;
using System.Collections.Generic;

namespace ZStack.Tests.Model;

public sealed partial class StartVmInstanceAction : ZStackTaggedAction<StartVmInstanceAction.Result>
{
    private static readonly ApiDescriptor s_api = new("StartVmInstance", "PUT", "/v1/vm-instances/{uuid}/actions", ApiTraits.Asynchronous | ApiTraits.RequiresSession) { Wrapper = "startVmInstance" };

    public string Uuid { get; set; } = null!;

    public string? HostUuid { get; set; }

    public override ApiDescriptor Api => s_api;

    protected override void WritePath(ref PathWriter path)
    {
        path.Segment("uuid", Uuid);
    }

    protected override void WriteBody(ref JsonBodyWriter body) => body.Member("hostUuid"u8, HostUuid);

    protected override Result ReadResult(ref JsonReader reader) => Result.Read(ref reader);

    public sealed partial class Result : ZStackResult
    {
        public VmInstanceInventory? Inventory { get; set; }

        public static Result Read(ref JsonReader reader)
        {
            var value = new Result();
            reader.ReadMembers(value);
            return value;
        }

        protected override bool ReadMember(ref JsonReader reader)
        {
            if (reader.NameLength == 9 && reader.NameIs("inventory"u8))
            {
                Inventory = reader.Structure(VmInstanceInventory.Read);
                return true;
            }

            return base.ReadMember(ref reader);
        }

        protected override void WriteMembers(ref JsonBodyWriter writer)
        {
            writer.Member("inventory"u8, Inventory);
            base.WriteMembers(ref writer);
        }
    }
}

public sealed partial class CreateZoneAction : ZStackAction<ZoneResult>
{
    private static readonly ApiDescriptor s_api = new("CreateZone", "POST", "/v1/zones", ApiTraits.Asynchronous | ApiTraits.RequiresSession) { Wrapper = "params" };

    public string Name { get; set; } = null!;

    public string? Description { get; set; }

    public override ApiDescriptor Api => s_api;

    protected override void WriteBody(ref JsonBodyWriter body)
    {
        body.RequiredString("name"u8, Name);
        body.Member("description", Description);
    }

    protected override ZoneResult ReadResult(ref JsonReader reader) => ZoneResult.Read(ref reader);
}

public sealed partial class DeleteZoneAction : ZStackTaggedAction<EmptyResult>
{
    private static readonly ApiDescriptor s_api = new("DeleteZone", "DELETE", "/v1/zones/{uuid}", ApiTraits.Asynchronous | ApiTraits.RequiresSession);

    public string Uuid { get; set; } = null!;

    public string? DeleteMode { get; set; }

    public IReadOnlyDictionary<string, string>? ClientInfo { get; set; }

    public override ApiDescriptor Api => s_api;

    protected override void WritePath(ref PathWriter path)
    {
        path.Segment("uuid", Uuid);
    }

    protected override void WriteQuery(ref QueryWriter query)
    {
        query.Add("deleteMode", DeleteMode);
        query.Add("clientInfo", ClientInfo);
        base.WriteQuery(ref query);
    }

    protected override EmptyResult ReadResult(ref JsonReader reader) => EmptyResult.Read(ref reader);
}

public sealed partial class GetVersionAction : ZStackAction<GetVersionAction.Result>
{
    private static readonly ApiDescriptor s_api = new("GetVersion", "PUT", "/v1/management-nodes/actions", ApiTraits.None) { Wrapper = "getVersion" };

    public override ApiDescriptor Api => s_api;

    protected override Result ReadResult(ref JsonReader reader) => Result.Read(ref reader);

    public sealed partial class Result : ZStackResult
    {
        public string? Version { get; set; }

        public static Result Read(ref JsonReader reader)
        {
            var value = new Result();
            reader.ReadMembers(value);
            return value;
        }

        protected override bool ReadMember(ref JsonReader reader)
        {
            if (reader.NameIs("version"u8))
            {
                Version = reader.String();
                return true;
            }

            return base.ReadMember(ref reader);
        }
    }
}

public sealed partial class QueryVmInstanceAction : ZStackQueryAction<QueryVmInstanceAction.Result>
{
    private static readonly ApiDescriptor s_api = new("QueryVmInstance", "GET", "/v1/vm-instances", ApiTraits.Query | ApiTraits.RequiresSession) { AlternatePaths = ["/v1/vm-instances/{uuid}"] };

    public override ApiDescriptor Api => s_api;

    protected override Result ReadResult(ref JsonReader reader) => Result.Read(ref reader);

    public sealed partial class Result : ZStackResult
    {
        public IReadOnlyList<VmInstanceInventory> Inventories { get; set; } = Array.Empty<VmInstanceInventory>();

        public long? Total { get; set; }

        public static Result Read(ref JsonReader reader)
        {
            var value = new Result();
            reader.ReadMembers(value);
            return value;
        }

        protected override bool ReadMember(ref JsonReader reader)
        {
            if (reader.NameIs("inventories"u8))
            {
                Inventories = reader.List(VmInstanceInventory.Read);
                return true;
            }

            if (reader.NameIs("total"u8))
            {
                Total = reader.Int64();
                return true;
            }

            return base.ReadMember(ref reader);
        }
    }
}

// A query API that has no /{uuid} route.
public sealed partial class QueryEventLogAction : ZStackQueryAction<EmptyResult>
{
    private static readonly ApiDescriptor s_api = new("QueryEventLog", "GET", "/v1/eventlogs", ApiTraits.Query | ApiTraits.RequiresSession);

    public override ApiDescriptor Api => s_api;

    protected override EmptyResult ReadResult(ref JsonReader reader) => EmptyResult.Read(ref reader);
}

public sealed partial class ZoneResult : ZStackResult
{
    public string? ZoneUuid { get; set; }

    public static ZoneResult Read(ref JsonReader reader)
    {
        var value = new ZoneResult();
        reader.ReadMembers(value);
        return value;
    }

    protected override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("inventory"u8))
        {
            ZoneUuid = reader.Structure(VmInstanceInventory.Read)?.Uuid;
            return true;
        }

        return base.ReadMember(ref reader);
    }
}

public sealed partial class EmptyResult : ZStackResult
{
    public static EmptyResult Read(ref JsonReader reader)
    {
        var value = new EmptyResult();
        reader.ReadMembers(value);
        return value;
    }
}
