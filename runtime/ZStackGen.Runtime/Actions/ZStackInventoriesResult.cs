using System;
using System.Collections.Generic;

namespace ZStack;

/// <summary>The response of an API that returns a list of resources. Generated results derive from it.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public abstract class ZStackInventoriesResult<T> : ZStackResult
    where T : ZStackStructure
{
    /// <summary>Gets or sets the resources.</summary>
    public IReadOnlyList<T> Inventories { get; set; } = Array.Empty<T>();

    /// <summary>Reads the list of resources.</summary>
    /// <param name="reader">The reader, positioned at the opening bracket of the list.</param>
    /// <returns>The resources.</returns>
    protected abstract IReadOnlyList<T> ReadInventories(ref JsonReader reader);

    /// <inheritdoc/>
    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (!reader.NameIs("inventories"u8))
            return base.ReadMember(ref reader);
        Inventories = ReadInventories(ref reader);
        return true;
    }

    /// <inheritdoc/>
    protected internal override void WriteMembers(ref JsonBodyWriter writer)
    {
        base.WriteMembers(ref writer);
        writer.List("inventories"u8, Inventories);
    }
}

/// <summary>The response of a query. Generated results derive from it.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public abstract class ZStackQueryResult<T> : ZStackInventoriesResult<T>
    where T : ZStackStructure
{
    /// <summary>Gets or sets the number of all matches. It is null unless the query set Count or ReplyWithCount.</summary>
    public long? Total { get; set; }

    /// <inheritdoc/>
    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (!reader.NameIs("total"u8))
            return base.ReadMember(ref reader);
        Total = reader.Int64();
        return true;
    }

    /// <inheritdoc/>
    protected internal override void WriteMembers(ref JsonBodyWriter writer)
    {
        base.WriteMembers(ref writer);
        writer.Int64("total"u8, Total);
    }
}
