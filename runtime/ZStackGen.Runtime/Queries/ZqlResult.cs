using System;
using System.Collections.Generic;
using System.Net;

namespace ZStack;

/// <summary>Represents the result of a ZQL statement.</summary>
public sealed class ZqlResult : ZStackStructure
{
    private byte[]? _inventories;
    private readonly TimeZoneInfo _zone;
    private readonly ClientContext _context;

    internal ZqlResult(TimeZoneInfo zone, ClientContext context)
    {
        _zone = zone;
        _context = context;
    }

    /// <summary>Gets the name that the statement assigned to the result; otherwise, null.</summary>
    public string? Name { get; private set; }

    /// <summary>Gets the number of matches; null unless the statement counts or requests the total.</summary>
    public long? Total { get; private set; }

    internal bool HasInventories => _inventories is not null;

    /// <summary>Reads the resources.</summary>
    /// <typeparam name="T">The type of the resources.</typeparam>
    /// <param name="read">A method that reads a resource, such as <c>VmInstanceInventory.Read</c>.</param>
    /// <returns>
    /// The resources; empty if the statement counts. A member that does not match its documented type is in
    /// <see cref="ZStackStructure.UnknownMembers"/>.
    /// </returns>
    /// <exception cref="ZStackProtocolException">The resources cannot be read.</exception>
    public IReadOnlyList<T> Inventories<T>(JsonRead<T> read)
    {
        if (read is null)
            throw new ArgumentNullException(nameof(read));
        if (_inventories is null)
            return Array.Empty<T>();
        var list = new DelegateReader<IReadOnlyList<T>>((ref JsonReader reader) => reader.List(read));
        byte[] json = _inventories;
        // The time zone is not requested for statements that only count. Their results should have no resources.
        TimeZoneInfo zone = ReferenceEquals(_zone, UnknownTimeZone.Instance) ? _context.Zone.KnownOrLocal : _zone;
        try
        {
            IReadOnlyList<T> items = ZStackJson.ReadValue<IReadOnlyList<T>, DelegateReader<IReadOnlyList<T>>>(json, list, zone, false, out List<JsonMismatch>? mismatches);
            if (mismatches is not null && _context.Observer.IsOn)
                MemberMismatches.Report(_context, mismatches, new ZStackClientEvent(Zql.Api, _context.Server), null);
            return items;
        }
        catch (JsonFault fault)
        {
            JsonFault? redacted = RedactedFault.Read<IReadOnlyList<T>, DelegateReader<IReadOnlyList<T>>>(_context, fault, (byte[])json.Clone(), list, null);
            throw CallFault.Protocol(Zql.Api, _context.Server, "the resources: " + (redacted?.Message ?? "they cannot be read"), redacted?.InnerException, HttpStatusCode.OK, null);
        }
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
    private readonly ClientContext _context;

    public ZqlResponse(TimeZoneInfo zone, ClientContext context)
    {
        _zone = zone;
        _context = context;
    }

    public IReadOnlyList<ZqlResult> Results { get; private set; } = Array.Empty<ZqlResult>();

    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameLength != 7 || !reader.NameIs("results"u8))
            return base.ReadMember(ref reader);
        Results = reader.List((ref JsonReader r) => r.ReadMembers(new ZqlResult(_zone, _context)));
        reader.ThrowIfMismatched();
        return true;
    }
}

// One or more statements in one call.
internal sealed class ZqlAction(string zql, TimeZoneInfo zone, ClientContext context) : ZStackAction<ZqlResponse>
{
    public override ApiDescriptor Api => Zql.Api;

    protected internal override void WriteQuery(ref QueryWriter query) => query.Add("zql", zql);

    protected internal override ZqlResponse ReadResult(ref JsonReader reader)
    {
        var result = new ZqlResponse(zone, context);
        reader.ReadMembers(result);
        return result;
    }
}
