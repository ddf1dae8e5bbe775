using System;

namespace ZStack;

/// <summary>The fields that a query's conditions, order and selection name. Generated code derives from it, one class for each structure.</summary>
public class QueryFields
{
    /// <summary>The fields of the queried resource, or of one of its parts.</summary>
    /// <param name="owner">The fields of which these are a part; null for the queried resource itself.</param>
    /// <param name="name">The part's name, such as <c>vmNics</c>.</param>
    public QueryFields(QueryFields? owner = null, string? name = null)
    {
        if (name is not null)
            Prefix = owner?.Prefix + name + ".";
    }

    /// <summary>The resource's system tags. <c>!=</c>, <c>NotIn</c> and <c>NotLike</c> mean that it has no such tag (PROTOCOL.md §5.2).</summary>
    public QueryStringField SystemTag => new(this, "__systemTag__");

    /// <summary>The resource's user tags. <c>!=</c>, <c>NotIn</c> and <c>NotLike</c> mean that it has no such tag (PROTOCOL.md §5.2).</summary>
    public QueryStringField UserTag => new(this, "__userTag__");

    /// <summary>The UUIDs of the resource's tags (PROTOCOL.md §5.2).</summary>
    public QueryStringField TagUuid => new(this, "__tagUuid__");

    internal string Prefix { get; } = string.Empty;

    /// <summary>A field that no page shows, of this resource or of one that the server can reach from it.</summary>
    /// <param name="path">Its name, or names with dots between, such as <c>vmNics.eip.vipIp</c>.</param>
    /// <returns>The field.</returns>
    public QueryStringField Field(string path) => new(path, this);

    /// <summary>A field that no page shows, whose values are not text.</summary>
    /// <typeparam name="T">The values' type: text, a number, a truth value or a moment.</typeparam>
    /// <param name="path">Its name, or names with dots between.</param>
    /// <returns>The field.</returns>
    public QueryField<T> Field<T>(string path) => new(path, this);
}
