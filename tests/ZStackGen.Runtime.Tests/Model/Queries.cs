using System;

namespace ZStack.Tests.Model;

// Handwritten in the form of generated code.
public partial class VmInstanceInventory
{
    public static ZStackQuery<VmInstanceInventory, QueryFields> Query
        => new("QueryVmInstance", "/v1/vm-instances", true, "vminstance", "uuid", Read, static x => x.Uuid, new QueryFields());

    public class QueryFields : ZStack.QueryFields
    {
        public QueryFields(ZStack.QueryFields? owner = null, string? name = null)
            : base(owner, name)
        {
        }

        public QueryStringField Uuid => new(this);

        public QueryStringField Name => new(this);

        public QueryField<int> CpuNum => new(this);

        public QueryField<long> MemorySize => new(this);

        public QueryField<double> Load => new(this);

        public QueryField<bool> Enabled => new(this);

        public QueryField<DateTimeOffset> CreateDate => new(this);

        public VmNicInventory.QueryFields VmNics => new(this, "vmNics");

        public QueryStringField Tags => new(this, true);
    }
}

public partial class VmNicInventory
{
    public class QueryFields : ZStack.QueryFields
    {
        public QueryFields(ZStack.QueryFields? owner = null, string? name = null)
            : base(owner, name)
        {
        }

        public QueryStringField Ip => new(this);

        public VmInstanceInventory.QueryFields Vm => new(this, "vm");
    }
}

// A relation: it has neither a uuid, nor a route, nor a name in ZQL.
public sealed class ShareInventory : ZStackStructure
{
    public static ZStackQuery<ShareInventory, QueryFields> Query
        => new("QueryShare", "/v1/shares", false, null, "ownerUuid,resourceUuid", Read, null, new QueryFields());

    public string? OwnerUuid { get; set; }

    public static ShareInventory Read(ref JsonReader reader)
    {
        var value = new ShareInventory();
        reader.ReadMembers(value);
        return value;
    }

    protected override bool ReadMember(ref JsonReader reader)
    {
        if (!reader.NameIs("ownerUuid"u8))
            return base.ReadMember(ref reader);
        OwnerUuid = reader.String();
        return true;
    }

    public class QueryFields : ZStack.QueryFields
    {
        public QueryStringField OwnerUuid => new(this);
    }
}
