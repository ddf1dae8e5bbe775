using System;

namespace ZStack;

// GET /v1/management-nodes/platform-timezone, available since 2021 (PROTOCOL.md §6).
internal sealed class GetPlatformTimeZoneAction : ZStackAction<PlatformTimeZoneResult>
{
    public static readonly ApiDescriptor Descriptor = new("GetPlatformTimeZone", "GET", "/v1/management-nodes/platform-timezone", ApiTraits.RequiresSession);

    public override ApiDescriptor Api => Descriptor;

    protected internal override PlatformTimeZoneResult ReadResult(ref JsonReader reader)
    {
        var value = new PlatformTimeZoneResult();
        reader.ReadMembers(value);
        return value;
    }
}

internal sealed class PlatformTimeZoneResult : ZStackResult
{
    public string? TimeZone { get; private set; }

    public string? Offset { get; private set; }

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("timezone"u8))
            TimeZone = reader.String();
        else if (reader.NameIs("offset"u8))
            Offset = reader.String();
        else
            return base.ReadMember(ref reader);
        return true;
    }
}

// The server's clock as an instant; no session is required (PROTOCOL.md §6).
internal sealed class GetCurrentTimeAction : ZStackAction<CurrentTimeResult>
{
    private static readonly ApiDescriptor s_api = new("GetCurrentTime", "PUT", "/v1/management-nodes/actions", ApiTraits.Synchronous);

    public override ApiDescriptor Api => s_api;

    internal override bool IsRetryable => true;

    protected internal override CurrentTimeResult ReadResult(ref JsonReader reader)
    {
        var value = new CurrentTimeResult();
        reader.ReadMembers(value);
        return value;
    }
}

internal sealed class CurrentTimeResult : ZStackResult
{
    private CurrentTime? _time;

    public DateTimeOffset? Now => _time?.Milliseconds is { } milliseconds && JsonTimestamp.TryFromEpoch(milliseconds, out DateTimeOffset now) ? now : null;

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (!reader.NameIs("currentTime"u8))
            return base.ReadMember(ref reader);
        _time = reader.Structure(static (ref JsonReader r) =>
        {
            var value = new CurrentTime();
            r.ReadMembers(value);
            return value;
        });
        return true;
    }

    private sealed class CurrentTime : ZStackStructure
    {
        public long? Milliseconds { get; private set; }

        // `MillionSeconds` is the spelling of the protocol.
        protected internal override bool ReadMember(ref JsonReader reader)
        {
            if (!reader.NameIs("MillionSeconds"u8))
                return base.ReadMember(ref reader);
            Milliseconds = reader.Int64();
            return true;
        }
    }
}
