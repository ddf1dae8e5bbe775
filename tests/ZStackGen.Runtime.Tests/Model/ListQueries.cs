namespace ZStack.Tests.Model;

// A query with the same base classes as generated queries and their results.
public sealed class QueryZoneAction : ZStackQueryAction<QueryZoneAction.Result>
{
    private static readonly ApiDescriptor s_api = new("QueryZone", "GET", "/v1/zones", ApiTraits.Query | ApiTraits.RequiresSession) { AlternatePaths = ["/v1/zones/{uuid}"] };

    public override ApiDescriptor Api => s_api;

    public sealed class Result : ZStackQueryResult<VmInstanceInventory>
    {
        protected override System.Collections.Generic.IReadOnlyList<VmInstanceInventory> ReadInventories(ref JsonReader reader) => reader.List(VmInstanceInventory.Read);
    }
}

// A synchronous API with a body.
public sealed class CheckApiPermissionAction : ZStackAction<EmptyResult>
{
    private static readonly ApiDescriptor s_api = new("CheckApiPermission", "PUT", "/v1/accounts/permissions/actions", ApiTraits.RequiresSession | ApiTraits.Synchronous);

    public override ApiDescriptor Api => s_api;

    protected override EmptyResult ReadResult(ref JsonReader reader) => reader.ReadMembers(new EmptyResult());
}
