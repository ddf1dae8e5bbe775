using System;
using System.Collections.Generic;

namespace ZStack;

// The version and the APIs of a server; no session is required (PROTOCOL.md §8).
internal sealed class ProbeAction(ApiDescriptor api) : ZStackAction<ProbeResult>
{
    public static readonly ApiDescriptor GetVersion = new("GetVersion", "PUT", "/v1/management-nodes/actions", ApiTraits.Synchronous);
    public static readonly ApiDescriptor GetSupportApis = new("GetSupportAPIs", "PUT", "/v1/management-nodes/actions", ApiTraits.Synchronous);

    public override ApiDescriptor Api => api;

    // The call changes nothing on the server.
    internal override bool IsRetryable => true;

    protected internal override ProbeResult ReadResult(ref JsonReader reader)
    {
        var value = new ProbeResult();
        reader.ReadMembers(value);
        return value;
    }
}

internal sealed class ProbeResult : ZStackResult
{
    public string? Version { get; private set; }

    public IReadOnlyList<string>? Apis { get; private set; }

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("version"u8))
            Version = reader.String();
        else if (reader.NameIs("supportApis"u8))
            Apis = reader.StringList();
        else
            return base.ReadMember(ref reader);
        return true;
    }
}
