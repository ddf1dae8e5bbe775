using System;
using System.Collections.Generic;

namespace ZStack.Tests.Model;

// A base class with subclasses and their owner, in the form of generated code.
public partial class HostInventory : ZStackStructure
{
    public string? Name { get; set; }

    public HostInventory? Peer { get; set; }

    public IReadOnlyList<HostInventory> Guests { get; set; } = Array.Empty<HostInventory>();

    public static HostInventory Read(ref JsonReader reader)
    {
        HostInventory value = reader.ClassName() switch { "KVMHostInventory" => new KVMHostInventory(), "NestedHostInventory" => new NestedHostInventory(), _ => new HostInventory() };
        reader.ReadMembers(value);
        return value;
    }

    protected override bool ReadMember(ref JsonReader reader)
    {
        switch (reader.NameLength)
        {
            case 4:
                if (reader.NameIs("name"u8)) { Name = reader.String(); return true; }
                if (reader.NameIs("peer"u8)) { Peer = reader.Structure(Read); return true; }
                break;
            case 6:
                if (reader.NameIs("guests"u8)) { Guests = reader.List(Read); return true; }
                break;
        }

        return base.ReadMember(ref reader);
    }

    protected override void WriteMembers(ref JsonBodyWriter writer)
    {
        writer.Member("name"u8, Name);
        writer.Member("peer"u8, Peer);
        writer.Member("guests"u8, Guests);
    }
}

public partial class KVMHostInventory : HostInventory
{
    public int? SshPort { get; set; }

    public static new KVMHostInventory Read(ref JsonReader reader)
    {
        KVMHostInventory value = reader.ClassName() switch { "NestedHostInventory" => new NestedHostInventory(), _ => new KVMHostInventory() };
        reader.ReadMembers(value);
        return value;
    }

    protected override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameLength == 7 && reader.NameIs("sshPort"u8))
        {
            SshPort = reader.Int32();
            return true;
        }

        return base.ReadMember(ref reader);
    }

    protected override void WriteMembers(ref JsonBodyWriter writer)
    {
        base.WriteMembers(ref writer);
        writer.Member("sshPort"u8, SshPort);
    }
}

public sealed partial class NestedHostInventory : KVMHostInventory
{
    public static new NestedHostInventory Read(ref JsonReader reader)
    {
        var value = new NestedHostInventory();
        reader.ReadMembers(value);
        return value;
    }
}

public sealed partial class QueryHostAction : ZStackQueryAction<QueryHostAction.Result>
{
    private static readonly ApiDescriptor s_api = new("QueryHost", "GET", "/v1/hosts", ApiTraits.RequiresSession | ApiTraits.Query);

    public override ApiDescriptor Api => s_api;

    protected override Result ReadResult(ref JsonReader reader) => Result.Read(ref reader);

    public sealed partial class Result : ZStackResult
    {
        public HostInventory? Inventory { get; set; }

        public IReadOnlyList<HostInventory> Inventories { get; set; } = Array.Empty<HostInventory>();

        public IReadOnlyDictionary<string, HostInventory> Map { get; set; } = new Dictionary<string, HostInventory>();

        public static Result Read(ref JsonReader reader)
        {
            var value = new Result();
            reader.ReadMembers(value);
            return value;
        }

        protected override bool ReadMember(ref JsonReader reader)
        {
            switch (reader.NameLength)
            {
                case 3:
                    if (reader.NameIs("map"u8)) { Map = reader.Map(HostInventory.Read); return true; }
                    break;
                case 9:
                    if (reader.NameIs("inventory"u8)) { Inventory = reader.Structure(HostInventory.Read); return true; }
                    break;
                case 11:
                    if (reader.NameIs("inventories"u8)) { Inventories = reader.List(HostInventory.Read); return true; }
                    break;
            }

            return base.ReadMember(ref reader);
        }

        protected override void WriteMembers(ref JsonBodyWriter writer)
        {
            base.WriteMembers(ref writer);
            writer.Member("inventory"u8, Inventory);
            writer.Member("inventories"u8, Inventories);
            writer.Member("map"u8, Map);
        }
    }
}
