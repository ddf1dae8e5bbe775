using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace ZStack;

/// <summary>Represents a query for resources of one type. A query is immutable: each method returns a new query. A client executes it.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public abstract class ZStackQuery<T>
    where T : ZStackStructure
{
    private protected ZStackQuery(QuerySpec spec, JsonRead<T> read, Func<T, string?>? uuid)
    {
        Spec = spec;
        Read = read;
        Uuid = uuid;
    }

    internal QuerySpec Spec { get; }

    internal JsonRead<T> Read { get; }

    internal Func<T, string?>? Uuid { get; }

    /// <summary>Returns the name, method and path of the API, without the values of the query.</summary>
    /// <returns>The name, method and path of the API.</returns>
    public override string ToString() => Spec.Api.ToString();

    // Returns the same query with another definition.
    internal abstract ZStackQuery<T> With(QuerySpec spec);
}

/// <summary>Represents a query for resources of one type, with the fields that its conditions can use.</summary>
/// <example><code>
/// var running = VmInstanceInventory.Query.Where(f => f.State == "Running" &amp; f.CpuNum > 2).OrderBy(f => f.Name);
/// await foreach (VmInstanceInventory vm in client.Query(running, cancellationToken)) { … }
/// </code></example>
/// <typeparam name="T">The type of the resources.</typeparam>
/// <typeparam name="TFields">The type of the fields.</typeparam>
public sealed class ZStackQuery<T, TFields> : ZStackQuery<T>
    where T : ZStackStructure
    where TFields : QueryFields
{
    private readonly TFields _fields;

    /// <summary>
    /// Initializes a new instance of the <see cref="ZStackQuery{T, TFields}"/> class for an API that requires a session. This constructor is intended
    /// for generated code.
    /// </summary>
    /// <param name="api">The name of the query API.</param>
    /// <param name="path">The path of the query API, starting with <c>/v1</c>.</param>
    /// <param name="hasUuidRoute">Whether the path followed by <c>/{uuid}</c> returns a single resource.</param>
    /// <param name="zqlName">The name of the resource in ZQL, for conditions that the API cannot express; null if it is not known.</param>
    /// <param name="key">The fields that identify a resource, separated by commas; null if there are none.</param>
    /// <param name="read">A method that reads a resource.</param>
    /// <param name="uuid">A function that returns the UUID of a resource; null if resources have no UUID.</param>
    /// <param name="fields">The fields of the resource.</param>
    [EditorBrowsable(EditorBrowsableState.Advanced)]
    public ZStackQuery(string api, string path, bool hasUuidRoute, string? zqlName, string? key, JsonRead<T> read, Func<T, string?>? uuid, TFields fields)
        : this(
            new ApiDescriptor(api, "GET", path, ApiTraits.RequiresSession | ApiTraits.Query) { AlternatePaths = hasUuidRoute ? [path + "/{uuid}"] : [] },
            zqlName,
            key,
            read,
            uuid,
            fields)
    {
    }

    /// <summary>
    /// Initializes a new instance of the <see cref="ZStackQuery{T, TFields}"/> class. This constructor is intended for generated code.
    /// </summary>
    /// <param name="api">The query API.</param>
    /// <param name="zqlName">The name of the resource in ZQL, for conditions that the API cannot express; null if it is not known.</param>
    /// <param name="key">The fields that identify a resource, separated by commas; null if there are none.</param>
    /// <param name="read">A method that reads a resource.</param>
    /// <param name="uuid">A function that returns the UUID of a resource; null if resources have no UUID.</param>
    /// <param name="fields">The fields of the resource.</param>
    [EditorBrowsable(EditorBrowsableState.Advanced)]
    public ZStackQuery(ApiDescriptor api, string? zqlName, string? key, JsonRead<T> read, Func<T, string?>? uuid, TFields fields)
        : this(
            new QuerySpec(api ?? throw new ArgumentNullException(nameof(api))) { ZqlName = zqlName, Key = key },
            read ?? throw new ArgumentNullException(nameof(read)),
            uuid,
            fields ?? throw new ArgumentNullException(nameof(fields)))
    {
    }

    private ZStackQuery(QuerySpec spec, JsonRead<T> read, Func<T, string?>? uuid, TFields fields)
        : base(spec, read, uuid) => _fields = fields;

    /// <summary>Restricts the query to resources that meet a condition, in addition to the earlier conditions.</summary>
    /// <param name="condition">A function that returns the condition, such as <c>f => f.State == "Running"</c>.</param>
    /// <returns>The query.</returns>
    public ZStackQuery<T, TFields> Where(Func<TFields, QueryCondition> condition)
    {
        QueryCondition made = Of(condition, nameof(condition));
        return Change(Spec with { Condition = Spec.Condition is { } other ? other & made : made });
    }

    /// <summary>Sorts the resources by a field in ascending order, replacing the earlier order.</summary>
    /// <param name="field">A function that returns the field.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">The field belongs to a part of the resource, is a tag, or can have several values.</exception>
    public ZStackQuery<T, TFields> OrderBy(Func<TFields, QueryField> field) => Change(Spec with { Order = [Order(field, false)] });

    /// <summary>Sorts the resources by a field in descending order, replacing the earlier order.</summary>
    /// <param name="field">A function that returns the field.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">The field belongs to a part of the resource, is a tag, or can have several values.</exception>
    public ZStackQuery<T, TFields> OrderByDescending(Func<TFields, QueryField> field) => Change(Spec with { Order = [Order(field, true)] });

    /// <summary>Sorts resources that are equal in the earlier order by a further field in ascending order.</summary>
    /// <param name="field">A function that returns the field.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">The field belongs to a part of the resource, is a tag, or can have several values.</exception>
    public ZStackQuery<T, TFields> ThenBy(Func<TFields, QueryField> field) => Change(Spec with { Order = [.. Spec.Order, Order(field, false)] });

    /// <summary>Sorts resources that are equal in the earlier order by a further field in descending order.</summary>
    /// <param name="field">A function that returns the field.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">The field belongs to a part of the resource, is a tag, or can have several values.</exception>
    public ZStackQuery<T, TFields> ThenByDescending(Func<TFields, QueryField> field) => Change(Spec with { Order = [.. Spec.Order, Order(field, true)] });

    /// <summary>Requests only the specified fields and the fields that identify a resource. All other fields are absent in the response (PROTOCOL.md §5.1).</summary>
    /// <param name="fields">Functions that return fields of the resource itself.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">A field belongs to a part of the resource, or is a tag.</exception>
    public ZStackQuery<T, TFields> Select(params Func<TFields, QueryField>[] fields)
    {
        if (fields is null)
            throw new ArgumentNullException(nameof(fields));
        var names = new List<string>(fields.Length + 1);
        foreach (Func<TFields, QueryField> field in fields)
        {
            string path = Of(field, nameof(fields)).Path;
            if (!ZqlText.IsName(path) || path.StartsWith("__", StringComparison.Ordinal))
                throw new ArgumentException($"API {Spec.Api.Name}: '{path}' cannot be selected; select fields of the resource itself.", nameof(fields));
            if (!names.Contains(path))
                names.Add(path);
        }

        foreach (string key in Spec.Key?.Split(',') ?? [])
        {
            if (!names.Contains(key))
                names.Add(key);
        }

        return Change(Spec with { Fields = names.Count > 0 ? names : null });
    }

    /// <summary>Skips a number of resources at the beginning.</summary>
    /// <param name="count">The number of resources to skip.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ZStackQuery<T, TFields> Skip(int count)
        => Change(Spec with { Skip = count >= 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "The number of resources to skip must not be negative.") });

    /// <summary>Limits the number of resources. By default, all resources are returned.</summary>
    /// <param name="count">The maximum number of resources.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public ZStackQuery<T, TFields> Take(int count)
        => Change(Spec with { Take = count >= 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "The number of resources to take must not be negative.") });

    /// <summary>Sets the number of resources on a result page. The default is 500.</summary>
    /// <param name="size">The number of resources on a result page.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is not greater than zero.</exception>
    public ZStackQuery<T, TFields> WithPageSize(int size)
        => Change(Spec with { PageSize = size > 0 ? size : throw new ArgumentOutOfRangeException(nameof(size), size, "The page size must be greater than zero.") });

    /// <summary>Applies a filter of the server, such as <c>applianceType:vrouter</c> (PROTOCOL.md §5.1).</summary>
    /// <param name="filterName">The filter, as <c>type:value</c>.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">The filter is empty.</exception>
    public ZStackQuery<T, TFields> WithFilter(string filterName)
    {
        if (string.IsNullOrWhiteSpace(filterName))
            throw new ArgumentException("The filter is empty; use the form type:value.", nameof(filterName));
        return Change(Spec with { FilterName = filterName });
    }

    internal override ZStackQuery<T> With(QuerySpec spec) => Change(spec);

    private ZStackQuery<T, TFields> Change(QuerySpec spec) => new(spec, Read, Uuid, _fields);

    private TResult Of<TResult>(Func<TFields, TResult> make, string parameter)
        where TResult : class
    {
        if (make is null)
            throw new ArgumentNullException(parameter);
        return make(_fields) ?? throw new ArgumentException($"API {Spec.Api.Name}: the function returned null instead of a {typeof(TResult).Name}.", parameter);
    }

    private QueryOrder Order(Func<TFields, QueryField> field, bool isDescending)
    {
        QueryField made = Of(field, nameof(field));
        if (!made.IsSingle || !ZqlText.IsName(made.Path))
            throw new ArgumentException($"API {Spec.Api.Name}: the server cannot sort by '{made.Path}'; use a single-valued field of the resource itself.", nameof(field));
        return new QueryOrder(made.Path, isDescending);
    }
}
