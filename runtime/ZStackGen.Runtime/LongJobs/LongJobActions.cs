namespace ZStack;

// The calls of a long job (PROTOCOL.md §3.3).
internal sealed class SubmitLongJobAction(string jobName, string jobData, ZStackLongJobOptions? options) : ZStackAction<LongJobResult>
{
    private static readonly ApiDescriptor s_api = new("SubmitLongJob", "POST", "/v1/longjobs", ApiTraits.Asynchronous | ApiTraits.RequiresSession);

    public override ApiDescriptor Api => s_api;

    protected internal override void WriteBody(ref JsonBodyWriter body)
    {
        body.Member("jobName"u8, jobName);
        body.Member("jobData"u8, jobData);
        body.Member("name"u8, options?.Name);
        body.Member("description"u8, options?.Description);
        body.Member("targetResourceUuid"u8, options?.TargetResourceUuid);
        body.Member("resourceUuid"u8, options?.ResourceUuid);
    }

    protected internal override void WriteBodyOutsideWrapper(ref JsonBodyWriter body) => body.Member("systemTags"u8, options?.SystemTags);

    protected internal override LongJobResult ReadResult(ref JsonReader reader) => LongJobResult.Read(ref reader);
}

internal sealed class FindLongJobAction(string uuid) : ZStackAction<LongJobResult>
{
    public static readonly ApiDescriptor Descriptor = new("QueryLongJob", "GET", "/v1/longjobs/{uuid}", ApiTraits.Query | ApiTraits.RequiresSession);

    public override ApiDescriptor Api => Descriptor;

    protected internal override void WritePath(ref PathWriter path) => path.Segment("uuid", uuid);

    protected internal override LongJobResult ReadResult(ref JsonReader reader) => LongJobResult.Read(ref reader);
}

internal sealed class CancelLongJobAction(string uuid) : ZStackAction<LongJobResult>
{
    private static readonly ApiDescriptor s_api = new("CancelLongJob", "PUT", "/v1/longjobs/{uuid}/actions", ApiTraits.Asynchronous | ApiTraits.RequiresSession);

    public override ApiDescriptor Api => s_api;

    protected internal override void WritePath(ref PathWriter path) => path.Segment("uuid", uuid);

    protected internal override LongJobResult ReadResult(ref JsonReader reader) => LongJobResult.Read(ref reader);
}
