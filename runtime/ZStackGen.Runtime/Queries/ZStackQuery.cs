using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace ZStack;

/// <summary>A query for resources of one kind. It does not change: each method gives a new one. <see cref="ZStackClient"/> carries it out.</summary>
/// <typeparam name="T">What it finds.</typeparam>
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

    /// <summary>Names the query; its values stay out.</summary>
    /// <returns>The API's name, method and path.</returns>
    public override string ToString() => Spec.Api.ToString();

    // The same query for the one resource of a UUID.
    internal abstract ZStackQuery<T> With(QuerySpec spec);
}

/// <summary>A query for resources of one kind, with the fields that it can name.</summary>
/// <example><code>
/// var running = VmInstanceInventory.Query.Where(f => f.State == "Running" &amp; f.CpuNum > 2).OrderBy(f => f.Name);
/// await foreach (VmInstanceInventory vm in client.Query(running, cancellationToken)) { … }
/// </code></example>
/// <typeparam name="T">What it finds.</typeparam>
/// <typeparam name="TFields">Its fields.</typeparam>
public sealed class ZStackQuery<T, TFields> : ZStackQuery<T>
    where T : ZStackStructure
    where TFields : QueryFields
{
    private readonly TFields _fields;

    /// <summary>Describes a query by an API that needs a session; generated code does.</summary>
    /// <param name="api">The query API's name.</param>
    /// <param name="path">Its path, from <c>/v1</c> on.</param>
    /// <param name="hasUuidRoute">Whether the path with <c>/{uuid}</c> behind it gets one resource.</param>
    /// <param name="zqlName">The resource's name in ZQL, for conditions that the API cannot carry; null where it is not known.</param>
    /// <param name="key">The fields that tell resources apart, with commas between; null where there are none.</param>
    /// <param name="read">Reads a resource.</param>
    /// <param name="uuid">Gives a resource's UUID; null where it has none.</param>
    /// <param name="fields">The fields.</param>
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

    /// <summary>Describes a query; generated code does.</summary>
    /// <param name="api">The query API.</param>
    /// <param name="zqlName">The resource's name in ZQL, for conditions that the API cannot carry; null where it is not known.</param>
    /// <param name="key">The fields that tell resources apart, with commas between; null where there are none.</param>
    /// <param name="read">Reads a resource.</param>
    /// <param name="uuid">Gives a resource's UUID; null where it has none.</param>
    /// <param name="fields">The fields.</param>
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

    /// <summary>Leaves only what meets the condition, and all conditions given before.</summary>
    /// <param name="condition">Makes the condition of the fields, such as <c>f => f.State == "Running"</c>.</param>
    /// <returns>The query.</returns>
    public ZStackQuery<T, TFields> Where(Func<TFields, QueryCondition> condition)
    {
        QueryCondition made = Of(condition, nameof(condition));
        return Change(Spec with { Condition = Spec.Condition is { } other ? other & made : made });
    }

    /// <summary>Sorts by a field, the smallest value first, in place of the order given before.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">A resource can have several values of the field.</exception>
    public ZStackQuery<T, TFields> OrderBy(Func<TFields, QueryField> field) => Change(Spec with { Order = [Order(field, false)] });

    /// <summary>Sorts by a field, the greatest value first, in place of the order given before.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">A resource can have several values of the field.</exception>
    public ZStackQuery<T, TFields> OrderByDescending(Func<TFields, QueryField> field) => Change(Spec with { Order = [Order(field, true)] });

    /// <summary>Sorts what is equal so far by a further field, the smallest value first.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">A resource can have several values of the field.</exception>
    public ZStackQuery<T, TFields> ThenBy(Func<TFields, QueryField> field) => Change(Spec with { Order = [.. Spec.Order, Order(field, false)] });

    /// <summary>Sorts what is equal so far by a further field, the greatest value first.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">A resource can have several values of the field.</exception>
    public ZStackQuery<T, TFields> ThenByDescending(Func<TFields, QueryField> field) => Change(Spec with { Order = [.. Spec.Order, Order(field, true)] });

    /// <summary>Has the server send only these fields, and those that tell resources apart; the others are absent (PROTOCOL.md §5.1).</summary>
    /// <param name="fields">The fields, own ones of the resource.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentException">A field lies in a part of the resource, or is a tag.</exception>
    public ZStackQuery<T, TFields> Select(params Func<TFields, QueryField>[] fields)
    {
        if (fields is null)
            throw new ArgumentNullException(nameof(fields));
        var names = new List<string>(fields.Length + 1);
        foreach (Func<TFields, QueryField> field in fields)
        {
            string path = Of(field, nameof(fields)).Path;
            if (!ZqlText.IsName(path) || path.StartsWith("__", StringComparison.Ordinal))
                throw new ArgumentException($"API {Spec.Api.Name}: '{path}' cannot be selected; only the resource's own fields can.", nameof(fields));
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

    /// <summary>Leaves out so many at the beginning.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public ZStackQuery<T, TFields> Skip(int count)
        => Change(Spec with { Skip = count >= 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "The number of resources to leave out is negative.") });

    /// <summary>Ends after so many. By default all are found.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public ZStackQuery<T, TFields> Take(int count)
        => Change(Spec with { Take = count >= 0 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "The number of resources to take is negative.") });

    /// <summary>How many resources one request asks for; 500 by default.</summary>
    /// <param name="size">How many.</param>
    /// <returns>The query.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public ZStackQuery<T, TFields> WithPageSize(int size)
        => Change(Spec with { PageSize = size > 0 ? size : throw new ArgumentOutOfRangeException(nameof(size), size, "A page has at least one resource.") });

    /// <summary>Applies a filter of the server, such as <c>applianceType:vrouter</c> (PROTOCOL.md §5.1).</summary>
    /// <param name="filterName">The filter, as <c>type:value</c>.</param>
    /// <returns>The query.</returns>
    public ZStackQuery<T, TFields> WithFilter(string filterName)
    {
        if (string.IsNullOrWhiteSpace(filterName))
            throw new ArgumentException("A filter needs a name, as type:value.", nameof(filterName));
        return Change(Spec with { FilterName = filterName });
    }

    internal override ZStackQuery<T> With(QuerySpec spec) => Change(spec);

    private ZStackQuery<T, TFields> Change(QuerySpec spec) => new(spec, Read, Uuid, _fields);

    private TResult Of<TResult>(Func<TFields, TResult> make, string parameter)
        where TResult : class
    {
        if (make is null)
            throw new ArgumentNullException(parameter);
        return make(_fields) ?? throw new ArgumentException($"API {Spec.Api.Name}: the function gave null in place of a {typeof(TResult).Name}.", parameter);
    }

    private QueryOrder Order(Func<TFields, QueryField> field, bool isDescending)
    {
        QueryField made = Of(field, nameof(field));
        if (!made.IsSingle || !ZqlText.IsName(made.Path))
            throw new ArgumentException($"API {Spec.Api.Name}: the server cannot sort by '{made.Path}', only by the resource's own fields that have one value.", nameof(field));
        return new QueryOrder(made.Path, isDescending);
    }
}
