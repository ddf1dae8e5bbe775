using System;

namespace ZStack;

// A long job as the server returns it, without its data, which contains the arguments and therefore secrets.
internal sealed class LongJobInventory : ZStackStructure
{
    public string? Uuid { get; private set; }

    public string? ApiId { get; private set; }

    public string? JobName { get; private set; }

    public string? JobResult { get; private set; }

    public string? State { get; private set; }

    // The server sends seconds.
    public TimeSpan? ExecuteTime { get; private set; }

    public ZStackLongJobPhase Phase => State switch
    {
        "Waiting" => ZStackLongJobPhase.Waiting,
        "Suspended" => ZStackLongJobPhase.Suspended,
        "Running" => ZStackLongJobPhase.Running,
        "Canceling" => ZStackLongJobPhase.Canceling,
        "Succeeded" => ZStackLongJobPhase.Succeeded,
        "Canceled" => ZStackLongJobPhase.Canceled,
        "Failed" => ZStackLongJobPhase.Failed,
        _ => ZStackLongJobPhase.Unknown,
    };

    public static LongJobInventory Read(ref JsonReader reader)
    {
        var value = new LongJobInventory();
        reader.ReadMembers(value);
        return value;
    }

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("uuid"u8))
            Uuid = reader.String();
        else if (reader.NameIs("apiId"u8))
            ApiId = reader.String();
        else if (reader.NameIs("jobName"u8))
            JobName = reader.String();
        else if (reader.NameIs("jobResult"u8))
            JobResult = reader.String();
        else if (reader.NameIs("state"u8))
            State = reader.String();
        else if (reader.NameIs("executeTime"u8))
            ExecuteTime = reader.Int64() is { } seconds and >= 0 and < 10_000_000_000 ? TimeSpan.FromSeconds(seconds) : null;
        else
            return base.ReadMember(ref reader);
        return true;
    }
}

// `inventory` in the response to a submission, `inventories` in the response to a query.
internal sealed class LongJobResult : ZStackResult
{
    public LongJobInventory? Job { get; private set; }

    // Whether the response has a list of long jobs, even if it is empty.
    public bool HasList { get; private set; }

    public static LongJobResult Read(ref JsonReader reader)
    {
        var value = new LongJobResult();
        reader.ReadMembers(value);
        return value;
    }

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("inventory"u8))
            Job = reader.Structure(LongJobInventory.Read);
        else if (reader.NameIs("inventories"u8))
            ReadList(ref reader);
        else
            return base.ReadMember(ref reader);
        reader.ThrowIfMismatched();
        return true;
    }

    private void ReadList(ref JsonReader reader)
    {
        HasList = reader.TokenType == System.Text.Json.JsonTokenType.StartArray;
        Job = reader.List(LongJobInventory.Read) is { Count: > 0 } jobs ? jobs[0] : null;
    }
}
