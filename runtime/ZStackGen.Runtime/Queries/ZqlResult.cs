using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>Represents the result of a ZQL statement.</summary>
public sealed class ZqlResult : ZStackStructure
{
    private byte[]? _inventories;
    private TimeZoneInfo? _zone;

    internal ZqlResult()
    {
    }

    /// <summary>Gets the name that the statement assigned to the result; otherwise, null.</summary>
    public string? Name { get; private set; }

    /// <summary>Gets the number of matches; null unless the statement counts or requests the total.</summary>
    public long? Total { get; private set; }

    internal bool HasInventories => _inventories is not null;

    /// <summary>Reads the resources.</summary>
    /// <typeparam name="T">The type of the resources.</typeparam>
    /// <param name="read">A method that reads a resource, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <returns>The resources; empty if the statement counts.</returns>
    /// <exception cref="ZStackProtocolException">A value cannot be read.</exception>
    public IReadOnlyList<T> Inventories<T>(JsonRead<T> read)
    {
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        if (_inventories is null)
            return Array.Empty<T>();
        return ZStackJson.Read<IReadOnlyList<T>>(_inventories, (ref JsonReader reader) => reader.List(read), _zone);
    }

    internal static ZqlResult Read(ref JsonReader reader, TimeZoneInfo zone)
    {
        var result = new ZqlResult { _zone = zone };
        reader.ReadMembers(result);
        return result;
    }

    /// <inheritdoc/>
    protected internal override bool ReadMember(ref JsonReader reader)
    {
        switch (reader.NameLength)
        {
            case 4 when reader.NameIs("name"u8):
                Name = reader.String();
                return true;
            case 5 when reader.NameIs("total"u8):
                Total = reader.Int64();
                return true;
            // Only the caller knows the type of the resources, so they are kept as JSON.
            case 11 when reader.NameIs("inventories"u8) && !reader.IsNull:
                _inventories = reader.Raw().ToArray();
                return true;
            default:
                return base.ReadMember(ref reader);
        }
    }
}

internal sealed class ZqlResponse : ZStackResult
{
    private readonly TimeZoneInfo _zone;

    public ZqlResponse(TimeZoneInfo zone) => _zone = zone;

    public IReadOnlyList<ZqlResult> Results { get; private set; } = Array.Empty<ZqlResult>();

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameLength != 7 || !reader.NameIs("results"u8))
            return base.ReadMember(ref reader);
        Results = reader.List((ref JsonReader r) => ZqlResult.Read(ref r, _zone));
        reader.ThrowIfMismatched();
        return true;
    }
}

// One or more statements in one call.
internal sealed class ZqlAction(string zql, TimeZoneInfo zone) : ZStackAction<ZqlResponse>
{
    public override ApiDescriptor Api => Zql.Api;

    protected internal override void WriteQuery(ref QueryWriter query) => query.Add("zql", zql);

    protected internal override ZqlResponse ReadResult(ref JsonReader reader)
    {
        var result = new ZqlResponse(zone);
        reader.ReadMembers(result);
        return result;
    }
}
