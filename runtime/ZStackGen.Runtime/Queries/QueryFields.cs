using System;

namespace ZStack;

/// <summary>Provides the fields for the conditions, order and selection of a query. Generated code derives a class for each structure.</summary>
public class QueryFields
{
    /// <summary>Initializes a new instance of the <see cref="QueryFields"/> class for the queried resource, or for one of its parts.</summary>
    /// <param name="owner">The fields that contain the part; null for the queried resource itself.</param>
    /// <param name="name">The name of the part, such as <c>vmNics</c>; null for the queried resource itself.</param>
    public QueryFields(QueryFields? owner = null, string? name = null)
    {
        if (name is not null)
            Prefix = owner?.Prefix + name + ".";
    }

    /// <summary>Gets the field of the resource's system tags. <c>!=</c>, <c>NotIn</c> and <c>NotLike</c> find resources without such a tag (PROTOCOL.md §5.2).</summary>
    public QueryStringField SystemTag => new(this, "__systemTag__");

    /// <summary>Gets the field of the resource's user tags. <c>!=</c>, <c>NotIn</c> and <c>NotLike</c> find resources without such a tag (PROTOCOL.md §5.2).</summary>
    public QueryStringField UserTag => new(this, "__userTag__");

    /// <summary>Gets the field of the UUIDs of the resource's tags (PROTOCOL.md §5.2).</summary>
    public QueryStringField TagUuid => new(this, "__tagUuid__");

    internal string Prefix { get; } = string.Empty;

    /// <summary>Returns a string field that your documentation pages do not describe, of this resource or of a resource that is linked to it.</summary>
    /// <param name="path">The name of the field, or names separated by dots, such as <c>vmNics.eip.vipIp</c>.</param>
    /// <returns>The field.</returns>
    public QueryStringField Field(string path) => new(path, this);

    /// <summary>Returns a field that your documentation pages do not describe.</summary>
    /// <typeparam name="T">The type of the values: a string, a number, a Boolean value or a DateTimeOffset.</typeparam>
    /// <param name="path">The name of the field, or names separated by dots.</param>
    /// <returns>The field.</returns>
    /// <returns>The field.</returns>
    public QueryField<T> Field<T>(string path) => new(path, this);
}
