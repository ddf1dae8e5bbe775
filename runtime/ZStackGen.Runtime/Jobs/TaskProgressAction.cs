using System;
using System.Collections.Generic;

namespace ZStack;

internal sealed class GetTaskProgressAction(string apiId) : ZStackAction<GetTaskProgressResult>
{
    private static readonly ApiDescriptor s_api = new("GetTaskProgress", "GET", "/v1/task-progresses/{apiId}", ApiTraits.RequiresSession);

    public override ApiDescriptor Api => s_api;

    protected internal override void WritePath(ref PathWriter path) => path.Segment("apiId", apiId);

    protected internal override void WriteQuery(ref QueryWriter query) => query.Add("all", true);

    protected internal override GetTaskProgressResult ReadResult(ref JsonReader reader)
    {
        var value = new GetTaskProgressResult();
        reader.ReadMembers(value);
        return value;
    }
}

internal sealed class GetTaskProgressResult : ZStackResult
{
    public IReadOnlyList<ZStackTaskProgress> Inventories { get; private set; } = Array.Empty<ZStackTaskProgress>();

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (!reader.NameIs("inventories"u8))
            return base.ReadMember(ref reader);
        Inventories = reader.List(ZStackTaskProgress.Read);
        return true;
    }
}
