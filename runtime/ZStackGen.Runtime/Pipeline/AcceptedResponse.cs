using System;

namespace ZStack;

// The 202 response of an asynchronous call (PROTOCOL.md §3).
internal sealed class AcceptedResponse : ZStackStructure
{
    private const string JobsPath = "/v1/api-jobs/";

    public string? Location { get; private set; }

    public long? ApiTimeout { get; private set; }

    // The limit of 10 years keeps TimeSpan arithmetic in bounds.
    public TimeSpan? Timeout => ApiTimeout is > 0 and { } milliseconds
        ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, (long)TimeSpan.FromDays(3650).TotalMilliseconds))
        : null;

    // The id as stated, perhaps invalid. The host of the location is not used: it may be unreachable or belong to another server.
    public string? JobId
    {
        get
        {
            int at = Location?.LastIndexOf(JobsPath, StringComparison.Ordinal) ?? -1;
            if (at < 0)
                return null;
            string id = Location!.Substring(at + JobsPath.Length);
            int end = id.IndexOfAny(['/', '?', '#']);
            if (end >= 0)
                id = id.Substring(0, end);
            // Dots alone, such as `..`, are not an id.
            return id.Trim('.').Length == 0 ? null : id;
        }
    }

    public static AcceptedResponse Read(ref JsonReader reader)
    {
        var value = new AcceptedResponse();
        reader.ReadMembers(value);
        return value;
    }

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("location"u8))
            Location = reader.String();
        else if (reader.NameIs("apiTimeout"u8))
            ApiTimeout = reader.Int64();
        else
            return base.ReadMember(ref reader);
        return true;
    }
}

// {"error":{…}}
internal sealed class ErrorResponse : ZStackStructure
{
    public ZStackError? Error { get; private set; }

    public static ErrorResponse Read(ref JsonReader reader)
    {
        var value = new ErrorResponse();
        reader.ReadMembers(value);
        return value;
    }

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (!reader.NameIs("error"u8) || reader.TokenType != System.Text.Json.JsonTokenType.StartObject)
            return base.ReadMember(ref reader);
        Error = ZStackError.Read(ref reader);
        return true;
    }
}
