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
public abstract class ZStackQueryResult<T> : ZStackInventoriesResult<T>, IQueryResult
    where T : ZStackStructure
{
    private bool _hasList;

    /// <summary>Gets or sets the number of all matches. It is null unless the query set Count or ReplyWithCount.</summary>
    public long? Total { get; set; }

    bool IQueryResult.HasList => _hasList;

    bool IQueryResult.HasTotal => Total is not null;

    /// <inheritdoc/>
    protected internal override bool ReadMember(ref JsonReader reader)
    {
        if (reader.NameIs("total"u8))
        {
            Total = reader.Int64();
            return true;
        }

        bool isList = reader.NameIs("inventories"u8);
        if (isList)
            _hasList = !reader.IsNull;
        bool isKnown = base.ReadMember(ref reader);
        // An unreadable list must not be mistaken for an empty list.
        if (isList)
            reader.ThrowIfMismatched();
        return isKnown;
    }

    /// <inheritdoc/>
    protected internal override void WriteMembers(ref JsonBodyWriter writer)
    {
        base.WriteMembers(ref writer);
        writer.Int64("total"u8, Total);
    }
}

// The members of a query's response that must not be missing, without the type of the resources.
internal interface IQueryResult
{
    bool HasList { get; }

    bool HasTotal { get; }
}
